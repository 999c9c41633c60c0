"""The first text of the site's own pages, in Dutch; editors change it in the back office afterwards."""

from datetime import date
from typing import Any

Block = tuple[str, Any]


def words(text: str) -> Block:
    """A block of running text."""
    return "text", text


HOME = {
    "title": "Samen opleiden",
    "slug": "home",
    "heading": "Samen opleiden, van vraag tot effect",
    "intro": "Vind opleidingsscholen, wie erin samenwerken sinds wanneer, en wie je kunt bellen.",
    "search_description": "Zoek op kaart en in lijst welke opleidingsscholen er zijn, wie meedoen en wie je kunt bellen.",
}

ABOUT: list[Block] = [
    words(
        "<p>In een opleidingsschool leiden schoolbesturen, scholen en lerarenopleidingen samen leraren op. "
        "Het steunpunt is van, voor en door die partnerschappen. Niet de losse school staat centraal, "
        "maar het partnerschap.</p>"
        "<h2>Wat je hier kunt</h2>"
        "<ul><li>Op de kaart en in de lijst zien welke partnerschappen er zijn, en welke scholen in de kern en in de "
        "schil meedoen.</li><li>Kijken hoe het was of wordt op een andere dag.</li>"
        "<li>Zien wie je kunt bellen over een thema.</li><li>Een verbetering voorstellen als er iets niet klopt.</li>"
        "<li>Alle openbare gegevens downloaden of opvragen met een programma.</li></ul>"
        "<h2>Waar de gegevens vandaan komen</h2>"
        "<p>De scholen, besturen en opleidingen komen uit de open bestanden van DUO. Gemeentegrenzen komen van het CBS, "
        "de punten bij postcodes van GeoNames. Wie in een partnerschap samenwerken, houden de partnerschappen zelf bij. "
        "Bij elk gegeven staat de bron en de dag waarop het klopte.</p>",
    ),
    (
        "question",
        {
            "question": "Er klopt iets niet. Wat kan ik doen?",
            "answer": "<p>Open de pagina van het partnerschap of de organisatie en kies voor een verbetering voorstellen. "
            "Een medewerker kijkt ernaar. Laat je je e-mailadres achter, dan krijg je bericht over wat ermee is gedaan.</p>",
        },
    ),
    (
        "question",
        {
            "question": "Ik ben coördinator. Hoe houd ik onze gegevens bij?",
            "answer": "<p>Vraag een medewerker of een collega-coördinator om een uitnodiging. Na het inloggen zie je op de "
            "pagina van jullie partnerschap de knoppen om gegevens te veranderen.</p>",
        },
    ),
    words("<h2>Contact</h2>"),
    ("contact", None),
]

PRIVACY: list[Block] = [
    words(
        "<p>We bewaren zo weinig mogelijk van je, en zeggen hier wat en waarom.</p>"
        "<h2>Als je alleen kijkt</h2>"
        "<p>Je hoeft niet in te loggen. We volgen je niet, er zijn geen advertenties en er gaan geen gegevens naar "
        "anderen. We gebruiken alleen cookies die nodig zijn:</p>"
        "<ul><li><b>sector</b>: onthoudt welke sector je koos.</li><li><b>thema</b>: onthoudt of je licht of donker koos.</li>"
        "<li><b>zoekvragen</b>: je laatste vijf zoekvragen, alleen in je eigen browser. Je kunt ze wissen op de "
        "zoekpagina; anders verdwijnen ze na veertien dagen.</li>"
        "<li><b>csrftoken</b>: zorgt dat niemand uit jouw naam een formulier kan versturen.</li>"
        "<li><b>sessionid</b>: alleen als je inlogt; houdt bij dat jij het bent en verloopt na veertien dagen.</li></ul>"
        "<h2>Als je een verbetering voorstelt</h2>"
        "<p>We bewaren wat je voorstelt. Je e-mailadres vragen we alleen om je te laten weten wat ermee is gedaan, en je "
        "mag het leeg laten. Dertig dagen na het besluit wissen we je e-mailadres en hoe je het wist. Wat je voorstelde en "
        "ons antwoord blijven staan.</p>"
        "<h2>Als je in de gids staat</h2>"
        "<p>Van een contactpersoon staan de functie en het thema op de site. Je naam staat er alleen als je daar "
        "toestemming voor gaf. Die toestemming kun je altijd intrekken.</p>"
        "<h2>Als je een account hebt</h2>"
        "<p>Op je eigen pagina zie je wat we van je bewaren. Je kunt het downloaden en je account laten verwijderen. "
        "Vroeg je een rol aan, dan wissen we je toelichting dertig dagen na het besluit.</p>"
        "<h2>Het grootboek</h2>"
        "<p>Bij elke wijziging schrijven we op wat er is veranderd en wanneer. Waarden van persoonlijke velden staan daar "
        "nooit in, alleen de naam van het veld.</p>"
        "<h2>Wat we van mensen bewaren</h2>",
    ),
    ("privacy_register", None),
    words(
        "<h2>Je rechten</h2>"
        "<p>Je mag vragen wat we van je hebben, het laten verbeteren of laten verwijderen, en bezwaar maken. "
        "Kom je er met ons niet uit, dan kun je een klacht indienen bij de "
        '<a href="https://www.autoriteitpersoonsgegevens.nl">Autoriteit Persoonsgegevens</a>.</p>',
    ),
    ("contact", None),
]


