"""A visitor proposes, somebody decides, and the same deeds carry it out."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.outbox.models import Mail
from steunpunt.foundation.worklist.actions import accept_item, decline_item
from steunpunt.network.actions.corrections import MOST_PER_HOUR, Proposal, propose_correction
from steunpunt.network.actions.membership import end_membership
from steunpunt.network.models import FieldOverride, FormUse, Membership, OrganisationVersion, Partnership, Ring
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import BoardFactory, MembershipFactory, PartnershipFactory, SiteFactory, coordinator_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
TODAY = date(2026, 11, 22)


@pytest.fixture
def partnership():
    return PartnershipFactory(version__name="De Leerwerf")


def _propose(subject, field, value="", **facts):
    proposal = Proposal(field, value, reason="Ik werk er.", **facts)
    return propose_correction(subject, proposal, by=Actor.visitor(), at=NOW)


def _accept(item, by=None):
    return accept_item(item, by=by or staff_actor(), at=NOW)


def test_a_proposal_waits_on_the_work_list(partnership):
    item = _propose(partnership, "naam", "De Leerschool")

    assert (item.title, item.data["old"], item.data["value"]) == (
        "Verbetering van De Leerwerf: naam",
        "De Leerwerf",
        "De Leerschool",
    )


def test_nothing_changes_before_somebody_says_yes(partnership):
    _propose(partnership, "naam", "De Leerschool")

    assert partnership.versions.get().name == "De Leerwerf"


def test_what_stands_there_already_is_refused(partnership):
    with pytest.raises(Refusal) as refused:
        _propose(partnership, "naam", "De Leerwerf")
    assert refused.value.field == "value"


def test_who_is_no_member_cannot_leave(partnership):
    with pytest.raises(Refusal, match="Zo staat het er al"):
        _propose(partnership, "lid-weg", about="nooit")


def test_an_accepted_name_mends_what_stands(partnership):
    _accept(_propose(partnership, "naam", "De Leerschool"))

    rows = partnership.versions.values_list("name", "valid_from")
    assert list(rows) == [("De Leerschool", date(2020, 8, 1))]


def test_an_accepted_name_since_a_day_is_a_change(partnership):
    _accept(_propose(partnership, "naam", "De Leerschool", on=date(2026, 8, 1)))

    rows = partnership.versions.order_by("valid_from").values_list("name", "valid_from")
    assert list(rows) == [("De Leerwerf", date(2020, 8, 1)), ("De Leerschool", date(2026, 8, 1))]


def test_the_history_names_the_deed_and_the_visitor(partnership):
    _accept(_propose(partnership, "naam", "De Leerschool"))

    told = [entry.summary for entry in history_of(partnership.reference)]
    assert told[0] == "Verbetering overgenomen, voorstel van een bezoeker: naam."
    assert told[1].startswith("Gegevens verbeterd")


def test_the_proposer_gets_mail_about_receipt_and_decision(partnership):
    item = _propose(partnership, "website", "https://x.invalid", reply_to="bo@voorbeeld.invalid")

    decline_item(item, by=staff_actor(), at=NOW, answer="Die site is van iemand anders.")

    texts = [mail.text for mail in Mail.objects.filter(to="bo@voorbeeld.invalid").order_by("pk")]
    assert [item.token in text for text in texts] == [True, True]
    assert "Die site is van iemand anders." in texts[1]


def test_a_declined_proposal_changes_nothing(partnership):
    item = _propose(partnership, "website", "https://x.invalid")

    decline_item(item, by=staff_actor(), at=NOW, answer="Nee.")

    assert Partnership.objects.get().website == ""


def test_an_accepted_website(partnership):
    _accept(_propose(partnership, "website", "https://x.invalid"))

    assert Partnership.objects.get().website == "https://x.invalid"


def test_an_accepted_working_area(partnership):
    _accept(_propose(partnership, "werkgebied", "Twente"))

    assert partnership.versions.get().area_text == "Twente"


def test_an_accepted_status(partnership):
    _accept(_propose(partnership, "status", "ended", on=date(2026, 8, 1)))

    assert partnership.statuses.get(valid_until=None).state == "ended"


def test_an_accepted_lead(partnership):
    board = BoardFactory()

    _accept(_propose(partnership, "penvoerder", board.public_id, on=date(2026, 8, 1)))

    assert partnership.leads.get().organisation == board


def test_an_accepted_member_whose_begin_nobody_knows(partnership):
    site = SiteFactory()

    _accept(_propose(partnership, "lid-erbij", site.public_id, ring="shell"))

    row = Membership.objects.get()
    assert (row.organisation, row.ring, row.valid_from, row.begin_unknown) == (site, "shell", TODAY, True)


def test_an_accepted_member_that_left(partnership):
    row = MembershipFactory(partnership=partnership)

    _accept(_propose(partnership, "lid-weg", about=row.public_id, on=date(2026, 8, 1)))

    assert Membership.objects.get().valid_until == date(2026, 8, 1)


def test_an_accepted_ring(partnership):
    row = MembershipFactory(partnership=partnership, ring=Ring.CORE)

    _accept(_propose(partnership, "kern-schil", "shell", about=row.public_id, on=date(2026, 8, 1)))

    assert Membership.objects.get(valid_until=None).ring == "shell"


def test_free_words_change_nothing_by_themselves(partnership):
    item = _accept(_propose(partnership, "anders"))

    assert (item.state, history_of(partnership.reference)[0].deed) == ("accepted", "correction-accepted")


def test_a_fact_of_a_school_is_kept_as_a_correction_with_its_source():
    site = SiteFactory(version__website="")

    _accept(_propose(site, "website", "https://linde.invalid"))

    assert OrganisationVersion.objects.get(valid_until=None).website == "https://linde.invalid"
    assert FieldOverride.objects.get().source.startswith("voorstel van een bezoeker (")


@pytest.mark.parametrize(("field", "value"), [("status", "ended"), ("naam", "De Leerschool")])
def test_what_the_visitor_told_about_himself_is_not_published(partnership, field, value):
    said = "Ik ben Jan de Vries, bel 06-12345678"
    proposal = Proposal(field, value, reason=said, on=date(2026, 8, 1))
    _accept(propose_correction(partnership, proposal, by=Actor.visitor(), at=NOW))

    entries = history_of(partnership.reference)
    assert not any("Jan" in f"{entry.summary}{entry.changes}" for entry in entries)
    assert not partnership.statuses.filter(source__contains="Jan").exists()


def test_what_the_visitor_told_is_not_the_source_of_a_school():
    site = SiteFactory(version__website="")
    proposal = Proposal("website", "https://linde.invalid", reason="Ik ben Jan de Vries")
    _accept(propose_correction(site, proposal, by=Actor.visitor(), at=NOW))

    assert "Jan" not in FieldOverride.objects.get().source
    assert not any("Jan" in f"{entry.summary}{entry.changes}" for entry in history_of(site.reference))


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("name", "De Linde", "De Linde"),
        ("street", "Dorpsstraat", "Dorpsstraat"),
        ("house_number", "12-C", "12C"),
        ("postcode", "1234AB", "1234AB"),
        ("place", "Ons Dorp", "Ons Dorp"),
    ],
)
def test_every_fact_of_a_school_can_be_taken_over(field, value, kept):
    site = SiteFactory()

    _accept(_propose(site, field, value))

    assert getattr(OrganisationVersion.objects.get(organisation=site, valid_until=None), field) == kept


def test_an_end_that_stands_already_is_not_moved(partnership):
    row = MembershipFactory(partnership=partnership)
    item = _propose(partnership, "lid-weg", about=row.public_id)
    end_membership(row, date(2026, 1, 1), by=staff_actor(), at=NOW)

    with pytest.raises(Refusal, match="al niet mee"):
        _accept(item)

    assert Membership.objects.get().valid_until == date(2026, 1, 1)


def test_the_coordinator_decides_on_the_own_partnership(partnership):
    _accept(_propose(partnership, "naam", "De Leerschool"), by=coordinator_of(partnership))

    assert partnership.versions.get().name == "De Leerschool"


@pytest.mark.parametrize("field", ["status", "naam"])
def test_who_may_not_decide_is_refused(partnership, field):
    actor = coordinator_of(partnership) if field == "status" else signed_in_actor()
    item = _propose(partnership, field, "ended")

    with pytest.raises(Refusal, match="niet behandelen"):
        _accept(item, by=actor)


def test_a_deed_that_is_refused_leaves_the_proposal_open(partnership):
    row = MembershipFactory(partnership=partnership)
    item = _propose(partnership, "lid-weg", about=row.public_id, on=date(2000, 1, 1))

    with pytest.raises(Refusal, match="al niet mee"):
        _accept(item)

    item.refresh_from_db()
    assert item.is_open


def test_a_machine_is_stopped_after_some_proposals(partnership):
    for number in range(MOST_PER_HOUR):
        proposal = Proposal("naam", f"Naam {number}", reason="x")
        propose_correction(partnership, proposal, by=Actor.visitor(), at=NOW, fingerprint="f" * 64)

    with pytest.raises(Refusal, match="over een uur"):
        propose_correction(
            partnership, Proposal("naam", "Nog een", reason="x"), by=Actor.visitor(), at=NOW, fingerprint="f" * 64
        )
    assert FormUse.objects.get().count == MOST_PER_HOUR
