"""What of the knowledge base leaves the house, as records."""

import pytest
from django.http import QueryDict

from steunpunt.knowledge.models import Audience, ItemState
from steunpunt.knowledge.queries.harvest import (
    Wanted,
    all_records,
    public_items,
    record_of,
    records,
    records_in_order,
    theme_is_known,
    wanted_from,
    wanted_items,
)
from tests.factories.knowledge import ItemFileFactory, KnowledgeItemFactory
from tests.factories.network import PartnershipFactory, PersonFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_record_says_what_the_item_says(settings):
    theme = ThemeFactory(slug="begeleiden", title="Begeleiden")
    partnership = PartnershipFactory(slug="oost", version__name="Oost")
    item = KnowledgeItemFactory(
        slug="startgesprek",
        partnership=partnership,
        kind="learning_task",
        version__title="Startgesprek",
        version__themes=[theme],
        version__details={"goal": "Vragen stellen", "time": ""},
    )
    item.live.files.add(ItemFileFactory(item=item, name="taak.docx"))

    record = record_of("startgesprek")

    assert record.url == f"{settings.BASE_URL}/kennisbank/startgesprek/"
    assert (record.title, record.creator, record.version) == ("Startgesprek", "Oost", 1)
    assert record.themes[0].url == f"{settings.BASE_URL}/thema/begeleiden/"
    assert record.details == (("Wat leert de student ervan?", "Vragen stellen"),)
    assert record.files[0].url.startswith(f"{record.url}bestand/")
    assert record.published_at == item.published_at


def test_nobody_is_named():
    item = KnowledgeItemFactory()
    item.contacts.update(person=PersonFactory(first_name="Anna", public=True))

    record = record_of(item.slug)

    assert "Anna" not in repr(record)
    assert record.contact_role == str(item.contacts.get().role)


@pytest.mark.parametrize(
    "hidden",
    [
        {"state": ItemState.DRAFT},
        {"state": ItemState.IN_REVIEW},
        {"state": ItemState.WITHDRAWN},
        {"audience": Audience.MEMBERS},
        {"audience": Audience.SIGNED_IN},
        {"audience": Audience.STAFF},
    ],
)
def test_only_what_a_visitor_may_see_leaves(hidden):
    item = KnowledgeItemFactory(**hidden)
    source = KnowledgeItemFactory(copied_from=item, replaced_by=item)

    assert list(public_items()) == [source]
    assert record_of(item.slug) is None
    assert records_in_order([item.pk, source.pk]) == [record_of(source.slug)]
    assert record_of(source.slug).based_on is None
    assert record_of(source.slug).replaced_by is None


def test_copy_names_its_source():
    first = KnowledgeItemFactory(version__title="Eerste")
    copy = KnowledgeItemFactory(copied_from=first)

    assert record_of(copy.slug).based_on.name == "Eerste"


def test_theme_takes_along_what_falls_under_it():
    above = ThemeFactory(slug="boven")
    below = ThemeFactory(slug="onder", parent=above)
    item = KnowledgeItemFactory(version__themes=[below, above])
    KnowledgeItemFactory()

    assert list(wanted_items(Wanted(themes=("boven",)))) == [item]
    assert record_of(item.slug).theme_codes == ("boven", "onder")
    assert theme_is_known("onder")
    assert not theme_is_known("nergens")


def test_list_is_narrowed_by_kind_sector_and_words():
    item = KnowledgeItemFactory(kind="instrument", version__sectors=["vo"], version__title="Kijkwijzer")
    KnowledgeItemFactory()

    for wanted in (Wanted(kinds=["instrument"]), Wanted(sectors=["vo", "ho"]), Wanted(text="kijkwijzer")):
        assert list(wanted_items(wanted)) == [item]
    assert list(wanted_items(wanted_from(QueryDict("soort=instrument&sector=vo")))) == [item]
    assert list(wanted_items(wanted_from(QueryDict("soort=onzin&thema=%00")))) == []


def test_all_records_come_in_batches():
    made = KnowledgeItemFactory.create_batch(3)

    assert {record.public_id for record in all_records(public_items())} == {item.public_id for item in made}


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_is_fixed(number, django_assert_max_num_queries):
    partnership = PartnershipFactory()
    source = KnowledgeItemFactory()
    for _ in range(number):
        item = KnowledgeItemFactory(partnership=partnership, copied_from=source)
        item.live.files.add(ItemFileFactory(item=item))
    records(public_items())

    with django_assert_max_num_queries(8):
        assert len(records(public_items())) == number + 1


def test_signs_that_no_feed_can_hold_are_gone():
    partnership = PartnershipFactory(version__name="Oo\x0bst")
    item = KnowledgeItemFactory(partnership=partnership, version__title="Sta\x08rt", version__themes=[])

    record = record_of(item.slug)

    assert (record.title, record.creator) == ("Start", "Oost")
