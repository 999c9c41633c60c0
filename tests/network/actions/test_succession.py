"""Who carries on whom."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.actions.succession import add_succession, remove_succession
from steunpunt.network.models import Succession, SuccessionKind
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import SiteFactory, SuccessionFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def _add(old, new, by=None):
    row = Succession(predecessor=old, successor=new, on=date(2026, 8, 1), kind=SuccessionKind.MERGER)
    return add_succession(row, by=by or staff_actor(), at=NOW)


def test_a_merger_is_told_on_both_pages():
    old, new = SiteFactory(version__name="De Es"), SiteFactory(version__name="De Linde")

    _add(old, new)

    told = [history_of(site.reference)[0].summary for site in (old, new)]
    assert told == ["De Es gaat verder als De Linde (fusie op 1 augustus 2026)."] * 2


def test_others_add_none():
    with pytest.raises(Refusal, match="Alleen medewerkers"):
        _add(SiteFactory(), SiteFactory(), by=signed_in_actor())


def test_a_circle_is_refused():
    one, two, three = SiteFactory.create_batch(3)
    _add(one, two)
    _add(two, three)

    with pytest.raises(Refusal, match="omweg") as refused:
        _add(three, one)
    assert refused.value.field == "successor"


def test_nobody_succeeds_itself():
    site = SiteFactory()

    with pytest.raises(Refusal, match="omweg"):
        _add(site, site)


def test_the_same_succession_twice_is_refused_in_words():
    row = SuccessionFactory()

    with pytest.raises(Refusal, match="staat er al"):
        _add(row.predecessor, row.successor)


def test_two_that_go_into_one_are_no_circle():
    one, two, three = SiteFactory.create_batch(3)
    _add(one, three)

    assert _add(two, three).pk


def test_a_mistake_is_taken_away_and_recorded():
    row = SuccessionFactory()

    remove_succession(row, by=staff_actor(), at=NOW)

    assert not Succession.objects.exists()
    assert history_of(row.successor.reference)[0].deed == "succession-removed"


def test_others_take_nothing_away():
    with pytest.raises(Refusal):
        remove_succession(SuccessionFactory(), by=signed_in_actor(), at=NOW)
