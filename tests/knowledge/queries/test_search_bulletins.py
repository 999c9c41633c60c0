"""What search may find of the bulletins."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import search
from steunpunt.foundation.search.documents import PUBLIC
from steunpunt.knowledge.models import Bulletin, BulletinState
from steunpunt.knowledge.queries.search_bulletins import (
    bulletin_documents,
    bulletins_touched,
    bulletins_with,
)
from tests.factories.knowledge import BulletinFactory, SenderFactory
from tests.factories.network import RoleFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_a_document_holds_the_words_of_all_who_told_it():
    main = ThemeFactory(slug="geld")
    kept = BulletinFactory(
        sectors=["vo"],
        sender=SenderFactory(name="DUO"),
        themes=[ThemeFactory(slug="bedrag", parent=main)],
        roles=[RoleFactory(title="bestuurder")],
    )
    BulletinFactory(sectors=["po"], text="Anders gezegd.", sender=SenderFactory(name="VO-raad"), into=kept)

    (document,) = bulletin_documents(None)

    assert (document.reference, document.title, document.audience) == (kept.reference, kept.title, (PUBLIC,))
    assert all(words in document.text for words in ("Anders gezegd.", "DUO", "VO-raad", "Staatscourant"))
    assert document.facets == {"sector": ("po", "vo"), "thema": ("geld", "bedrag"), "jaar": ("2026",)}


def test_for_all_sectors_is_found_in_every_sector():
    BulletinFactory()

    (document,) = bulletin_documents(None)

    assert document.facets["sector"] == ("po", "vo", "mbo", "ho")


@pytest.mark.parametrize("state", [BulletinState.DRAFT, BulletinState.WITHDRAWN])
def test_what_is_not_on_the_site_is_no_document(state):
    row = BulletinFactory(state=state)

    assert list(bulletin_documents(None)) == list(bulletin_documents({row.public_id})) == []
    assert not search.get("bericht").found(Actor.visitor(), {row.public_id})


def test_what_changes_touches_what_it_is_about():
    assert bulletins_touched(["bericht:abc", "kennis:def"]) == {"abc"}
    assert bulletins_touched(["afzender:abc"]) is None


def test_without_the_index_words_are_looked_for_in_title_and_text():
    row = BulletinFactory(title="Vaste voet", text="Die vervalt.")
    BulletinFactory()

    assert list(bulletins_with(Bulletin.objects.all(), "voet vervalt")) == [row]
    assert list(search.get("bericht").found(Actor.visitor(), {row.public_id})) == [row]
