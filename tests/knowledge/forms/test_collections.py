"""What the forms of collections let through."""

import pytest

from steunpunt.knowledge.forms.collections import CollectForm, CollectionForm, NoteForm, ReviseCollectionForm
from steunpunt.knowledge.models import Collection
from tests.factories.knowledge_use import CollectionFactory
from tests.factories.network import PartnershipFactory

pytestmark = pytest.mark.django_db


def test_a_collection_needs_a_title():
    assert CollectionForm({"title": " "}).errors == {"title": ["Geef de verzameling een titel."]}
    assert NoteForm({"note": "x" * 301}).errors


def test_whoever_may_not_show_it_is_not_asked():
    form = ReviseCollectionForm({"title": "Beginnen", "is_public": "on"}, partnerships=[], may_show=False)

    assert form.is_valid()
    assert form.cleaned_data.keys() == {"title", "intro", "revision"}


def test_only_the_offered_partnerships_can_be_chosen():
    own, other = PartnershipFactory(), PartnershipFactory()
    offered = [(own.pk, "Alfa")]

    good = ReviseCollectionForm({"title": "A", "partnership": own.pk}, partnerships=offered, may_show=True)
    bad = ReviseCollectionForm({"title": "A", "partnership": other.pk}, partnerships=offered, may_show=True)

    assert good.is_valid()
    assert "Alfa" in str(good["partnership"])
    assert "partnership" in bad.errors


def test_an_item_goes_in_one_that_is_there_or_in_a_new_one():
    mine = CollectionFactory()
    offered = Collection.objects.all()

    form = CollectForm({"collection": mine.pk}, collections=offered)
    assert form.is_valid()
    assert form.cleaned_data["collection"] == mine
    assert CollectForm({"title": "Nieuw"}, collections=Collection.objects.none()).is_valid()
    assert CollectForm({}, collections=offered).errors == {
        "title": ["Kies een verzameling, of geef een nieuwe een titel."]
    }
