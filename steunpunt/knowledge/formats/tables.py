"""Records as the rows of a table, and what its columns mean."""

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import Column

from .record import COSTS, KINDS, PHASES, Record

COLUMNS = (
    Column("id", _("Vaste code van het item, ook in de API.")),
    Column("titel", _("Titel.")),
    Column("soort", _("praktijkvoorbeeld, leertaak, instrument …")),
    Column("opbrengst", _("Wat het oplevert.")),
    Column("voorwaarden", _("Wanneer het werkt.")),
    Column("sectoren", _("po, vo, mbo, ho.")),
    Column("fasen", _("samen-opleiden, inductie, verder-professionaliseren.")),
    Column("themas", _("Titels van de thema’s.")),
    Column("jaar", _("Jaar waar het over gaat of waarin het verscheen.")),
    Column("taal", _("Taalcode, zoals nl.")),
    Column("partnerschap", _("Partnerschap dat het deelde; leeg als het van het steunpunt komt.")),
    Column("contact", _("De functie van wie je kunt bellen.")),
    Column("tijd_in_uren", _("Hoeveel tijd het bij elkaar kost.")),
    Column("kosten", _("Kosten naast de tijd van mensen.")),
    Column("licentie", _("Wat je ermee mag.")),
    Column("adres", _("Pagina van het item.")),
    Column("link", _("Waar het elders op het web staat.")),
    Column("bewerking_van", _("Pagina van het item waarvan dit een bewerking is.")),
    Column("gepubliceerd_op", _("Eerste publicatie.")),
    Column("gewijzigd_op", _("Publicatie van de versie die er nu staat.")),
    Column("versie", _("Nummer van die versie.")),
    Column("voorbeeld", _("Of dit een verzonnen voorbeeld is.")),
)


def row(record: Record) -> tuple[object, ...]:
    """The values of one item, in the order of the columns."""
    return (
        record.public_id,
        record.title,
        KINDS[record.kind],
        record.outcome,
        record.conditions,
        list(record.sectors),
        [PHASES[phase] for phase in record.phases],
        [theme.name for theme in record.themes],
        record.year,
        record.language,
        record.partnership.name if record.partnership else "",
        record.contact_role,
        record.effort_hours,
        COSTS.get(record.cost, ""),
        record.terms.name,
        record.url,
        record.link,
        record.based_on.url if record.based_on else "",
        record.published_at.date(),
        record.changed_at.date(),
        record.version,
        record.is_example,
    )