def accessibility(on: date) -> list[Block]:
    """The statement; its status can only be dated on the day that the site starts."""
    return [
        words(
            "<p>Iedereen moet deze website kunnen gebruiken, ook met een schermlezer, alleen een toetsenbord, een "
            "vergrootglas of een telefoon. We streven naar de richtlijnen van WCAG 2.2, niveau A en AA. "
            "Dat is iets meer dan de wet vraagt (EN 301 549, WCAG 2.1).</p><h2>Waar we staan</h2>",
        ),
        ("conformance", {"status": "D", "on": on.isoformat(), "report": ""}),
        words(
            "<h2>Wat we doen</h2>"
            "<ul><li>Elke soort pagina wordt bij iedere wijziging automatisch gecontroleerd met axe, op drie breedtes. "
            "Zo’n controle vindt niet alles.</li>"
            "<li>Alles werkt met alleen het toetsenbord.</li><li>Alles werkt zonder JavaScript, met drie uitzonderingen: "
            "de kaart (de lijst ernaast geeft hetzelfde), inloggen met een passkey (een code per e-mail kan ook) en het "
            "grote scherm in een bijeenkomst.</li>"
            "<li>Kleur is nooit de enige manier waarop we iets laten zien.</li></ul>"
            "<h2>Wat we weten dat beter kan</h2>"
            "<ul><li>De website is nog niet onderzocht door een onafhankelijk bureau, en nog niet getest met mensen met "
            "een beperking.</li><li>De beheeromgeving voor redacteuren is van Wagtail. Die is grotendeels toegankelijk, "
            "maar we hebben niet elk scherm zelf bekeken.</li></ul>"
            "<h2>Lukt iets niet?</h2>"
            "<p>Laat het weten. Vertel op welke pagina je was, wat je wilde doen en wat je gebruikt, bijvoorbeeld een "
            "schermlezer. We zoeken een oplossing en geven je de informatie ondertussen op een andere manier.</p>",
        ),
        ("contact", None),
        words(
            "<p>Ben je niet tevreden met het antwoord, dan kun je een klacht indienen bij de "
            '<a href="https://www.nationaleombudsman.nl">Nationale ombudsman</a>.</p>',
        ),
    ]


NEWS_INTRO = "Wat er verandert voor opleidingsscholen en op dit platform."
FIRST_NEWS = {
    "title": "De kaart en de gids van opleidingsscholen staan online",
    "slug": "kaart-en-gids-staan-online",
    "intro": "Zoek een partnerschap op naam, plaats, opleider of thema, en zie wie erin samenwerken sinds wanneer.",
}
FIRST_NEWS_BODY: list[Block] = [
    words(
        "<p>Je vindt partnerschappen en alle schoolvestigingen van Nederland op één kaart, met een lijst ernaast. "
        "Met een postcode zie je wat dichtbij is. Kies je een andere dag, dan zie je hoe het toen was of straks wordt.</p>"
        "<p>Klopt er iets niet? Op elke pagina kun je een verbetering voorstellen. Je hoort wat ermee is gedaan.</p>"
        "<p>Alle openbare gegevens kun je ook downloaden of met een programma opvragen.</p>",
    )
]
