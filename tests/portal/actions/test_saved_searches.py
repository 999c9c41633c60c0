"""News for saved questions: what is new, once, and only what the account may see."""

from datetime import UTC, datetime, timedelta

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.outbox.models import Mail
from steunpunt.foundation.search.actions import build_index, keep_search
from steunpunt.foundation.search.asking import the_index
from steunpunt.foundation.search.documents import Document
from steunpunt.foundation.search.models import SavedSearch
from steunpunt.portal.actions.saved_searches import stop_address, tell_news
from steunpunt.portal.jobs import tell_saved
from tests.factories.foundation import UserFactory
from tests.factories.network import PartnershipFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index_folder")]
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
TOMORROW = AT + timedelta(days=1)


@pytest.fixture
def saved():
    """A question about a bridge, by somebody who knows the one bridge that there is."""
    PartnershipFactory(version__name="De Brug")
    build_index(at=AT)
    return keep_search("brug", {}, by=Actor.of(UserFactory()), at=AT)


def test_what_was_there_is_no_news(saved):
    assert tell_news(at=TOMORROW) == 0
    assert not Mail.objects.exists()


def test_what_is_new_is_told_once_with_the_way_to_stop(saved):
    row = PartnershipFactory(version__name="De Nieuwe Brug")
    build_index(at=TOMORROW)

    assert [tell_news(at=TOMORROW), tell_news(at=TOMORROW + timedelta(days=1))] == [1, 0]
    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == (saved.account.email, "1 nieuw resultaat voor “brug”")
    assert f"- De Nieuwe Brug (partnerschap)\n  http://localhost:8000/partnerschappen/{row.slug}/" in mail.text
    assert stop_address(saved).partition(":")[0] in mail.text


def test_at_most_one_look_a_day(saved):
    PartnershipFactory(version__name="De Nieuwe Brug")
    build_index(at=AT)

    assert tell_news(at=AT + timedelta(hours=5)) == 0


def test_what_the_account_may_not_see_is_no_news(saved):
    the_index().write([Document("partnerschap:geheim", "Geheime brug", "brug", ("members",))])

    assert tell_news(at=TOMORROW) == 0


def test_closed_account_gets_no_mail(saved):
    PartnershipFactory(version__name="De Nieuwe Brug")
    build_index(at=AT)
    saved.account.is_active = False
    saved.account.save()

    assert tell_news(at=TOMORROW) == 0


def test_without_an_index_nothing_is_told_and_nothing_lost(saved, settings, tmp_path):
    settings.DATA_DIR = tmp_path / "elsewhere"
    tell_saved.call()

    assert SavedSearch.objects.get().told_at == AT
