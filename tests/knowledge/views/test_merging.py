"""The editors' pages: what may be double, making one of two, and taking them apart again."""

import pytest

from tests.factories.foundation import UserFactory, sign_in_staff
from tests.factories.knowledge import BulletinFactory, SenderFactory
from tests.knowledge.making import poster_for

pytestmark = pytest.mark.django_db


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def pair():
    """Two that say the same."""
    return (
        BulletinFactory(title="Vaste voet vervalt", sender=SenderFactory(name="DUO")),
        BulletinFactory(title="De vaste voet vervalt", sender=SenderFactory(name="VO-raad")),
    )


def test_these_pages_are_for_staff(client, pair):
    one, _other = pair
    addresses = ["/berichten/redactie/", f"/berichten/redactie/{one.public_id}/samenvoegen/"]
    addresses.append(f"/berichten/redactie/{one.public_id}/uit-elkaar/")
    for account in (UserFactory(), poster_for(one.sender).account):
        client.force_login(account)
        assert [client.get(address).status_code for address in addresses] == [403, 403, 403]


def test_an_editor_finds_doubles_and_makes_them_one(client, pair):
    kept, double = pair
    sign_in_staff(client)
    found = text_of(client.get("/berichten/redactie/"))
    assert "Vaste voet vervalt" in found
    address = f"/berichten/redactie/{kept.public_id}/samenvoegen/"
    assert "hetzelfde" in text_of(client.get(address))

    answer = client.post(address, {"other": double.public_id, "stays": "this"})

    assert answer.url == f"/berichten/{kept.slug}/"
    assert client.get(f"/berichten/{double.slug}/").url == f"/berichten/{kept.slug}/"
    assert "van VO-raad staat bij" in text_of(client.get("/berichten/redactie/"))


def test_the_other_one_may_stay(client, pair):
    one, other = pair
    sign_in_staff(client)

    client.post(f"/berichten/redactie/{one.public_id}/samenvoegen/", {"other": other.public_id, "stays": "other"})

    assert client.get(f"/berichten/{one.slug}/").url == f"/berichten/{other.slug}/"


def test_one_that_does_not_look_alike_is_found_by_a_word(client, pair):
    one, _other = pair
    strange = BulletinFactory(title="Heel iets anders", text="Zonder een enkel gedeeld begrip.")
    sign_in_staff(client)
    address = f"/berichten/redactie/{one.public_id}/samenvoegen/"
    assert "Heel iets anders" not in text_of(client.get(address))
    assert "Heel iets anders" in text_of(client.get(f"{address}?zoek=anders"))

    client.post(address, {"zoek": "anders", "other": strange.public_id, "stays": "this"})

    assert client.get(f"/berichten/{strange.slug}/").url == f"/berichten/{one.slug}/"


def test_choosing_nothing_is_told_at_the_field(client, pair):
    sign_in_staff(client)

    answer = client.post(f"/berichten/redactie/{pair[0].public_id}/samenvoegen/", {"stays": "this"})

    assert answer.status_code == 422
    assert "Kies een regel uit de lijst." in text_of(answer)


def test_it_can_be_undone(client):
    kept = BulletinFactory()
    double = BulletinFactory(into=kept)
    sign_in_staff(client)

    client.post(f"/berichten/redactie/{double.public_id}/uit-elkaar/", {})

    assert client.get(f"/berichten/{double.slug}/").status_code == 200
    again = client.post(f"/berichten/redactie/{double.public_id}/uit-elkaar/", {})
    assert "Dit bericht is niet samengevoegd." in text_of(again)


def test_nothing_double_says_so(client):
    sign_in_staff(client)

    assert "Niets dubbel" in text_of(client.get("/berichten/redactie/"))
