"""The agenda as a whole: chosen by level, status, theme, region, work and words, with counts that agree."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import QuestionStatus
from steunpunt.knowledge.queries.agenda import Agenda, Choice, shown_questions
from tests.factories.knowledge import QuestionOriginFactory, ResearchQuestionFactory, ResearchWorkFactory
from tests.factories.network import (
    MembershipFactory,
    MunicipalityFactory,
    PartnershipFactory,
    ProvinceFactory,
    RegionFactory,
    SiteFactory,
    ThemeFactory,
)
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()


def chosen(**given):
    return Agenda(VISITOR, Choice(**given)).questions()


def counts(name, **given):
    return {option.value: option.count for option in Agenda(VISITOR, Choice(**given)).options()[name]}


def test_a_theme_finds_what_falls_under_it():
    main = ThemeFactory(slug="begeleiden")
    part = ThemeFactory(slug="werkplek", parent=main)
    question = ResearchQuestionFactory(themes=[part])
    ResearchQuestionFactory()

    assert chosen(theme="begeleiden") == chosen(theme="werkplek") == [question.pk]
    assert Agenda(VISITOR).under("begeleiden") == {"begeleiden", "werkplek"}


def test_parts_are_offered_under_the_chosen_theme_only():
    main = ThemeFactory(slug="begeleiden")
    ResearchQuestionFactory(themes=[ThemeFactory(slug="werkplek", parent=main)])
    ResearchQuestionFactory(themes=[ThemeFactory(slug="inductie")])

    assert counts("theme") == {"begeleiden": 1, "inductie": 1}
    assert counts("theme", theme="begeleiden") == {"begeleiden": 1, "werkplek": 1, "inductie": 1}


def test_level_status_and_work_are_chosen_and_counted():
    worked_on = ResearchQuestionFactory(level="nation", status=QuestionStatus.IN_RESEARCH)
    ResearchWorkFactory(question=worked_on)
    ResearchQuestionFactory(level="school")

    assert chosen(level="nation") == chosen(status="in_research") == chosen(work="iemand") == [worked_on.pk]
    assert counts("level") == {"school": 1, "nation": 1}
    assert counts("status", level="nation") == {"in_research": 1}
    assert counts("status", level="nation", status="answered") == {"in_research": 1, "answered": 0}
    assert counts("work") == {"iemand": 1, "niemand": 1}


def test_a_question_plays_wherever_its_askers_have_schools():
    ProvinceFactory(code="PV20", name="Groningen")
    partnership = PartnershipFactory()
    MembershipFactory(partnership=partnership, organisation=SiteFactory(version__municipality=MunicipalityFactory()))
    here = ResearchQuestionFactory(level="region", origin__partnership=partnership)
    by_hand = ResearchQuestionFactory(level="region", origin__province=ProvinceFactory(code="PV20", name="Groningen"))
    nation = ResearchQuestionFactory(level="nation", origin__partnership=partnership)
    nowhere = ResearchQuestionFactory(level="school")

    assert chosen(region="Utrecht") == [here.pk]
    assert chosen(region="Groningen") == [by_hand.pk]
    assert (chosen(region="landelijk"), chosen(region="onbekend")) == ([nation.pk], [nowhere.pk])
    assert counts("region") == {"Groningen": 1, "Utrecht": 1, "landelijk": 1, "onbekend": 1}


def test_an_origin_of_what_went_up_in_it_counts_for_the_place():
    province = ProvinceFactory(code="PV20", name="Groningen")
    question = ResearchQuestionFactory(level="region")
    ResearchQuestionFactory(merged_into=question, merged_at=NOW, origin__province=province)

    assert chosen(region="Groningen") == [question.pk]
    assert counts("region") == {"Groningen": 1}


def test_by_onderwijsregio_the_partnership_lies_in_its_own():
    region = RegionFactory()
    partnership = PartnershipFactory(version__region=region)
    question = ResearchQuestionFactory(level="region", origin__partnership=partnership)
    other = ResearchQuestionFactory(level="region", origin__region=RegionFactory())

    assert chosen(region=region.public_id, division="onderwijsregio") == [question.pk]
    assert other.pk not in chosen(region="onbekend", division="onderwijsregio")


def test_words_find_questions_without_the_index(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    question = ResearchQuestionFactory(text="Wat doet reistijd?", explanation="Met motivatie.")
    ResearchQuestionFactory()
    ResearchQuestionFactory(text="Reistijd?", accepted_at=None)

    assert chosen(text="reistijd motivatie") == [question.pk]
    assert counts("level", text="reistijd") == {"partnership": 1}


def test_nothing_hidden_is_counted_anywhere():
    for state in ({"accepted_at": None}, {"status": QuestionStatus.RETIRED}):
        ResearchQuestionFactory(**state)

    agenda = Agenda(VISITOR)

    assert agenda.questions() == []
    assert all(options == [] for options in agenda.options().values())


def test_an_unknown_choice_leaves_nothing():
    ResearchQuestionFactory()

    assert chosen(theme="bestaat-niet") == chosen(level="x") == chosen(region="x") == []
    assert Choice().is_any
    assert not Choice(work="iemand").is_any


def test_three_questions_ask_as_many_queries_as_one(django_assert_max_num_queries):
    def more():
        question = ResearchQuestionFactory(origin__partnership=PartnershipFactory())
        QuestionOriginFactory(question=question, region=RegionFactory())
        ResearchWorkFactory(question=question)

    def read():
        agenda = Agenda(VISITOR)
        agenda.options()
        return shown_questions(VISITOR, agenda.questions())

    more()
    read()
    with django_assert_max_num_queries(50) as one:
        read()
    more()
    more()
    read()  # the directory of partnerships is gathered anew after a change
    with django_assert_max_num_queries(len(one)):
        read()
