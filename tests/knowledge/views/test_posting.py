"""Posting, keeping, changing and withdrawing bulletins on the site."""

import pytest

from steunpunt.knowledge.models import Bulletin, BulletinState
from tests.factories.foundation import UserFactory, sign_in_staff
from tests.factories.knowledge import BulletinFactory, SenderFactory
from tests.knowledge.making import poster_for

pytestmark = pytest.mark.django_db


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def sender(client):
    """The sender for which the client posts."""
    sender = SenderFactory(name="VO-raad")
    client.force_login(poster_for(sender).account)
    return sender


def typed(sender, deed="plaatsen", **given):
    return {
        "sender": sender.pk,
        "title": "Nieuw bedrag",
        "text": "Vanaf 2027 is het bedrag hoger.",
        "effective_on": "2027-08-01",
        "source": "Staatscourant",
        "sectors": ["vo"],
        "deed": deed,
        **given,
    }


def test_posting_shows_it_at_once(client, sender):
    answer = client.post("/berichten/plaatsen/", typed(sender), follow=True)

    assert answer.redirect_chain[-1][0] == "/berichten/nieuw-bedrag/"
    assert "Geplaatst." in text_of(answer)
    assert "Nieuw bedrag" in text_of(client.get("/berichten/?voor=iedereen"))


def test_keeping_shows_it_to_nobody_until_it_is_posted(client, sender):
    client.post("/berichten/plaatsen/", typed(sender, "bewaren"))
    draft = Bulletin.objects.get()
    work = f"/berichten/mijn/{draft.public_id}/"
    assert client.get("/berichten/nieuw-bedrag/").status_code == 404
    assert "Nieuw bedrag" in text_of(client.get("/berichten/mijn/"))
    assert "concept" in text_of(client.get(work))

    client.post(work, typed(sender, revision=draft.revision))

    assert client.get("/berichten/nieuw-bedrag/").status_code == 200


def test_bad_input_keeps_what_was_typed(client, sender):
    answer = client.post("/berichten/plaatsen/", typed(sender, text="a" * 601, effective_on="ooit", source=""))

    page = text_of(answer)
    assert answer.status_code == 422
    assert "het zijn nu 601 tekens" in page
    assert "Schrijf de dag zo: 1-8-2027." in page
    assert "Vul in waar dit staat." in page
    assert "a" * 601 in page
    assert not Bulletin.objects.exists()


def test_changing_shows_the_new_text_and_the_old_in_the_history(client, sender):
    bulletin = BulletinFactory(sender=sender, sectors=["vo"], title="Nieuw bedrag")
    work = f"/berichten/mijn/{bulletin.public_id}/"

    client.post(work, typed(sender, "bewaren", text="Beter gezegd.", revision=1))

    page = text_of(client.get(f"/berichten/{bulletin.slug}/"))
    assert "Beter gezegd." in page
    assert "Vanaf dit jaar gaat het zo." in page
    outdated = client.post(work, typed(sender, "bewaren", text="Nog beter.", revision=1))
    assert outdated.status_code == 422
    assert "Nog beter." in text_of(outdated)


def test_withdrawing_and_posting_again(client, sender):
    bulletin = BulletinFactory(sender=sender)
    work = f"/berichten/mijn/{bulletin.public_id}/"

    client.post(f"{work}intrekken/", {"reason": "Klopt niet"})
    bulletin.refresh_from_db()
    assert bulletin.state == BulletinState.WITHDRAWN
    assert client.get(f"/berichten/{bulletin.slug}/").status_code == 404
    client.post(f"{work}plaatsen/", {})

    assert client.get(f"/berichten/{bulletin.slug}/").status_code == 200


@pytest.mark.parametrize("path", ["", "intrekken/", "plaatsen/"])
def test_others_reach_nothing(client, path):
    bulletin = BulletinFactory()
    address = f"/berichten/mijn/{bulletin.public_id}/{path}"
    assert client.get(address).status_code == 302
    client.force_login(poster_for().account)

    assert client.get(address).status_code == client.post(address, {}).status_code == 404
    bulletin.refresh_from_db()
    assert bulletin.state == BulletinState.PUBLISHED


def test_who_posts_for_nobody_hears_how_to(client):
    client.force_login(UserFactory())

    assert client.get("/berichten/plaatsen/").status_code == 403
    assert "Je plaatst nog voor geen afzender" in text_of(client.get("/berichten/mijn/"))
    assert "/berichten/plaatsen/" not in text_of(client.get("/berichten/"))


def test_staff_post_for_every_sender(client):
    sender = SenderFactory()
    sign_in_staff(client)

    client.post("/berichten/plaatsen/", typed(sender))

    assert Bulletin.objects.get().sender == sender
