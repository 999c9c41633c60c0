"""A visitor proposes a correction; staff or the coordinator take it over, and it is carried out as any other deed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.worklist.actions import open_item
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.models import (
    LeadOrganisation,
    Membership,
    Organisation,
    Partnership,
    PartnershipStatus,
    PartnershipVersion,
)
from steunpunt.network.queries.corrections import (
    JOINS,
    LEAD,
    LEAVES,
    MOVES,
    OTHER,
    STATUS,
    Record,
    about_in_words,
    in_words,
    record_of,
    value_now,
    verbose,
)
from steunpunt.network.queries.editing import current, membership_of, organisation_by_id
from steunpunt.network.rules.corrections import can_propose
from steunpunt.network.rules.partnership import roles_for

from .chains import facts_of
from .form_use import count_use
from .membership import add_member, end_membership, move_ring
from .noting import needed
from .organisation import change_organisation_facts
from .partnership import change_partnership_facts, correct_partnership_facts, set_website
from .standing import set_lead, set_status
from .telling import name_of

KIND = "verbetering"
MOST_PER_HOUR = 10


@dataclass(frozen=True)
class Proposal:
    """What a visitor thinks it should be. `about` names a member; `on` is empty when it always was like that."""

    field: str
    value: str
    about: str = ""
    ring: str = ""
    on: date | None = None
    reason: str = ""
    reply_to: str = ""


def propose_correction(
    subject: Record, proposal: Proposal, *, by: Actor, at: datetime, fingerprint: str = ""
) -> WorkItem:
    """Put the proposal on the work list; `fingerprint` counts what one visitor sends in an hour."""
    today = localdate(at)
    old = value_now(subject, proposal.field, proposal.about or proposal.value, today)
    new = None if proposal.field == LEAVES else proposal.value
    require(can_propose(old, new), _("Zo staat het er al."), field="value")
    with transaction.atomic():
        if fingerprint:
            sentence = _("Je hebt dit uur al veel voorstellen gedaan. Probeer het over een uur nog eens.")
            count_use(fingerprint, most=MOST_PER_HOUR, sentence=sentence, at=at)
        words = {"what": verbose(subject, proposal.field), "name": name_of(subject, today)}
        return open_item(
            kind=KIND,
            subject=subject.reference,
            title=_("Verbetering van %(name)s: %(what)s") % words,
            data=_data(proposal, old, new, today),
            by=by,
            at=at,
            reply_to=proposal.reply_to,
        )


def _data(proposal: Proposal, old: str | None, new: str | None, today: date) -> dict[str, Any]:
    member = about_in_words(proposal.field, proposal.about, today)
    old_words, new_words = in_words(proposal.field, old, today), in_words(proposal.field, new, today)
    if proposal.field == LEAVES:
        new_words = _("doet niet meer mee")
    return {
        "field": proposal.field,
        "about": proposal.about,
        "value": proposal.value,
        "ring": proposal.ring,
        "old": old,
        "old_words": f"{member}: {old_words}" if member else old_words,
        "new_words": f"{member}: {new_words}" if member else new_words,
        "reason": proposal.reason,
        "on": proposal.on.isoformat() if proposal.on else None,
    }


def accept_correction(item: WorkItem, by: Actor, at: datetime) -> None:
    """Carry it out; a visitor's proposal is named in the history beside the deed itself.

    The visitor's own words (how they know) stay on the work list: they may hold what nobody else should read.
    """
    subject = record_of(item.subject)
    if subject is None:
        raise Refusal(_("Dit staat niet meer in de gids."))
    on = item.data.get("on")
    source = _("voorstel van een bezoeker (%(reference)s)") % {"reference": item.reference}
    chosen = {**item.data, "on": date.fromisoformat(on) if on else None, "source": source}
    if isinstance(subject, Organisation):
        _carry_out_for_organisation(subject, chosen, by, at)
    else:
        _DEEDS[chosen["field"]](subject, chosen, by, at)
    summary = _("Verbetering overgenomen, voorstel van een bezoeker: %(what)s.") % {
        "what": verbose(subject, chosen["field"])
    }
    record(by=by, at=at, deed="correction-accepted", summary=summary, subjects=[item.subject, item.reference])


def decline_correction(item: WorkItem, by: Actor, at: datetime) -> None:
    """Nothing changes; the work list keeps the answer and mails it."""


def _carry_out_for_organisation(subject: Organisation, chosen: dict[str, Any], by: Actor, at: datetime) -> None:
    if chosen["field"] == OTHER:
        return
    change_organisation_facts(
        subject,
        {chosen["field"]: chosen["value"]},
        valid_from=chosen["on"] or localdate(at),
        source=chosen["source"],
        by=by,
        at=at,
    )


def _fact(name: str) -> "Deed":
    def carry_out(partnership: Partnership, chosen: dict[str, Any], by: Actor, at: datetime) -> None:
        today = localdate(at)
        on = chosen["on"] or today
        held = needed(
            current(PartnershipVersion.objects.filter(partnership=partnership), on),
            _("Op die dag staan er geen gegevens om te verbeteren."),
        )
        version = PartnershipVersion(**{one: getattr(held, one) for one in facts_of(held)}, valid_from=on)
        setattr(version, name, chosen["value"])
        if chosen["on"]:
            change_partnership_facts(version, by=by, at=at)
        else:
            correct_partnership_facts(version, today, by=by, at=at)

    return carry_out


def _website(partnership: Partnership, chosen: dict[str, Any], by: Actor, at: datetime) -> None:
    set_website(partnership, chosen["value"], by=by, at=at)


def _status(partnership: Partnership, chosen: dict[str, Any], by: Actor, at: datetime) -> None:
    row = PartnershipStatus(
        partnership=partnership,
        state=chosen["value"],
        source=chosen["source"],
        valid_from=chosen["on"] or localdate(at),
    )
    set_status(row, by=by, at=at)


def _lead(partnership: Partnership, chosen: dict[str, Any], by: Actor, at: datetime) -> None:
    organisation = organisation_by_id(chosen["value"])
    day = chosen["on"] or localdate(at)
    set_lead(LeadOrganisation(partnership=partnership, organisation=organisation, valid_from=day), by=by, at=at)


def _joins(partnership: Partnership, chosen: dict[str, Any], by: Actor, at: datetime) -> None:
    organisation = needed(organisation_by_id(chosen["value"]), _("Deze organisatie staat niet meer in de gids."))
    row = Membership(
        partnership=partnership,
        organisation=organisation,
        role=next(iter(roles_for(organisation)), ""),
        ring=chosen["ring"],
        valid_from=chosen["on"] or localdate(at),
        begin_unknown=chosen["on"] is None,
    )
    add_member(row, by=by, at=at)


def _leaves(partnership: Partnership, chosen: dict[str, Any], by: Actor, at: datetime) -> None:
    row, day = _member(partnership, chosen), chosen["on"] or localdate(at)
    require(row.covers(day), _("Op die dag doet dit lid al niet mee. Kijk bij de leden en wijs het voorstel af."))
    end_membership(row, day, by=by, at=at)


def _moves(partnership: Partnership, chosen: dict[str, Any], by: Actor, at: datetime) -> None:
    move_ring(_member(partnership, chosen), chosen["value"], chosen["on"] or localdate(at), by=by, at=at)


def _member(partnership: Partnership, chosen: dict[str, Any]) -> Membership:
    return needed(membership_of(partnership, chosen["about"]), _("Dit lid staat niet meer in de lijst."))


def _by_hand(partnership: Partnership, chosen: dict[str, Any], by: Actor, at: datetime) -> None:
    """Free words: whoever says yes has done it on the editing pages."""


Deed = Callable[[Partnership, dict[str, Any], Actor, datetime], None]
_DEEDS: dict[str, Deed] = {
    "naam": _fact("name"),
    "werkgebied": _fact("area_text"),
    "website": _website,
    STATUS: _status,
    LEAD: _lead,
    JOINS: _joins,
    LEAVES: _leaves,
    MOVES: _moves,
    OTHER: _by_hand,
}
