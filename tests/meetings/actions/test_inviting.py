"""Inviting: a dry run that names everybody, one mail per address, reminders with a pause, and no."""

from datetime import timedelta

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.outbox.models import Mail
from steunpunt.meetings.actions.inviting import PAUSE, decline, remind_invited, send_invitations
from steunpunt.meetings.models import InvitationAnswer, MeetingInvitation, MeetingState
from steunpunt.meetings.queries.invitations import Asked, invitation_by_link, invitation_counts, trial_of
from tests.factories.foundation import UserFactory, signed_in_actor, staff_actor
from tests.factories.meetings_registration import (
    BEGIN,
    NOW,
    ComingMeetingFactory,
    MeetingInvitationFactory,
    RegistrationFactory,
    lead_of,
)
from tests.factories.network import AffiliationFactory, OrganisationFactory, PartnershipFactory, RoleFactory

pytestmark = pytest.mark.django_db
DAY = NOW.date()


def _coordinated(name: str, email: str) -> object:
    partnership = PartnershipFactory(version__name=name)
    role = RoleFactory(manages_partnership=True)
    person = AffiliationFactory(partnership=partnership, role=role).person
    person.account = UserFactory(email=email)
    person.save()
    return partnership


def test_a_dry_run_reads_addresses_partnerships_and_organisations():
    meeting = ComingMeetingFactory()
    _coordinated("Samen Noord", "coco@voorbeeld.invalid")
    chosen = _coordinated("Samen Zuid", "zus@voorbeeld.invalid")
    school = OrganisationFactory(version__name="De Linde", code="12AB")
    worker = AffiliationFactory(organisation=school, partnership=None).person
    worker.email = "linde@voorbeeld.invalid"
    worker.save()
    MeetingInvitationFactory(meeting=meeting, email="al@voorbeeld.invalid")
    RegistrationFactory(meeting=meeting, email="komt@voorbeeld.invalid")
    lines = [
        "Piet Proef <Piet@voorbeeld.invalid>",
        "piet@voorbeeld.invalid",
        "samen noord",
        "12AB",
        "al@voorbeeld.invalid",
        "KOMT@voorbeeld.invalid",
        "onbekend",
        "fout@",
        "",
    ]
    trial = trial_of(meeting, lines, [chosen], DAY)

    assert [(one.email, one.on_behalf_of) for one in trial.new] == [
        ("zus@voorbeeld.invalid", "Samen Zuid"),
        ("piet@voorbeeld.invalid", ""),
        ("coco@voorbeeld.invalid", "Samen Noord"),
        ("linde@voorbeeld.invalid", "12AB"),
    ]
    assert trial.new[1].name == "Piet Proef"
    assert [one.email for one in trial.known] == ["al@voorbeeld.invalid"]
    assert [one.email for one in trial.coming] == ["komt@voorbeeld.invalid"]
    assert trial.unread == ["onbekend", "fout@"]
    assert not Mail.objects.exists()


def test_each_address_gets_one_mail_with_a_link_of_its_own():
    meeting = ComingMeetingFactory()
    asked = [Asked("a@voorbeeld.invalid", "Anna"), Asked("b@voorbeeld.invalid")]
    by = lead_of(meeting)
    send_invitations(meeting, asked, "Kom je ook?", by=by, at=NOW)
    send_invitations(meeting, asked, by=by, at=NOW)

    assert Mail.objects.count() == 2
    mail = Mail.objects.get(to="a@voorbeeld.invalid")
    invitation = MeetingInvitation.objects.get(email="a@voorbeeld.invalid")
    assert "Dag Anna,\n\nWe nodigen je uit" in mail.text
    assert "Kom je ook?" in mail.text
    assert f"/bijeenkomsten/uitnodiging/{invitation.link}/" in mail.text


@pytest.mark.parametrize("deed", [lambda row, **who: send_invitations(row, [], **who), remind_invited])
def test_only_who_leads(deed):
    with pytest.raises(Refusal, match="leidt"):
        deed(ComingMeetingFactory(), by=signed_in_actor(), at=NOW)


def test_nobody_is_invited_to_what_is_over():
    meeting = ComingMeetingFactory()

    with pytest.raises(Refusal, match="geweest"):
        send_invitations(meeting, [Asked("a@voorbeeld.invalid")], by=staff_actor(), at=BEGIN + timedelta(days=1))


def test_a_reminder_goes_to_who_said_nothing_and_not_soon_again():
    silent = MeetingInvitationFactory()
    meeting = silent.meeting
    for answer in (InvitationAnswer.ACCEPTED, InvitationAnswer.DECLINED):
        MeetingInvitationFactory(meeting=meeting, answer=answer)
    MeetingInvitationFactory(meeting=meeting, sent_at=NOW + PAUSE)

    moments = (timedelta(0), PAUSE, PAUSE + timedelta(hours=1))
    assert [remind_invited(meeting, by=staff_actor(), at=NOW + moment) for moment in moments] == [0, 1, 0]
    assert Mail.objects.get().to == silent.email
    counts = invitation_counts(meeting)
    assert (counts.sent, counts.accepted, counts.declined, counts.silent) == (4, 1, 1, 2)


def test_no_is_an_answer_but_not_for_who_registered():
    row = decline(MeetingInvitationFactory(), at=NOW)
    assert row.answer == InvitationAnswer.DECLINED

    with pytest.raises(Refusal, match="al aangemeld"):
        decline(MeetingInvitationFactory(answer=InvitationAnswer.ACCEPTED), at=NOW)


def test_a_draft_stays_shut_for_who_holds_a_link():
    draft = MeetingInvitationFactory(meeting__state=MeetingState.DRAFT)
    erased = MeetingInvitationFactory(email="")

    assert invitation_by_link(draft.link) is None
    assert invitation_by_link(erased.link) is None
    assert invitation_by_link(MeetingInvitationFactory().link) is not None
