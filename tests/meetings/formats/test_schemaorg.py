"""Records as events of schema.org."""

import json

from steunpunt.meetings.formats.schemaorg import json_ld, structured
from tests.meetings.formats.making import bare, full


def test_it_says_when_where_and_who():
    found = structured(full())

    assert (found["startDate"], found["endDate"]) == ("2026-12-03T13:30+01:00", "2026-12-03T16:30+01:00")
    assert [place["@type"] for place in found["location"]] == ["Place", "VirtualLocation"]
    assert found["location"][1]["url"] == full().url, "the link to join is for who registered"
    assert found["organizer"]["name"] == "De Opleidingsschool; Oost, Noord"
    assert found["superEvent"]["name"] == "Toekomst"
    assert found["eventStatus"] == "https://schema.org/EventScheduled"
    assert found["eventAttendanceMode"].endswith("MixedEventAttendanceMode")


def test_online_or_in_a_hall():
    hall = structured(bare(venue="De Werkplaats"))
    online = structured(bare(is_online=True))

    assert hall["eventAttendanceMode"].endswith("OfflineEventAttendanceMode")
    assert hall["location"] == [{"@type": "Place", "name": "De Werkplaats"}]
    assert online["eventAttendanceMode"].endswith("OnlineEventAttendanceMode")
    assert [place["@type"] for place in online["location"]] == ["VirtualLocation"]


def test_cancelled_and_example_are_said():
    assert structured(full(is_cancelled=True))["eventStatus"] == "https://schema.org/EventCancelled"
    assert structured(full(is_example=True))["name"].startswith("Voorbeeld: ")


def test_what_is_not_known_is_left_out():
    found = structured(bare())

    assert not {"about", "superEvent", "maximumAttendeeCapacity", "description", "location"} & set(found)
    assert found["organizer"] == {"@type": "Organization", "name": "Steunpunt Opleidingsscholen"}


def test_no_text_ends_the_script():
    text = json_ld(full(title="</script><script>alert(1)</script>"))

    assert "<" not in text
    assert json.loads(text)["name"] == "</script><script>alert(1)</script>"
