"""What a phone sees and does, with and without its script."""

import re

import pytest
from django.test import Client

from steunpunt.activities.actions.phases import close_activity
from steunpunt.activities.models import Activity, Contribution, Participant, Phase, SubgroupWay, VotingUnit
from steunpunt.activities.queries.keeping import forget_all
from steunpunt.activities.views.showing import new_key
from tests.factories.activities import (
    CODE,
    MOMENT,
    ActivityFactory,
    ContributionFactory,
    SubgroupFactory,
    leader_of,
)
from tests.factories.network import PartnershipFactory

pytestmark = pytest.mark.django_db
PHONE = f"/doe-mee/{CODE}/"
LIVE = {"HTTP_X_LIVE": "1"}


def _phone(path=PHONE, **answers):
    """A device that has joined."""
    client = Client()
    client.post(path, answers)
    return client


def _leader(activity):
    client = Client()
    client.force_login(leader_of(activity).account)
    return client


def _page(activity, rest=""):
    return f"/werkvormen/{activity.public_id}/{rest}"


def test_a_code_in_any_writing_leads_to_the_phone(client):
    ActivityFactory()

    answer = client.post("/doe-mee/", {"code": "Kring LAMP water"})

    assert (answer.status_code, answer.url) == (302, PHONE)


def test_a_wrong_code_is_said_at_the_field_with_what_was_typed(client):
    answer = client.post("/doe-mee/", {"code": "kring lamp wijn"})

    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Deze code kennen we niet" in text
    assert 'value="kring lamp wijn"' in text


def test_where_somebody_comes_from_is_asked_when_the_facilitator_wants_it(client):
    ActivityFactory(asks_origin=True)
    home = PartnershipFactory()

    assert "Sector" in client.get(PHONE).content.decode()
    assert client.post(PHONE, {"sector": "onzin"}).status_code == 422
    client.post(PHONE, {"sector": "vo", "partnership": home.pk})

    assert list(Participant.objects.values_list("sector", "partnership")) == [("vo", home.pk)]


def test_an_unchanged_phone_costs_one_query_at_most(django_assert_max_num_queries):
    ActivityFactory()
    phone = _phone()
    mark = phone.get(PHONE + "stand/", **LIVE)["ETag"]
    forget_all()

    with django_assert_max_num_queries(1):
        answers = [phone.get(PHONE + "stand/", HTTP_IF_NONE_MATCH=mark, **LIVE) for _ in range(5)]

    assert {answer.status_code for answer in answers} == {304}
    assert all(int(answer["X-Now"]) > 1_600_000_000_000 and not answer.content for answer in answers)


def test_a_changed_phase_reaches_the_phone_with_the_next_poll():
    activity = ActivityFactory()
    phone = _phone()
    mark = phone.get(PHONE + "stand/")["ETag"]
    close_activity(activity, by=leader_of(activity), at=MOMENT)

    answer = phone.get(PHONE + "stand/", HTTP_IF_NONE_MATCH=mark)

    assert answer.json()["phase"] == "closed"
    assert "niets ingeleverd" in answer.json()["html"]


def test_handing_in_without_script_brings_the_page_with_what_was_kept():
    ActivityFactory()
    phone = _phone()

    answer = phone.post(PHONE + "inbreng/", {"drawn": "0", "sent_key": new_key()}, follow=True)

    assert answer.redirect_chain == [(PHONE, 302)]
    assert "Kaart 1" in answer.content.decode()
    assert Contribution.objects.get().content["drawn"] == 1


def test_a_vote_is_two_queries_however_much_was_handed_in(django_assert_max_num_queries):
    ActivityFactory()
    phone = _phone()
    phone.get(PHONE + "stand/")

    with django_assert_max_num_queries(3):
        answer = phone.post(PHONE + "inbreng/", {"drawn": "0", "sent_key": new_key()}, **LIVE)

    assert answer.json()["sentence"] == ""


def test_the_same_press_twice_in_two_tabs_counts_once():
    ActivityFactory()
    phone = _phone()
    sent = {"drawn": "0", "sent_key": new_key()}

    answers = [phone.post(PHONE + "inbreng/", sent, **LIVE).status_code for _ in range(2)]

    assert answers == [200, 200]
    assert list(Contribution.objects.values_list("content__drawn", flat=True)) == [1]


def test_after_closing_it_is_refused_and_what_was_typed_stays():
    activity = ActivityFactory()
    phone = _phone()
    close_activity(activity, by=leader_of(activity), at=MOMENT)

    answer = phone.post(PHONE + "inbreng/", {"drawn": "41", "seed": "7", "sent_key": new_key()}, **LIVE)

    assert answer.status_code == 409
    assert "gesloten" in answer.json()["sentence"]
    assert 'value="41"' in answer.json()["html"]
    assert Contribution.objects.count() == 0


