"""Every record is asked for once more before it is shown, and titles come out as they went in."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.documents import Hit, Piece
from steunpunt.foundation.search.results import results_of
from tests.factories.network import PartnershipFactory, SiteFactory, ThemeFactory

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()


def hit(reference, title="Titel"):
    return Hit(reference, 1.0, (Piece(title, marked=True),), (Piece("tekst"),))


def test_results_stand_in_the_order_of_the_hits_over_all_kinds():
    partnership, theme = PartnershipFactory(), ThemeFactory()
    references = [f"thema:{theme.public_id}", partnership.reference]

    found = results_of(VISITOR, [hit(one) for one in references])

    assert [one.reference for one in found] == references
    assert [one.name for one in found] == ["thema", "partnerschap"]
    assert found[1].url == f"/partnerschappen/{partnership.slug}/"


def test_what_is_gone_or_of_no_known_kind_is_left_out():
    partnership = PartnershipFactory()

    found = results_of(VISITOR, [hit("partnerschap:weg"), hit("winkel:1"), hit(partnership.reference)])

    assert [one.reference for one in found] == [partnership.reference]


def test_a_kind_whose_card_tells_it_all_shows_no_passage():
    partnership, site = PartnershipFactory(), SiteFactory()

    found = results_of(VISITOR, [hit(partnership.reference), hit(f"school:{site.public_id}")])

    assert [bool(one.passage) for one in found] == [True, False]
    assert found[0].plain_title == "Titel"


def test_three_results_take_as_many_queries_as_one():
    numbers = []
    rows = PartnershipFactory.create_batch(3)
    results_of(VISITOR, [hit(rows[0].reference)])
    for some in (rows[:1], rows):
        with CaptureQueriesContext(connection) as queries:
            results_of(VISITOR, [hit(row.reference) for row in some])
        numbers.append(len(queries))

    assert numbers[0] == numbers[1]
