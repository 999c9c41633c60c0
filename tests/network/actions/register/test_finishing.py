"""After an import: the ledger, and how recent the register is."""

import pytest

from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.actions import register
from steunpunt.network.actions.register import start_import
from steunpunt.network.models import (
    RegisterScope,
)
from tests.factories.foundation import staff_actor
from tests.factories.register_files import AT, DATA, FIRST, offered, read_in, site, site_file

pytestmark = pytest.mark.django_db


def test_every_step_leaves_a_line_in_the_ledger():
    editor = staff_actor()
    imported = offered(site_file(site("18BR00")), by=editor)
    start_import(imported, by=editor, at=AT)
    register.run_import(imported.public_id, at=AT)

    lines = [(entry.deed, entry.actor) for entry in history_of(imported.reference)]
    assert sorted(lines) == [
        ("register-checked", editor.reference),
        ("register-imported", "systeem:register-import"),
        ("register-started", editor.reference),
    ]


def test_scope_remembers_how_recent_the_register_is():
    read_in((DATA / "duo_ho_2021.csv").read_bytes())

    assert list(RegisterScope.objects.order_by("kind").values_list("kind", "sector", "reference_date")) == [
        ("training_institution", "ho", FIRST),
        ("university", "ho", FIRST),
    ]
