"""Staff and open questions: what waits, answering, joining, closing."""

import pytest

from steunpunt.foundation.outbox.models import Mail
from steunpunt.knowledge.models import QuestionOrigin, QuestionState
from tests.factories.foundation import UserFactory, sign_in_staff
from tests.factories.knowledge import KnowledgeItemFactory, OpenQuestionFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.views.test_items import text_of

pytestmark = pytest.mark.django_db
LIST, QUEUE = "/gereedschapskist/open-vragen/", "/gereedschapskist/wacht/"


@pytest.fixture
def staff(client):
    sign_in_staff(client)
    return client


@pytest.fixture
def question():
    return OpenQuestionFactory(text="Hoe leert een starter plannen?", followers=[UserFactory(email="wil@example.nl")])


@pytest.mark.parametrize("deed", ["antwoord", "samen", "onderzoek", "sluiten"])
def test_only_staff_decide(client, question, deed):
    address = f"{LIST}{question.public_id}/{deed}/"

    assert "/account/login/" in client.post(address)["Location"]
    client.force_login(UserFactory())
    assert client.post(address).status_code == 403
    assert client.get(QUEUE).status_code == 403


def test_the_queue_counts_followers_and_shows_themes(staff, question):
    question.themes.set([ThemeFactory(title="Starters", slug="starters")])
    OpenQuestionFactory(text="Ander onderwerp")

    page = text_of(staff.get(QUEUE, {"thema": "starters"}))

    assert "Hoe leert een starter plannen?" in page
    assert "1 volger ·" in page
    assert "· Starters" in page
    assert "Ander onderwerp" not in page


def test_the_queue_takes_as_many_queries_for_three_as_for_one(staff, question, django_assert_max_num_queries):
    theme = ThemeFactory()
    question.themes.set([theme])
    staff.get(QUEUE)
    with django_assert_max_num_queries(100) as one:
        staff.get(QUEUE)
    OpenQuestionFactory(themes=[theme])
    OpenQuestionFactory(themes=[theme])

    with django_assert_max_num_queries(len(one)):
        staff.get(QUEUE)


def test_staff_see_on_the_front_page_what_waits(staff, question):
    assert "1 vraag wacht op antwoord" in text_of(staff.get("/"))


def test_an_answer_with_an_item_reaches_whoever_follows(staff, question):
    item = KnowledgeItemFactory(version__title="Plannen met starters")
    address = f"{LIST}{question.public_id}/antwoord/"

    form = text_of(staff.get(address))
    page = text_of(staff.post(address, {"items": item.public_id, "sentence": "Begin klein."}, follow=True))

    assert "Plannen met starters" in form
    assert "Het antwoord" in page
    assert "Begin klein." in Mail.objects.get(to="wil@example.nl").text


def test_searching_keeps_what_was_ticked_and_typed_and_answers_nothing(staff, question):
    ticked = KnowledgeItemFactory(version__title="Plannen met starters")
    KnowledgeItemFactory(version__title="Peer review oefenen")
    given = {"items": ticked.public_id, "sentence": "Half af", "zoek": "review", "deed": "zoeken"}

    page = text_of(staff.post(f"{LIST}{question.public_id}/antwoord/", given))

    question.refresh_from_db()
    assert question.state == QuestionState.OPEN
    assert f'value="{ticked.public_id}" id="id_items_0" aria-' in page or f'value="{ticked.public_id}"' in page
    assert "checked" in page
    assert "Peer review oefenen" in page
    assert "Half af" in page


def test_an_item_that_was_proposed_is_ticked(staff, question):
    item = KnowledgeItemFactory(version__title="Iets heel anders", version__outcome="")

    page = text_of(staff.get(f"{LIST}{question.public_id}/antwoord/", {"item": item.public_id}))

    assert "Iets heel anders" in page
    assert "checked" in page


def test_an_answer_without_item_or_sentence_is_said_at_the_field(staff, question):
    page = staff.post(f"{LIST}{question.public_id}/antwoord/", {"sentence": " "})

    assert page.status_code == 422
    assert "Kies minstens één bijdrage" in text_of(page)
    assert "Schrijf in een zin" in text_of(page)


def test_a_double_is_joined(staff, question):
    double = OpenQuestionFactory(text="Hoe leren starters plannen?")
    address = f"{LIST}{double.public_id}/samen/"

    form = text_of(staff.get(address))
    page = text_of(staff.post(address, {"into": question.public_id}, follow=True))

    assert question.text in form
    assert "Ook zo gevraagd" in page
    assert double.text in page


def test_another_question_to_join_is_searched_for(staff, question):
    other = OpenQuestionFactory(text="Wat kost peer review?")

    page = text_of(staff.post(f"{LIST}{question.public_id}/samen/", {"zoek": "peer", "deed": "zoeken"}))

    assert other.text in page
    assert (
        text_of(staff.post(f"{LIST}{question.public_id}/samen/", {"zoek": "zzz", "deed": "zoeken"})).count(
            "Geen andere vraag"
        )
        == 1
    )


def test_a_question_is_closed_with_a_reason(staff, question):
    address = f"{LIST}{question.public_id}/sluiten/"

    refused = staff.post(address, {"reason": ""})
    page = text_of(staff.post(address, {"reason": "Gaat over iets anders."}, follow=True))

    assert refused.status_code == 422
    assert "Gaat over iets anders." in page
    assert "Beantwoorden" not in page


def test_a_question_goes_to_the_research_agenda(staff, question):
    theme = ThemeFactory()
    question.themes.set([theme])
    address = f"{LIST}{question.public_id}/onderzoek/"
    page = text_of(staff.get(address))
    assert all(f'name="{name}"' in page for name in ("text", "level", "themes"))

    said = {"text": "Wat helpt starters om te plannen?", "level": "nation", "themes": [theme.pk]}
    assert staff.post(address, said | {"level": ""}).status_code == 422
    staff.post(address, said)

    page = text_of(staff.get(f"{LIST}{question.public_id}/"))
    assert "Wat helpt starters om te plannen?" in page
    assert "onderzoek/" not in page
    assert "Hoe leert een starter plannen?" in text_of(
        staff.get(f"/onderzoeksagenda/{QuestionOrigin.objects.get().question.slug}/")
    )


@pytest.mark.parametrize(
    ("deed", "said"), [("antwoord", {"items": "\x00"}), ("samen", {"into": "\x00"}), ("antwoord", {"zoek": "\x00"})]
)
def test_nothing_odd_breaks_a_page(staff, question, deed, said):
    assert staff.post(f"{LIST}{question.public_id}/{deed}/", said).status_code == 422
    assert staff.get(f"{LIST}{question.public_id}/{deed}/", {"item": "\x00"}).status_code == 200
