"""The words that intake uses for what a row is about and for which part of the register a file speaks."""

BOARD = "school_board"
SCHOOL = "school"
SITE = "school_site"
TRAINING = "training_institution"
MBO = "mbo"
UNIVERSITY = "university"
PROGRAMME = "programme"
MUNICIPALITY = "municipality"
POSTCODE = "postcode"

FUNDED = "bekostigd"
NOT_FUNDED = "niet bekostigd"

SPECIAL_STRUCTURES = frozenset({"SBO", "SO", "VSO", "SO/VSO"})

Key = tuple[str, str]
"""Kind and code: what makes an organisation the same one in two files."""

Part = tuple[str, str]
"""Kind and branch: a part of the register for which a file can be complete."""


def branch_of(sector: str, structure: str = "", funding: str = "") -> str:
    """The branch of an organisation: DUO has files apart for special education and for funded institutions."""
    if sector == "po":
        return "so" if structure in SPECIAL_STRUCTURES else "po"
    if sector in ("mbo", "ho"):
        return sector if funding == FUNDED else f"{sector[0]}np"
    return sector


BRANCH_LABELS = {
    "po": "basisonderwijs",
    "so": "speciaal onderwijs",
    "vo": "voortgezet onderwijs",
    "mbo": "bekostigd mbo",
    "mnp": "overig mbo",
    "ho": "bekostigd hoger onderwijs",
    "hnp": "overig hoger onderwijs",
}

KIND_LABELS = {
    SCHOOL: "scholen",
    BOARD: "besturen",
    SITE: "schoolvestigingen",
    TRAINING: "hogescholen",
    UNIVERSITY: "universiteiten",
    MBO: "mbo-instellingen",
    PROGRAMME: "lerarenopleidingen",
    MUNICIPALITY: "gemeenten",
    POSTCODE: "postcodegebieden",
}
