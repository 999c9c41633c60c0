"""Codes of three short words, and how often a wrong one was tried."""

import secrets
import unicodedata
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from django.db.models import F, Sum
from django.utils.crypto import constant_time_compare, salted_hmac

from steunpunt.activities.models import CodeTry

from .activities import joinable

WORDS = Path(__file__).parent.parent / "data" / "code_words.txt"
LIVES = timedelta(hours=12)
FROM_ONE_ADDRESS = 60
"""Wrong codes an hour from one address: a hall behind one address makes typing errors too."""
GUESSES = 20_000
"""Wrong tries an hour times codes that live: divided by all possible codes this is one in a million at most."""
FEWEST_LIVE = 50


@cache
def words() -> tuple[str, ...]:
    return tuple(WORDS.read_text(encoding="utf-8").split())


def new_code() -> str:
    """Three words at random, by a source that cannot be foretold."""
    return "-".join(secrets.choice(words()) for _ in range(3))


def as_code(typed: str) -> str:
    """What somebody typed, as it stands in the table: without capitals, marks and other spaces."""
    letters = unicodedata.normalize("NFKD", typed[:100]).lower()
    plain = (letter for letter in letters if not unicodedata.combining(letter))
    parts = "".join(letter if letter.isascii() and letter.isalpha() else " " for letter in plain).split()
    return "-".join(parts)[:40].rstrip("-")


def scan_key(code: str) -> str:
    """What a QR code carries beside the code: whoever scans does not guess, and is let in when guessing is stopped."""
    return salted_hmac("activities.scan", code).hexdigest()[:16]


def was_scanned(code: str, key: str) -> bool:
    return bool(key) and constant_time_compare(scan_key(code), key)


def origin_of(address: str, at: datetime) -> str:
    """An address as the table knows it for one hour."""
    return salted_hmac(f"activities.try.{hour_of(at):%Y%m%d%H}", address).hexdigest()[:32]


def hour_of(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def is_guessed_too_often(address: str, at: datetime) -> bool:
    """Whether codes are no longer looked at for this hour: from this address, or from all together."""
    found = CodeTry.objects.filter(hour=hour_of(at), origin__in=["", origin_of(address, at)])
    counts = dict(found.order_by().values_list("origin").annotate(number=Sum(F("count"))))
    together = counts.pop("", 0)
    return any(number >= FROM_ONE_ADDRESS for number in counts.values()) or together >= most_together(at)


def most_together(at: datetime) -> int:
    """The more codes live, the fewer wrong tries there may be."""
    return GUESSES // max(FEWEST_LIVE, joinable(at).count())
