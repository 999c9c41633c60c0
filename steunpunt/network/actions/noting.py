"""Writing down and announcing what happened to a partnership, the same way for every deed."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.revisions import locked
from steunpunt.foundation.periods.models import Period
from steunpunt.network.events import PartnershipChanged
from steunpunt.network.models import Partnership
from steunpunt.network.rules.partnership import may_edit_partnership

from .refusing import refused_plainly

NOT_YOURS = _("Alleen de coördinator van dit partnerschap en medewerkers van het steunpunt mogen dit wijzigen.")
ONLY_STAFF = _("Alleen medewerkers van het steunpunt mogen dit wijzigen.")


T = TypeVar("T")


def needed(value: T | None, sentence: object, *, field: str = "") -> T:
    """The value, or a refusal when there is none."""
    if value is None:
        raise Refusal(str(sentence), field=field)
    return value


def begin_of(row: Period) -> date:
    """The day from which something holds; a change without one is refused."""
    return needed(row.valid_from, _("Vul in vanaf welke dag dit geldt."), field="valid_from")


@contextmanager
def editing(partnership: Partnership, *, by: Actor, at: datetime, revision: int | None = None) -> Iterator[Partnership]:
    """Require the right to edit, then hold the partnership locked in a transaction with a next revision."""
    require(may_edit_partnership(by, partnership, localdate(at)), NOT_YOURS)
    with transaction.atomic(), refused_plainly():
        yield locked(partnership, revision)


def note(
    partnership: Partnership,
    deed: str,
    summary: object,
    changes: dict[str, list] | None = None,
    *,
    by: Actor,
    at: datetime,
    personal: Collection[str] = (),
) -> None:
    """One ledger line about the partnership, and the announcement that it changed."""
    record(
        by=by,
        at=at,
        deed=deed,
        summary=summary,
        subjects=[partnership.reference],
        changes=changes,
        personal=personal,
    )
    announce(PartnershipChanged(partnership.public_id, deed, at))
