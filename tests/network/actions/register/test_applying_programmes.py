"""Programmes in the register: dated, and of an institution that is there."""

from datetime import date

import pytest

from steunpunt.network.models import (
    Programme,
)
from steunpunt.network.queries.register import report_rows
from tests.factories.network import InstitutionFactory
from tests.factories.register_files import FIRST, SECOND, read_in

pytestmark = pytest.mark.django_db
ACCREDITED = "brin,croho,croho_naam,soort,plaats,accreditatie_begindatum,accreditatie_vervaldatum\n"
ACCREDITED += "30GB,35221,{name},leraar tweede graad,Tilburg,2022-05-01,2028-05-01\n"
PLAIN = "brin,croho,croho_naam,soort,plaats\n30GB,35221,{name},leraar tweede graad,Tilburg\n"
TERM = (date(2022, 5, 1), date(2028, 5, 1))


def test_programmes_are_dated_and_belong_to_their_institution():
    institution = InstitutionFactory(code="30GB")
    header = "brin,croho,croho_naam,soort,niveau,bekostiging,plaats\n"
    maths = "30GB,35221,Leraar Wiskunde,leraar tweede graad,bachelor,government,Tilburg\n"
    english = "30GB,35195,Leraar Engels,leraar tweede graad,bachelor,government,Tilburg\n"
    stranger = "99ZZ,35195,Leraar Engels,leraar tweede graad,bachelor,government,Tilburg\n"
    read_in(f"{header}{maths}{english}".encode())

    imported = read_in(f"{header}{maths.replace('Wiskunde', 'Rekenen')}{stranger}".encode(), SECOND)

    assert list(Programme.objects.order_by("croho", "valid_from").values_list("name", "valid_from", "valid_until")) == [
        ("Leraar Engels", FIRST, SECOND),
        ("Leraar Wiskunde", FIRST, SECOND),
        ("Leraar Rekenen", SECOND, None),
    ]
    assert {row.institution_id for row in Programme.objects.all()} == {institution.pk}
    assert report_rows(imported, "refused").get().line == 3


def test_same_programmes_again_change_nothing_and_leave_the_organisations_alone():
    institution = InstitutionFactory(code="30GB", source="het register van instellingen")
    content = b"brin,croho,croho_naam,soort,plaats\n30GB,35221,Leraar Wiskunde,leraar tweede graad,Tilburg\n"
    read_in(content)
    Programme.objects.update(id=institution.pk)

    again = read_in(content)
    institution.refresh_from_db()

    assert again.counts["kinds"]["programme"] == {"new": 0, "changed": 0, "closed": 0, "same": 1}
    assert institution.source == "het register van instellingen"


def terms() -> list[tuple[object, ...]]:
    rows = Programme.objects.order_by("valid_from")
    return list(rows.values_list("name", "valid_from", "accredited_from", "accredited_until"))


def test_accreditation_goes_along_when_a_programme_is_renamed():
    InstitutionFactory(code="30GB")
    read_in(ACCREDITED.format(name="Leraar Wiskunde").encode())

    read_in(PLAIN.format(name="Leraar Rekenen").encode(), SECOND)

    assert terms() == [("Leraar Wiskunde", FIRST, *TERM), ("Leraar Rekenen", SECOND, *TERM)]


def test_accreditation_that_becomes_known_is_a_change():
    InstitutionFactory(code="30GB")
    read_in(PLAIN.format(name="Leraar Wiskunde").encode())

    imported = read_in(ACCREDITED.format(name="Leraar Wiskunde").encode(), SECOND)

    assert terms()[-1] == ("Leraar Wiskunde", SECOND, *TERM)
    assert list(report_rows(imported, "changed").values_list("column", "old", "new")) == [
        ("geaccrediteerd vanaf", "", "2022-05-01"),
        ("geaccrediteerd tot", "", "2028-05-01"),
    ]


def test_second_file_of_the_same_day_corrects_and_leaves_the_begin_unknown():
    InstitutionFactory(code="30GB")
    read_in(PLAIN.format(name="Leraar Wisknude").encode())
    before = Programme.objects.get()

    read_in(PLAIN.format(name="Leraar Wiskunde").encode())

    after = Programme.objects.get()
    assert (after.pk, after.name, after.valid_from, after.begin_unknown) == (before.pk, "Leraar Wiskunde", FIRST, True)


def test_unchanged_programme_is_known_as_of_the_newer_file():
    InstitutionFactory(code="30GB")
    read_in(PLAIN.format(name="Leraar Wiskunde").encode())
    read_in(PLAIN.format(name="Leraar Rekenen").encode(), SECOND)

    read_in(PLAIN.format(name="Leraar Rekenen").encode(), date(2026, 8, 1))

    assert list(Programme.objects.order_by("valid_from").values_list("name", "source_date")) == [
        ("Leraar Wiskunde", FIRST),
        ("Leraar Rekenen", date(2026, 8, 1)),
    ]
