"""Making two persons one, without losing anything, and taking that back."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.accounts.queries import account_by_id
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.thread.actions import move_back, move_links
from steunpunt.network.actions.refusing import refused_plainly
from steunpunt.network.models import Affiliation, Invitation, Person, PersonMerge, ThemeContact
from steunpunt.network.queries.people import same_affiliation
from steunpunt.network.rules.people import can_merge, can_unmerge, may_merge

from .stretching import shrink, stretch


def merge_persons(kept: Person, merged: Person, *, by: Actor, at: datetime) -> PersonMerge:
    """`merged` goes up in `kept`: roles, contacts, invitations, account, address and thread move along."""
    require(may_merge(by), _("Alleen het steunpunt voegt personen samen."))
    with transaction.atomic():
        kept, merged = _locked(kept, merged)
        require(can_merge(kept, merged), _("Deze twee personen zijn niet samen te voegen."))
        moved = {
            "contacts": _move(ThemeContact, kept, merged),
            "invitations": _move(Invitation, kept, merged),
            **_move_affiliations(kept, merged),
            **_move_account(kept, merged),
            **_take_email(kept, merged),
        }
        merged.merged_into = kept
        merged.save(update_fields=["merged_into"])
        move_links(merged.reference, kept.reference)
        merge = PersonMerge.objects.create(kept=kept, merged=merged, at=at, by=by.reference, moved=moved)
        _note(merge, by, at, "persons-merged", _("Personen samengevoegd"))
    return merge


def unmerge(merge: PersonMerge, *, by: Actor, at: datetime) -> PersonMerge:
    """Take a merge back: everything that moved returns, and joined periods are what they were, or ended since."""
    require(may_merge(by), _("Alleen het steunpunt draait een samenvoeging terug."))
    with transaction.atomic(), refused_plainly():
        merge = PersonMerge.objects.select_for_update().select_related("kept", "merged").get(pk=merge.pk)
        require(can_unmerge(merge), _("Deze samenvoeging is niet (meer) terug te draaien."))
        kept, merged, moved = merge.kept, merge.merged, merge.moved
        _return(ThemeContact, moved["contacts"], kept, merged)
        _return(Invitation, moved["invitations"], kept, merged)
        for mark in moved["stretched"]:
            shrink(mark)
        _return(Affiliation, moved["affiliations"], kept, merged)
        _return_account(kept, merged, moved)
        _return_email(kept, merged, moved)
        merged.merged_into = None
        merged.save(update_fields=["merged_into", "account"])
        move_back(merged.reference, kept.reference)
        merge.undone_at = at
        merge.save(update_fields=["undone_at"])
        _note(merge, by, at, "persons-unmerged", _("Samenvoeging van personen teruggedraaid"))
    return merge


def _locked(kept: Person, merged: Person) -> tuple[Person, Person]:
    rows = {
        row.pk: row for row in Person.objects.select_for_update().filter(pk__in=[kept.pk, merged.pk]).order_by("pk")
    }
    return rows[kept.pk], rows[merged.pk]


def _move(model: type[ThemeContact] | type[Invitation], kept: Person, merged: Person) -> list[int]:
    ids = list(model.objects.filter(person=merged).values_list("pk", flat=True))
    model.objects.filter(pk__in=ids).update(person=kept)
    return ids


def _move_affiliations(kept: Person, merged: Person) -> dict[str, list]:
    """Where both have the same role at the same time, the kept rows are stretched over the other one, which stays."""
    moved: list[int] = []
    stretched: list[dict] = []
    for row in Affiliation.objects.filter(person=merged).order_by("pk"):
        row.person = kept
        twins = list(same_affiliation(row).order_by(F("valid_from").asc(nulls_first=True)))
        if twins:
            stretched = [*stretch(twins, row), *stretched]
        else:
            row.save(update_fields=["person"])
            moved.append(row.pk)
    return {"affiliations": moved, "stretched": stretched}


def _move_account(kept: Person, merged: Person) -> dict[str, object]:
    """The kept person keeps its account; only a person without one takes over the other's."""
    account = merged.account
    if account is None:
        return {"account": None, "account_taken": False}
    merged.account = None
    merged.save(update_fields=["account"])
    taken = kept.account_id is None
    if taken:
        kept.account = account
        kept.save(update_fields=["account"])
    return {"account": account.pk, "account_taken": taken}


def _take_email(kept: Person, merged: Person) -> dict[str, bool]:
    """Who has no address gets that of the other, who keeps it too: the note of what was moved holds no address."""
    taken = bool(merged.email) and not kept.email
    if taken:
        kept.email = merged.email
        kept.save(update_fields=["email"])
    return {"email_taken": taken}


def _return(
    model: type[ThemeContact] | type[Invitation] | type[Affiliation], ids: list[int], kept: Person, merged: Person
) -> None:
    model.objects.filter(pk__in=ids, person=kept).update(person=merged)


def _return_account(kept: Person, merged: Person, moved: dict) -> None:
    if moved["account"] is None:
        return
    if moved["account_taken"]:
        if kept.account_id != moved["account"]:
            return
        kept.account = None
        kept.save(update_fields=["account"])
    elif Person.objects.filter(account_id=moved["account"]).exists() or account_by_id(moved["account"]) is None:
        return
    merged.account_id = moved["account"]


def _return_email(kept: Person, merged: Person, moved: dict) -> None:
    if moved["email_taken"] and kept.email == merged.email:
        kept.email = ""
        kept.save(update_fields=["email"])


def _note(merge: PersonMerge, by: Actor, at: datetime, deed: str, summary: str) -> None:
    record(by=by, at=at, deed=deed, summary=summary, subjects=[merge.kept.reference, merge.merged.reference])
