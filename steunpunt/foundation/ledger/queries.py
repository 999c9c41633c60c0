"""Reading the ledger: the history of one record."""

from collections.abc import Collection

from django.contrib.auth import get_user_model

from .models import LedgerEntry

ACTOR_LABELS = {"systeem": "het platform", "gast": "een gast", "bezoeker": "een bezoeker"}


def history_of(reference: str, *, limit: int = 50, without: Collection[str] = ()) -> list[LedgerEntry]:
    """The latest entries about a record, each with `actor_label`: a role, never a personal name.

    Deeds that begin with one of `without` are left out.
    """
    rows = LedgerEntry.objects.filter(subjects__contains=[reference])
    for prefix in without:
        rows = rows.exclude(deed__startswith=prefix)
    entries = list(rows[:limit])
    staff = set(
        get_user_model()
        .objects.filter(public_id__in=[e.actor.partition(":")[2] for e in entries])
        .exclude(staff_role="")
        .values_list("public_id", flat=True)
    )
    for entry in entries:
        entry.actor_label = _label(entry.actor, staff)
    return entries


def latest_deeds(deeds: Collection[str], *, limit: int) -> list[LedgerEntry]:
    """The newest entries of these deeds, about whatever record."""
    return list(LedgerEntry.objects.filter(deed__in=deeds)[:limit])


def _label(actor: str, staff: set[str]) -> str:
    kind, _, public_id = actor.partition(":")
    if kind == "account":
        return "een medewerker van het steunpunt" if public_id in staff else "een deelnemer"
    return ACTOR_LABELS.get(kind, kind)
