"""Reading people: who somebody is, who coordinates what, and whose name may be shown."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.periods.models import covering
from steunpunt.network.models import (
    Affiliation,
    Membership,
    Organisation,
    OrganisationVersion,
    Partnership,
    PartnershipVersion,
    Person,
    PersonMerge,
    Role,
)


def person_of(account: User | None) -> Person | None:
    """The person behind an account, when the directory knows one."""
    return Person.objects.filter(account=account).first() if account else None


def manages(account: User, partnership: Partnership, on: date) -> bool:
    """Whether the person of this account coordinates the partnership on that day."""
    return _coordinating(on).filter(person__account=account, partnership=partnership).exists()


def _coordinating(on: date) -> QuerySet[Affiliation]:
    return Affiliation.objects.on(on).filter(role__manages_partnership=True, person__merged_into__isnull=True)


def _managing(on: date) -> QuerySet[Affiliation]:
    """Coordinators who can sign in."""
    return _coordinating(on).filter(person__account__is_active=True)


def is_managed(partnership: Partnership, on: date) -> bool:
    """Whether somebody can manage the partnership on that day; staff, who always can, are not counted."""
    return _managing(on).filter(partnership=partnership).exists()


def coordinators_of(partnership: Partnership, on: date) -> QuerySet[Person]:
    """Whoever coordinates the partnership on that day."""
    ids = _coordinating(on).filter(partnership=partnership).values("person")
    return Person.objects.filter(pk__in=ids).select_related("account").order_by("pk")


def managed_partnerships(actor: Actor, on: date) -> QuerySet[Partnership]:
    """The partnerships that the actor coordinates on that day; staff are not counted as coordinators."""
    if actor.account is None:
        return Partnership.objects.none()
    ids = _coordinating(on).filter(person__account=actor.account).values("partnership")
    return Partnership.objects.filter(pk__in=ids)


def coordinated_by(person: Person) -> QuerySet[Partnership]:
    """Where the person coordinates, did so or will."""
    rows = Affiliation.objects.filter(person=person, role__manages_partnership=True)
    return Partnership.objects.filter(pk__in=rows.values("partnership")).order_by("pk")


def unmanaged_partnerships(on: date) -> QuerySet[Partnership]:
    """Partnerships that once had a coordinator, that nobody can manage on that day, and that still have members."""
    theirs = Affiliation.objects.filter(partnership=OuterRef("pk"), role__manages_partnership=True)
    members = Membership.objects.on(on).filter(partnership=OuterRef("pk"))
    now = _managing(on).filter(partnership=OuterRef("pk"))
    return Partnership.objects.filter(Exists(theirs), Exists(members), ~Exists(now)).order_by("pk")


def visible_people(actor: Actor) -> QuerySet[Person]:
    """Staff see everybody; others see themselves and whoever agreed to be named."""
    people = Person.objects.filter(merged_into__isnull=True)
    if actor.is_staff:
        return people
    shown = Q(name_is_public=True)
    if actor.account is not None:
        shown |= Q(account=actor.account)
    return people.filter(shown)


def shown_name(person: Person, actor: Actor) -> str:
    """The name as this actor may read it; empty without consent."""
    own = actor.account is not None and person.account_id == actor.account.pk
    return person.name if person.name_is_public or own or actor.is_staff else ""


def affiliations_of(person: Person) -> QuerySet[Affiliation]:
    """Everything a person is or was, newest first."""
    rows = Affiliation.objects.filter(person=person).select_related("role", "partnership", "organisation")
    return rows.order_by("-valid_from", "pk")


def people_of(partnership: Partnership) -> QuerySet[Affiliation]:
    """Every role at a partnership, now and earlier, with the person in it; for whoever manages it."""
    rows = Affiliation.objects.filter(partnership=partnership, person__merged_into__isnull=True)
    rows = rows.select_related("person__account", "role", "organisation")
    return rows.order_by("role__position", "valid_from", "pk")


def people_to_choose(partnership: Partnership, today: date) -> QuerySet[Person]:
    """Whoever can be chosen for some day from today on; whether it can be on that day, the deed itself judges."""
    return people_within(partnership, Q(valid_until__isnull=True) | Q(valid_until__gt=today))


def people_within(partnership: Partnership, when: Q) -> QuerySet[Person]:
    """Whoever has a role at the partnership in that time, or only at a member and agreed to be named."""
    members = Membership.objects.filter(when, partnership=partnership).values("organisation")
    named = Q(organisation__in=members, partnership__isnull=True, person__name_is_public=True)
    rows = Affiliation.objects.filter(when, Q(partnership=partnership) | named)
    return Person.objects.filter(pk__in=rows.values("person"), merged_into__isnull=True).order_by("last_name", "pk")


def people_working_for(actor: Actor, partnerships: QuerySet[Partnership], on: date) -> QuerySet[Person]:
    """Whom the actor may see of those who have a role on that day at these partnerships or at their members."""
    rows = Affiliation.objects.on(on).filter(_at(partnerships, on))
    return visible_people(actor).filter(pk__in=rows.values("person")).order_by("last_name", "first_name", "pk")


def roles_held(person: Person, on: date, partnership: Partnership | None = None) -> QuerySet[Role]:
    """What the person is on that day: anywhere, or at this partnership and its members."""
    rows = Affiliation.objects.on(on).filter(person=person)
    if partnership is not None:
        rows = rows.filter(_at(Partnership.objects.filter(pk=partnership.pk), on))
    return Role.objects.filter(pk__in=rows.values("role")).order_by("position", "pk")


def _at(partnerships: QuerySet[Partnership], on: date) -> Q:
    members = Membership.objects.on(on).filter(partnership__in=partnerships.values("pk")).values("organisation")
    return Q(partnership__in=partnerships.values("pk")) | Q(organisation__in=members)


def same_affiliation(affiliation: Affiliation) -> QuerySet[Affiliation]:
    """Rows with the same person, role and place that hold on a shared day.

    The database's own constraint lets rows through whose organisation or partnership is empty.
    """
    rows = Affiliation.objects.filter(
        person=affiliation.person,
        role=affiliation.role,
        organisation=affiliation.organisation,
        partnership=affiliation.partnership,
    ).exclude(pk=affiliation.pk)
    if affiliation.valid_until is not None:
        rows = rows.filter(Q(valid_from__isnull=True) | Q(valid_from__lt=affiliation.valid_until))
    if affiliation.valid_from is not None:
        rows = rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=affiliation.valid_from))
    return rows


def visible_roles() -> QuerySet[Role]:
    """The national list of roles."""
    return Role.objects.all()


def partnership_name(partnership: Partnership, on: date) -> str:
    """The name on that day, or else the latest one."""
    return partnership_names([partnership.pk], on).get(partnership.pk, partnership.slug)


def partnership_names(ids: Iterable[int], on: date) -> dict[int, str]:
    """The names on that day, or else the latest ones, of many partnerships at once."""
    return _names(PartnershipVersion.objects.filter(partnership__in=set(ids)), "partnership", on)


def organisation_name(organisation: Organisation | None, on: date) -> str:
    """The name on that day, or else the latest one; empty for no organisation."""
    if organisation is None:
        return ""
    return organisation_names([organisation.pk], on).get(organisation.pk, str(organisation))


def organisation_names(ids: Iterable[int], on: date) -> dict[int, str]:
    """The names on that day, or else the latest ones, of many organisations at once."""
    return _names(OrganisationVersion.objects.filter(organisation__in=set(ids)), "organisation", on)


def _names(versions: QuerySet[Any], owner: str, on: date) -> dict[int, str]:
    """Of each owner the name in the last row: the one of the day, and before it the latest."""
    begun = F("valid_from").asc(nulls_first=True)
    return dict(versions.annotate(holds=covering(on)).order_by("holds", begun).values_list(owner, "name"))


def members_to_choose(partnership: Partnership, on: date) -> QuerySet[Organisation]:
    """The organisations that take part on that day, by name."""
    ids = Membership.objects.on(on).filter(partnership=partnership).values("organisation")
    name = OrganisationVersion.objects.filter(covering(on), organisation=OuterRef("pk")).values("name")[:1]
    return Organisation.objects.filter(pk__in=ids).annotate(name_on=Subquery(name)).order_by("name_on", "pk")


def member_names(partnership: Partnership, on: date) -> dict[int, str]:
    """The names of the organisations that take part on that day."""
    return organisation_names(members_to_choose(partnership, on).values_list("pk", flat=True), on)


def affiliation_at(partnership: Partnership, pk: int) -> Affiliation | None:
    """One role at a partnership."""
    return people_of(partnership).filter(pk=pk).first()


def person_by_public_id(actor: Actor, public_id: str) -> Person | None:
    """A person that the actor may see."""
    return visible_people(actor).filter(public_id=public_id).first()


def find_people(actor: Actor, text: str) -> QuerySet[Person]:
    """People by a part of the name or the address; for staff."""
    rows = visible_people(actor).select_related("account").order_by("last_name", "first_name", "pk")
    for word in text.split()[:5]:
        rows = rows.filter(Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(email__icontains=word))
    return rows


def merges_of(person: Person) -> QuerySet[PersonMerge]:
    """What was merged into this person and not taken back."""
    return merges().filter(kept=person)


def merges() -> QuerySet[PersonMerge]:
    """Merges that still stand, newest first."""
    return PersonMerge.objects.filter(undone_at__isnull=True).select_related("kept", "merged").order_by("-at")


def deeds_hidden(may_edit: bool) -> tuple[str, ...]:
    """What a public history leaves out: who comes to work somewhere, and who leaves, is for those who manage it."""
    return () if may_edit else ("affiliation-", "invitation-")


def namesakes(person: Person) -> QuerySet[Person]:
    """Others who may well be the same: the same address or the same name."""
    same = Q(first_name__iexact=person.first_name, last_name__iexact=person.last_name)
    if person.email:
        same |= Q(email__iexact=person.email)
    return Person.objects.filter(same, merged_into__isnull=True).exclude(pk=person.pk).order_by("pk")


def person_by_email(email: str) -> Person | None:
    """Somebody without an account who has this address, when there is exactly one."""
    found = Person.objects.filter(email__iexact=email, account__isnull=True, merged_into__isnull=True)[:2]
    return found[0] if email and len(found) == 1 else None
