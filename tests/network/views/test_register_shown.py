"""An import in Dutch words."""

import pytest

from steunpunt.network.views.register_shown import described, kind_rows, large_closings, outcome_tabs
from tests.factories.register_files import SECOND, offered, read_in, site, site_file

pytestmark = pytest.mark.django_db


def test_what_the_file_is_and_what_it_is_complete_for():
    about = dict(described(offered(site_file(site("18BR00")))))

    assert about["Herkend als"] == "ons eigen bestand met alle schoolvestigingen (po en vo)"
    assert (about["Peildatum"], about["Rijen"], about["Scheidingsteken"]) == ("1 januari 2025", "1", "komma")
    assert "schoolvestigingen (voortgezet onderwijs)" in about["Volledig voor"]


def test_file_from_which_nothing_closes_says_so():
    about = dict(described(offered(b"bestuursnummer,naam\n41804,Stichting Voorbeeld\n")))

    assert about["Volledig voor"] == "niets: uit dit bestand vervalt niets"


def test_counts_per_kind():
    assert kind_rows(offered(site_file(site("18BR00"), site("18BR01")))) == [
        ("scholen", 1, 0, 0, 0),
        ("schoolvestigingen", 2, 0, 0, 0),
    ]


def test_large_closings_are_told_per_part():
    read_in(site_file(*(site(f"18BR{number:02}") for number in range(10))))

    assert large_closings(offered(site_file(site("18BR00")), SECOND)) == [
        ("schoolvestigingen (voortgezet onderwijs)", 9, 10)
    ]


def test_tabs_count_lines_and_leave_out_what_did_not_happen():
    imported = offered(site_file(site("18BR00"), site("18BR01", naam=" ")))

    assert outcome_tabs(imported, "refused") == [
        ("Alles (3)", "?", False),
        ("Nieuw (2)", "?uitkomst=new", False),
        ("Geweigerd (1)", "?uitkomst=refused", True),
    ]
