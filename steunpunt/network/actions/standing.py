"""Where a partnership stands: its status, its academic strand and its lead organisation, each in a period."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.network.models import AcademicStrand, LeadOrganisation, PartnershipStatus
from steunpunt.network.queries.editing import current, line_of
from steunpunt.network.rules.partnership import may_set_status

from .chains import put
from .noting import ONLY_STAFF, begin_of, editing, note
from .telling import in_words, since, told


def set_status(status: PartnershipStatus, *, by: Actor, at: datetime, revision: int | None = None) -> PartnershipStatus:
    """From `status.valid_from` on (unsaved, with its partnership) this is the status; staff only."""
    require(may_set_status(by), ONLY_STAFF)
    with editing(status.partnership, by=by, at=at, revision=revision):
        held = current(line_of(status), begin_of(status))
        before = told(held, "state", "source") if held else {}
        changes = field_changes(before, told(status, "state", "source"))
        require(bool(changes), _("Dit is op die dag al de status."), field="state")
        kept = put(status, line_of(status))
        summary = _("Status: %(state)s, %(since)s.") % {
            "state": kept.get_state_display(),
            "since": since(kept.valid_from),
        }
        note(status.partnership, "status-set", summary, changes, by=by, at=at)
    return kept


def set_lead(lead: LeadOrganisation, *, by: Actor, at: datetime, revision: int | None = None) -> LeadOrganisation:
    """From `lead.valid_from` on (unsaved, with its partnership) this organisation is the penvoerder.

    By the rules a change takes effect on 1 August; that is a hint on the form and not a law of ours.
    """
    with editing(lead.partnership, by=by, at=at, revision=revision):
        held = current(line_of(lead), begin_of(lead))
        before = told(held, "organisation", "name_as_published") if held else {}
        changes = field_changes(before, told(lead, "organisation", "name_as_published"))
        require(bool(changes), _("Deze organisatie is op die dag al penvoerder."), field="organisation")
        kept = put(lead, line_of(lead))
        name = told(kept, "organisation").popitem()[1] or kept.name_as_published
        summary = _("Penvoerder: %(name)s, %(since)s.") % {"name": name, "since": since(kept.valid_from)}
        note(lead.partnership, "lead-set", summary, changes, by=by, at=at)
    return kept


def start_academic_strand(
    strand: AcademicStrand, *, by: Actor, at: datetime, revision: int | None = None
) -> AcademicStrand:
    """The partnership has an academic strand in this period (unsaved, with its partnership)."""
    with editing(strand.partnership, by=by, at=at, revision=revision):
        strand.save()
        changes = field_changes({}, told(strand, "valid_from", "valid_until"))
        summary = _("Academische kop, %(since)s.") % {"since": since(strand.valid_from)}
        note(strand.partnership, "academic-strand-started", summary, changes, by=by, at=at)
    return strand


def end_academic_strand(
    strand: AcademicStrand, on: date, *, by: Actor, at: datetime, revision: int | None = None
) -> AcademicStrand:
    """From that day on there is no academic strand any more."""
    with editing(strand.partnership, by=by, at=at, revision=revision):
        strand = AcademicStrand.objects.get(pk=strand.pk)
        before = told(strand, "valid_until")
        strand.valid_until = on
        strand.save(update_fields=["valid_until"])
        summary = _("Academische kop eindigt op %(day)s.") % {"day": in_words(on)}
        changes = field_changes(before, told(strand, "valid_until"))
        note(strand.partnership, "academic-strand-ended", summary, changes, by=by, at=at)
    return strand
