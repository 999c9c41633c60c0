"""Reporting a use and taking it back, the uses on the page of an item, and give and take."""

import pytest
from django.template.loader import render_to_string

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Audience, ItemState, ItemUse, KnowledgeItem, Licence
from steunpunt.knowledge.views.use import beside_item
from tests.factories.foundation import UserFactory, sign_in_staff
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.knowledge_use import BookmarkFactory, ItemUseFactory
from tests.factories.network import PartnershipFactory, RoleFactory, coordinator_of
from tests.knowledge.making import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def alfa():
    return PartnershipFactory(slug="alfa", version__name="Alfa")


@pytest.fixture
def item():
    return KnowledgeItemFactory(slug="gesprek", version__title="Startgesprek")


@pytest.fixture
def member(client, alfa):
    actor = member_of(alfa)
    client.force_login(actor.account)
    return actor


def text_of(response):
    return " ".join(response.content.decode().split())


def test_a_visitor_is_asked_to_sign_in(client, item):
    answer = client.get("/kennisbank/gesprek/gebruikt/")

    assert answer.status_code == 302
    assert "next=/kennisbank/gesprek/gebruikt/" in answer["Location"]


@pytest.mark.parametrize("hidden", [{"audience": Audience.STAFF}, {"state": ItemState.DRAFT}])
def test_what_is_hidden_is_not_found(client, member, hidden):
    item = KnowledgeItemFactory(**hidden)

    assert client.get(f"/kennisbank/{item.slug}/gebruikt/").status_code == 404


def test_the_form_asks_the_result_and_chooses_the_only_partnership(client, member, item):
    page = text_of(client.get("/kennisbank/gesprek/gebruikt/"))

    assert "Wat leverde het op?" in page
    assert "selected>Alfa</option>" in page
    assert "eigen bewerking" in page


def test_a_use_is_reported_and_stands_at_the_item(client, member, alfa, item):
    answer = client.post("/kennisbank/gesprek/gebruikt/", {"partnership": alfa.pk, "result": "Eerder om hulp."})

    assert answer["Location"] == "/kennisbank/gesprek/#gebruikt"
    assert [one.who.name for one in beside_item(Actor.visitor(), item)["uses"]] == ["Alfa"]


def test_what_was_typed_stays_when_something_is_missing(client, member, alfa, item):
    answer = client.post("/kennisbank/gesprek/gebruikt/", {"partnership": alfa.pk, "adaptation": "In tweetallen"})

    assert answer.status_code == 422
    assert "In tweetallen" in text_of(answer)
    assert "wat het opleverde." in text_of(answer)
    assert not ItemUse.objects.exists()


def test_a_partnership_of_others_is_refused(client, member, item):
    other = PartnershipFactory()

    answer = client.post("/kennisbank/gesprek/gebruikt/", {"partnership": other.pk, "result": "Goed"})

    assert answer.status_code == 422


def test_an_adaptation_leads_to_the_draft(client, member, alfa, item):
    answer = client.post("/kennisbank/gesprek/gebruikt/", {"partnership": alfa.pk, "result": "Goed", "copy": "on"})

    draft = KnowledgeItem.objects.get(copied_from=item)
    assert answer["Location"] == f"/kennisbank/mijn/{draft.public_id}/"


def test_the_form_says_that_words_stay_behind(client, member):
    KnowledgeItemFactory(slug="besloten", version__licence=Licence.OWN)

    assert "komen niet mee" in text_of(client.get("/kennisbank/besloten/gebruikt/"))


def test_without_a_partnership_only_the_role_is_asked(client, item):
    role = RoleFactory()
    client.force_login(UserFactory())

    page = text_of(client.get("/kennisbank/gesprek/gebruikt/"))
    client.post("/kennisbank/gesprek/gebruikt/", {"role": role.pk, "result": "Goed"})

    assert "In welke rol" in page
    assert "eigen bewerking" not in page
    assert ItemUse.objects.get().role == role


def test_an_own_use_is_withdrawn(client, member, item):
    use = ItemUseFactory(item=item, account=member.account)

    assert "verdwijnt van de pagina" in text_of(client.get(f"/kennisbank/gebruik/{use.public_id}/intrekken/"))
    answer = client.post(f"/kennisbank/gebruik/{use.public_id}/intrekken/")

    assert answer["Location"] == "/kennisbank/gesprek/#gebruikt"
    assert beside_item(Actor.visitor(), item)["uses"] == []
    assert client.get(f"/kennisbank/gebruik/{use.public_id}/intrekken/").status_code == 404


def test_staff_say_why(client, item):
    use = ItemUseFactory(item=item)
    sign_in_staff(client)

    assert client.post(f"/kennisbank/gebruik/{use.public_id}/intrekken/").status_code == 422
    assert client.post(f"/kennisbank/gebruik/{use.public_id}/intrekken/", {"reason": "Dubbel"}).status_code == 302


