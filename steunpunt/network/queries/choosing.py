"""Finding an organisation to choose: by name, place, BRIN or board number, never by a name that somebody types in."""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.periods.models import covering
from steunpunt.network.models import Membership, Organisation, OrganisationKind, OrganisationVersion, Partnership

from .organisations import visible_organisations

MOST = 20


@dataclass(frozen=True)
class Found:
    """An organisation as an option in a list."""

    public_id: str
    name: str
    details: str
    """What tells it apart from others of that name: place, code and kind."""

    @property
    def label(self) -> str:
        return " · ".join(part for part in (self.name, self.details) if part)


def find_organisations(actor: Actor, text: str, kinds: tuple[str, ...], on: date) -> list[Found]:
    """The best matches on that day, one more than `MOST` when there are more; empty for less than two characters.

    Every word has to stand in the name, the place or the begin of the code. A BRIN school with
    one site is left out where its site can be chosen, because it is the same school to people.
    """
    if len(text.strip()) < 2:
        return []
    rows: QuerySet[OrganisationVersion] = OrganisationVersion.objects.filter(
        covering(on), organisation__in=visible_organisations(actor)
    )
    if kinds:
        rows = rows.filter(organisation__kind__in=kinds)
    if not kinds or OrganisationKind.SCHOOL_SITE in kinds:
        rows = _without_single_schools(rows, on)
    for word in text.split()[:6]:
        rows = rows.filter(Q(name__icontains=word) | Q(place__icontains=word) | Q(organisation__code__istartswith=word))
    return [_option(row) for row in _best_first(rows, text.strip())[: MOST + 1]]


def _without_single_schools(rows: QuerySet[OrganisationVersion], on: date) -> QuerySet[OrganisationVersion]:
    sites = OrganisationVersion.objects.filter(
        covering(on), part_of=OuterRef("organisation"), organisation__kind=OrganisationKind.SCHOOL_SITE
    )
    count = sites.order_by().values("part_of").annotate(number=Count("pk")).values("number")
    rows = rows.alias(sites=Subquery(count))
    return rows.exclude(organisation__kind=OrganisationKind.SCHOOL, sites=1)


def _best_first(rows: QuerySet[OrganisationVersion], text: str) -> QuerySet[OrganisationVersion]:
    """A code or name that is the same, then what begins with it, then whole words; boards and sites before schools."""
    rank = Case(
        When(organisation__code__iexact=text, then=Value(0)),
        When(name__iexact=text, then=Value(1)),
        When(name__istartswith=text, then=Value(2)),
        When(name__iregex=rf"\m{re.escape(text)}", then=Value(3)),
        default=Value(4),
        output_field=IntegerField(),
    )
    is_school = Case(When(organisation__kind=OrganisationKind.SCHOOL, then=Value(1)), default=Value(0))
    return rows.select_related("organisation").order_by(rank, is_school, "name", "place", "pk")


def found_organisation(actor: Actor, public_id: str, on: date) -> Found | None:
    """The option that was chosen before, so that it stays in the list."""
    organisation = organisation_chosen(actor, public_id)
    if organisation is None:
        return None
    versions = OrganisationVersion.objects.filter(organisation=organisation).select_related("organisation")
    version = versions.filter(covering(on)).first() or versions.order_by("-valid_from").first()
    return _option(version) if version else None


def organisation_chosen(actor: Actor, public_id: str) -> Organisation | None:
    return visible_organisations(actor).filter(public_id=public_id).first()


def current_members(partnership: Partnership, on: date) -> list[Found]:
    """Its members on that day as options, by the public id of the membership."""
    rows = Membership.objects.on(on).filter(partnership=partnership).select_related("organisation")
    versions = {
        version.organisation_id: version
        for version in OrganisationVersion.objects.filter(
            covering(on), organisation__in=rows.values("organisation")
        ).select_related("organisation")
    }
    options = [
        _found(row.public_id, versions.get(row.organisation_id), row.get_ring_display() or row.get_role_display())
        for row in rows
    ]
    return sorted(options, key=lambda option: option.label.casefold())


def partners_as_options(partnership: Partnership, on: date) -> list[Found]:
    """Organisations that take or took part, as options by their own public id."""
    rows = Membership.objects.filter(partnership=partnership).values("organisation")
    versions = OrganisationVersion.objects.filter(organisation__in=rows).select_related("organisation")
    latest = {row.organisation_id: row for row in versions.order_by("valid_from")}
    return sorted((_option(row) for row in latest.values()), key=lambda option: option.label.casefold())


def _option(version: OrganisationVersion) -> Found:
    organisation = version.organisation
    kind = _("alle vestigingen") if organisation.kind == OrganisationKind.SCHOOL else organisation.get_kind_display()
    return _found(organisation.public_id, version, str(kind))


def _found(public_id: str, version: OrganisationVersion | None, kind: str) -> Found:
    if version is None:
        return Found(public_id, _("onbekend"), kind)
    details = [version.place, version.organisation.code, kind]
    return Found(public_id, version.name, " · ".join(part for part in details if part))
