"""The knowledge base in the API."""

import pytest

from tests.factories.knowledge import ItemFileFactory, KnowledgeItemFactory
from tests.factories.network import PartnershipFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def listed(client, query=""):
    return client.get(f"/api/v1/kennisitems{query}").json()


def test_list_tells_in_short(client, settings):
    theme = ThemeFactory(slug="begeleiden", title="Begeleiden")
    partnership = PartnershipFactory(version__name="Oost")
    item = KnowledgeItemFactory(
        kind="learning_task",
        partnership=partnership,
        version__themes=[theme],
        version__phases=["training"],
        is_example=True,
    )

    answer = listed(client)

    assert (answer["totaal"], len(answer["resultaten"])) == (1, 1)
    row = answer["resultaten"][0]
    assert (row["id"], row["soort"], row["fasen"]) == (item.public_id, "leertaak", ["samen-opleiden"])
    assert row["themas"] == [
        {"id": "begeleiden", "naam": "Begeleiden", "adres": f"{settings.BASE_URL}/thema/begeleiden/"}
    ]
    assert (row["partnerschap"]["naam"], row["voorbeeld"]) == ("Oost", True)
    assert row["_links"]["html"]["href"] == f"{settings.BASE_URL}/kennisbank/{item.slug}/"


def test_one_item_tells_everything(client):
    source = KnowledgeItemFactory(version__title="Eerste")
    item = KnowledgeItemFactory(
        kind="learning_task", copied_from=source, version__details={"goal": "Vragen stellen"}, version__cost="none"
    )
    item.live.files.add(ItemFileFactory(item=item, name="taak.docx"))

    row = client.get(f"/api/v1/kennisitems/{item.public_id}").json()

    assert row["bijDezeSoort"] == {"Wat leert de student ervan?": "Vragen stellen"}
    assert (row["kosten"], row["bewerkingVan"]["naam"]) == ("geen", "Eerste")
    assert row["bestanden"][0]["naam"] == "taak.docx"


def test_list_is_narrowed(client):
    theme = ThemeFactory(slug="begeleiden")
    item = KnowledgeItemFactory(
        kind="instrument", version__title="Kijkwijzer", version__themes=[theme], version__sectors=["vo"]
    )
    KnowledgeItemFactory()

    for query in ("?soort=instrument", "?sector=vo", "?thema=begeleiden", "?q=kijkwijzer", "?q=kijk%00wijzer"):
        assert [row["id"] for row in listed(client, query)["resultaten"]] == [item.public_id], query


def test_list_comes_in_pages(client):
    KnowledgeItemFactory.create_batch(3)

    answer = listed(client, "?paginaGrootte=2&pagina=2")

    assert (answer["totaal"], len(answer["resultaten"])) == (3, 1)


@pytest.mark.parametrize("query", ["?thema=nergens", "?thema=%00", "?soort=boek", "?vreemd=1"])
def test_unknown_values_are_a_problem(client, query):
    assert client.get(f"/api/v1/kennisitems{query}").status_code == 400


@pytest.mark.parametrize("name", ["nergens", "%00"])
def test_item_that_is_not_there_is_not_found(client, name):
    assert client.get(f"/api/v1/kennisitems/{name}").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_number_of_queries_is_fixed(client, number, django_assert_max_num_queries):
    KnowledgeItemFactory.create_batch(number)
    listed(client)

    with django_assert_max_num_queries(9):
        listed(client)
