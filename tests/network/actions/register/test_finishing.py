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


def test_scope_remembers_how_recent_the_geography_is():
    read_in(b"pc4,plaats,gemeentecode,lat,lon\n3511,Utrecht,GM0344,52.09,5.12\n")

    assert list(RegisterScope.objects.values_list("kind", "sector", "reference_date")) == [("postcode", "", FIRST)]


def test_file_that_is_complete_for_nothing_leaves_the_scope_alone():
    pabo = "SOORT HO;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;INSTELLINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;"
    pabo += "PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM\nhbo;30156;31FR;NHL;Dorp;1;8917 DD;LEEUWARDEN; ; \n"

    read_in(pabo.encode())

    assert not RegisterScope.objects.exists()
