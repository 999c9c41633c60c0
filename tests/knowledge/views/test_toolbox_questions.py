"""Open questions for everybody: the list, one question, following."""

import pytest

from steunpunt.knowledge.models import Audience, QuestionState
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import KnowledgeItemFactory, OpenQuestionFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW
from tests.knowledge.views.test_items import text_of

pytestmark = pytest.mark.django_db
LIST = "/gereedschapskist/open-vragen/"


def answered(**facts):
    return OpenQuestionFactory(state=QuestionState.ANSWERED, answer="Begin klein.", decided_at=NOW, **facts)


def test_the_empty_list_leads_to_the_toolbox(client):
    assert "Naar de gereedschapskist" in text_of(client.get(LIST))


def test_open_and_answered_questions_each_have_their_list_by_theme(client):
    theme = ThemeFactory(slug="starters", title="Starters")
    OpenQuestionFactory(text="Deze wacht", themes=[theme])
    OpenQuestionFactory(text="Ander thema", themes=[ThemeFactory()])
    answered(text="Deze is beantwoord", themes=[theme])
    OpenQuestionFactory(text="Gesloten", state=QuestionState.CLOSED, reason="x", themes=[theme])

    waiting = text_of(client.get(LIST, {"thema": "starters"}))
    done = text_of(client.get(LIST, {"stand": "beantwoord"}))

    assert "Deze wacht" in waiting
    assert "Ander thema" not in waiting
    assert "Gesloten" not in waiting
    assert "Deze is beantwoord" in done
    assert "Deze wacht" not in done


def test_the_list_takes_as_many_queries_for_three_as_for_one(client, django_assert_max_num_queries):
    theme = ThemeFactory()
    OpenQuestionFactory(themes=[theme], followers=[UserFactory()])
    client.get(LIST)
    with django_assert_max_num_queries(100) as one:
        client.get(LIST)
    OpenQuestionFactory(themes=[theme], followers=[UserFactory()])
    OpenQuestionFactory(themes=[theme])

    with django_assert_max_num_queries(len(one)):
        assert "3 vragen" in text_of(client.get(LIST))


def test_a_question_shows_everything_but_who_asked(client):
    asker = UserFactory(first_name="Zonneveld", last_name="Zeldzaam", email="zonneveld@example.nl")
    question = OpenQuestionFactory(text="Hoe?", asked_by=asker, for_whom="starters", hours=8, followers=[asker])
    OpenQuestionFactory(text="Anders gezegd", state=QuestionState.CLOSED, merged_into=question)

    page = text_of(client.get(f"{LIST}{question.public_id}/"))

    assert "starters" in page
    assert "8 uur" in page
    assert "1 persoon" in page
    assert "Anders gezegd" in page
    assert "Log in en volg deze vraag" in page
    assert "onneveld" not in page
    assert "Zeldzaam" not in page
    assert "Samenvoegen" not in page


def test_an_answer_shows_only_items_that_the_reader_may_see(client):
    question = answered()
    question.items.set(
        [
            KnowledgeItemFactory(version__title="Voor iedereen"),
            KnowledgeItemFactory(version__title="Alleen leden", audience=Audience.MEMBERS),
        ]
    )

    page = text_of(client.get(f"{LIST}{question.public_id}/"))

    assert "Begin klein." in page
    assert "Voor iedereen" in page
    assert "Alleen leden" not in page


def test_what_was_closed_is_for_whoever_follows(client):
    account = UserFactory()
    question = OpenQuestionFactory(state=QuestionState.CLOSED, reason="Gaat over iets anders.", followers=[account])
    address = f"{LIST}{question.public_id}/"

    assert client.get(address).status_code == 404
    client.force_login(account)
    assert "Gaat over iets anders." in text_of(client.get(address))


def test_a_joined_question_leads_to_the_one_that_remains(client):
    target, account = OpenQuestionFactory(), UserFactory()
    double = OpenQuestionFactory(state=QuestionState.CLOSED, merged_into=target, asked_by=account)
    client.force_login(account)

    assert client.get(f"{LIST}{double.public_id}/")["Location"] == f"{LIST}{target.public_id}/"
    client.logout()
    assert client.get(f"{LIST}{double.public_id}/")["Location"] == f"{LIST}{target.public_id}/"


def test_following_and_stopping(client):
    account, question = UserFactory(), OpenQuestionFactory()
    client.force_login(account)
    address = f"{LIST}{question.public_id}/"

    followed = text_of(client.post(f"{address}volgen/", follow=True))
    assert question.followers.get().account == account
    stopped = text_of(client.post(f"{address}stoppen/", follow=True))

    assert "Je volgt deze vraag." in followed
    assert "Je volgt deze vraag niet meer." in stopped
    assert not question.followers.exists()


def test_following_needs_an_account_and_a_button(client):
    question = OpenQuestionFactory()
    address = f"{LIST}{question.public_id}/volgen/"

    assert "/account/login/" in client.post(address)["Location"]
    client.force_login(UserFactory())
    client.get(address)

    assert not question.followers.exists()


def test_ones_own_page_shows_what_one_follows(client):
    account = UserFactory()
    client.force_login(account)
    assert "Vragen die ik volg" not in text_of(client.get("/mijn/"))
    OpenQuestionFactory(text="Deze volg ik", followers=[account])

    assert "Deze volg ik" in text_of(client.get("/mijn/"))
