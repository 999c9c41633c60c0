"""The shapes of register files that we know, recognised by their headings."""

from dataclasses import dataclass, field

from . import kinds
from .columns import headings
from .problems import UnreadableFile, shown

ADDRESS = frozenset({"STRAATNAAM", "HUISNUMMER-TOEVOEGING", "POSTCODE", "PLAATSNAAM", "GEMEENTENUMMER", "GEMEENTENAAM"})
SPLIT_ADDRESS = frozenset({"STRAATNAAM", "HUISNUMMER", "TOEVOEGING", "POSTCODE", "PLAATSNAAM", "GEMEENTENUMMER"})
DUO_SITE = ADDRESS | {"BEVOEGD GEZAG NUMMER", "INSTELLINGSCODE", "VESTIGINGSCODE", "VESTIGINGSNAAM"}
DUO_MAIN = ADDRESS | {"BEVOEGD GEZAG NUMMER", "INSTELLINGSCODE", "INSTELLINGSNAAM"}
NEAR_ENOUGH = 0.6

TWICE = "De kolom {column} staat twee keer in de kop; het is niet te zeggen welke geldt."
UNKNOWN = "Dit is geen registerbestand dat we kennen. De kolommen heten: {names}."
NEAREST_ONE = "Dit lijkt op {label}, maar de kolom {names} ontbreekt."
NEAREST_MORE = "Dit lijkt op {label}, maar deze kolommen ontbreken: {names}."


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of register file: which columns it must have, and what its rows are about."""

    code: str
    label: str
    kind: str
    required: frozenset[str]
    absent: frozenset[str] = frozenset()
    sector: str = ""
    structure: str = ""
    name_column: str = ""
    parts: tuple[kinds.Part, ...] = field(default=())
    """The parts of the register for which the file is complete: what is missing there is closed."""
    only_dated: tuple[kinds.Part, ...] = field(default=())
    """Parts for which the file may not be older than the register, without being complete for them."""
    as_now: tuple[kinds.Part, ...] = field(default=())
    """Parts that are kept as they are now, without periods: nothing closes, and only a newer file changes them."""
    funding: str = ""


def _sites(*branches: str) -> tuple[kinds.Part, ...]:
    return tuple((kind, branch) for kind in (kinds.SITE, kinds.SCHOOL) for branch in branches)


def _schools(branch: str) -> tuple[kinds.Part, ...]:
    return ((kinds.SCHOOL, branch),)


def _higher(*branches: str) -> tuple[kinds.Part, ...]:
    return tuple((kind, branch) for kind in (kinds.TRAINING, kinds.UNIVERSITY) for branch in branches)


SHAPES: tuple[Shape, ...] = (
    Shape(
        "duo-vo-vestigingen",
        "het DUO-bestand met alle vestigingen in het voortgezet onderwijs",
        kinds.SITE,
        DUO_SITE | {"ONDERWIJSSTRUCTUUR"},
        frozenset({"SOORT PRIMAIR ONDERWIJS"}),
        sector="vo",
        name_column="VESTIGINGSNAAM",
        parts=_sites("vo"),
    ),
    Shape(
        "duo-po-vestigingen",
        "het DUO-bestand met alle schoolvestigingen in het basisonderwijs",
        kinds.SITE,
        DUO_SITE,
        frozenset({"ONDERWIJSSTRUCTUUR", "SOORT PRIMAIR ONDERWIJS"}),
        sector="po",
        structure="basisschool",
        name_column="VESTIGINGSNAAM",
        parts=_sites("po"),
    ),
    Shape(
        "duo-so-vestigingen",
        "het DUO-bestand met alle vestigingen in het speciaal onderwijs (sbo, so en vso)",
        kinds.SITE,
        DUO_SITE | {"SOORT PRIMAIR ONDERWIJS"},
        sector="po",
        structure="SO",
        name_column="VESTIGINGSNAAM",
        parts=_sites("so"),
    ),
    Shape(
        "duo-vo-hoofdvestigingen",
        "het DUO-bestand met hoofdvestigingen in het voortgezet onderwijs",
        kinds.SCHOOL,
        DUO_MAIN | {"ONDERWIJSSTRUCTUUR"},
        frozenset({"VESTIGINGSCODE", "SOORT HO", "MBO INSTELLINGSSOORT CODE", "SOORT PRIMAIR ONDERWIJS"}),
        sector="vo",
        name_column="INSTELLINGSNAAM",
        parts=_schools("vo"),
    ),
    Shape(
        "duo-po-hoofdvestigingen",
        "het DUO-bestand met hoofdvestigingen in het basisonderwijs",
        kinds.SCHOOL,
        DUO_MAIN,
        frozenset(
            {"VESTIGINGSCODE", "SOORT HO", "MBO INSTELLINGSSOORT CODE", "SOORT PRIMAIR ONDERWIJS", "ONDERWIJSSTRUCTUUR"}
        ),
        sector="po",
        structure="basisschool",
        name_column="INSTELLINGSNAAM",
        parts=_schools("po"),
    ),
    Shape(
        "duo-so-hoofdvestigingen",
        "het DUO-bestand met hoofdvestigingen in het speciaal onderwijs (sbo, so en vso)",
        kinds.SCHOOL,
        DUO_MAIN | {"SOORT PRIMAIR ONDERWIJS"},
        frozenset({"VESTIGINGSCODE"}),
        sector="po",
        structure="SO",
        name_column="INSTELLINGSNAAM",
        parts=_schools("so"),
    ),
    Shape(
        "duo-mbo-instellingen",
        "het DUO-bestand met mbo-instellingen",
        kinds.MBO,
        DUO_MAIN | {"MBO INSTELLINGSSOORT CODE"},
        frozenset({"VESTIGINGSCODE"}),
        sector="mbo",
        name_column="INSTELLINGSNAAM",
        parts=((kinds.MBO, "mbo"),),
        funding=kinds.FUNDED,
    ),
    Shape(
        "duo-ho-instellingen",
        "het DUO-bestand met instellingen in het hbo en wo",
        kinds.TRAINING,
        DUO_MAIN | {"SOORT HO", "RMC-REGIO CODE"},
        frozenset({"VESTIGINGSCODE"}),
        sector="ho",
        name_column="INSTELLINGSNAAM",
        parts=_higher("ho"),
        funding=kinds.FUNDED,
    ),
    Shape(
        "duo-ho-pabo",
        "het DUO-bestand met instellingen die een pabo hebben",
        kinds.TRAINING,
        DUO_MAIN | {"SOORT HO"},
        frozenset({"VESTIGINGSCODE", "RMC-REGIO CODE"}),
        sector="ho",
        name_column="INSTELLINGSNAAM",
        only_dated=_higher("ho"),
        funding=kinds.FUNDED,
    ),
    Shape(
        "duo-besturen",
        "een DUO-bestand met besturen (bevoegde gezagen)",
        kinds.BOARD,
        ADDRESS | {"BEVOEGD GEZAG NUMMER", "BEVOEGD GEZAG NAAM"},
        frozenset({"INSTELLINGSCODE", "VESTIGINGSCODE"}),
        name_column="BEVOEGD GEZAG NAAM",
    ),
    Shape(
        "scholen",
        "ons eigen bestand met alle schoolvestigingen (po en vo)",
        kinds.SITE,
        SPLIT_ADDRESS | {"VESTIGINGSCODE", "INSTELLINGSCODE", "NAAM", "SECTOR", "TYPE"},
        name_column="NAAM",
        parts=_sites("po", "so", "vo"),
    ),
    Shape(
        "vo-vestigingen",
        "ons eigen bestand met vo-vestigingen en bestuursnummers",
        kinds.SITE,
        SPLIT_ADDRESS | {"VESTIGINGSCODE", "INSTELLINGSCODE", "NAAM", "BEVOEGD GEZAG NUMMER", "ONDERWIJSSTRUCTUUR"},
        frozenset({"SECTOR"}),
        sector="vo",
        name_column="NAAM",
        parts=_sites("vo"),
    ),
    Shape(
        "ho-instellingen",
        "ons eigen bestand met hogescholen en universiteiten",
        kinds.TRAINING,
        frozenset({"INSTELLINGSCODE", "INSTELLINGSNAAM", "TYPE", "POSTCODE", "PLAATSNAAM"}),
        frozenset({"CROHO", "STRAATNAAM"}),
        sector="ho",
        name_column="INSTELLINGSNAAM",
        parts=_higher("ho", "hnp"),
    ),
    Shape(
        "mbo-instellingen",
        "ons eigen bestand met mbo-instellingen",
        kinds.MBO,
        frozenset({"INSTELLINGSCODE", "INSTELLINGSNAAM", "TYPE", "POSTCODE"}),
        frozenset({"CROHO", "PLAATSNAAM", "STRAATNAAM"}),
        sector="mbo",
        name_column="INSTELLINGSNAAM",
        parts=((kinds.MBO, "mbo"), (kinds.MBO, "mnp")),
    ),
    Shape(
        "lerarenopleidingen",
        "ons eigen bestand met lerarenopleidingen",
        kinds.PROGRAMME,
        frozenset({"INSTELLINGSCODE", "CROHO", "CROHO NAAM", "SOORT", "PLAATSNAAM"}),
        name_column="CROHO NAAM",
        parts=((kinds.PROGRAMME, "ho"),),
    ),
    Shape(
        "besturen",
        "ons eigen bestand met besturen",
        kinds.BOARD,
        frozenset({"BEVOEGD GEZAG NUMMER", "NAAM"}),
        frozenset({"INSTELLINGSCODE", "VESTIGINGSCODE"}),
        name_column="NAAM",
    ),
    Shape(
        "gemeenten",
        "ons eigen bestand met gemeenten",
        kinds.MUNICIPALITY,
        frozenset({"GEMEENTENUMMER", "GEMEENTENAAM", "PROVINCIECODE", "PROVINCIE", "LAT", "LON"}),
        frozenset({"VESTIGINGSCODE"}),
        name_column="GEMEENTENAAM",
        as_now=((kinds.MUNICIPALITY, ""),),
    ),
    Shape(
        "postcodes",
        "ons eigen bestand met postcodegebieden",
        kinds.POSTCODE,
        frozenset({"PC4", "PLAATSNAAM", "LAT", "LON"}),
        name_column="PLAATSNAAM",
        as_now=((kinds.POSTCODE, ""),),
    ),
)


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of one file, matched with the shape that they fit."""

    shape: Shape
    places: dict[str, int]
    twice: list[str]


