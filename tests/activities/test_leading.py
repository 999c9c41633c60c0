import pytest
from django.test import Client

from steunpunt.activities.models import Activity, Phase, SubgroupWay
from tests.factories.activities import (
    CODE,
    ActivityFactory,
    ContributionFactory,
    PartFactory,
    ParticipantFactory,
    leader_of,
)
from tests.meetings.making import coordinator_of

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


def test_standing_one_up_leads_to_its_page_with_a_code(client):
    client.force_login(coordinator_of().account)

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


def test_the_list_of_activities_says_where_each_stands(client):
    activity = ActivityFactory(title="Wie zit hier?")

    page = _leader(activity).get("/werkvormen/").content.decode()

    assert "Wie zit hier?" in page
    assert "open" in page
    assert client.get("/werkvormen/").status_code == 302
