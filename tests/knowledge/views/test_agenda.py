"""Reading the agenda: the list, one question, the heat map, and what is missing."""

import re

import pytest

from steunpunt.knowledge.models import Audience, QuestionStatus
from tests.factories.foundation import UserFactory, sign_in_staff
from tests.factories.knowledge import (
    KnowledgeItemFactory,
    KnownAnswerFactory,
    QuestionOriginFactory,
    ResearchQuestionFactory,
    ResearchWorkFactory,
)
from tests.factories.network import PartnershipFactory, ProvinceFactory, RegionFactory, ThemeFactory
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db
AGENDA = "/onderzoeksagenda/"


def text_of(response):
    return " ".join(response.content.decode().split())


def test_the_empty_agenda_says_what_comes(client):
    assert "Hier komen de onderzoeksvragen" in text_of(client.get(AGENDA))


def test_the_list_shows_what_is_on_the_agenda_and_nothing_else(client):
    ResearchQuestionFactory(text="Wat helpt?")
    ResearchQuestionFactory(text="Nog niet?", accepted_at=None)
    ResearchQuestionFactory(text="Niet meer?", status=QuestionStatus.RETIRED)

    page = text_of(client.get(AGENDA))

    assert "Wat helpt?" in page
    assert "1 vraag" in page
    assert "Nog niet?" not in page
    assert "Niet meer?" not in page