def recognised(header: list[str]) -> Headings:
    """The shape of a file, or an `UnreadableFile` that says what is missing for the nearest one."""
    places, twice = headings(header)
    names = frozenset(places)
    fitting = [shape for shape in SHAPES if shape.required <= names and not shape.absent & names]
    if not fitting:
        raise _refusal(names)
    shape = max(fitting, key=lambda shape: len(shape.required))
    for column in twice:
        if column in shape.required:
            raise UnreadableFile(TWICE.format(column=column), column=column)
    return Headings(shape, places, twice)


def _refusal(names: frozenset[str]) -> UnreadableFile:
    nearest = max(SHAPES, key=lambda shape: (_likeness(shape, names), len(shape.required)))
    missing = sorted(nearest.required - names)
    if not missing or _likeness(nearest, names) < NEAR_ENOUGH:
        shown_names = ", ".join(shown(name) for name in sorted(names)[:12]) or "(geen)"
        return UnreadableFile(UNKNOWN.format(names=shown_names))
    sentence = NEAREST_ONE if len(missing) == 1 else NEAREST_MORE
    return UnreadableFile(sentence.format(label=nearest.label, names=", ".join(missing)), column=missing[0])


def _likeness(shape: Shape, names: frozenset[str]) -> float:
    """How much of the shape is there, less what may not be there."""
    return (len(shape.required & names) - len(shape.absent & names)) / len(shape.required)
