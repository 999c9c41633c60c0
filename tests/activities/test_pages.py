import json
import re

import pytest
from django.test import Client
from django.utils import timezone

from steunpunt.activities.actions.phases import close_activity
from steunpunt.activities.models import Activity, CodeTry, Contribution, Participant, Phase, SubgroupWay, VotingUnit
from steunpunt.activities.queries.codes import FROM_ONE_ADDRESS, hour_of, origin_of, scan_key
from steunpunt.activities.queries.keeping import forget_all
from steunpunt.activities.views.showing import new_key
from tests.factories.activities import (
    CODE,
    MOMENT,
    ActivityFactory,
    ContributionFactory,
    PartFactory,
    ParticipantFactory,
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


@pytest.mark.parametrize("path", [PHONE, PHONE + "stand/", PHONE + "scherm/", PHONE + "scherm/stand/"])
def test_who_guesses_too_often_learns_nothing_of_a_right_code_by_any_address(client, path):
    ActivityFactory()
    at = timezone.now()
    CodeTry.objects.create(hour=hour_of(at), origin=origin_of("127.0.0.1", at), count=FROM_ONE_ADDRESS)

    right = client.get(path)
    wrong = client.get(path.replace(CODE, "geen-code-hier"))

    assert right.status_code == wrong.status_code in {404, 429}
    secret = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
    assert secret.sub(b"", right.content) == secret.sub(b"", wrong.content)
    assert "toestel" not in client.cookies


def test_every_wrong_code_is_counted_and_a_device_that_joined_never(client):
    ActivityFactory()
    phone = _phone()
    for _ in range(3):
        phone.get(PHONE)
        client.get("/doe-mee/geen-code-hier/")

    assert dict(CodeTry.objects.values_list("origin", "count"))[""] == 3


def test_who_scans_comes_in_when_guessing_is_stopped(client):
    ActivityFactory()
    CodeTry.objects.create(hour=hour_of(timezone.now()), origin="", count=10_000)

    assert client.get(PHONE).status_code == 429
    assert client.get(f"{PHONE}?s={scan_key(CODE)}").status_code == 200


def test_joining_gives_the_device_a_secret_that_scripts_cannot_read(client):
    ActivityFactory()

    client.post(PHONE)

    cookie = client.cookies["toestel"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/doe-mee/")
    assert Participant.objects.count() == 1


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

    answer = phone.post(PHONE + "inbreng/", {"drawn": "0", "sent_key": new_key()})

    assert answer.status_code == 200
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
    assert strict.post(PHONE + "inbreng/", sent).status_code == 200


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


def test_the_wall_says_how_many_and_shows_the_standing_only_when_shown(client):
    activity = ContributionFactory(content={"drawn": 5, "seed": 1}).activity
    wall = PHONE + "scherm/"

    before = client.get(wall).content.decode()
    Activity.objects.filter(pk=activity.pk).update(phase=Phase.SHOWN, step=5)
    forget_all()
    after = client.get(wall + "stand/").json()["html"]

    assert "kaarten getrokken" not in before
    assert "deelnemer heeft ingeleverd" in before
    assert "<b>5</b>" in after
    for text in (before, after):
        assert all(word in text for word in CODE.split("-"))
        assert "<svg" in text


def test_an_unchanged_wall_costs_two_queries_at_most(client, django_assert_max_num_queries):
    ContributionFactory()
    client.get(PHONE + "scherm/")
    mark = client.get(PHONE + "scherm/stand/")["ETag"]
    forget_all()

    with django_assert_max_num_queries(2):
        answers = [client.get(PHONE + "scherm/stand/", HTTP_IF_NONE_MATCH=mark) for _ in range(5)]

    assert {answer.status_code for answer in answers} == {304}


def test_a_title_with_a_script_is_text_on_every_screen(client):
    activity = ActivityFactory(title="<script>alert(1)</script>")
    pages = [
        client.get(PHONE),
        _phone().get(PHONE),
        client.get(PHONE + "scherm/"),
        _leader(activity).get(_page(activity)),
    ]

    assert all(b"<script>alert" not in page.content and page.status_code == 200 for page in pages)


def test_standing_one_up_leads_to_its_page_with_a_code(client):
    client.force_login(leader_of(ActivityFactory(code="een-twee-drie")).account)

    answer = client.post("/werkvormen/nieuw/", {"kind": "icebreaker", "title": "Nieuw hier"}, follow=True)

    made = Activity.objects.get(title="Nieuw hier")
    assert answer.redirect_chain[-1][0] == _page(made)
    assert all(word in answer.content.decode() for word in made.code.split("-"))


@pytest.mark.parametrize(
    "rest", ["", "bezig/", "instellingen/", "volgende/", "papier/", "inbreng/", "inbreng.csv", "scherm/"]
)
def test_a_stranger_finds_no_page_of_who_leads(client, rest):
    activity = ContributionFactory().activity
    assert client.get(_page(activity, rest)).status_code == 302
    client.force_login(leader_of(Activity(item=PartFactory())).account)

    assert client.get(_page(activity, rest)).status_code == 404
    assert client.post(_page(activity, "nu/sluit/")).status_code == 404


def test_the_buttons_lead_through_the_evening():
    activity = ActivityFactory(phase=Phase.PREPARING)
    leader = _leader(activity)
    steps = [("open", {"minutes": "8"}), ("klok", {"minutes": "3"}), ("sluit", {}), ("bespreek", {"minutes": ""})]
    steps += [("toon", {}), ("heropen", {}), ("afsluiten", {}), ("code", {})]

    phases = []
    for name, sent in steps:
        assert leader.post(_page(activity, f"nu/{name}/"), sent).status_code == 302
        phases.append(Activity.objects.get(pk=activity.pk).phase)

    assert phases == ["open", "open", "closed", "discussing", "shown", "open", "open", "open"]
    assert Activity.objects.get().code not in {"", CODE}
    assert leader.post(_page(activity, "nu/onzin/")).status_code == 404


def test_a_button_that_is_too_late_says_so_on_the_page():
    activity = ActivityFactory(phase=Phase.CLOSED)

    answer = _leader(activity).post(_page(activity, "nu/sluit/"), follow=True)

    assert "ander toestel" in answer.content.decode()


@pytest.mark.parametrize(("name", "sent"), [("open", {"minutes": "700"}), ("groepen", {"number": "0"})])
def test_a_number_out_of_bounds_stays_with_its_sentence(name, sent):
    activity = ActivityFactory(phase=Phase.PREPARING, grouping=SubgroupWay.LOT)

    answer = _leader(activity).post(_page(activity, f"nu/{name}/"), sent)

    assert answer.status_code == 422
    assert f'value="{next(iter(sent.values()))}"' in answer.content.decode()
    assert Activity.objects.get().phase == Phase.PREPARING


def test_groups_are_drawn_from_the_page():
    activity = ActivityFactory(grouping=SubgroupWay.LOT)
    ParticipantFactory.create_batch(4, activity=activity)

    _leader(activity).post(_page(activity, "nu/groepen/"), {"number": "2"})

    assert sorted(group.participants.count() for group in activity.subgroups.all()) == [2, 2]


def test_another_phase_on_another_device_brings_the_page_anew():
    activity = ActivityFactory()
    leader = _leader(activity)

    assert "HX-Refresh" not in leader.get(_page(activity, "bezig/?fase=open")).headers
    assert leader.get(_page(activity, "bezig/?fase=preparing"))["HX-Refresh"] == "true"


def test_settings_change_and_what_is_wrong_stays():
    activity = ActivityFactory(phase=Phase.PREPARING)
    leader = _leader(activity)
    sent = {"questions": "Eén?\nTwee?", "title": "Anders", "unit": "group", "grouping": "none"}

    wrong = leader.post(_page(activity, "instellingen/"), sent)
    right = leader.post(_page(activity, "instellingen/"), sent | {"grouping": "choice"})

    assert wrong.status_code == 422
    assert "Kies hoe de groepen ontstaan" in wrong.content.decode()
    assert right.status_code == 302
    kept = Activity.objects.get()
    assert (kept.settings["questions"], kept.title, kept.unit) == (["Eén?", "Twee?"], "Anders", "group")
    Activity.objects.update(phase=Phase.OPEN)
    assert leader.get(_page(activity, "instellingen/")).status_code == 302


def test_phones_go_along_to_the_next_activity():
    activity = ActivityFactory()
    phone = _phone()

    _leader(activity).post(_page(activity, "volgende/"), {"kind": "icebreaker", "title": "Ronde twee"})

    after = Activity.objects.get(title="Ronde twee")
    assert after.code == CODE
    assert phone.get(PHONE + "stand/").json()["activity"] == after.public_id
    assert "We beginnen zo" in phone.get(PHONE).content.decode()


def test_an_activity_is_prepared_in_a_part_of_a_programme():
    item = PartFactory()
    leader = _leader(Activity(item=item))

    answer = leader.post(f"/werkvormen/bij/{item.public_id}/", {"kind": "icebreaker", "title": "Begin"})

    made = Activity.objects.get()
    assert (made.item, made.code, answer.url) == (item, "", _page(made))


def test_paper_is_typed_over_once_a_press():
    activity = ActivityFactory()
    leader = _leader(activity)
    sent = {"drawn": "2", "seed": "1", "sent_key": new_key()}

    for _ in range(2):
        assert leader.post(_page(activity, "papier/"), sent).status_code == 302
    wrong = leader.post(_page(activity, "papier/"), {"drawn": "x"})

    assert (Contribution.objects.count(), wrong.status_code) == (1, 422)
    assert leader.get(_page(activity, "papier/")).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_contributions_costs_the_same_for_more(count, django_assert_num_queries):
    activity = ActivityFactory()
    ContributionFactory.create_batch(count, activity=activity, content={"reason": "Een zin van iemand"})
    leader = _leader(activity)
    leader.get(_page(activity, "inbreng/"))

    with django_assert_num_queries(5):
        page = leader.get(_page(activity, "inbreng/"))

    assert page.content.decode().count("Een zin van iemand") == count


def test_words_are_erased_from_the_list():
    given = ContributionFactory()

    answer = _leader(given.activity).post(_page(given.activity, f"inbreng/{given.public_id}/wissen/"))

    assert answer.url == _page(given.activity, "inbreng/")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_raw_contributions_leave_in_three_forms(ending):
    activity = ContributionFactory(content={"drawn": 5, "seed": 1}).activity

    answer = _leader(activity).get(_page(activity, f"inbreng.{ending}"))
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content

    assert f".{ending}" in answer["Content-Disposition"]
    if ending == "json":
        assert json.loads(body)["inbreng"][0]["getrokken kaarten"] == 5
    elif ending == "csv":
        assert ";5" in body.decode()
    assert _leader(activity).get(_page(activity, "inbreng.exe")).status_code == 404


def test_the_list_of_activities_says_where_each_stands(client):
    activity = ActivityFactory(title="Wie zit hier?")

    page = _leader(activity).get("/werkvormen/").content.decode()

    assert "Wie zit hier?" in page
    assert "open" in page
    assert client.get("/werkvormen/").status_code == 302


def test_a_wall_for_who_leads_also_when_the_code_is_over():
    activity = ActivityFactory(code="", code_until=None, phase=Phase.SHOWN)
    leader = _leader(activity)

    assert leader.get(_page(activity, "scherm/")).status_code == 200
    assert "Er is nog niets ingeleverd" in leader.get(_page(activity, "scherm/stand/")).json()["html"]
