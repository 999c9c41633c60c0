"""The ways in from the front page: who you are, and what you can do here first."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Way:
    """One thing to do; a name of an address, with a query when needed."""

    label: Any
    url_name: str
    query: str = ""


@dataclass(frozen=True)
class Entrance:
    """A role and the first steps for it."""

    title: Any
    icon: str
    ways: tuple[Way, ...]


ENTRANCES = (
    Entrance(
        _("Coördinator"),
        "people",
        (
            Way(_("Ga naar je eigen partnerschap"), "foundation:my_page"),
            Way(_("Lees wat er verandert"), "knowledge:bulletin_list"),
            Way(_("Bekijk hoe anderen het doen"), "network:partnership_list"),
        ),
    ),
    Entrance(
        _("Opleider of begeleider"),
        "phone",
        (
            Way(_("Zoek een manier die past bij je vraag"), "knowledge:toolbox"),
            Way(_("Wie bel ik over een thema?"), "network:theme_list"),
            Way(_("Partnerschappen bij mij in de buurt"), "network:map", "soort=partnerschap"),
        ),
    ),
    Entrance(
        _("Bestuur of beleid"),
        "calendar",
        (
            Way(_("Alle partnerschappen in één lijst"), "network:partnership_list"),
            Way(_("Projecten en initiatieven"), "network:project_list"),
            Way(_("Wat we nog niet weten, per regio"), "knowledge:agenda_map"),
        ),
    ),
    Entrance(
        _("Student"),
        "school",
        (
            Way(_("Welke scholen leiden met mijn opleiding op?"), "network:institution_list"),
            Way(_("Opleidingsscholen op de kaart"), "network:map"),
            Way(_("Leertaken om te doen"), "knowledge:item_list", "soort=learning_task"),
        ),
    ),
    Entrance(
        _("Pers of onderzoek"),
        "download",
        (
            Way(_("Alle gegevens downloaden"), "portal:opendata"),
            Way(_("Onderzoeksagenda"), "knowledge:agenda"),
            Way(_("Wat het steunpunt doet"), "portal:about"),
        ),
    ),
)
