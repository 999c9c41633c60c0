"""Column headings: one spelling for the names that old, new and our own files give to the same column."""

import re

ALIASES = {
    "BRIN NUMMER": "INSTELLINGSCODE",
    "BRIN": "INSTELLINGSCODE",
    "BRINNUMMER": "INSTELLINGSCODE",
    "BRIN-NUMMER": "INSTELLINGSCODE",
    "VESTIGINGSNUMMER": "VESTIGINGSCODE",
    "BESTUURSNUMMER": "BEVOEGD GEZAG NUMMER",
    "BESTUURSNAAM": "BEVOEGD GEZAG NAAM",
    "INSTELLING": "INSTELLINGSNAAM",
    "STRAAT": "STRAATNAAM",
    "PLAATS": "PLAATSNAAM",
    "GEMEENTE": "GEMEENTENAAM",
    "GEMEENTECODE": "GEMEENTENUMMER",
    "WEBSITE": "INTERNETADRES",
    "ONDERWIJSGEBIED": "ONDERWIJSGEBIED NAAM",
    "LEERLINGEN": "AANTAL LEERLINGEN",
    "MBO INSTELLINGSSOORT": "MBO INSTELLINGSSOORT NAAM",
    "MBO INSTELLINGSOORT CODE": "MBO INSTELLINGSSOORT CODE",
    "MBO INSTELLINGSOORT NAAM": "MBO INSTELLINGSSOORT NAAM",
    "HUISNUMMER TOEVOEGING": "HUISNUMMER-TOEVOEGING",
}


def heading(name: str) -> str:
    """`Vestigingsnaam ` and VESTIGINGSNAAM are one heading, and so are old and new names."""
    plain = re.sub(r"[\s_]+", " ", name.replace("\ufeff", "")).strip().upper()
    return ALIASES.get(plain, plain)


def headings(names: list[str]) -> tuple[dict[str, int], list[str]]:
    """The position of each heading, and the headings that stand there twice; empty ones are left out."""
    places: dict[str, int] = {}
    twice: list[str] = []
    for position, name in enumerate(names):
        plain = heading(name)
        if plain and plain in places:
            twice.append(plain)
        elif plain:
            places[plain] = position
    return places, twice
