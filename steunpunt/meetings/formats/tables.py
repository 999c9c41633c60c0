"""Meetings as rows of a data set."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import Column

from .record import MeetingRecord

COLUMNS = (
    Column("kenmerk", _("Vast kenmerk van de bijeenkomst.")),
    Column("adres", _("Pagina van de bijeenkomst.")),
    Column("titel", _("Titel.")),
    Column("soort", _("Soort bijeenkomst.")),
    Column("begint", _("Moment waarop het begint.")),
    Column("eindigt", _("Moment waarop het eindigt.")),
    Column("plaats", _("Waar het is.")),
    Column("adres_van_de_plaats", _("Adres van de plaats.")),
    Column("online", _("ja als je online mee kunt doen.")),
    Column("sectoren", _("Voor welke sectoren; leeg is voor alle.")),
    Column("themas", _("Thema’s, als naam in de adressen van de website.")),
    Column("organisatie", _("Wie het organiseert.")),
    Column("reeks", _("Titel van de reeks; leeg als het er geen heeft.")),
    Column("stand", _("gaat door of gaat niet door.")),
    Column("voorbeeld", _("ja bij een verzonnen bijeenkomst uit de voorbeeldgegevens.")),
)


def row(record: MeetingRecord) -> tuple[Any, ...]:
    return (
        record.public_id,
        record.url,
        record.title,
        record.kind_name,
        record.starts_at,
        record.ends_at,
        record.venue,
        record.address,
        record.is_online,
        ", ".join(record.sectors),
        ", ".join(theme.code for theme in record.themes),
        record.organiser,
        record.series.name if record.series else "",
        "gaat niet door" if record.is_cancelled else "gaat door",
        record.is_example,
    )
