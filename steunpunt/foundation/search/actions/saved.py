"""Keeping a question for an account, and letting it go."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.search.asking import IndexUnavailable, ask
from steunpunt.foundation.search.models import MOST_CHARACTERS, SavedSearch
from steunpunt.foundation.search.queries import question_of, saved_searches_of

if TYPE_CHECKING:
    from steunpunt.foundation.accounts.models import User

MOST_SAVED = 20
KNOWN = 200
"""What enters the first of a list and was not among so many before is new, and has not merely moved up."""


def keep_search(text: str, chosen: Mapping[str, tuple[str, ...]], *, by: Actor, at: datetime) -> SavedSearch:
    """Keep a question for the account; what it finds now is known, what comes later is told."""
    if by.account is None:
        raise Refusal(_("Log in om een zoekvraag te bewaren."))
    text, kept = text.strip()[:MOST_CHARACTERS], {code: list(values) for code, values in chosen.items()}
    require(bool(text), _("Typ eerst een vraag. Dan kun je die bewaren."))
    with transaction.atomic():
        mine = saved_searches_of(by.account)
        row = mine.filter(text=text, chosen=kept).first()
        if row is None:
            require(mine.count() < MOST_SAVED, _("Je hebt al twintig vragen bewaard. Stop er eerst met een."))
            row = SavedSearch(account=by.account, text=text, chosen=kept, saved_at=at)
        row.known, row.told_at = _known_now(row, by), at
        row.save()
    return row


def _known_now(row: SavedSearch, actor: Actor) -> list[str]:
    """Without an index nothing is known; the first mail then comes with what is there."""
    try:
        return [hit.reference for hit in ask(question_of(row, actor, KNOWN)).hits]
    except IndexUnavailable:
        return []


def stop_search(row: SavedSearch) -> None:
    """No mail about it any more."""
    row.delete()


def forget_saved(account: "User", at: datetime) -> None:
    """An erased account: its saved questions go."""
    saved_searches_of(account).delete()
