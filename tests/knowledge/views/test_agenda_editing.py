"""The editors' pages of the agenda."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from steunpunt.knowledge.models import QuestionStatus, ResearchQuestion
from tests.factories.foundation import sign_in_staff
from tests.factories.knowledge import KnowledgeItemFactory, ResearchQuestionFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db
AGENDA = "/onderzoeksagenda/"
DEEDS = ["op-de-agenda", "wijzigen", "stand", "antwoord", "afvoeren", "terugzetten", "samenvoegen", "losmaken"]


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def staff(client):
    return sign_in_staff(client)


def address(question, part):
    return f"{AGENDA}{question.slug}/{part}/"


@pytest.mark.parametrize("part", DEEDS)
def test_a_member_does_not_get_at_the_editors_pages(client, part):
    question = ResearchQuestionFactory()
    client.force_login(member_of().account)

    assert client.post(address(question, part)).status_code == 403
    assert client.get(f"{AGENDA}redactie/").status_code == 403


def test_the_queue_shows_what_waits_with_what_it_looks_like(client, staff):
    shown = ResearchQuestionFactory(text="Wat doet reistijd met motivatie van studenten?")
    ResearchQuestionFactory(text="Wat doet reistijd met de motivatie van studenten?", accepted_at=None)
    ResearchQuestionFactory(text="Te breed?", status=QuestionStatus.RETIRED, status_reason="Gesplitst.")
    ResearchQuestionFactory(text="Opgegaan?", merged_into=shown, merged_at=NOW)

    page = text_of(client.get(f"{AGENDA}redactie/"))

    assert "Lijkt op:" in page
    assert "Gesplitst." in page
    assert "opgegaan in" in page


def test_an_empty_queue_says_so(client, staff):
    assert "Stelt iemand een vraag voor" in text_of(client.get(f"{AGENDA}redactie/"))


def test_accepting_by_a_button(client, staff):
    question = ResearchQuestionFactory(accepted_at=None)
    assert "Ja, zet op de agenda" in text_of(client.get(address(question, "op-de-agenda")))

    client.post(address(question, "op-de-agenda"))

    question.refresh_from_db()
    assert question.accepted_at is not None


def test_revising_warns_who_looked_at_an_older_state(client, staff):
    question = ResearchQuestionFactory()
    given = {"text": "Beter?", "level": "nation", "themes": [ThemeFactory().pk], "revision": 1}

    client.post(address(question, "wijzigen"), given)
    late = client.post(address(question, "wijzigen"), given | {"text": "Later?"})

    question.refresh_from_db()
    assert (question.text, question.level) == ("Beter?", "nation")
    assert late.status_code == 422
    assert "Later?" in text_of(late)


def test_a_status_with_its_reason(client, staff):
    question = ResearchQuestionFactory()

    refused = client.post(address(question, "stand"), {"status": "answered"})
    client.post(address(question, "stand"), {"status": "answered", "reason": "De studie is klaar."})

    assert refused.status_code == 422
    assert "De studie is klaar." in text_of(client.get(f"{AGENDA}{question.slug}/"))


def test_an_answer_with_an_item_that_was_looked_for(client, staff):
    question = ResearchQuestionFactory()
    item = KnowledgeItemFactory(version__title="Reistijd meten")
    page = f"{address(question, 'antwoord')}?zoek=reistijd"
    assert "Reistijd meten" in text_of(client.get(page))

    client.post(page, {"text": "Het scheelt.", "items": [item.pk], "is_final": "on"})

    question.refresh_from_db()
    assert question.status == QuestionStatus.ANSWERED
    assert list(question.answers.get().items.all()) == [item]


def test_looking_for_an_item_keeps_what_was_written(client, staff):
    question, ticked = ResearchQuestionFactory(), KnowledgeItemFactory(version__title="Al gekozen")
    KnowledgeItemFactory(version__title="Reistijd meten")
    typed = {
        "deed": "zoeken",
        "zoek": "reistijd",
        "text": "Het scheelt een uur.",
        "items": [ticked.pk],
        "is_final": "on",
    }

    page = client.post(address(question, "antwoord"), typed)

    form = page.context["form"]
    assert page.status_code == 200
    assert not question.answers.exists()
    assert [title for _key, title in form.fields["items"].choices] == ["Al gekozen", "Reistijd meten"]
    assert (form["text"].value(), form["items"].value()) == ("Het scheelt een uur.", [str(ticked.pk)])
    assert form["is_final"].value()


def test_looking_for_a_question_keeps_the_reason(client, staff):
    merged, kept = ResearchQuestionFactory(), ResearchQuestionFactory(text="Wat doet reistijd?")
    typed = {"deed": "zoeken", "zoek": "reistijd", "reason": "Het zijn dezelfde woorden."}

    page = client.post(address(merged, "samenvoegen"), typed)

    assert page.context["form"]["reason"].value() == "Het zijn dezelfde woorden."
    assert kept.text in text_of(page)


def test_retiring_and_bringing_back(client, staff):
    question = ResearchQuestionFactory()

    client.post(address(question, "afvoeren"), {"reason": "Te breed."})
    question.refresh_from_db()
    retired = question.status
    client.post(address(question, "terugzetten"))
    question.refresh_from_db()

    assert (retired, question.status) == (QuestionStatus.RETIRED, QuestionStatus.OPEN)


def test_merging_and_undoing_from_the_pages(client, staff):
    kept, merged = ResearchQuestionFactory(text="Wat doet reistijd?"), ResearchQuestionFactory(text="Reistijd, en dan?")
    page = f"{address(merged, 'samenvoegen')}?zoek=reistijd"
    assert kept.text in text_of(client.get(page))

    answer = client.post(page, {"kept": kept.public_id, "reason": "Hetzelfde"})
    together = text_of(client.get(f"{AGENDA}{kept.slug}/"))
    client.post(address(merged, "losmaken"))

    merged.refresh_from_db()
    assert answer.headers["Location"] == f"{AGENDA}{kept.slug}/"
    assert "Opgegaan in deze vraag" in together
    assert merged.merged_into is None


def test_choosing_nothing_to_merge_with_is_said_at_the_field(client, staff):
    merged = ResearchQuestionFactory()

    answer = client.post(address(merged, "samenvoegen"), {})

    assert answer.status_code == 422
    assert "Kies een regel uit de lijst." in text_of(answer)
    assert ResearchQuestion.objects.filter(merged_into__isnull=False).count() == 0


@pytest.mark.parametrize(("accepted_at", "promised"), [(NOW, True), (None, False)])
def test_mail_is_promised_only_when_it_is_sent(client, staff, accepted_at, promised):
    question = ResearchQuestionFactory(accepted_at=accepted_at)

    page = text_of(client.post(address(question, "antwoord"), {"text": "Half."}, follow=True))

    assert "Erbij gezet." in page
    assert ("krijgt mail" in page) is promised


def test_the_words_of_an_origin_are_changed_from_its_question(client, staff):
    question = ResearchQuestionFactory(origin__wording="Waarom doet Jan dit?")
    where = f"{AGENDA}herkomst/{question.origins.get().public_id}/wijzigen/"

    offered = where in text_of(client.get(f"{AGENDA}{question.slug}/"))
    asked = text_of(client.get(where))
    page = text_of(client.post(where, {"wording": "Waarom doet een school dit?"}, follow=True))

    assert (offered, "Waarom doet Jan dit?" in asked) == (True, True)
    assert "Waarom doet een school dit?" in page
    assert "Jan" not in page


def test_the_words_of_an_origin_are_for_editors(client):
    origin = ResearchQuestionFactory().origins.get()
    client.force_login(member_of().account)

    assert client.post(f"{AGENDA}herkomst/{origin.public_id}/wijzigen/", {"wording": "Anders?"}).status_code == 403


def test_the_front_page_tells_editors_that_a_proposal_waits(client, staff):
    ResearchQuestionFactory(accepted_at=None)

    shown = text_of(client.get("/"))
    client.force_login(member_of().account)

    assert "1 voorstel voor de onderzoeksagenda wacht" in shown
    assert f'href="{AGENDA}redactie/"' in shown
    assert "voor de onderzoeksagenda wacht" not in text_of(client.get("/"))


def test_the_queue_asks_as_many_queries_for_three_as_for_one(client, staff, django_assert_max_num_queries):
    ResearchQuestionFactory(text="Wat doet reistijd met motivatie van studenten?")

    def waits():
        ResearchQuestionFactory(text="Wat doet reistijd met de motivatie van studenten?", accepted_at=None)

    waits()
    with CaptureQueriesContext(connection) as one:
        client.get(f"{AGENDA}redactie/")
    waits()
    waits()

    with django_assert_max_num_queries(len(one)):
        page = text_of(client.get(f"{AGENDA}redactie/"))
    assert page.count("Lijkt op:") == 3
