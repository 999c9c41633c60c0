"""The names that stand with a question: of partnerships, institutions and people, as the reader may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from steunpunt.foundation.access import Actor
from steunpunt.foundation.periods.models import covering
from steunpunt.knowledge.models import QuestionOrigin, ResearchWork
from steunpunt.network.models import (
    AcademicStrand,
    Affiliation,
    Organisation,
    OrganisationKind,
    Partnership,
    Person,
    Project,
)
from steunpunt.network.queries.addresses import organisation_address
from steunpunt.network.queries.people import organisation_names, partnership_names, person_of, shown_name
from steunpunt.network.queries.projects import visible_projects

Named = tuple[str, str]
"""A name with the address of its page."""


@dataclass(frozen=True)
class Names:
    """Everything that has to be named on one page, looked up at once."""

    partnerships: dict[int, Named]
    organisations: dict[int, Named]
    academic: set[int]
    actor: Actor

    def partnership(self, pk: int | None) -> Named | None:
        return self.partnerships.get(pk) if pk else None

    def organisation(self, pk: int | None) -> Named | None:
        return self.organisations.get(pk) if pk else None

    def person(self, person: Person | None) -> str:
        return shown_name(person, self.actor) if person else ""


def names_for(rows: Iterable[ResearchWork | QuestionOrigin], actor: Actor, day: date) -> Names:
    """The names of whoever stands in these rows."""
    held = list(rows)
    partnerships = {row.partnership_id for row in held if row.partnership_id}
    organisations = {row.organisation_id for row in held if isinstance(row, ResearchWork) and row.organisation_id}
    strands = AcademicStrand.objects.filter(covering(day), partnership__in=partnerships)
    return Names(
        _partnerships(partnerships, day),
        _organisations(organisations, day),
        set(strands.values_list("partnership", flat=True)),
        actor,
    )


def _partnerships(ids: set[int], day: date) -> dict[int, Named]:
    names = partnership_names(ids, day) if ids else {}
    slugs = dict(Partnership.objects.filter(pk__in=ids).values_list("pk", "slug"))
    return {pk: (names.get(pk, slug), reverse("network:partnership", args=[slug])) for pk, slug in slugs.items()}


def _organisations(ids: set[int], day: date) -> dict[int, Named]:
    names = organisation_names(ids, day) if ids else {}
    rows = Organisation.objects.filter(pk__in=ids)
    return {row.pk: (names.get(row.pk, str(row)), organisation_address(row.kind, _key(row))) for row in rows}


def _key(row: Organisation) -> str:
    return row.code or row.public_id


def own_institutions(actor: Actor, day: date) -> list[tuple[int, str]]:
    """The training institutions and universities where somebody has a role that day, with their names."""
    ids = institutions_of(actor, day)
    return sorted(((pk, name) for pk, (name, _url) in _organisations(ids, day).items()), key=lambda pair: pair[1])


def institutions_of(actor: Actor, day: date) -> set[int]:
    """Where somebody has a role that day, as far as questions are worked on there."""
    if actor.account is None:
        return set()
    roles = Affiliation.objects.on(day).filter(person__account=actor.account, person__merged_into__isnull=True)
    kinds = (OrganisationKind.TRAINING_INSTITUTION, OrganisationKind.UNIVERSITY, OrganisationKind.EXPERTISE_CENTRE)
    return set(roles.filter(organisation__kind__in=kinds).values_list("organisation", flat=True))


def person_behind(actor: Actor) -> Person | None:
    """Whoever signed in, as the directory knows somebody."""
    return person_of(actor.account)


def projects_to_choose(actor: Actor, partnerships: QuerySet[Partnership], day: date) -> QuerySet[Project]:
    """The projects that run on the day and touch one of these partnerships."""
    rows = visible_projects(actor).filter(covering(day), touches__partnership__in=partnerships.values("pk"))
    return rows.distinct().order_by("title")
