"""A knowledge item as it leaves the house: plain values, the same for every format."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

PUBLISHER = "Steunpunt Opleidingsscholen"
EXAMPLE_NOTE = "Voorbeeld: dit item is verzonnen om het platform te laten zien."
SHAPE = 2
"""Of all formats together. One more when they say something new: harvesters then fetch everything again."""
KINDS = {
    "practice": "praktijkvoorbeeld",
    "learning_task": "leertaak",
    "curriculum_part": "curriculumonderdeel",
    "instrument": "instrument",
    "research_result": "onderzoeksresultaat",
    "publication": "publicatie",
    "pilot": "proeftuin",
    "presentation": "presentatie",
    "webinar": "webinar",
    "report": "verslag",
}
KIND_OF = {word: kind for kind, word in KINDS.items()}
KIND_NAMES = {**KINDS, "webinar": "webinar, podcast of video"}
SECTORS = {
    "po": "primair onderwijs",
    "vo": "voortgezet onderwijs",
    "mbo": "middelbaar beroepsonderwijs",
    "ho": "hoger onderwijs",
}
PHASES = {"training": "samen-opleiden", "induction": "inductie", "professional": "verder-professionaliseren"}
COSTS = {"none": "geen", "low": "tot-100-euro", "middle": "100-tot-1000-euro", "high": "meer-dan-1000-euro"}
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML has no place for."""


@dataclass(frozen=True)
class Licence:
    """Under which terms others may use it; no address when only reading is allowed."""

    name: str
    url: str = ""


LICENCES = {
    "cc0-1.0": Licence("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "cc-by-4.0": Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "cc-by-sa-4.0": Licence("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "own": Licence("Alleen lezen; vraag de maker om meer"),
}


@dataclass(frozen=True)
class Named:
    """Something else with its page: a theme, a partnership, another item."""

    name: str
    url: str
    code: str = ""


@dataclass(frozen=True)
class Attached:
    """A file that anybody may fetch."""

    name: str
    url: str
    media_type: str


@dataclass(frozen=True)
class Record:
    """What the world may know of one item; `changed_at` is of the version that readers see."""

    public_id: str
    url: str
    kind: str
    title: str
    outcome: str
    published_at: datetime
    changed_at: datetime
    conditions: str = ""
    body: str = ""
    details: tuple[tuple[str, str], ...] = ()
    language: str = "nl"
    year: int | None = None
    sectors: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    themes: tuple[Named, ...] = ()
    theme_codes: tuple[str, ...] = ()
    """The themes and everything that these fall under."""
    licence: str = "cc-by-4.0"
    partnership: Named | None = None
    contact_role: str = ""
    link: str = ""
    files: tuple[Attached, ...] = ()
    effort_hours: int | None = None
    cost: str = ""
    version: int = 1
    based_on: Named | None = None
    replaced_by: Named | None = None
    is_example: bool = False

    @property
    def creator(self) -> str:
        """An organisation, never a person: nobody agreed to be named in the catalogues of others."""
        return self.partnership.name if self.partnership else PUBLISHER

    @property
    def terms(self) -> Licence:
        return LICENCES[self.licence]

    @property
    def kind_name(self) -> str:
        return KIND_NAMES[self.kind]

    @property
    def description(self) -> str:
        """The yield, with the mark of an example in front."""
        return f"{EXAMPLE_NOTE}\n\n{self.outcome}" if self.is_example else self.outcome

    @property
    def sets(self) -> list[str]:
        """The sets of OAI-PMH that it belongs to."""
        sectors = [f"sector:{sector}" for sector in self.sectors]
        return [f"soort:{KINDS[self.kind]}", *sectors, *(f"thema:{code}" for code in self.theme_codes)]

    @property
    def fingerprint(self) -> str:
        """Changes with whatever a harvester can see of it."""
        return hashlib.sha256(f"{SHAPE}{self!r}".encode()).hexdigest()


def clean(text: str) -> str:
    """The same without the characters that XML has no place for."""
    return UNFIT.sub("", text)