def test_others_do_not_withdraw(client, member, item):
    use = ItemUseFactory(item=item)
    secret = KnowledgeItemFactory(audience=Audience.STAFF, version__title="Geheimtaal")
    hidden = ItemUseFactory(item=secret)
    own = ItemUseFactory(item=secret, account=member.account)

    assert client.post(f"/kennisbank/gebruik/{use.public_id}/intrekken/").status_code == 403
    assert client.post(f"/kennisbank/gebruik/{hidden.public_id}/intrekken/").status_code == 404
    assert "Geheimtaal" not in client.get(f"/kennisbank/gebruik/{own.public_id}/intrekken/").text
    assert client.post(f"/kennisbank/gebruik/{own.public_id}/intrekken/")["Location"] == "/mijn/"


def test_the_page_of_an_item_tells_who_used_it(item, alfa):
    actor = member_of(alfa)
    ItemUseFactory(item=item, partnership=alfa, account=actor.account, adaptation="In <b>tweetallen</b>")

    page = render_to_string("knowledge/_uses.html", {"item": item, **beside_item(actor, item)})

    assert 'href="/partnerschappen/alfa/"' in page
    assert "Starters vroegen eerder om hulp." in page
    assert "In &lt;b&gt;tweetallen" in page
    assert "Intrekken" in page
    assert "Intrekken" not in render_to_string(
        "knowledge/_uses.html", {"item": item, **beside_item(Actor.visitor(), item)}
    )


def test_without_uses_the_page_invites(item):
    page = render_to_string("knowledge/_uses.html", {"item": item, **beside_item(Actor.visitor(), item)})

    assert "Heb jij het gebruikt?" in page
    assert 'href="/kennisbank/gesprek/gebruikt/"' in page


def test_the_button_to_keep_an_item(item):
    kept = BookmarkFactory(item=item)
    actor = Actor.of(kept.account)
    context = {"item": item, "actor": actor, **beside_item(actor, item)}

    assert "Niet meer bewaren" in render_to_string("knowledge/use/_bookmark.html", context)


def test_the_page_of_a_partnership_says_it_kindly(client, alfa):
    shared = KnowledgeItemFactory(partnership=alfa)
    KnowledgeItemFactory(partnership=alfa)
    KnowledgeItemFactory(partnership=alfa, audience=Audience.MEMBERS)
    ItemUseFactory(item=shared)
    ItemUseFactory(partnership=alfa)

    page = text_of(client.get("/partnerschappen/alfa/"))

    assert "Deelde 2 bijdragen in de kennisbank; 1 ander partnerschap gebruikte er een." in page
    assert "Gebruikte 1 bijdrage van een ander en schreef op wat het opleverde." in page
    assert "geven-en-nemen/" not in page


def test_a_coordinator_is_led_to_the_whole(client, alfa):
    client.force_login(coordinator_of(alfa).account)
    assert "Jullie deelden nog niets" in text_of(client.get("/partnerschappen/alfa/"))

    KnowledgeItemFactory(partnership=alfa)

    assert 'href="/partnerschappen/alfa/geven-en-nemen/"' in text_of(client.get("/partnerschappen/alfa/"))


def test_give_and_take_in_full(client, alfa):
    ItemUseFactory(
        item=KnowledgeItemFactory(partnership=alfa, version__title="Van ons"),
        partnership=PartnershipFactory(version__name="Beta"),
    )
    ItemUseFactory(item=KnowledgeItemFactory(version__title="Van hen"), partnership=alfa, result="Meer rust")
    client.force_login(coordinator_of(alfa).account)

    page = text_of(client.get("/partnerschappen/alfa/geven-en-nemen/"))

    for words in ("Van ons", "Beta", "Van hen", "Meer rust", "1 sep 2026", "1 ander partnerschap"):
        assert words in page


def test_give_and_take_is_for_who_manages_the_partnership(client, alfa, member):
    assert client.get("/partnerschappen/alfa/geven-en-nemen/").status_code == 403
    assert client.get("/partnerschappen/niets/geven-en-nemen/").status_code == 404
    client.logout()
    assert client.get("/partnerschappen/alfa/geven-en-nemen/").status_code == 302
    sign_in_staff(client)
    assert "Nog niets." in text_of(client.get("/partnerschappen/alfa/geven-en-nemen/"))


def test_give_and_take_asks_as_many_queries_for_three_as_for_one(client, alfa, django_assert_max_num_queries):
    client.force_login(coordinator_of(alfa).account)

    def add():
        ItemUseFactory(item=KnowledgeItemFactory(partnership=alfa), copy=KnowledgeItemFactory())
        ItemUseFactory(partnership=alfa, copy=KnowledgeItemFactory())

    add()
    client.get("/partnerschappen/alfa/geven-en-nemen/")
    with django_assert_max_num_queries(60) as one:
        client.get("/partnerschappen/alfa/geven-en-nemen/")
    add()
    add()

    with django_assert_max_num_queries(len(one)):
        client.get("/partnerschappen/alfa/geven-en-nemen/")
