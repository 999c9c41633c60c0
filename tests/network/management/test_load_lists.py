"""The command that puts roles, themes and scenarios in place."""

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_command_tells_how_many(capsys):
    call_command("load_lists")

    assert "rollen: 16 nieuw" in capsys.readouterr().out
