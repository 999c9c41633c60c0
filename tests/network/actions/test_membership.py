"""Joining, moving, leaving and mending memberships."""

from datetime import UTC, date, datetime
from itertools import pairwise
from threading import Thread

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.events import announcing
from steunpunt.foundation.events.models import Announcement
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.actions.membership import (
    add_member,
    correct_membership,
    end_membership,
    move_ring,
    remove_membership,
)
from steunpunt.network.events import MembershipChanged
from steunpunt.network.models import Membership, MembershipRole, Partnership, Ring
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import (
    BoardFactory,
    MembershipFactory,
    OrganisationFactory,
    PartnershipFactory,
    SiteFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
AUGUST = date(2027, 8, 1)


def _membership(**fields) -> Membership:
    facts = {"role": MembershipRole.SCHOOL, "ring": Ring.SHELL, "valid_from": AUGUST}
    return Membership(**{**facts, **fields})


def _periods(partnership):
    rows = Membership.objects.filter(partnership=partnership).order_by("valid_from")
    return [(row.ring, row.valid_from, row.valid_until) for row in rows]


def test_a_coordinator_adds_a_school_to_the_shell():
    partnership, site = PartnershipFactory(), SiteFactory()

    add_member(_membership(partnership=partnership, organisation=site), by=coordinator_of(partnership), at=NOW)

    assert _periods(partnership) == [("shell", AUGUST, None)]


@pytest.mark.parametrize("actor", [Actor.visitor, signed_in_actor], ids=["visitor", "signed in"])
def test_a_stranger_adds_nobody(actor):
    partnership, site = PartnershipFactory(), SiteFactory()

    with pytest.raises(Refusal, match="Alleen de coördinator"):
        add_member(_membership(partnership=partnership, organisation=site), by=actor(), at=NOW)


def test_the_coordinator_of_another_partnership_adds_nobody():
    partnership, site = PartnershipFactory(), SiteFactory()

    with pytest.raises(Refusal, match="Alleen de coördinator"):
        add_member(
            _membership(partnership=partnership, organisation=site), by=coordinator_of(PartnershipFactory()), at=NOW
        )


def test_the_same_organisation_twice_at_a_time_is_refused_whatever_the_ring():
    row = MembershipFactory(ring=Ring.CORE)

    with pytest.raises(Refusal, match="al lid") as refused:
        add_member(_membership(partnership=row.partnership, organisation=row.organisation), by=staff_actor(), at=NOW)
    assert refused.value.field == "valid_from"


def test_an_end_before_the_begin_is_refused_at_its_field():
    row = MembershipFactory(valid_from=date(2024, 8, 1))

    with pytest.raises(Refusal, match="einddatum") as refused:
        end_membership(row, date(2024, 7, 31), by=staff_actor(), at=NOW)
    assert refused.value.field == "valid_until"


@pytest.mark.parametrize(
    ("organisation", "role", "ring"),
    [
        (BoardFactory, MembershipRole.SCHOOL, Ring.CORE),
        (OrganisationFactory, MembershipRole.BOARD, ""),
        (SiteFactory, MembershipRole.INSTITUTE, ""),
    ],
    ids=["board as school", "municipality as board", "school as institute"],
)
def test_a_role_that_does_not_fit_is_refused(organisation, role, ring):
    row = _membership(partnership=PartnershipFactory(), organisation=organisation(), role=role, ring=ring)

    with pytest.raises(Refusal, match="kan niet in deze rol"):
        add_member(row, by=staff_actor(), at=NOW)


def test_a_board_has_no_ring():
    row = _membership(
        partnership=PartnershipFactory(), organisation=BoardFactory(), role=MembershipRole.BOARD, ring=Ring.CORE
    )

    with pytest.raises(Refusal, match="Alleen een school") as refused:
        add_member(row, by=staff_actor(), at=NOW)
    assert refused.value.field == "ring"


def test_a_school_that_is_closed_by_then_is_refused():
    site = SiteFactory(version__valid_until=date(2025, 8, 1))

    with pytest.raises(Refusal, match="gesloten") as refused:
        add_member(_membership(partnership=PartnershipFactory(), organisation=site), by=staff_actor(), at=NOW)
    assert refused.value.field == "organisation"


def test_joining_is_recorded_on_both_pages():
    partnership, site = PartnershipFactory(), SiteFactory(version__name="De Linde")

    add_member(_membership(partnership=partnership, organisation=site), by=staff_actor(), at=NOW)

    told = [history_of(reference)[0].summary for reference in (partnership.reference, site.reference)]
    assert told == ["De Linde doet mee als school, vanaf 1 augustus 2027."] * 2


def _notice(event):
    """Stands for a reaction of a room above."""


@pytest.fixture
def subscribed(monkeypatch):
    for register in ("_reactions", "_subscribers", "_events"):
        monkeypatch.setattr(announcing, register, {})
    announcing.subscribe(MembershipChanged, _notice)


def test_joining_is_announced(subscribed):
    partnership, site = PartnershipFactory(), SiteFactory()

    add_member(_membership(partnership=partnership, organisation=site), by=staff_actor(), at=NOW)

    payload = Announcement.objects.get().payload
    assert (payload["partnership"], payload["organisation"], payload["deed"]) == (
        partnership.public_id,
        site.public_id,
        "membership-added",
    )


def test_moving_to_the_shell_ends_the_old_period_and_begins_a_new_one():
    row = MembershipFactory(ring=Ring.CORE, valid_from=date(2020, 8, 1))

    move_ring(row, Ring.SHELL, AUGUST, by=staff_actor(), at=NOW)

    assert _periods(row.partnership) == [("core", date(2020, 8, 1), AUGUST), ("shell", AUGUST, None)]


@pytest.mark.parametrize(
    ("ring", "on"),
    [(Ring.CORE, AUGUST), (Ring.SHELL, date(2020, 8, 1)), (Ring.SHELL, date(2030, 8, 1))],
    ids=["same ring", "first day", "after the end"],
)
def test_a_move_that_is_none_is_refused(ring, on):
    row = MembershipFactory(ring=Ring.CORE, valid_from=date(2020, 8, 1), valid_until=date(2030, 8, 1))

    with pytest.raises(Refusal, match="Kies de andere ring"):
        move_ring(row, ring, on, by=staff_actor(), at=NOW)


def test_an_end_is_refused_while_a_next_period_is_planned():
    row = MembershipFactory(ring=Ring.CORE)
    move_ring(row, Ring.SHELL, AUGUST, by=staff_actor(), at=NOW)

    with pytest.raises(Refusal, match="volgende periode"):
        end_membership(row, date(2027, 1, 1), by=staff_actor(), at=NOW)


def test_leaving_keeps_the_past():
    row = MembershipFactory(valid_from=date(2020, 8, 1))

    end_membership(row, AUGUST, by=staff_actor(), at=NOW)

    assert _periods(row.partnership) == [("core", date(2020, 8, 1), AUGUST)]


def test_a_correction_rewrites_the_period_and_the_ledger_keeps_what_stood_there():
    row = MembershipFactory(ring=Ring.CORE, valid_from=date(2020, 8, 1))

    correct_membership(row, _membership(valid_from=date(2021, 8, 1)), by=staff_actor(), at=NOW)

    assert _periods(row.partnership) == [("shell", date(2021, 8, 1), None)]
    assert history_of(row.partnership.reference)[0].changes == {
        "kern of schil": ["kern", "schil"],
        "geldig vanaf": ["1 augustus 2020", "1 augustus 2021"],
    }


@pytest.mark.parametrize("moved_to", [date(2026, 8, 1), date(2028, 8, 1)], ids=["earlier", "later"])
def test_correcting_the_day_of_a_move_leaves_no_gap(moved_to):
    first = MembershipFactory(ring=Ring.CORE, valid_from=date(2020, 8, 1))
    second = move_ring(first, Ring.SHELL, AUGUST, by=staff_actor(), at=NOW)

    correct_membership(second, _membership(valid_from=moved_to), by=staff_actor(), at=NOW)

    assert _periods(first.partnership) == [("core", date(2020, 8, 1), moved_to), ("shell", moved_to, None)]


def test_a_correction_that_corrects_nothing_is_refused():
    row = MembershipFactory(ring=Ring.SHELL, valid_from=AUGUST)

    with pytest.raises(Refusal, match="niets veranderd"):
        correct_membership(row, _membership(), by=staff_actor(), at=NOW)


def test_a_mistake_is_taken_away_and_stays_in_the_ledger():
    row = MembershipFactory()

    remove_membership(row, by=staff_actor(), at=NOW)

    assert _periods(row.partnership) == []
    assert history_of(row.partnership.reference)[0].changes["rol"] == ["school", None]


def _attempt(deed, *arguments, actor):
    try:
        deed(*arguments, by=actor, at=NOW)
    except Refusal:
        return


DAYS = st.dates(date(2020, 1, 1), date(2024, 12, 31))
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "move", "end", "correct"]), st.integers(0, 5), DAYS, DAYS, st.sampled_from(Ring.values)
    ),
    min_size=2,
    max_size=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_people_do_the_periods_of_one_member_stay_apart(steps, db):
    Membership.objects.all().delete()
    partnership, site, actor = PartnershipFactory(), SiteFactory(), Actor.for_system("test")
    for deed, which, day, until, ring in steps:
        rows = list(Membership.objects.filter(partnership=partnership).order_by("pk"))
        if deed == "add" or not rows:
            new = _membership(partnership=partnership, organisation=site, ring=ring, valid_from=day)
            _attempt(add_member, new, actor=actor)
            continue
        row = rows[which % len(rows)]
        corrected = _membership(ring=ring, valid_from=day, valid_until=until)
        arguments = {"move": (row, ring, day), "end": (row, day), "correct": (row, corrected)}[deed]
        _attempt(
            {"move": move_ring, "end": end_membership, "correct": correct_membership}[deed], *arguments, actor=actor
        )

    periods = [(begin, end or date.max) for _ring, begin, end in _periods(partnership)]
    assert all(begin < end for begin, end in periods)
    assert all(one[1] <= other[0] for one, other in pairwise(periods))


@pytest.mark.django_db(transaction=True)
def test_two_coordinators_who_add_the_same_school_at_the_same_moment():
    partnership, site = PartnershipFactory(), SiteFactory()
    answers = []

    def add():
        row = _membership(partnership=Partnership.objects.get(pk=partnership.pk), organisation=site)
        try:
            add_member(row, by=Actor.for_system("test"), at=NOW)
            answers.append("added")
        except Refusal as refusal:
            answers.append(refusal.field)
        finally:
            connection.close()

    threads = [Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == ["added", "valid_from"]
