"""Makes rows of the way back for tests: uses, bookmarks, followed themes and collections."""

import factory

from steunpunt.knowledge.models import Bookmark, CollectedItem, Collection, ItemUse, ThemeFollow

from .foundation import UserFactory
from .knowledge import MOMENT, KnowledgeItemFactory
from .network import PartnershipFactory, ThemeFactory


class ItemUseFactory(factory.django.DjangoModelFactory):
    """A use for another partnership than that of the item."""

    class Meta:
        model = ItemUse

    item = factory.SubFactory(KnowledgeItemFactory)
    partnership = factory.SubFactory(PartnershipFactory)
    account = factory.SubFactory(UserFactory)
    result = "Starters vroegen eerder om hulp."
    reported_at = MOMENT


class BookmarkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Bookmark

    account = factory.SubFactory(UserFactory)
    item = factory.SubFactory(KnowledgeItemFactory)
    at = MOMENT


class ThemeFollowFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ThemeFollow

    account = factory.SubFactory(UserFactory)
    theme = factory.SubFactory(ThemeFactory)
    at = MOMENT


class CollectionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Collection

    title = "Voor nieuwe schoolopleiders"
    account = factory.SubFactory(UserFactory)
    changed_at = MOMENT


class CollectedItemFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CollectedItem

    collection = factory.SubFactory(CollectionFactory)
    item = factory.SubFactory(KnowledgeItemFactory)
    place = factory.Sequence(lambda number: number + 1)
