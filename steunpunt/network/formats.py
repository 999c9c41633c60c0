"""The network as open data: the rows of each data set, and what their columns mean."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import Column

from .models import MembershipRole, OrganisationKind
from .queries.addresses import KIND_SLUGS
from .queries.choices import PROGRAMME_WORDS, RING_WORDS, STATE_WORDS
from .queries.directory import institution_directory, partnership_directory, site_directory
from .queries.directory.rows import OrganisationRow, PartnershipRow
from .queries.filters import Filters
from .queries.register_state import register_state

Row = tuple[object, ...]
ROLE_WORDS = {
    MembershipRole.BOARD.value: "bestuur",
    MembershipRole.SCHOOL.value: "school",
    MembershipRole.INSTITUTE.value: "lerarenopleiding",
}
EXAMPLE = Column("voorbeeld", _("Of dit een verzonnen voorbeeld is."))
SOURCE = Column("bron", _("Waar het gegeven vandaan komt."))
ON = Column("zoals_op", _("De dag waarop de rij geldt."))
LATITUDE = Column("breedtegraad", _("WGS84."))
LONGITUDE = Column("lengtegraad", _("WGS84."))
SINCE = Column("sinds", _("Eerste dag waarvan we weten dat het zo was."))
UNKNOWN = Column("begin_onbekend", _("Ja: het was toen al zo, sinds wanneer weet niemand."))

PARTNERSHIP_COLUMNS = (
    Column("id", _("Vaste code van het partnerschap, ook in de API.")),
    Column("naam", _("Naam op deze dag.")),
    Column("sectoren", _("po, vo, mbo, ho.")),
    Column("status", _("kandidaat, aspirant, erkend, beeindigd of onbekend.")),
    Column("academische_kop", _("Of er een academische kop is.")),
    Column("regio", _("Regio, als die bekend is.")),
    Column("werkgebied", _("Werkgebied in woorden.")),
    Column("penvoerder", _("Wie penvoerder is.")),
    SINCE,
    UNKNOWN,
    Column("kernscholen", _("Aantal scholen in de kern.")),
    Column("schilscholen", _("Aantal scholen in de schil.")),
    Column("lerarenopleidingen", _("Namen van de lerarenopleidingen die meedoen.")),
    Column("provincies", _("Provincies waar de scholen staan.")),
    Column("breedtegraad", _("Midden van de scholen, WGS84.")),
    Column("lengtegraad", _("Midden van de scholen, WGS84.")),
    Column("bevestigd", _("Of het partnerschap dit zelf heeft bevestigd.")),
    SOURCE,
    Column("peildatum", _("Van welke dag of welk jaar de bron is.")),
    ON,
    EXAMPLE,
)
MEMBERSHIP_COLUMNS = (
    Column("partnerschap_id", _("Vaste code van het partnerschap.")),
    Column("partnerschap", _("Naam van het partnerschap.")),
    Column("organisatie_soort", _("bestuur, school, vestiging, lerarenopleiding …")),
    Column("organisatie_code", _("BRIN, vestigingscode of bestuursnummer.")),
    Column("organisatie", _("Naam van de organisatie.")),
    Column("plaats", _("Plaats van de organisatie.")),
    Column("rol", _("bestuur, school of lerarenopleiding.")),
    Column("ring", _("kern of schil, bij scholen.")),
    SINCE,
    UNKNOWN,
    LATITUDE,
    LONGITUDE,
    ON,
    EXAMPLE,
)
SITE_COLUMNS = (
    Column("vestigingscode", _("BRIN met twee cijfers: de sleutel.")),
    Column("brin", _("BRIN van de school.")),
    Column("naam", _("Naam bij DUO.")),
    Column("sector", _("po of vo; so en vso tellen als po.")),
    Column("straat", _("Straat.")),
    Column("huisnummer", _("Huisnummer met toevoeging.")),
    Column("postcode", _("Vier cijfers, twee letters.")),
    Column("plaats", _("Plaats.")),
    Column("gemeente", _("Gemeente.")),
    Column("provincie", _("Provincie.")),
    LATITUDE,
    LONGITUDE,
    Column("leerlingen", _("Aantal leerlingen; leeg is onbekend.")),
    Column("bestuur", _("Naam van het schoolbestuur.")),
    Column("partnerschappen", _("Partnerschappen waarin de vestiging samenwerkt, met kern of schil.")),
    SOURCE,
    Column("peildatum", _("Van welke dag de bron is.")),
    ON,
    Column("voorbeeld", _("Of een van de partnerschappen in deze rij een verzonnen voorbeeld is.")),
)
PROGRAMME_COLUMNS = (
    Column("instelling_code", _("BRIN van de instelling.")),
    Column("instelling", _("Naam van de instelling.")),
    Column("croho", _("CROHO-code.")),
    Column("opleiding", _("Naam van de opleiding.")),
    Column("soort", _("pabo, tweede-graad, eerste-graad-hbo …")),
    Column("niveau", _("Niveau.")),
    Column("plaats", _("Waar de opleiding wordt gegeven.")),
    Column("geaccrediteerd_tot", _("Eerste dag waarop de accreditatie niet meer geldt; leeg is onbekend.")),
    ON,
    EXAMPLE,
)


def partnership_rows(actor: Actor, filters: Filters) -> Iterator[Row]:
    """One row per partnership that matches."""
    for row in partnership_directory(actor, filters.day).select(filters).rows:
        latitude, longitude = _middle(row)
        yield (
            row.public_id,
            row.name,
            row.sectors,
            STATE_WORDS[row.state],
            row.is_academic,
            row.region,
            row.area,
            row.lead,
            row.since.day,
            row.since.is_unknown,
            row.core,
            row.shell,
            [one.organisation.name for one in row.institutes],
            row.provinces,
            latitude,
            longitude,
            row.is_verified,
            row.source,
            row.source_date,
            filters.day,
            row.is_example,
        )


def _middle(row: PartnershipRow) -> tuple[float | None, float | None]:
    """The mean of the places of its schools."""
    points = [one.organisation for one in row.members if one.is_school and one.organisation.has_point]
    if not points:
        return None, None
    return round(_mean([one.latitude or 0 for one in points]), 5), round(
        _mean([one.longitude or 0 for one in points]), 5
    )


def _mean(numbers: list[float]) -> float:
    return sum(numbers) / len(numbers)


def membership_rows(actor: Actor, filters: Filters) -> Iterator[Row]:
    """One row per member of the partnerships that match; a chosen ring leaves only schools in it."""
    for row in partnership_directory(actor, filters.day).select(filters).rows:
        for member in row.members:
            ring = RING_WORDS.get(member.ring, "")
            if filters.rings and ring not in filters.rings:
                continue
            one = member.organisation
            yield (
                row.public_id,
                row.name,
                KIND_SLUGS[one.kind],
                one.code,
                one.name,
                one.place,
                ROLE_WORDS[member.role],
                ring,
                member.since.day,
                member.since.is_unknown,
                one.latitude,
                one.longitude,
                filters.day,
                row.is_example,
            )


def site_rows(actor: Actor, filters: Filters) -> Iterator[Row]:
    """One row per school site that matches."""
    examples = {row.slug for row in partnership_directory(actor, filters.day).rows if row.is_example}
    for row in site_directory(actor, filters.day).select(filters).rows:
        one: OrganisationRow = row.organisation
        yield (
            one.code,
            row.brin,
            one.name,
            one.sector,
            one.street,
            one.house_number,
            one.postcode,
            one.place,
            one.municipality,
            one.province,
            one.latitude,
            one.longitude,
            one.pupils,
            row.board.name if row.board else "",
            [f"{own.name} ({own.ring})" if own.ring else own.name for own in row.memberships],
            one.source,
            one.source_date,
            filters.day,
            one.is_example or any(own.slug in examples for own in row.memberships),
        )


def programme_rows(actor: Actor, filters: Filters) -> Iterator[Row]:
    """One row per programme of the institutions that match; a chosen sort leaves only programmes of it."""
    for row in institution_directory(actor, filters.day).select(filters).rows:
        for one in row.programmes:
            kind = PROGRAMME_WORDS[one.kind]
            if filters.programmes and kind not in filters.programmes:
                continue
            yield (
                row.organisation.code,
                row.organisation.name,
                one.croho,
                one.name,
                kind,
                one.level,
                one.place,
                one.accredited_until,
                filters.day,
                row.organisation.is_example,
            )


def register_date(kind: OrganisationKind | str) -> date | None:
    """The day of which the register of this kind is; the oldest when sectors differ."""
    return min((scope.reference_date for scope in register_state() if scope.kind == kind), default=None)
