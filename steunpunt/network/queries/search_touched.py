"""Which documents of search change with a deed: the ledger names the records, this says whose text holds them."""

from collections.abc import Collection

from django.db.models import Q

from steunpunt.foundation.boards.pins import own_kind
from steunpunt.network.models import (
    ImportState,
    Membership,
    OrganisationKind,
    OrganisationVersion,
    Partnership,
    RegisterImport,
)

FOLLOWED = ("partnerschap", "organisatie", "import", "thema", "lijsten")


def partnerships_touched(references: Collection[str]) -> set[str] | None:
    """The partnerships themselves, those with such a member, and all after an import or another theme."""
    if _register_changed(references) or any(one.startswith(("thema:", "lijsten:")) for one in references):
        return None
    organisations = own_kind(references, "organisatie")
    joined = Membership.objects.filter(organisation__public_id__in=organisations)
    rows = Partnership.objects.filter(pk__in=joined.values("partnership"))
    return own_kind(references, "partnerschap") | set(rows.values_list("public_id", flat=True))


def organisations_touched(references: Collection[str]) -> set[str] | None:
    """The organisations, those that take part in such a partnership, and the sites below them."""
    if _register_changed(references):
        return None
    joined = Membership.objects.filter(partnership__public_id__in=own_kind(references, "partnerschap"))
    members = joined.values_list("organisation__public_id", flat=True)
    named = own_kind(references, "organisatie") | set(members)
    schools = OrganisationVersion.objects.filter(
        part_of__public_id__in=named, organisation__kind=OrganisationKind.SCHOOL
    ).values("organisation")
    below = OrganisationVersion.objects.filter(Q(part_of__public_id__in=named) | Q(part_of__in=schools))
    return named | set(below.values_list("organisation__public_id", flat=True))


def _register_changed(references: Collection[str]) -> bool:
    """Whether one of these imports was really read in; offering a file changes nothing."""
    imports = own_kind(references, "import")
    return bool(imports) and RegisterImport.objects.filter(public_id__in=imports, state=ImportState.DONE).exists()
