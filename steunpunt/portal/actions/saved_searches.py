"""Telling people by mail what is new for the questions that they saved."""

import logging
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from steunpunt.foundation.access import Actor
from steunpunt.foundation.outbox.actions import post_mail
from steunpunt.foundation.search.actions.saved import KNOWN
from steunpunt.foundation.search.asking import IndexUnavailable, ask
from steunpunt.foundation.search.models import SavedSearch
from steunpunt.foundation.search.queries import facet_words, question_of, searches_to_look_at
from steunpunt.foundation.search.results import Result, results_of

logger = logging.getLogger(__name__)
FIRST = 50
"""A record further down the list is no news."""
MOST_TOLD = 10
DAY = timedelta(hours=23)
STOP_SALT = "saved-search-stop"


def tell_news(*, at: datetime) -> int:
    """Look once a day at every saved question and mail what is new; how many mails."""
    told = 0
    for row in searches_to_look_at(at - DAY):
        try:
            with transaction.atomic():
                told += _tell(row, at)
        except IndexUnavailable:
            break
        except Exception:  # one question that breaks does not keep the news from others
            logger.exception("saved search %s could not be looked at", row.pk)
    return told


def _tell(row: SavedSearch, at: datetime) -> bool:
    # A mail may be read along: it tells what the account sees without a second factor.
    actor = Actor.of(row.account, second_factor=False)
    hits = ask(question_of(row, actor, FIRST)).hits
    new = results_of(actor, [hit for hit in hits if hit.reference not in row.known])
    row.known = list(dict.fromkeys([*(hit.reference for hit in hits), *row.known]))[: 2 * KNOWN]
    row.told_at = at
    row.save(update_fields=["known", "told_at"])
    if new:
        post_mail(to=row.account.email, subject=_subject(row, len(new)), text=_text(row, new), at=at)
    return bool(new)


def _subject(row: SavedSearch, count: int) -> str:
    words = ngettext("%(count)d nieuw resultaat voor “%(text)s”", "%(count)d nieuwe resultaten voor “%(text)s”", count)
    return words % {"count": count, "text": row.text}


def _text(row: SavedSearch, new: list[Result]) -> str:
    lines = [f"- {one.plain_title} ({one.name})\n  {settings.BASE_URL}{one.url}" for one in new[:MOST_TOLD]]
    if len(new) > MOST_TOLD:
        lines.append(_("En nog %(count)d andere.") % {"count": len(new) - MOST_TOLD})
    chosen = facet_words(row.chosen)
    return _(
        "Dit is nieuw voor je zoekvraag “%(question)s”:\n\n%(lines)s\n\n"
        "Alles bekijken: %(all)s\n\nGeen mail meer over deze vraag? Stop hier: %(stop)s\n"
    ) % {
        "question": f"{row.text} ({chosen})" if chosen else row.text,
        "lines": "\n".join(lines),
        "all": f"{settings.BASE_URL}{address_of(row)}",
        "stop": f"{settings.BASE_URL}{stop_address(row)}",
    }


def address_of(row: SavedSearch) -> str:
    """The page with what the saved question finds now."""
    query: list[tuple[str, Any]] = [("q", row.text)]
    query += [(code, value) for code, values in row.chosen.items() for value in values]
    return f"{reverse('portal:search')}?{urlencode(query)}"


def stop_address(row: SavedSearch) -> str:
    """The page that asks once more and then stops; whoever holds it needs no account."""
    return reverse("portal:search_stop", args=[signing.dumps(row.public_id, salt=STOP_SALT)])
