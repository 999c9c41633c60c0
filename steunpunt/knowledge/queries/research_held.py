"""What the research agenda holds of an account, for the download of one's own data."""

from typing import Any

from django.db.models import Q

from steunpunt.foundation.accounts.models import User
from steunpunt.knowledge.models import QuestionOrigin, ResearchWork
from steunpunt.network.queries.people_held import people_behind


def held_origins(account: User) -> list[dict[str, Any]]:
    rows = QuestionOrigin.objects.filter(account=account).select_related("question")
    return [
        {
            "vraag": row.question.text,
            "eigen woorden": row.wording,
            "bijeenkomst": row.meeting,
            "bron": row.source,
            "op": row.brought_on,
        }
        for row in rows
    ]


def held_work(account: User) -> list[dict[str, Any]]:
    rows = ResearchWork.objects.filter(Q(account=account) | Q(person__in=people_behind(account))).select_related(
        "question"
    )
    return [
        {
            "vraag": row.question.text,
            "programma": row.programme,
            "van": row.valid_from,
            "tot": row.valid_until,
        }
        for row in rows
    ]
