"""Programmes in the register: dated, and of an institution that is there."""

import pytest

from steunpunt.network.models import (
    Programme,
)
from steunpunt.network.queries.register import report_rows
from tests.factories.network import InstitutionFactory
from tests.factories.register_files import FIRST, SECOND, read_in

pytestmark = pytest.mark.django_db


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