def test_filters_stand_in_the_address_and_keep_each_other(client, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    theme = ThemeFactory(slug="begeleiden", title="Begeleiden")
    ResearchQuestionFactory(text="Wat helpt starters?", level="nation", themes=[theme])
    ResearchQuestionFactory(text="Wat helpt studenten?", level="school")

    page = text_of(client.get(AGENDA, {"thema": "begeleiden", "niveau": "nation", "regio": "landelijk", "q": "helpt"}))

    assert "Wat helpt starters?" in page
    assert "Wat helpt studenten?" not in page
    assert "q=helpt&amp;thema=begeleiden&amp;regio=landelijk&amp;niveau=nation" in page


def test_a_choice_that_leaves_nothing_shows_the_way_back(client):
    ResearchQuestionFactory()

    assert "Geen vraag bij deze keuze" in text_of(client.get(AGENDA, {"stand": "answered"}))
    assert "Geen vraag bij deze keuze" in text_of(client.get(AGENDA, {"thema": "x\x00"}))


def test_only_who_may_propose_is_asked_to(client):
    assert "Stel een vraag voor</a>" not in text_of(client.get(AGENDA, {"stand": "open", "q": "x"}))
    client.force_login(member_of().account)
    assert "/onderzoeksagenda/voorstellen/" in text_of(client.get(AGENDA, {"stand": "open", "q": "x"}))


def test_the_list_asks_as_many_queries_for_three_as_for_one(client, django_assert_max_num_queries):
    ResearchWorkFactory()
    client.get(AGENDA)
    with django_assert_max_num_queries(100) as one:
        client.get(AGENDA)
    number = len(one)
    ResearchWorkFactory()
    ResearchWorkFactory()
    client.get(AGENDA)  # the directory of partnerships is gathered anew after a change

    with django_assert_max_num_queries(number):
        client.get(AGENDA)


def test_a_question_tells_everything_about_it(client):
    asker = PartnershipFactory(version__name="Vraagt")
    question = ResearchQuestionFactory(
        text="Wat helpt?", explanation="Omdat:\n- dit\n- dat", origin__partnership=asker, origin__meeting="Regiodag"
    )
    item, hidden = KnowledgeItemFactory(), KnowledgeItemFactory(audience=Audience.MEMBERS, version__title="Geheim")
    KnownAnswerFactory(question=question, text="Eén plek zag verschil.").items.set([item, hidden])
    ResearchWorkFactory(
        question=question, partnership=PartnershipFactory(version__name="Werkt"), programme="Onderzoek 2026"
    )

    page = text_of(client.get(f"{AGENDA}{question.slug}/"))

    for said in (
        "<li>dit</li>",
        "Vraagt",
        "Regiodag",
        "Eén plek zag verschil.",
        item.live.title,
        "Werkt",
        "Onderzoek 2026",
    ):
        assert said in page
    assert "Geheim" not in page
    assert "Afvoeren" not in page


@pytest.mark.parametrize("state", [{"accepted_at": None}, {"status": QuestionStatus.RETIRED}])
def test_a_stranger_does_not_find_what_is_hidden_and_staff_do(client, state):
    question = ResearchQuestionFactory(**state)
    address = f"{AGENDA}{question.slug}/"

    seen = [client.get(address).status_code]
    client.force_login(member_of().account)
    seen.append(client.get(address).status_code)
    sign_in_staff(client)
    page = client.get(address)

    assert (seen, page.status_code) == ([404, 404], 200)
    assert 'content="noindex"' in page.content.decode()


def test_an_old_address_leads_to_the_question_that_remains(client):
    kept = ResearchQuestionFactory(origin__wording="Eerst zo?")
    merged = ResearchQuestionFactory(merged_into=kept, merged_at=NOW, origin__wording="En ook zo?")

    answer = client.get(f"{AGENDA}{merged.slug}/", follow=True)

    assert answer.redirect_chain == [(f"{AGENDA}{kept.slug}/", 302)]
    assert "Eerst zo?" in text_of(answer)
    assert "En ook zo?" in text_of(answer)
    assert client.get(f"{AGENDA}bestaat-niet/").status_code == 404


def test_a_region_that_an_origin_names_stands_with_the_question(client):
    question = ResearchQuestionFactory(level="region", origin__region=RegionFactory(name="Regio Oost"))
    QuestionOriginFactory(question=question, province=ProvinceFactory(code="PV20", name="Groningen"))
    national, nowhere = ResearchQuestionFactory(level="nation"), ResearchQuestionFactory(level="school")

    def where(row):
        return re.search(r"Speelt in</dt><dd>([^<]*)<", text_of(client.get(f"{AGENDA}{row.slug}/"))).group(1)

    assert [where(row) for row in (question, national, nowhere)] == [
        "Groningen, Regio Oost",
        "heel Nederland",
        "nog niet bekend",
    ]


def test_a_theme_and_a_partnership_show_their_questions(client):
    theme, partnership = ThemeFactory(), PartnershipFactory()
    ResearchWorkFactory(
        question=ResearchQuestionFactory(text="Wat helpt?", themes=[theme]),
        partnership=partnership,
        programme="Onderzoek",
    )
    ResearchQuestionFactory(text="Wat nog meer?", themes=[theme], origin__partnership=partnership)

    on_theme = text_of(client.get(f"/thema/{theme.slug}/"))
    on_partnership = text_of(client.get(f"/partnerschappen/{partnership.slug}/"))

    assert "Bekijk alle 2 vragen op de onderzoeksagenda" in on_theme
    assert "Waar wij aan werken" in on_partnership
    assert "Wat helpt?" in on_partnership
    assert "Wat nog meer?" in on_partnership
    assert "Wat willen we weten?" not in text_of(client.get(f"/thema/{ThemeFactory().slug}/"))


def test_the_agenda_can_be_taken_along(client):
    ResearchQuestionFactory(text="Wat helpt?")
    ResearchQuestionFactory(text="Verborgen?", accepted_at=None)

    rows = b"".join(client.get("/open-data/onderzoeksvragen.csv").streaming_content).decode("utf-8-sig")

    assert "Wat helpt?" in rows
    assert "Verborgen?" not in rows
    assert b"".join(client.get("/open-data/onderzoeksvragen.xlsx").streaming_content).startswith(b"PK")


def test_who_brought_a_retired_question_reads_why(client):
    account = UserFactory()
    question = ResearchQuestionFactory(
        status=QuestionStatus.RETIRED, status_reason="Te breed.", origin__account=account
    )
    client.force_login(account)

    page = text_of(client.get(f"{AGENDA}{question.slug}/"))

    assert "Te breed." in page
    assert "Alleen wie haar inbracht en de redactie zien deze pagina." in page


def test_searching_in_a_list_by_onderwijsregio_keeps_that(client):
    kept = '<input type="hidden" name="per" value="onderwijsregio">'

    assert kept in text_of(client.get(AGENDA, {"per": "onderwijsregio"}))
    assert 'name="per"' not in text_of(client.get(AGENDA))
