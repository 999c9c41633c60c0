"""Records with the name by which the thread and other rooms show them."""

from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery

from steunpunt.foundation.access import Actor
from steunpunt.network.models import Organisation, OrganisationVersion, Partnership, PartnershipVersion

from .organisations import visible_organisations
from .partnerships import visible_partnerships


def named_partnerships(actor: Actor) -> QuerySet[Partnership]:
    """Partnerships, each with `name`: the latest that we know."""
    rows = PartnershipVersion.objects.filter(partnership=OuterRef("pk"))
    return visible_partnerships(actor).annotate(name=_latest(rows))


def named_organisations(actor: Actor) -> QuerySet[Organisation]:
    """Organisations, each with `name`: the latest that we know."""
    rows = OrganisationVersion.objects.filter(organisation=OuterRef("pk"))
    return visible_organisations(actor).annotate(name=_latest(rows))


def _latest(rows: QuerySet[Any]) -> Subquery:
    return Subquery(rows.order_by(F("valid_from").desc(nulls_last=True)).values("name")[:1])


def record_title(row: Any) -> str:
    """The name, or what is left of a record without one."""
    return row.name or str(row)
