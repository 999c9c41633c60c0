"""What somebody types about an item."""

import pytest

from steunpunt.knowledge.forms.items import ItemForm, ShareForm, initial_of
from steunpunt.knowledge.models import ItemState
from tests.factories.foundation import staff_actor
from tests.factories.knowledge import KnowledgeItemFactory

pytestmark = pytest.mark.django_db
TYPED = {"title": "Taak", "audience": "public", "language": "nl", "licence": "cc-by-4.0"}


def form_for(kind="learning_task", **typed):
    item = KnowledgeItemFactory(kind=kind, state=ItemState.DRAFT)
    return ItemForm({**TYPED, **typed}, item=item, actor=staff_actor(), partnerships=[])


def test_fields_of_the_kind_become_its_details():
    form = form_for(detail_goal="Luisteren", detail_time="")

    assert form.is_valid()
    assert form.cleaned_data["details"] == {"goal": "Luisteren"}
    assert next(iter(form.of_kind())).name == "detail_goal"


def test_a_number_of_the_kind_is_a_number():
    form = form_for("webinar", detail_duration_minutes="drie kwartier")

    assert "detail_duration_minutes" in form.errors


def test_for_one_partnership_asks_which():
    form = form_for(audience="partnership")

    assert list(form.errors) == ["partnership"]


@pytest.mark.parametrize("year", ["1000", "3000"])
def test_a_year_far_away_is_a_typing_error(year):
    assert list(form_for(year=year).errors) == ["year"]


def test_a_share_needs_a_title_or_a_file():
    assert list(ShareForm({"kind": "practice"}).errors) == ["title"]
    assert ShareForm({"kind": "practice", "title": "Idee"}).is_valid()


def test_the_form_shows_what_the_version_says():
    item = KnowledgeItemFactory(kind="instrument", version__details={"purpose": "Praten"})

    shown = initial_of(item.live)

    assert shown["detail_purpose"] == "Praten"
    assert shown["contact_role"] == item.contacts.get().role
    assert shown["revision"] == item.revision
