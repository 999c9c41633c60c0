"""Municipalities and postcodes in the register: as they are now."""

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.network.models import (
    ImportRow,
    ImportState,
)
from steunpunt.network.queries.register import report_rows
from tests.factories.register_files import FIRST, SECOND, offered, read_in

pytestmark = pytest.mark.django_db
MUNICIPALITY = b"gemeentecode,gemeente,provinciecode,provincie,lat,lon\nGM0344,Utrecht,PV26,Utrecht,52.09,5.12\n"
POSTCODE = b"pc4,plaats,gemeentecode,lat,lon\n3511,Utrecht,GM0344,52.09,5.12\n"


def test_municipalities_and_postcodes_are_kept_as_they_are_now():
    header = "gemeentecode,gemeente,provinciecode,provincie,vakantieregio,lat,lon\n"
    read_in(f"{header}GM0344,Utrecht,PV26,Utrecht,Midden,52.09,5.12\n".encode())
    read_in(b"pc4,plaats,gemeentecode,lat,lon\n3511,Utrecht,GM0344,52.09,5.12\n3512,Utrecht,GM9999,52.1,5.12\n")

    imported = read_in(f"{header}GM0344,Utrecht,PV26,Utrecht,Zuid,52.09,5.12\n".encode(), SECOND)
    line = report_rows(imported, "changed").get()

    assert (line.code, line.column, line.old, line.new) == ("GM0344", "vakantieregio", "Midden", "Zuid")
    assert ImportRow.objects.filter(kind="postcode", outcome="new").count() == 2


@pytest.mark.parametrize(("content", "words"), [(MUNICIPALITY, "voor gemeenten"), (POSTCODE, "voor postcodegebieden")])
def test_older_geography_is_refused(content, words):
    read_in(content, SECOND)

    with pytest.raises(Refusal, match=words):
        offered(content, FIRST)


def test_same_geography_again_changes_nothing():
    for content, kind in ((MUNICIPALITY, "municipality"), (POSTCODE, "postcode")):
        read_in(content)
        again = read_in(content)

        assert (again.state, again.counts["kinds"][kind]["same"]) == (ImportState.DONE, 1)
