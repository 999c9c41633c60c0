"""Place and municipality names: from the capitals of the register to the official Dutch spelling."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

# What DUO adds to a name to tell two places apart: a province, a municipality, or "cum annexis".
ADDED = re.compile(
    r"[ ](?:\(?(?:NH|ZH|NB|LB|L|GLD|OV|UT|GN|FR|DR|ZLD|CA|C\.A)\.?\)?|\(?GEM\.?[ ].*)$",
    re.IGNORECASE,
)
PROVINCE_MARKS = {"NH": "NH", "ZH": "ZH", "NB": "NB", "LB": "Limburg", "GLD": "Gld", "OV": "Ov", "UT": "Ut"}
PROVINCE_MARKS |= {"GN": "Gn", "FR": "Fr", "DR": "Dr", "ZLD": "Zld"}
SMALL_WORDS = {"aan", "de", "den", "der", "en", "het", "in", "of", "onder", "op", "over", "te", "ten", "ter", "tot"}
SMALL_WORDS |= {"van", "voor", "bij", "a", "gem."}
CLITICS = ("'s", "'t")
ALWAYS = {"GEM": "gem.", "CA": "c.a.", "C.A.": "c.a."}
SHORT_FOR = {"AD": "aan den", "A/D": "aan den", "AD.": "aan den"}
WATERS_WITH_DE = {"AMSTEL", "LEK", "MAAS", "VECHT", "ZAAN", "GEUL", "ROTTE", "SCHIE"}
WATERS = "|".join(sorted(WATERS_WITH_DE))


@dataclass(frozen=True, slots=True)
class PostcodeArea:
    """The four digits of a postcode with their place, municipality and a point in the middle."""

    digits: str
    place: str
    municipality: str
    latitude: float
    longitude: float


@dataclass(slots=True)
class Gazetteer:
    """The official names at hand: municipalities by code, and postcode areas by their four digits."""

    municipalities: dict[str, str] = field(default_factory=dict)
    areas: dict[str, "PostcodeArea"] = field(default_factory=dict)
    _here: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    _elsewhere: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, municipalities: Iterable[tuple[str, str]], areas: Iterable["PostcodeArea"]) -> "Gazetteer":
        """Build from (code, name) of municipalities and from postcode areas."""
        made = cls(dict(municipalities), {area.digits: area for area in areas})
        for area in made.areas.values():
            made._here[area.municipality].setdefault(place_key(area.place), area.place)
        made._elsewhere = {place_key(name) for name in made.municipalities.values()}
        return made

    def area(self, postcode: str) -> "PostcodeArea | None":
        return self.areas.get(postcode[:4])

    def municipality(self, code: str, name: str) -> str:
        """The official name of a municipality; a code we do not know keeps the name in the file, well spelled."""
        return self.municipalities.get(code) or spelled(name)

    def place(self, name: str, postcode: str, municipality_code: str) -> str:
        """The official spelling of a place, found by its postcode area or among the places of its municipality."""
        key = place_key(name)
        area = self.area(postcode)
        if area and key == place_key(area.place):
            return area.place
        if official := self._here.get(municipality_code, {}).get(key):
            return official
        if area and area.municipality == municipality_code and self._lies_elsewhere(key, municipality_code):
            return area.place
        return spelled(name)

    def _lies_elsewhere(self, key: str, municipality_code: str) -> bool:
        """A place named after another municipality than the one beside it: the postcode decides then."""
        own = place_key(self.municipalities.get(municipality_code, ""))
        return key in self._elsewhere and key != own


def place_key(name: str) -> str:
    """What two spellings of one place have in common: letters without accents, additions or abbreviations."""
    plain = "".join(char for char in unicodedata.normalize("NFD", name.upper()) if not unicodedata.combining(char))
    plain = ADDED.sub("", plain.strip())
    words = [SHORT_FOR.get(word, word).upper() for word in plain.split()]
    plain = re.sub(r"^ST\.?[ -]", "SINT ", " ".join(words))
    return re.sub(f"AANDEN(?=(?:{WATERS})$)", "AANDE", re.sub(r"[^A-Z0-9]", "", plain))


def spelled(name: str) -> str:
    """Dutch spelling of a name in capitals; a name that already has small letters stays as it is."""
    name = " ".join(name.split())
    if any(char.islower() for char in name):
        return name
    name = re.sub(r"^'?([ST])[ -](?=[A-Z])", _clitic, name)
    words = _written_out(name.split(" "))
    return " ".join(_word(word, is_first=index == 0) for index, word in enumerate(words))


def _clitic(found: re.Match[str]) -> str:
    """`S GRAVENHAGE` is 's-Gravenhage, `T HARDE` is 't Harde."""
    return "'s-" if found.group(1) == "S" else "'t "


def _written_out(words: list[str]) -> list[str]:
    written: list[str] = []
    for index, word in enumerate(words):
        if word in SHORT_FOR and 0 < index < len(words) - 1:
            has_de = words[index + 1] in WATERS_WITH_DE
            written += ["AAN", "DE" if has_de else "DEN"]
        else:
            written.append(word)
    return written


def _word(word: str, *, is_first: bool) -> str:
    if word in ALWAYS and not is_first:
        return ALWAYS[word]
    bare = word.strip("()")
    if bare in PROVINCE_MARKS and not is_first:
        return f"({PROVINCE_MARKS[bare]})"
    parts = word.split("-")
    return "-".join(_part(part, is_first=is_first and index == 0) for index, part in enumerate(parts))


def _part(part: str, *, is_first: bool) -> str:
    lower = part.lower()
    if lower in CLITICS or (lower in SMALL_WORDS and not is_first):
        return lower
    if lower.startswith("ij"):
        return f"IJ{lower[2:]}"
    if lower[:1].isdigit():
        return lower
    start = next((index for index, char in enumerate(lower) if char.isalpha()), 0)
    return f"{lower[:start]}{lower[start:][:1].upper()}{lower[start + 1 :]}"
