"""Which tokens somebody holds, and which questions may be kept."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.rules import may_be_kept, plain_question, tokens_of
from tests.factories.foundation import EditorFactory, signed_in_actor, staff_actor
from tests.factories.network import PartnershipFactory, coordinator_of

pytestmark = pytest.mark.django_db


def test_a_visitor_holds_what_everybody_holds():
    assert tokens_of(Actor.visitor()) == ("public",)


def test_an_account_and_staff_hold_more():
    assert tokens_of(signed_in_actor()) == ("public", "signed_in")
    assert tokens_of(staff_actor()) == ("public", "signed_in", "staff")


def test_staff_without_second_factor_are_no_staff():
    assert "staff" not in tokens_of(Actor.of(EditorFactory(), second_factor=False))


def test_rooms_say_what_else_somebody_holds():
    partnership = PartnershipFactory()

    assert tokens_of(coordinator_of(partnership)) == (
        "members",
        f"partnership:{partnership.public_id}",
        "public",
        "signed_in",
    )


@pytest.mark.parametrize("text", ["begeleiding van starters", "00AH00", "scholen in 2024", "9711 LX"])
def test_ordinary_questions_may_be_kept(text):
    assert may_be_kept(text)


@pytest.mark.parametrize(
    "text", ["", "noor@school.example", "06-12345678", "06 12 34 56 78", "https://x.example", "(050) 123 45 67"]
)
def test_what_looks_like_an_address_or_a_number_is_not_kept(text):
    assert not may_be_kept(text)


def test_the_same_question_is_one_question():
    assert plain_question("  Begeleiding  van\tStarters ") == "begeleiding van starters"
