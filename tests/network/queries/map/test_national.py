"""The picture of the country: light to send, and complete."""

import gzip
from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.map import national
from steunpunt.network.queries.map.national import national_dots, national_picture
from tests.factories.network import MembershipFactory, PartnershipFactory, SiteFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)
VISITOR = Actor.visitor()


def drawing():
    return gzip.decompress(national_dots(VISITOR, DAY).packed).decode()


def test_title_counts_the_partnerships():
    PartnershipFactory()
    PartnershipFactory()

    assert national_picture(VISITOR, DAY).title == "2 partnerschappen op de kaart van Nederland"


def test_partnership_without_schools_is_counted_but_not_drawn():
    PartnershipFactory()

    assert national_picture(VISITOR, DAY).nodes == []


def test_core_and_shell_have_marks_and_lines():
    partnership = PartnershipFactory()
    MembershipFactory(partnership=partnership)
    MembershipFactory(partnership=partnership, shell=True)
    MembershipFactory(partnership=partnership, shell=True)

    picture = national_picture(VISITOR, DAY)

    assert [mark.ring for mark in picture.schools] == ["shell", "shell", "core"]
    assert (picture.core_lines.count("M"), picture.shell_lines.count("M")) == (1, 2)


def test_with_many_partnerships_only_their_nodes_are_drawn(monkeypatch):
    monkeypatch.setattr(national, "MOST_WITH_SCHOOLS", 1)
    MembershipFactory()
    MembershipFactory()

    picture = national_picture(VISITOR, DAY)

    assert (len(picture.nodes), picture.schools, picture.core_lines) == (2, [], "")


def test_schools_on_one_spot_are_one_dot():
    SiteFactory()
    SiteFactory()
    SiteFactory(version__latitude=53.2)

    assert drawing().count("h0") == 2


def test_dots_can_be_used_by_other_pictures():
    SiteFactory()

    assert [name for name in ("land", "grenzen", "scholen") if f'id="{name}"' in drawing()] == [
        "land",
        "grenzen",
        "scholen",
    ]


def test_version_of_the_dots_changes_with_a_new_school():
    SiteFactory()
    before = national_dots(VISITOR, DAY).version
    SiteFactory(version__latitude=53.2)

    assert national_dots(VISITOR, DAY).version != before
