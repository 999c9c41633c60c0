"""What the database refused, said in Dutch at the right field."""

from contextlib import AbstractContextManager

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access.refusing import refused_with

_BACKWARDS = (_("De einddatum moet na de begindatum liggen."), "valid_until")
_OVERLAP = (_("Deze periode valt samen met een periode die er al staat."), "valid_from")

SENTENCES: dict[str, tuple[str | Promise, str]] = {
    "academic_strand_end_after_begin": _BACKWARDS,
    "academic_strand_no_overlap": (_("In deze periode is er al een academische kop."), "valid_from"),
    "affiliation_end_after_begin": _BACKWARDS,
    "affiliation_is_somewhere": (_("Kies een organisatie of een partnerschap."), "organisation"),
    "affiliation_no_overlap": (_("Deze persoon heeft deze rol hier in die periode al."), "role"),
    "lead_end_after_begin": _BACKWARDS,
    "lead_no_overlap": (_("In deze periode is er al een penvoerder."), "valid_from"),
    "lead_is_somebody": (_("Kies een organisatie als penvoerder."), "organisation"),
    "membership_end_after_begin": _BACKWARDS,
    "membership_no_overlap": (
        _("Deze organisatie is in (een deel van) deze periode al lid van dit partnerschap."),
        "valid_from",
    ),
    "membership_ring_for_schools": (_("Alleen een school zit in de kern of in de schil."), "ring"),
    "network_partnership_slug_key": (_("Dit webadres is al in gebruik door een ander partnerschap."), "slug"),
    "network_project_slug_key": (_("Dit webadres is al in gebruik door een ander project."), "slug"),
    "organisation_code_once": (_("Er is al een organisatie van deze soort met deze code."), "code"),
    "organisation_version_end_after_begin": _BACKWARDS,
    "organisation_version_no_overlap": _OVERLAP,
    "override_one_per_field": (_("Dit veld is net door iemand anders met de hand gezet."), ""),
    "partnership_status_end_after_begin": _BACKWARDS,
    "partnership_status_no_overlap": (_("In deze periode staat er al een status."), "valid_from"),
    "partnership_version_end_after_begin": _BACKWARDS,
    "partnership_version_no_overlap": _OVERLAP,
    "programme_end_after_begin": _BACKWARDS,
    "programme_no_overlap": (_("Deze opleiding staat in deze periode al op deze plaats."), "valid_from"),
    "project_end_after_begin": _BACKWARDS,
    "project_partnership_once": (_("Dit project hoort al bij dit partnerschap."), "project"),
    "region_end_after_begin": _BACKWARDS,
    "region_site_end_after_begin": _BACKWARDS,
    "region_site_one_region": (_("Deze vestiging zit in deze periode al in een onderwijsregio."), "valid_from"),
    "succession_not_to_itself": (_("Een organisatie kan zichzelf niet opvolgen."), "successor"),
    "succession_once": (_("Deze opvolging staat er al."), "successor"),
    "theme_contact_end_after_begin": _BACKWARDS,
    "theme_contact_one_per_theme": (_("Voor dit thema is er in deze periode al een contactpersoon."), "valid_from"),
    "theme_not_its_own_parent": (_("Een thema kan niet onder zichzelf vallen."), "parent"),
}
"""Name of the constraint → sentence and form field."""


def refused_plainly() -> AbstractContextManager[None]:
    """A savepoint in which a broken constraint of the network becomes a `Refusal`."""
    return refused_with(SENTENCES)
