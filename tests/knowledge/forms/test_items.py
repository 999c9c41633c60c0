"""What somebody types about an item."""

import pytest

from steunpunt.knowledge.forms.items import ItemForm, ShareForm, initial_of
from steunpunt.knowledge.models import ItemState
from steunpunt.network.queries.people import person_of
from tests.factories.foundation import staff_actor
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.network import AffiliationFactory, PartnershipFactory, PersonFactory
from tests.knowledge.making import NOW, member_of

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

    shown = initial_of(item.live, staff_actor())

    assert shown["detail_purpose"] == "Praten"
    assert shown["contact_role"] == item.contacts.get().role
    assert shown["contact_person"] is None
    assert shown["revision"] == item.revision


def test_the_author_is_proposed_as_the_one_to_call():
    actor = member_of()
    item = KnowledgeItemFactory(author=actor.account, state=ItemState.DRAFT, contact=False)

    shown = initial_of(item.versions.get(), actor)

    assert (shown["contact_person"].account, shown["contact_role"]) == (actor.account, None)
    assert initial_of(item.versions.get(), staff_actor())["contact_person"] is None


def test_only_oneself_and_colleagues_that_one_may_see_can_be_chosen():
    partnership = PartnershipFactory()
    actor = member_of(partnership)
    colleague = PersonFactory(first_name="An", last_name="Aalbers", name_is_public=True, consent_at=NOW)
    for person in (colleague, PersonFactory()):
        AffiliationFactory(person=person, partnership=partnership, organisation=None)
    AffiliationFactory(person=PersonFactory(name_is_public=True, consent_at=NOW), partnership=PartnershipFactory())
    item = KnowledgeItemFactory(author=actor.account, state=ItemState.DRAFT, contact=False)

    form = ItemForm(item=item, actor=actor, partnerships=[])
    labels = [label for _value, label in form.fields["contact_person"].choices]

    assert labels == [
        "Niemand met naam, alleen een rol",
        "An Aalbers",
        f"ikzelf: {person_of(actor.account).name} (naam komt niet op de site)",
    ]
