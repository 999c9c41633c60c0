"""What changed lately."""

from datetime import UTC, datetime, timedelta

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ledger.actions import record
from steunpunt.portal.queries.happenings import latest_happenings
from tests.factories.network import PartnershipFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def note(subject, deed="membership-added", text="Er is iets veranderd.", at=AT):
    record(by=Actor.for_system("test"), at=at, deed=deed, summary=text, subjects=[subject])


def told(limit=5):
    return [(one.record.title if one.record else "", one.text) for one in latest_happenings(Actor.visitor(), limit)]


def test_newest_deed_of_every_record_is_told():
    brug, zuid = PartnershipFactory(version__name="De Brug"), PartnershipFactory(version__name="Zuid")
    note(brug.reference, text="Eerst.")
    note(brug.reference, text="Daarna.", at=AT + timedelta(hours=1))
    note(zuid.reference, text="Ook iets.", at=AT + timedelta(hours=2))

    assert told() == [("Zuid", "Ook iets."), ("De Brug", "Daarna.")]
    assert told(limit=1) == [("Zuid", "Ook iets.")]


@pytest.mark.parametrize(
    "deed", ["invitation-sent", "affiliation-added", "consent-given", "person-changed", "verbetering-opened"]
)
def test_deeds_about_people_stay_away(deed):
    note(PartnershipFactory().reference, deed=deed)

    assert told() == []


def test_record_that_is_not_there_leaves_no_trace():
    note("partnerschap:bestaatniet")

    assert told() == []


def test_reading_in_the_register_needs_no_record():
    note("import:k7f3q2bx", deed="register-imported", text="Register ingelezen.")

    assert told() == [("", "Register ingelezen.")]


def test_of_several_imports_only_the_newest_is_told():
    """A day of reading in files must not push everything else away."""
    for hour, text in enumerate(("Besturen.", "Scholen.")):
        note(f"import:bestand{hour}", deed="register-imported", text=text, at=AT + timedelta(hours=hour))

    assert told() == [("", "Scholen.")]
