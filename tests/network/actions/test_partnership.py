"""Starting a partnership, changing and correcting its facts, confirming it."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.events import announcing
from steunpunt.foundation.events.models import Announcement
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.actions.partnership import (
    change_partnership_facts,
    confirm_partnership,
    correct_partnership_facts,
    set_website,
    start_partnership,
)
from steunpunt.network.events import PartnershipChanged
from steunpunt.network.models import Partnership, PartnershipState, PartnershipStatus, PartnershipVersion
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import PartnershipFactory, coordinator_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
TODAY = date(2026, 11, 22)
AUGUST = date(2027, 8, 1)


def _start(name="De Linde", by=None, slug=""):
    version = PartnershipVersion(name=name, sectors=["po"], valid_from=date(2026, 8, 1))
    status = PartnershipStatus(state=PartnershipState.ASPIRANT, valid_from=date(2026, 8, 1))
    return start_partnership(Partnership(slug=slug), version, status, by=by or staff_actor(), at=NOW)


def test_staff_start_a_partnership_with_name_and_status():
    partnership = _start()

    assert (partnership.slug, partnership.versions.get().name, partnership.statuses.get().state) == (
        "de-linde",
        "De Linde",
        "aspirant",
    )


def test_a_second_one_of_the_same_name_gets_a_number():
    _start()

    assert _start().slug == "de-linde-2"


def test_a_taken_address_is_refused():
    _start(slug="linde")

    with pytest.raises(Refusal) as refused:
        _start(slug="linde")
    assert refused.value.field == "slug"


def test_others_start_none():
    with pytest.raises(Refusal, match="Alleen medewerkers"):
        _start(by=signed_in_actor())


def test_starting_is_recorded():
    entry = history_of(_start().reference)[0]

    assert (entry.deed, entry.changes["status"]) == ("partnership-started", [None, "aspirant"])


def _changed(partnership, **facts):
    defaults = {"name": "Nieuwe naam", "sectors": ["po"], "valid_from": AUGUST}
    return PartnershipVersion(partnership=partnership, **{**defaults, **facts})


def test_a_coordinator_changes_the_name_from_a_day_on():
    partnership = PartnershipFactory(version__name="Oude naam")

    change_partnership_facts(_changed(partnership), by=coordinator_of(partnership), at=NOW)

    rows = partnership.versions.order_by("valid_from").values_list("name", "valid_until")
    assert list(rows) == [("Oude naam", AUGUST), ("Nieuwe naam", None)]


def test_a_stranger_changes_nothing():
    with pytest.raises(Refusal, match="Alleen de coördinator"):
        change_partnership_facts(_changed(PartnershipFactory()), by=Actor.visitor(), at=NOW)


def test_a_change_without_a_day_is_refused():
    with pytest.raises(Refusal) as refused:
        change_partnership_facts(_changed(PartnershipFactory(), valid_from=None), by=staff_actor(), at=NOW)
    assert refused.value.field == "valid_from"


def test_a_change_that_changes_nothing_is_refused():
    partnership = PartnershipFactory(version__name="Nieuwe naam")

    with pytest.raises(Refusal, match="niets veranderd"):
        change_partnership_facts(_changed(partnership), by=staff_actor(), at=NOW)


def test_a_change_is_recorded_with_old_and_new():
    partnership = PartnershipFactory(version__name="Oude naam")

    change_partnership_facts(_changed(partnership), by=staff_actor(), at=NOW)

    assert history_of(partnership.reference)[0].changes == {"naam": ["Oude naam", "Nieuwe naam"]}


def _notice(event):
    """Stands for a reaction of a room above."""


def test_a_change_is_announced(monkeypatch):
    for register in ("_reactions", "_subscribers", "_events"):
        monkeypatch.setattr(announcing, register, {})
    announcing.subscribe(PartnershipChanged, _notice)
    partnership = PartnershipFactory()

    change_partnership_facts(_changed(partnership), by=staff_actor(), at=NOW)

    payload = Announcement.objects.get().payload
    assert (payload["partnership"], payload["deed"]) == (partnership.public_id, "partnership-facts-changed")


def test_a_correction_keeps_the_period():
    partnership = PartnershipFactory(version__name="Oude naam", version__valid_from=date(2020, 8, 1))

    correct_partnership_facts(_changed(partnership), TODAY, by=staff_actor(), at=NOW)

    rows = partnership.versions.values_list("name", "valid_from", "valid_until")
    assert list(rows) == [("Nieuwe naam", date(2020, 8, 1), None)]


def test_there_is_nothing_to_correct_before_the_begin():
    with pytest.raises(Refusal, match="Op die dag"):
        correct_partnership_facts(_changed(PartnershipFactory()), date(2000, 1, 1), by=staff_actor(), at=NOW)


def test_a_correction_that_corrects_nothing_is_refused():
    partnership = PartnershipFactory(version__name="Nieuwe naam")

    with pytest.raises(Refusal, match="niets veranderd"):
        correct_partnership_facts(_changed(partnership), TODAY, by=staff_actor(), at=NOW)


def test_a_coordinator_confirms_and_the_partnership_is_verified():
    partnership = PartnershipFactory()

    confirm_partnership(partnership, by=coordinator_of(partnership), at=NOW)

    row = Partnership.objects.get()
    assert (row.confirmed_at, row.is_verified) == (NOW, True)


def test_staff_confirm_without_speaking_for_the_partnership():
    confirm_partnership(PartnershipFactory(), by=staff_actor(), at=NOW)

    row = Partnership.objects.get()
    assert (row.confirmed_at, row.is_verified) == (NOW, False)


def test_confirming_is_recorded():
    partnership = PartnershipFactory()

    confirm_partnership(partnership, by=staff_actor(), at=NOW)

    assert history_of(partnership.reference)[0].summary == "Bevestigd: alles klopt nog."


def test_the_website_is_changed():
    partnership = PartnershipFactory()

    set_website(partnership, "https://linde.voorbeeld.invalid", by=staff_actor(), at=NOW)

    assert Partnership.objects.get().website == "https://linde.voorbeeld.invalid"


def test_the_same_website_is_no_change():
    with pytest.raises(Refusal) as refused:
        set_website(PartnershipFactory(website="https://x.invalid"), "https://x.invalid", by=staff_actor(), at=NOW)
    assert refused.value.field == "website"
