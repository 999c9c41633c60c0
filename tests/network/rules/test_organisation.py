"""Who may change organisations, and what can be so."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.models import OrganisationKind
from steunpunt.network.rules.organisation import (
    can_be_added,
    can_fall_under,
    can_succeed,
    is_from_register,
    may_edit_organisations,
    may_edit_surroundings,
)
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import BoardFactory, OrganisationFactory, SiteFactory, SuccessionFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("actor", "may"), [(Actor.visitor, False), (signed_in_actor, False), (staff_actor, True)], ids=["v", "s", "staff"]
)
def test_staff_keep_organisations_and_surroundings(actor, may):
    assert (may_edit_organisations(actor()), may_edit_surroundings(actor())) == (may, may)


@pytest.mark.parametrize(
    ("kind", "code", "listed"),
    [
        (OrganisationKind.SCHOOL_SITE, "00AA00", True),
        (OrganisationKind.SCHOOL_SITE, "", False),
        (OrganisationKind.MUNICIPALITY, "GM0344", False),
    ],
)
def test_the_register_lists_kinds_with_a_code(kind, code, listed):
    organisation = OrganisationFactory.build(kind=kind, code=code)

    assert (is_from_register(organisation), can_be_added(organisation)) == (listed, not listed)


def test_nothing_falls_under_itself_or_below_itself():
    top = BoardFactory()
    site = SiteFactory(version__part_of=top)

    assert [can_fall_under(top, parent, TODAY) for parent in (top, site, BoardFactory(), None)] == [
        False,
        False,
        True,
        True,
    ]


def test_nobody_succeeds_itself_by_a_detour():
    row = SuccessionFactory()

    assert not can_succeed(row.successor, row.predecessor)
    assert can_succeed(row.predecessor, row.successor)
