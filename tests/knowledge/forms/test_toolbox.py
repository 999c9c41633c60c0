"""Reading what somebody asks the toolbox."""

import pytest
from django.http import QueryDict

from steunpunt.knowledge.forms.toolbox import AnswerForm, AskForm, MergeForm, NeedForm, query_of, with_more_themes
from steunpunt.knowledge.matching import Need
from steunpunt.network.models import Theme
from tests.factories.knowledge import KnowledgeItemFactory, OpenQuestionFactory
from tests.factories.network import ThemeFactory

MAIN = Theme(pk=1, slug="begeleiden", title="Begeleiden")
THEMES = [MAIN, Theme(pk=2, slug="werkplek", title="Op de werkplek", parent=MAIN)]


def need_form(query: str, **facts) -> NeedForm:
    return NeedForm(with_more_themes(QueryDict(query)), themes=THEMES, **facts)


def test_everything_that_was_chosen_becomes_a_need():
    form = need_form("q=hoe?&thema=werkplek&fase=training&sector=po&voor=starters&waar=klas&groep=8&tijd=4")

    assert form.need() == Need("hoe?", ("werkplek",), "training", "po", "starters", "klas", 8, 4)


def test_nothing_is_needed():
    assert need_form("").need() == Need()


@pytest.mark.parametrize(
    ("query", "field"),
    [("groep=abc", "groep"), ("groep=0", "groep"), ("fase=x", "fase"), ("thema=x", "thema"), ("tijd=3", "tijd")],
)
def test_what_cannot_be_read_counts_as_not_filled_in_and_says_so(query, field):
    form = need_form(f"q=hoe?&{query}")

    assert form.need() == Need("hoe?")
    assert list(form.errors) == [field]


def test_a_theme_from_the_list_joins_those_that_are_ticked():
    form = need_form("thema=werkplek&nog=begeleiden")

    assert form.need().themes == ("werkplek", "begeleiden")
    assert form["nog"].value() == ""


def test_only_proposed_and_chosen_themes_stand_as_boxes():
    form = need_form("thema=werkplek")

    assert form.fields["thema"].widget.choices == [("werkplek", "Begeleiden › Op de werkplek")]
    assert len(need_form("thema=werkplek", proposed=[MAIN]).fields["thema"].widget.choices) == 2
    assert not need_form("").offers_themes


def test_fields_beside_the_form_are_tied_to_it():
    assert 'form="vraag"' in str(need_form("", apart=True)["fase"])
    assert 'form="vraag"' not in str(need_form("")["fase"])


def test_a_need_as_an_address_reads_back_the_same():
    need = Need("hoe & wat?", ("werkplek", "begeleiden"), "training", "po", "starters", "klas", 8, 4)

    assert need_form(query_of(need)).need() == need
    assert query_of(Need()) == ""


def test_asking_needs_a_question():
    form = AskForm(QueryDict("q= "), themes=[])

    assert form.errors == {"q": ["Schrijf je vraag op."]}


@pytest.mark.django_db
def test_staff_choose_from_what_is_offered():
    item, question = KnowledgeItemFactory(version__themes=[ThemeFactory()]), OpenQuestionFactory()
    answer = AnswerForm(QueryDict(f"items={item.public_id}&sentence=Zo."))
    answer.offer([item])
    merge = MergeForm(QueryDict("into=anders"))
    merge.offer([question])

    assert answer.is_valid()
    assert merge.errors == {"into": ["Kies een vraag uit de lijst."]}
