"""What the editing pages and the rules for editing ask: the rows of one partnership on a day, and what is planned."""

from datetime import date
from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.periods.models import Period, PeriodQuerySet, covering
from steunpunt.network.models import (
    Membership,
    Organisation,
    OrganisationVersion,
    PartnerGoal,
    Partnership,
    Person,
    Project,
    ProjectPartnership,
    Region,
    Ring,
    Role,
    Scenario,
    Theme,
    ThemeContact,
)

from .people import people_within
from .themes import visible_themes

P = TypeVar("P", bound=Period)


def closed_since(organisation: Organisation) -> date | None:
    """The day from which it is no longer there; None while it is, or when nothing is known of it."""
    ends = list(OrganisationVersion.objects.filter(organisation=organisation).values_list("valid_until", flat=True))
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def line_of(row: Period) -> PeriodQuerySet:
    """All rows of the same story: of a membership those of the same organisation, of a contact the same theme."""
    same = {"partnership": row.partnership_id}  # type: ignore[attr-defined]
    if isinstance(row, Membership):
        same["organisation"] = row.organisation_id
    if isinstance(row, ThemeContact):
        same["theme"] = row.theme_id
    return type(row).objects.filter(**same)


def has_later_period(row: Period) -> bool:
    """Whether another period of the same story begins where this one ends."""
    return row.valid_until is not None and line_of(row).filter(valid_from=row.valid_until).exists()


def has_other_period(row: Period) -> bool:
    """Whether the same story has another row than this one."""
    return line_of(row).exclude(pk=row.pk).exists()


def is_affiliated(person: Person, partnership: Partnership, on: date) -> bool:
    return affiliated_people(partnership, on).filter(pk=person.pk).exists()


def affiliated_people(partnership: Partnership, on: date) -> QuerySet[Person]:
    """Whoever has a role at the partnership on that day, or only at a member and agreed to be named."""
    return people_within(partnership, covering(on))


def took_part(organisation: Organisation, partnership: Partnership) -> bool:
    return Membership.objects.filter(organisation=organisation, partnership=partnership).exists()


def current(rows: "QuerySet[P]", on: date) -> P | None:
    """The one row that holds on that day."""
    return rows.filter(covering(on)).first()


def _name_on(day: date) -> Coalesce:
    """The organisation's name on that day, otherwise its latest one: as a column of a row with `organisation`."""
    names = OrganisationVersion.objects.filter(organisation=OuterRef("organisation"))
    return Coalesce(
        Subquery(names.filter(covering(day)).values("name")[:1]),
        Subquery(names.order_by("-valid_from").values("name")[:1]),
    )


def _place_on(day: date) -> Subquery:
    return Subquery(_versions_on(day).values("place")[:1])


def _versions_on(day: date) -> QuerySet[OrganisationVersion]:
    """What is known on that day of the organisation of a row; nothing when it was closed before."""
    return OrganisationVersion.objects.filter(covering(day), organisation=OuterRef("organisation"))


def memberships_for_editing(partnership: Partnership, on: date) -> QuerySet[Membership]:
    """Members of now and later, each with `name`, `place` and whether it `is_closed`; boards first, then by ring."""
    rows = Membership.objects.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=on), partnership=partnership)
    rows = rows.select_related("organisation").annotate(
        name=_name_on(on), place=_place_on(on), is_closed=~Exists(_versions_on(on))
    )
    return rows.order_by("role", "ring", "name", "valid_from")


def past_memberships(partnership: Partnership, on: date) -> QuerySet[Membership]:
    """Members of before, latest end first."""
    rows = Membership.objects.ended_by(on).filter(partnership=partnership)
    rows = rows.select_related("organisation").annotate(name=_name_on(on), place=_place_on(on))
    return rows.order_by("-valid_until", "name")


def membership_of(partnership: Partnership, public_id: str) -> Membership | None:
    rows = Membership.objects.filter(partnership=partnership, public_id=public_id)
    return rows.select_related("organisation", "partnership").first()


def contact_of(partnership: Partnership, public_id: str) -> ThemeContact | None:
    rows = ThemeContact.objects.filter(partnership=partnership, public_id=public_id)
    return rows.select_related("theme", "role", "person", "partnership").first()


def members_on(partnership: Partnership, on: date) -> QuerySet[Membership]:
    """Who takes part on that day; an organisation that was closed counts no more, as on the page."""
    return Membership.objects.on(on).filter(Exists(_versions_on(on)), partnership=partnership)


def ring_counts(partnership: Partnership, on: date) -> dict[str, int]:
    """How many schools are in the core and in the shell on that day."""
    rings = list(members_on(partnership, on).values_list("ring", flat=True))
    return {ring.value: rings.count(ring.value) for ring in Ring}


RESERVED = {"nieuw", "nakijken"}
"""Words that stand in addresses where a partnership's own word could stand."""


def slug_is_taken(slug: str) -> bool:
    return slug in RESERVED or Partnership.objects.filter(slug=slug).exists()


def project_slug_is_taken(slug: str) -> bool:
    return Project.objects.filter(slug=slug).exists()


def project_links(partnership: Partnership) -> QuerySet[ProjectPartnership]:
    """The projects that touch the partnership, by title."""
    rows = ProjectPartnership.objects.filter(partnership=partnership)
    return rows.select_related("project", "partnership").order_by("project__title")


def project_link(partnership: Partnership, key: int) -> ProjectPartnership | None:
    return project_links(partnership).filter(pk=key).first()


def linkable_projects(partnership: Partnership) -> QuerySet[Project]:
    """Projects that do not touch the partnership yet."""
    taken = ProjectPartnership.objects.filter(partnership=partnership).values("project")
    return Project.objects.exclude(pk__in=taken).order_by("title")


def goals_for_editing(partnership: Partnership, on: date) -> QuerySet[PartnerGoal]:
    """The goals of the partners, each with the `name` of its partner."""
    rows = PartnerGoal.objects.filter(partnership=partnership).select_related("organisation", "partnership")
    return rows.annotate(name=_name_on(on)).order_by("name", "position", "pk")


def goal_of(partnership: Partnership, key: int) -> PartnerGoal | None:
    rows = PartnerGoal.objects.filter(partnership=partnership, pk=key)
    return rows.select_related("organisation", "partnership").first()


def roles_to_choose() -> QuerySet[Role]:
    """The national list of roles."""
    return Role.objects.all()


def scenarios_to_choose() -> QuerySet[Scenario]:
    return Scenario.objects.all()


def regions_to_choose() -> QuerySet[Region]:
    return Region.objects.order_by("name")


def organisation_by_id(public_id: str) -> Organisation | None:
    return Organisation.objects.filter(public_id=public_id).first()


def main_themes(actor: Actor) -> QuerySet[Theme]:
    """The themes at the top of the tree."""
    return visible_themes(actor).filter(parent__isnull=True)


def staff_accounts() -> QuerySet[User]:
    """Accounts with a role at the support point."""
    return User.objects.filter(is_active=True).exclude(staff_role="")


def stored(row: Model) -> Model | None:
    """The row as the database holds it at this moment."""
    return type(row)._default_manager.filter(pk=row.pk).first()
