"""The command that lets the first project leader in."""

import pytest
from django.core.management import CommandError, call_command

from steunpunt.foundation.accounts.models import User

pytestmark = pytest.mark.django_db


def test_command_lets_the_first_project_leader_in(capsys):
    call_command("give_role", "Leider@steunpunt.invalid", "project_leader")

    assert User.objects.get(email="leider@steunpunt.invalid").staff_role == "project_leader"
    assert capsys.readouterr().out == "leider@steunpunt.invalid: projectleider\n"


def test_command_ends_a_role():
    call_command("give_role", "een@steunpunt.invalid", "project_leader")
    call_command("give_role", "twee@steunpunt.invalid", "editor")

    call_command("give_role", "twee@steunpunt.invalid", "none")

    assert User.objects.get(email="twee@steunpunt.invalid").staff_role == ""


def test_command_says_no_in_words():
    call_command("give_role", "leider@steunpunt.invalid", "project_leader")

    with pytest.raises(CommandError, match="laatste projectleider"):
        call_command("give_role", "leider@steunpunt.invalid", "none")
