"""Walking the trees of organisations."""

from datetime import date

import pytest

from steunpunt.network.queries.trees import falls_under, is_succeeded_by
from tests.factories.network import BoardFactory, OrganisationVersionFactory, SiteFactory, SuccessionFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


def test_by_any_number_of_steps():
    top = BoardFactory()
    middle = BoardFactory(version__part_of=top)
    site = SiteFactory(version__part_of=middle)

    assert (falls_under(site, top, DAY), falls_under(top, site, DAY)) == (True, False)


def test_what_is_over_does_not_count():
    board = BoardFactory()
    site = SiteFactory(version__part_of=board, version__valid_until=DAY)

    assert not falls_under(site, board, DAY)


def test_what_is_planned_counts():
    board = BoardFactory()
    site = SiteFactory(version=False)
    OrganisationVersionFactory(organisation=site, part_of=board, valid_from=date(2030, 1, 1))

    assert falls_under(site, board, DAY)


def test_a_circle_that_stands_already_holds_nobody():
    one, two, other = BoardFactory.create_batch(3)
    one.versions.update(part_of=two)
    two.versions.update(part_of=one)

    assert not falls_under(one, other, DAY)


def test_successors_by_any_number_of_steps():
    first = SuccessionFactory()
    last = SuccessionFactory(predecessor=first.successor)

    assert is_succeeded_by(first.predecessor, last.successor)
    assert not is_succeeded_by(last.successor, first.predecessor)
