"""The Dutch words with which kinds of organisations stand in addresses."""

from django.urls import reverse

from steunpunt.network.models import OrganisationKind

KIND_SLUGS = {
    OrganisationKind.SCHOOL_BOARD.value: "bestuur",
    OrganisationKind.SCHOOL.value: "school",
    OrganisationKind.SCHOOL_SITE.value: "vestiging",
    OrganisationKind.TRAINING_INSTITUTION.value: "lerarenopleiding",
    OrganisationKind.MBO.value: "mbo",
    OrganisationKind.UNIVERSITY.value: "universiteit",
    OrganisationKind.MUNICIPALITY.value: "gemeente",
    OrganisationKind.MINISTRY.value: "ministerie",
    OrganisationKind.COUNCIL.value: "sectorraad",
    OrganisationKind.EXPERTISE_CENTRE.value: "expertisecentrum",
    OrganisationKind.OTHER.value: "organisatie",
}
KINDS_BY_SLUG = {slug: kind for kind, slug in KIND_SLUGS.items()}


def organisation_address(kind: str, key: str) -> str:
    """Where an organisation's page stands; an institution has its own page."""
    if kind == OrganisationKind.TRAINING_INSTITUTION:
        return reverse("network:institution", args=[key])
    return reverse("network:organisation", args=[KIND_SLUGS[kind], key])
