"""Counting what is asked, so that others are helped by it, and what found nothing, so that staff can mend it."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate

from steunpunt.foundation.search.asking import IndexUnavailable, ask
from steunpunt.foundation.search.documents import Question
from steunpunt.foundation.search.models import MOST_CHARACTERS, AskedQuestion, FrequentQuestion, FruitlessQuestion
from steunpunt.foundation.search.queries import often_asked
from steunpunt.foundation.search.rules import may_be_kept, plain_question

KEEP_ASKED = timedelta(days=90)
KEEP_FRUITLESS = timedelta(days=180)
MOST_FREQUENT = 8
ASKED = """
INSERT INTO foundation_askedquestion (text, asker, "on") VALUES (%s, %s, %s)
ON CONFLICT (text, asker) DO UPDATE SET "on" = excluded."on"
"""
FRUITLESS = """
INSERT INTO foundation_fruitlessquestion (text, "on", count) VALUES (%s, %s, 1)
ON CONFLICT (text, "on") DO UPDATE SET count = foundation_fruitlessquestion.count + 1
"""


def note_asked(text: str, asker: str, *, on: date) -> None:
    """That this asker asked this: one sentence to the database, because a page waits for it."""
    if may_be_kept(text):
        question = plain_question(text)[:MOST_CHARACTERS]
        _execute(ASKED, [question, _fingerprint(question, asker), on])


def note_fruitless(text: str, *, on: date) -> None:
    """That this question found nothing; not by whom."""
    if may_be_kept(text):
        _execute(FRUITLESS, [plain_question(text)[:MOST_CHARACTERS], on])


def _fingerprint(question: str, asker: str) -> str:
    """Another one for every question, so that rows of one asker cannot be laid side by side."""
    return salted_hmac(f"search:{question}", asker, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()


def _execute(sentence: str, values: list[str | date]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sentence, values)


def choose_frequent(*, at: datetime) -> list[str]:
    """Choose anew what is shown as frequently asked: by enough people, and with an answer that everybody may read."""
    chosen: list[FrequentQuestion] = []
    try:
        for text, askers in often_asked(localdate(at) - KEEP_ASKED):
            if len(chosen) < MOST_FREQUENT and ask(Question(text, limit=1)).total:
                chosen.append(FrequentQuestion(text=text, askers=askers))
    except IndexUnavailable:
        return []
    with transaction.atomic():
        FrequentQuestion.objects.all().delete()
        FrequentQuestion.objects.bulk_create(chosen)
    return [row.text for row in chosen]


def forget_questions(*, at: datetime) -> int:
    """Remove what was asked longer ago than we need it; how many rows."""
    day = localdate(at)
    asked = AskedQuestion.objects.filter(on__lt=day - KEEP_ASKED).delete()[0]
    return asked + FruitlessQuestion.objects.filter(on__lt=day - KEEP_FRUITLESS).delete()[0]