def test_what_cannot_be_is_refused_at_the_field():
    ActivityFactory()

    answer = _phone().post(PHONE + "inbreng/", {"drawn": "veel", "sent_key": new_key()}, **LIVE)

    assert answer.status_code == 422
    assert Contribution.objects.count() == 0


def test_a_device_that_never_joined_hands_in_nothing(client):
    ActivityFactory()

    assert client.post(PHONE + "inbreng/", {"drawn": "0"}, **LIVE).json() == {"reload": True}
    assert client.post(PHONE + "inbreng/", {"drawn": "0"}).status_code == 302
    assert Contribution.objects.count() == 0


def test_forms_ask_for_the_secret_of_the_page():
    ActivityFactory()
    strict = Client(enforce_csrf_checks=True)

    assert strict.post(PHONE).status_code == 403
    page = strict.get(PHONE).content.decode()
    secret = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    assert strict.post(PHONE, {"csrfmiddlewaretoken": secret}).status_code == 302
    assert strict.post(PHONE + "inbreng/", {"drawn": "0"}).status_code == 403
    phone = strict.get(PHONE).content.decode()
    sent = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', phone))
    assert strict.post(PHONE + "inbreng/", sent).status_code == 302


def test_a_group_is_chosen_and_the_pen_taken_over():
    activity = ActivityFactory(unit=VotingUnit.GROUP, grouping=SubgroupWay.CHOICE)
    group = SubgroupFactory(activity=activity, number=1)
    first, second = _phone(), _phone()

    assert "Bij welke groep zit je?" in first.get(PHONE).content.decode()
    assert "Jij schrijft" not in first.post(PHONE + "groep/", {"group": "onzin"}, **LIVE).content.decode()
    for phone in (first, second):
        phone.post(PHONE + "groep/", {"group": group.public_id}, **LIVE)
    assert "Neem de pen over" in second.get(PHONE).content.decode()
    refused = second.post(PHONE + "inbreng/", {"drawn": "0", "sent_key": new_key()}, **LIVE)
    taken = second.post(PHONE + "pen/", **LIVE)
    kept = second.post(PHONE + "inbreng/", {"drawn": "0", "sent_key": new_key()}, **LIVE)

    assert (refused.status_code, taken.json()["holds_pen"], kept.status_code) == (409, True, 200)
    assert "Kaart 1" in first.get(PHONE).content.decode(), "the other phone follows along"
    assert Contribution.objects.get().people == 2


def test_a_phone_shows_what_came_out_when_it_is_shown_and_not_before():
    given = ContributionFactory(content={"drawn": 5, "seed": 1})
    phone = _phone()
    sentence = "1 deelnemer trok 5 kaarten."

    assert sentence not in phone.get(PHONE).content.decode()
    Activity.objects.filter(pk=given.activity.pk).update(phase=Phase.SHOWN, step=5)
    forget_all()
    assert sentence in phone.get(PHONE).content.decode()


def test_a_title_with_a_script_is_text_on_every_screen(client):
    activity = ActivityFactory(title="<script>alert(1)</script>")
    pages = [
        client.get(PHONE),
        _phone().get(PHONE),
        client.get(PHONE + "scherm/"),
        _leader(activity).get(_page(activity)),
    ]

    assert all(b"<script>alert" not in page.content and page.status_code == 200 for page in pages)


def test_a_packed_answer_is_recognised_by_its_weak_mark():
    ActivityFactory()
    phone = _phone()
    packed = {"HTTP_ACCEPT_ENCODING": "gzip"}
    first = phone.get(PHONE + "stand/", **packed)

    again = phone.get(PHONE + "stand/", HTTP_IF_NONE_MATCH=first["ETag"], **packed)

    assert (first["Content-Encoding"], first["ETag"][:2], again.status_code) == ("gzip", "W/", 304)


def test_what_waited_for_an_activity_before_is_not_handed_in_to_the_next():
    before = ActivityFactory(code="", code_until=None)
    ActivityFactory()
    phone = _phone()

    answer = phone.post(PHONE + "inbreng/", {"drawn": "0", "sent_key": new_key(), "activity": before.public_id}, **LIVE)

    assert (answer.status_code, answer.json()) == (409, {"reload": True})
    assert Contribution.objects.count() == 0


@pytest.mark.parametrize("deed", ["inbreng", "groep", "pen"])
def test_who_reloads_after_a_deed_comes_to_the_page_again(deed):
    ActivityFactory()

    answer = _phone().get(f"{PHONE}{deed}/")

    assert (answer.status_code, answer.url) == (302, PHONE)
