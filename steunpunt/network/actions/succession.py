"""Who carries on whom after a merger, a split, a takeover or a move; entered by people, never guessed."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.revisions import lock_tree
from steunpunt.network.models import Succession
from steunpunt.network.rules.organisation import can_succeed, may_edit_organisations

from .noting import ONLY_STAFF
from .refusing import refused_plainly
from .telling import in_words, name_of

SUCCESSIONS = "network-successions"


def add_succession(succession: Succession, *, by: Actor, at: datetime) -> Succession:
    """The successor carries on the predecessor from `on` (unsaved); a circle is refused."""
    require(may_edit_organisations(by), ONLY_STAFF)
    with transaction.atomic(), refused_plainly():
        lock_tree(SUCCESSIONS)
        require(
            can_succeed(succession.predecessor, succession.successor),
            _("Dit kan niet: dan volgt de organisatie met een omweg zichzelf op."),
            field="successor",
        )
        succession.save()
        _note(succession, "succession-added", _("%(old)s gaat verder als %(new)s (%(kind)s op %(day)s)."), by, at)
    return succession


def remove_succession(succession: Succession, *, by: Actor, at: datetime) -> None:
    """It was entered by mistake."""
    require(may_edit_organisations(by), ONLY_STAFF)
    with transaction.atomic():
        _note(succession, "succession-removed", _("Opvolging weggehaald: %(old)s door %(new)s (%(kind)s)."), by, at)
        succession.delete()


def _note(succession: Succession, deed: str, summary: str, by: Actor, at: datetime) -> None:
    words = {
        "old": name_of(succession.predecessor, localdate(at)),
        "new": name_of(succession.successor, localdate(at)),
        "kind": succession.get_kind_display(),
        "day": in_words(succession.on),
    }
    subjects = [succession.predecessor.reference, succession.successor.reference]
    record(by=by, at=at, deed=deed, summary=summary % words, subjects=subjects)
