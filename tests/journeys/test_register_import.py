"""Staff try a real file of DUO, read what it would change and read it in; a file that is too old is refused."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from .visitor import Visitor
from .working import do_what_waits

FILE = Path(__file__).resolve().parents[1] / "data" / "duo_ho_2021.csv"
OLD, NEW = "2020-10-01", "2021-10-01"
PAGE = "/register/import/"


@pytest.mark.world("young")
@pytest.mark.writes
def test_staff_try_a_file_and_read_it_in(somebody: Callable[..., Visitor], register_of_2020: None) -> None:
    staff = somebody("redacteur")
    staff.goes_to(PAGE)
    staff.looks("aanbieden")
    _offers(staff)
    _reads_what_would_change(staff)
    _reads_it_in(staff)

    staff.goes_to("/opleiders/?q=31FR")
    expect(staff.page.get_by_role("heading", level=3)).to_have_text("NHL Stenden Hogeschool")


@pytest.mark.writes
def test_file_older_than_the_register_is_refused(somebody: Callable[..., Visitor]) -> None:
    before = _register()
    staff = somebody("redacteur")
    staff.goes_to(PAGE)
    _offers(staff)
    expect(staff.page.get_by_role("main")).to_contain_text(
        "Dit bestand is van 1 oktober 2021, maar het register is voor"
    )
    expect(staff.page.get_by_role("main")).to_contain_text("Een ouder bestand lees je niet in.")
    staff.looks("te-oud")
    do_what_waits()

    assert _register() == before


@pytest.fixture
def register_of_2020(world: None, tmp_path: Path) -> None:
    """A year earlier one institution was not there yet, one had another name, and one has closed since."""
    first, *rows = FILE.read_bytes().splitlines(keepends=True)
    renamed = rows[0].replace(b"NHL Stenden Hogeschool", b"NHL Stenden Academie")
    closed = rows[1].replace(b"25BA", b"99ZZ").replace(b"Christelijke Hogeschool Ede", b"Hogeschool Van Toen")
    file = tmp_path / FILE.name
    file.write_bytes(b"".join([first, renamed, *rows[1:-1], closed]))
    call_command("import_register", str(file), "--on", OLD, "--source", "DUO (CC0)", verbosity=0)


def _offers(staff: Visitor) -> None:
    """The file as DUO gave it, with its day."""
    staff.page.on("filechooser", lambda chooser: chooser.set_files(FILE))
    field = staff.reach("button", "Bestand")
    staff.presses("Enter")
    expect(field).to_have_value(re.compile(FILE.name))
    staff.picks_day("Peildatum", NEW)
    staff.types("Bron", "DUO, instellingen hbo en wo (CC0)")
    staff.pushes("Op proef lezen")


def _reads_what_would_change(staff: Visitor) -> None:
    """A new institution with its board, one with another name, one that closed; and what exactly."""
    page = staff.page
    expect(page.get_by_role("heading", level=1)).to_have_text(FILE.name)
    staff.looks("op-proef")
    staff.follows(re.compile(r"^Nieuw \(2\)"))
    expect(page.get_by_role("row", name=re.compile("Universiteit Leiden 21PB"))).to_be_visible()
    staff.follows(re.compile(r"^Vervallen \(1\)"))
    expect(page.get_by_role("row", name=re.compile("Hogeschool Van Toen 99ZZ"))).to_be_visible()
    staff.follows(re.compile(r"^Gewijzigd \(1\)"))
    changed = page.get_by_role("row", name=re.compile("31FR"))
    expect(changed).to_contain_text("NHL Stenden Academie")
    expect(changed).to_contain_text("NHL Stenden Hogeschool")
    staff.looks("op-proef-gewijzigd")


def _reads_it_in(staff: Visitor) -> None:
    """Yes; the page tells how far it is, and at the end what was done and by whom."""
    page = staff.page
    staff.pushes("Inlezen", exact=True)
    expect(page.get_by_role("progressbar")).to_be_visible()
    staff.looks("voortgang")
    do_what_waits()
    expect(page.get_by_text(re.compile("^Ingelezen"))).to_be_visible()
    history = page.get_by_role("region", name="Geschiedenis")
    expect(history).to_contain_text("Register ingelezen tot 1 oktober 2021: 2 nieuw, 1 gewijzigd, 1 vervallen.")
    staff.looks("ingelezen")


def _register() -> tuple[int, int]:
    from steunpunt.network.models import Organisation, OrganisationVersion  # noqa: PLC0415 - needs the settings

    return Organisation.objects.count(), OrganisationVersion.objects.count()
