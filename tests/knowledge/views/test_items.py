"""Reading the knowledge base: the list, an item, an earlier version, a file."""

import pytest

from steunpunt.foundation.intake.kinds import Kind
from steunpunt.knowledge.models import Audience, ItemState
from tests.factories.knowledge import ItemFileFactory, ItemVersionFactory, KnowledgeItemFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db


def text_of(response):
    return " ".join(response.content.decode().split())


def test_the_empty_shelf_says_what_comes(client):
    assert "Hier komen de bijdragen" in text_of(client.get("/kennisbank/"))


def test_the_list_shows_what_is_public_with_its_yield(client):
    KnowledgeItemFactory(version__title="Startgesprek", version__outcome="Studenten durven eerder.")
    KnowledgeItemFactory(version__title="Geheim", audience=Audience.MEMBERS)

    page = text_of(client.get("/kennisbank/"))

    assert "Startgesprek" in page
    assert "Studenten durven eerder." in page
    assert "Geheim" not in page
    assert "1 bijdrage" in page


def test_filters_count_what_they_leave(client):
    theme = ThemeFactory(title="Begeleiden", slug="begeleiden")
    KnowledgeItemFactory(kind="pilot", version__title="Proef", version__sectors=["vo"], version__themes=[theme])
    KnowledgeItemFactory(version__title="Praktijk", version__sectors=["po"])

    page = text_of(client.get("/kennisbank/", {"sector": "vo", "thema": "begeleiden", "soort": "pilot"}))

    assert "Proef" in page
    assert ">Praktijk<" not in page


def test_a_choice_that_leaves_nothing_shows_the_way_back(client):
    KnowledgeItemFactory()

    assert "Niets gevonden met deze keuze" in text_of(client.get("/kennisbank/", {"soort": "report"}))


def test_the_list_asks_as_many_queries_for_three_items_as_for_one(client, django_assert_max_num_queries):
    KnowledgeItemFactory()
    client.get("/kennisbank/")
    with django_assert_max_num_queries(100) as one:
        client.get("/kennisbank/")
    KnowledgeItemFactory()
    KnowledgeItemFactory()

    with django_assert_max_num_queries(len(one)):
        client.get("/kennisbank/")


def test_an_item_shows_yield_details_and_whom_to_call(client):
    item = KnowledgeItemFactory(
        kind="learning_task",
        version__details={"goal": "Een kringgesprek leiden"},
        version__body="Doe dit:\n- eerst\n- dan",
        version__effort_hours=1,
    )

    page = text_of(client.get(f"/kennisbank/{item.slug}/"))

    assert "Een kringgesprek leiden" in page
    assert "<li>eerst</li>" in page
    assert str(item.contacts.get().role) in page
    assert "1 uur bij elkaar" in page


@pytest.mark.parametrize(
    "made", [{"state": ItemState.DRAFT}, {"state": ItemState.WITHDRAWN}, {"audience": Audience.MEMBERS}]
)
def test_a_stranger_does_not_find_what_is_hidden(client, made):
    item = KnowledgeItemFactory(**made)
    stored = ItemFileFactory(item=item)

    assert client.get(f"/kennisbank/{item.slug}/").status_code == 404
    assert client.get(f"/kennisbank/{item.slug}/bestand/{stored.public_id}/").status_code == 404


def test_a_member_reads_what_is_for_members(client):
    item = KnowledgeItemFactory(audience=Audience.MEMBERS)
    client.force_login(member_of().account)

    page = client.get(f"/kennisbank/{item.slug}/")

    assert page.status_code == 200
    assert 'name="robots" content="noindex"' in page.content.decode()


def test_an_earlier_version_stands_beside_the_one_of_now(client):
    item = KnowledgeItemFactory(version__title="Eerst zo")
    item.live = ItemVersionFactory(item=item, number=2, title="Nu zo", published_at=NOW)
    item.save()

    page = text_of(client.get(f"/kennisbank/{item.slug}/versie/1/"))

    assert "<del>Eerst zo</del>" in page
    assert "<ins>Nu zo</ins>" in page
    assert client.get(f"/kennisbank/{item.slug}/versie/9/").status_code == 404


def test_a_file_is_handed_out_to_be_saved(client, settings, tmp_path):
    settings.FILES_DIR = tmp_path
    item = KnowledgeItemFactory()
    row = ItemFileFactory(item=item, stored_as="a" * 32, kind=Kind.PDF.value, name="leertaak.pdf")
    item.live.files.add(row)
    (tmp_path / row.stored_as).write_bytes(b"%PDF-1.7")

    answer = client.get(f"/kennisbank/{item.slug}/bestand/{row.public_id}/")

    assert b"".join(answer.streaming_content) == b"%PDF-1.7"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_file_that_is_lost_is_not_found(client, settings, tmp_path):
    settings.FILES_DIR = tmp_path
    item = KnowledgeItemFactory()
    row = ItemFileFactory(item=item, stored_as="b" * 32, kind=Kind.PDF.value)
    item.live.files.add(row)

    assert client.get(f"/kennisbank/{item.slug}/bestand/{row.public_id}/").status_code == 404


def test_a_newer_item_that_the_reader_may_not_see_is_not_named(client):
    newer = KnowledgeItemFactory(audience=Audience.MEMBERS, version__title="Alleen voor leden")
    shown = KnowledgeItemFactory(version__title="Voor iedereen")
    hides, names = KnowledgeItemFactory(replaced_by=newer), KnowledgeItemFactory(replaced_by=shown)

    assert "Alleen voor leden" not in text_of(client.get(f"/kennisbank/{hides.slug}/"))
    assert "Voor iedereen" in text_of(client.get(f"/kennisbank/{names.slug}/"))
