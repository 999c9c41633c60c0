"""The pages of the toolbox: from a question to methods, and leaving a question open."""

import pytest

from steunpunt.knowledge.models import Audience, OpenQuestion, QuestionState
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import KnowledgeItemFactory, OpenQuestionFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW
from tests.knowledge.views.test_items import text_of

pytestmark = pytest.mark.django_db
PAGE, ASK = "/gereedschapskist/", "/gereedschapskist/vraag/"


def test_an_empty_toolbox_says_what_you_can_do(client):
    page = text_of(client.get(PAGE))

    assert "Stel de eerste vraag" in page
    assert "Vaak gevraagd" not in page


def test_the_start_shows_what_others_asked(client):
    OpenQuestionFactory(text="Hoe leert een starter?", state=QuestionState.ANSWERED, answer="Zo.", decided_at=NOW)
    OpenQuestionFactory(text="Wie weet dit?", followers=[UserFactory()])

    page = text_of(client.get(PAGE))

    assert "?q=Hoe+leert+een+starter%3F" in page
    assert "1 volger" in page
    assert "1 open vraag" in page


def test_methods_come_with_figures_rules_and_reasons(client):
    theme = ThemeFactory(title="Starters begeleiden", slug="starters")
    KnowledgeItemFactory(
        version__title="Leerteam voor starters",
        version__effort_hours=14,
        version__evidence="several",
        version__phases=["induction"],
        version__themes=[theme],
    )
    KnowledgeItemFactory(version__title="Geheim leerteam voor starters", audience=Audience.MEMBERS)

    page = text_of(client.get(PAGE, {"q": "starters", "thema": "starters", "fase": "induction"}))

    assert "1 methode die past" in page
    assert "gemiddeld (14 uur)" in page
    assert "Tot en met 4 uur heet weinig" in page
    assert "onbekend" in page
    assert "woorden: starters · thema: Starters begeleiden · fase: inductie" in page
    assert "Geheim" not in page
    assert "eenvoudige manier" in page


def test_what_differs_stands_apart_and_what_nobody_says_is_told(client):
    KnowledgeItemFactory(version__title="Starters", version__effort_hours=40)

    page = text_of(client.get(PAGE, {"q": "starters met autisme", "tijd": "8"}))

    assert "Nog geen methode die past" in page
    assert "Vraagt meer tijd of andere aantallen" in page
    assert "tijd: 40 uur" in page
    assert "Geen van deze methoden noemt: <b>autisme</b>" in page


def test_everything_typed_stays_and_what_is_wrong_is_said_at_the_field(client):
    page = client.get(PAGE, {"q": "hoe <b>?", "groep": "veel", "voor": "zij-instromers", "tijd": "8"})

    assert page.status_code == 200
    text = text_of(page)
    assert 'value="hoe &lt;b&gt;?"' in text
    assert 'value="veel"' in text
    assert 'value="zij-instromers"' in text
    assert '<option value="8" selected>' in text
    assert "Vul een getal in" in text


@pytest.mark.parametrize(
    "query", ["q=%00", "q=a%00b&thema=%00", "groep=99999999999999999999", "tijd=x&fase=y&sector=z", "q=" + "a" * 5000]
)
def test_no_address_breaks_the_page(client, query):
    assert client.get(f"{PAGE}?{query}").status_code == 200


def test_themes_are_proposed_from_the_words(client):
    ThemeFactory(title="Begeleiden op de werkplek", slug="werkplek")
    ThemeFactory(title="Peer review", slug="review")

    page = text_of(client.get(PAGE, {"q": "begeleiden op de werkplek"}))

    assert 'value="werkplek"' in page
    assert "Begeleiden op de werkplek" in page


def test_the_sector_of_this_browser_is_filled_in(client):
    client.cookies["sector"] = "vo"

    assert '<option value="vo" selected>' in text_of(client.get(PAGE))
    assert '<option value="vo" selected>' not in text_of(client.get(PAGE, {"sector": ""}))


def test_the_same_question_asked_before_stands_on_top(client):
    OpenQuestionFactory(
        text="hoe leert een starter plannen?", state=QuestionState.ANSWERED, answer="Zo doe je dat.", decided_at=NOW
    )

    page = text_of(client.get(PAGE, {"q": "hoe leert een starter plannen"}))

    assert "Dit is eerder beantwoord" in page
    assert "Zo doe je dat." in page


def test_three_methods_take_as_many_queries_as_one(client, django_assert_max_num_queries):
    theme = ThemeFactory()
    KnowledgeItemFactory(version__title="Starters", version__themes=[theme])
    client.get(PAGE, {"q": "starters"})
    with django_assert_max_num_queries(100) as one:
        client.get(PAGE, {"q": "starters"})
    KnowledgeItemFactory(version__title="Starters", version__themes=[theme])
    KnowledgeItemFactory(version__title="Starters", version__themes=[theme])

    with django_assert_max_num_queries(len(one)):
        assert "3 methoden die passen" in text_of(client.get(PAGE, {"q": "starters"}))


def test_a_visitor_signs_in_first_and_keeps_the_question(client):
    answer = client.get(ASK, {"q": "hoe?", "fase": "training"})

    assert answer.status_code == 302
    assert "/account/login/" in answer["Location"]
    assert "q%3Dhoe%253F" in answer["Location"]


def test_the_question_as_it_was_sharpened_is_left_open(client):
    theme, account = ThemeFactory(slug="starters"), UserFactory()
    client.force_login(account)
    OpenQuestionFactory(text="hoe leert een starter plannen?")
    given = {"q": "hoe leert een starter plannen", "thema": "starters", "fase": "induction", "groep": "8", "tijd": "4"}

    form = text_of(client.get(ASK, given))
    answer = client.post(ASK, given, follow=True)

    question = OpenQuestion.objects.get(asked_by=account)
    assert "Is een van deze vragen dezelfde?" in form
    assert '<option value="induction" selected>' in form
    assert (question.phase, question.group_size, question.hours) == ("induction", 8, 4)
    assert list(question.themes.all()) == [theme]
    assert "Je vraag staat open" in text_of(answer)
    assert account.email not in text_of(answer)


def test_an_empty_question_is_said_at_the_field_and_nothing_is_kept(client):
    client.force_login(UserFactory())

    answer = client.post(ASK, {"q": " ", "voor": "starters"})

    assert answer.status_code == 422
    assert "Schrijf je vraag op." in text_of(answer)
    assert 'value="starters"' in text_of(answer)
    assert not OpenQuestion.objects.exists()


def test_the_knowledge_base_leads_to_the_toolbox_with_the_words(client):
    page = text_of(client.get("/kennisbank/", {"q": "autisme"}))

    assert page.count('href="/gereedschapskist/?q=autisme"') == 2
