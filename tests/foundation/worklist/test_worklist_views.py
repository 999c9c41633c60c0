"""The work list, one item, and following a request by its secret link."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.outbox.models import Mail
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.actions.people import JoinRequest, request_affiliation
from tests.factories.foundation import EditorFactory, UserFactory, WorkItemFactory
from tests.factories.network import PartnershipFactory, RoleFactory, coordinator_of
from tests.foundation.accounts.proving import sign_in, with_app

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    account = EditorFactory()
    sign_in(client, account, with_app(account))
    return client


def _request(partnership=None) -> WorkItem:
    account = UserFactory()
    asked = JoinRequest(partnership or PartnershipFactory(), RoleFactory(), note="Ik werk op De Linde.")
    return request_affiliation(account, asked, by=Actor.of(account), at=timezone.now())


def _titles(page) -> list[str]:
    return [item.title for item, _label, _subject in page.context["items"]]


def test_list_shows_what_is_open_oldest_first(staff):
    WorkItemFactory(title="Later", opened_at=timezone.now())
    WorkItemFactory(title="Eerder")
    WorkItemFactory(title="Klaar", state="accepted", decided_at=timezone.now())

    assert _titles(staff.get("/werklijst/")) == ["Eerder", "Later"]


def test_list_is_filtered_by_kind_and_state(staff):
    WorkItemFactory(title="Klaar", state="declined", decided_at=timezone.now())
    _request()

    assert _titles(staff.get("/werklijst/?stand=declined")) == ["Klaar"]
    assert len(_titles(staff.get("/werklijst/?soort=rol-aanvraag"))) == 1
    assert len(_titles(staff.get("/werklijst/?stand=alle"))) == 2


def test_unknown_filter_is_ignored(staff):
    WorkItemFactory(title="Open")

    assert _titles(staff.get("/werklijst/?soort=niets&stand=nergens&pagina=x")) == ["Open"]


def test_list_takes_the_same_queries_with_one_row_and_with_three(staff):
    counts = []
    for rows in (1, 3):
        while WorkItem.objects.count() < rows:
            _request()
        staff.get("/werklijst/")
        with CaptureQueriesContext(connection) as queries:
            assert len(_titles(staff.get("/werklijst/"))) == rows
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_visitor_is_sent_to_sign_in(client):
    assert client.get("/werklijst/").url == "/account/login/?next=/werklijst/"


def test_coordinator_sees_what_is_for_the_own_partnership(client):
    partnership = PartnershipFactory()
    own = _request(partnership)
    _request()
    sign_in(client, coordinator_of(partnership).account)

    assert _titles(client.get("/werklijst/")) == [own.title]


def test_stranger_does_not_find_an_item(client):
    item = _request()
    sign_in(client, UserFactory())

    assert client.get(f"/werklijst/{item.public_id}/").status_code == 404
    assert client.post(f"/werklijst/{item.public_id}/", {"besluit": "ja"}).status_code == 404


def test_who_asked_reads_the_own_item_and_decides_nothing(client):
    item = _request()
    sign_in(client, User.objects.get(email=item.reply_to))

    page = client.get(f"/werklijst/{item.public_id}/")
    answer = client.post(f"/werklijst/{item.public_id}/", {"besluit": "ja"})

    assert "Ik werk op De Linde." in page.content.decode()
    assert page.context["may_decide"] is False
    assert (answer.status_code, "niet behandelen" in answer.content.decode()) == (403, True)
    assert WorkItem.objects.get(pk=item.pk).state == "open"


def test_who_asked_is_not_asked_to_decide(client):
    item = _request()
    sign_in(client, User.objects.get(email=item.reply_to))

    assert _titles(client.get("/werklijst/")) == []


def test_item_shows_what_its_room_says_of_it(staff):
    page = staff.get(f"/werklijst/{_request().public_id}/").content.decode()

    assert "Ik werk op De Linde." in page
    assert "schoolopleider" in page


def test_yes_carries_it_out_and_mails_the_answer(staff):
    item = _request()

    staff.post(f"/werklijst/{item.public_id}/", {"besluit": "ja", "answer": "Welkom."})

    assert WorkItem.objects.get(pk=item.pk).state == "accepted"
    assert "Welkom." in Mail.objects.filter(to=item.reply_to).latest("pk").text


def test_no_without_a_reason_is_not_accepted(staff):
    item = _request()

    answer = staff.post(f"/werklijst/{item.public_id}/", {"besluit": "nee", "answer": " "})

    assert answer.status_code == 422
    assert "Schrijf waarom" in answer.content.decode()
    assert WorkItem.objects.get(pk=item.pk).state == "open"


def test_second_decision_is_refused_with_a_sentence(staff):
    item = _request()
    staff.post(f"/werklijst/{item.public_id}/", {"besluit": "ja"})

    answer = staff.post(f"/werklijst/{item.public_id}/", {"besluit": "nee", "answer": "Toch niet."})

    assert "al besloten" in answer.content.decode()
    assert WorkItem.objects.get(pk=item.pk).state == "accepted"


def test_kind_that_nobody_pinned_can_be_read_but_not_decided(staff):
    item = WorkItemFactory(kind="vreemd")

    assert staff.get(f"/werklijst/{item.public_id}/").context["may_decide"] is False


def test_proposer_follows_the_request_without_an_account(client):
    item = _request()

    page = client.get(f"/verzoeken/{item.token}/")

    assert item.title in page.content.decode()
    assert page["Referrer-Policy"] == "same-origin"


def test_proposer_reads_the_answer(client, staff):
    item = _request()
    staff.post(f"/werklijst/{item.public_id}/", {"besluit": "nee", "answer": "We kennen je niet."})

    page = client.get(f"/verzoeken/{item.token}/").content.decode()

    assert "We kennen je niet." in page
    assert "Niet overgenomen" in page


@pytest.mark.parametrize("token", ["verzonnen", "0", "x" * 200])
def test_other_tokens_find_nothing(client, token):
    assert client.get(f"/verzoeken/{token}/").status_code == 404


def test_public_id_is_not_the_secret(client):
    assert client.get(f"/verzoeken/{_request().public_id}/").status_code == 404


def test_link_with_strange_characters_is_not_found(client):
    assert client.get("/verzoeken/a%00b/").status_code == 404
