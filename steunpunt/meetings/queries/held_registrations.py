"""What meetings hold of an account, for the download of one's own data."""

from typing import Any

from django.db.models import Q

from steunpunt.foundation.accounts.models import User
from steunpunt.meetings.models import MeetingInvitation, Registration


def held_registrations(account: User) -> list[dict[str, Any]]:
    own = Q(account=account) | Q(email__iexact=account.email)
    rows = (
        Registration.objects.filter(own)
        .select_related("meeting")
        .prefetch_related("choices__part", "answers__question")
    )
    return [
        {
            "bijeenkomst": row.meeting.title,
            "op": row.meeting.starts_at,
            "naam": row.name,
            "e-mailadres": row.email,
            "organisatie": row.organisation,
            "sector": row.sector,
            "dieetwensen": row.diet,
            "nodig om mee te doen": row.access,
            "stand": row.get_state_display(),
            "aangemeld op": row.registered_at,
            "aanwezig sinds": row.attended_at,
            "onderdelen": [choice.part.title for choice in row.choices.all()],
            "antwoorden": {answer.question.text: answer.text for answer in row.answers.all()},
        }
        for row in rows.order_by("pk")
    ]


def held_invitations(account: User) -> list[dict[str, Any]]:
    rows = MeetingInvitation.objects.filter(email__iexact=account.email).select_related("meeting").order_by("pk")
    return [
        {
            "bijeenkomst": row.meeting.title,
            "naam": row.name,
            "namens": row.on_behalf_of,
            "verstuurd op": row.sent_at,
            "antwoord": row.get_answer_display(),
        }
        for row in rows
    ]
