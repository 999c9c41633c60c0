"""One normal form for every fact in a register file; a value that cannot be right is a `BadValue`."""

import re
import unicodedata
from contextlib import suppress
from datetime import date
from urllib.parse import urlsplit

LONGEST_URL = 250
NORTHMOST, SOUTHMOST, WESTMOST, EASTMOST = 53.8, 50.5, 3.0, 7.4
DECIMALS = 5
"""Of a point on the map: about a metre, so that two files agree on a point that one of them rounded."""
FIRST_YEAR, LAST_YEAR = 1900, 2100

BRIN = re.compile(r"\d{2}[A-Z]{2}")
SITE = re.compile(r"\d{2}[A-Z]{2}\d{2}")
HOST = re.compile(r"(?=.{4,253}$)([\w]([\w-]*[\w])?\.)+[^\W\d_]{2,}")
PHONE = re.compile(r"\+?[\d\s()/.-]{7,}")
DAY = re.compile(r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})(?: [\d:.]+)?", re.ASCII)
DUTCH_DAY = re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})(?: [\d:.]+)?", re.ASCII)
MUNICIPALITY = re.compile(r"(?:GM)?(\d{4})")

LOST_ZEROS = "Misschien heeft een rekenprogramma de nullen vooraan weggelaten; gebruik het oorspronkelijke bestand."
BAD_BRIN = "Een BRIN-code bestaat uit twee cijfers en twee letters."
BAD_SITE = "Een vestigingscode bestaat uit twee cijfers, twee letters en twee cijfers."
BAD_BOARD = f"Een bestuursnummer heeft vijf cijfers. {LOST_ZEROS}"
BAD_MUNICIPALITY = f"Een gemeentenummer heeft vier cijfers. {LOST_ZEROS}"
BAD_POSTCODE = "Een postcode heeft vier cijfers en twee letters."
PHONE_AS_SITE = "Dit is een telefoonnummer, geen webadres; het is niet overgenomen."
MAIL_AS_SITE = "Dit is een mailadres, geen webadres; het is niet overgenomen."
BAD_SITE_ADDRESS = "Dit is geen bruikbaar webadres; het is niet overgenomen."
BAD_NUMBER = "Dit is geen heel getal; het is niet overgenomen."
BAD_DAY = "Dit is geen datum; het is niet overgenomen."
BAD_POINT = "Dit punt ligt niet in Nederland; het is niet overgenomen."
TOO_LONG = "Deze waarde is langer dan {most} tekens."

DENOMINATIONS = (
    "Algemeen bijzonder",
    "Antroposofisch",
    "Bijzonder",
    "Boeddhistisch",
    "Evangelisch",
    "Evangelische broedergemeenschap",
    "Gereformeerd",
    "Gereformeerd vrijgemaakt",
    "Gereformeerd vrijgemaakt / Evangelisch",
    "Hindoeïstisch",
    "Interconfessioneel",
    "Islamitisch",
    "Joods",
    "Openbaar",
    "Overige",
    "Protestants-Christelijk",
    "Reformatorisch",
    "Rijks",
    "Rooms-Katholiek",
    "Samenwerking Opb., Alg. Bijz.",
    "Samenwerking Opb., PC",
    "Samenwerking Opb., PC, RK",
    "Samenwerking Opb., PC, RK, Alg. Bijz.",
    "Samenwerking Opb., RK",
    "Samenwerking PC, Alg. Bijz.",
    "Samenwerking PC, RK",
    "Samenwerking PC, RK, Alg. Bijz.",
)
CUT_AT = 30
STRUCTURES = {
    "BASISSCHOOL": "basisschool",
    "BO": "basisschool",
    "BAS": "basisschool",
    "BASISONDERWIJS": "basisschool",
    "SBAO": "SBO",
    "SPECIAAL BASISONDERWIJS": "SBO",
    "SPECIAAL ONDERWIJS": "SO",
    "VOORTGEZET SPECIAAL ONDERWIJS": "VSO",
    "(V)SO": "SO/VSO",
    "SOVSO": "SO/VSO",
    "SO-VSO": "SO/VSO",
    "SO EN VSO": "SO/VSO",
    "(VOORTGEZET) SPECIAAL ONDERWIJS": "SO/VSO",
}


class BadValue(ValueError):  # noqa: N818
    """A value that cannot be right; the text says why in Dutch."""


def text(value: str, *, most: int = 250) -> str:
    """Without control characters, with single spaces; a blank of any length is empty."""
    kept = "".join(" " if char.isspace() else char for char in value if char.isprintable() or char.isspace())
    clean = " ".join(unicodedata.normalize("NFC", kept).split())
    if len(clean) > most:
        raise BadValue(TOO_LONG.format(most=most))
    return clean


def brin(value: str) -> str:
    return _matched(BRIN, value, BAD_BRIN)


def site_code(value: str) -> str:
    return _matched(SITE, value, BAD_SITE)


def board_number(value: str) -> str:
    """Five digits; fewer are refused, because nobody can tell which zeros a spreadsheet took away."""
    return _matched(re.compile(r"\d{5}"), value, BAD_BOARD)


def _matched(pattern: re.Pattern[str], value: str, reason: str) -> str:
    code = text(value).upper()
    if not pattern.fullmatch(code) or not code.isascii():
        raise BadValue(reason)
    return code


def municipality_code(value: str) -> str:
    """`0106` and `GM0106` are GM0106; blank stays blank."""
    code = text(value).upper()
    if not code:
        return ""
    found = MUNICIPALITY.fullmatch(code)
    if not found or not code.isascii():
        raise BadValue(BAD_MUNICIPALITY)
    return f"GM{found.group(1)}"


def postcode(value: str) -> str:
    """`9406 NN` is 9406NN; blank stays blank."""
    code = text(value).replace(" ", "").upper()
    if code and not re.fullmatch(r"[1-9][0-9]{3}[A-Z]{2}", code):
        raise BadValue(BAD_POSTCODE)
    return code


def house_number(*parts: str) -> str:
    """One form for `13-C`, `13 C` and `13` + `C`: a letter stands close, everything else after a hyphen."""
    pieces = re.findall(r"\d+|[^\W\d_]+", " ".join(text(part).upper() for part in parts))
    joined = ""
    for piece in pieces:
        stands_close = joined[-1:].isdigit() and len(piece) == 1 and piece.isalpha()
        joined += piece if stands_close or not joined else f"-{piece}"
    if len(joined) > 20:
        raise BadValue(TOO_LONG.format(most=20))
    return joined


def website(value: str) -> str:
    """A full web address with a small-letter host; what is no web address is a `BadValue`."""
    raw = text(value, most=LONGEST_URL).strip(" .,;")
    if not raw:
        return ""
    if PHONE.fullmatch(raw):
        raise BadValue(PHONE_AS_SITE)
    scheme, found, rest = raw.partition("://")
    if not found:
        scheme, rest = "https", raw
    host, slash, path = rest.partition("/")
    if "@" in host:
        raise BadValue(MAIL_AS_SITE)
    host = host.lower().rstrip(".")
    if scheme.lower() not in ("http", "https") or not HOST.fullmatch(host) or not _is_plain(path):
        raise BadValue(BAD_SITE_ADDRESS)
    address = f"{scheme.lower()}://{host}{slash if path else ''}{path}"
    if len(address) > LONGEST_URL or urlsplit(address).hostname is None:
        raise BadValue(BAD_SITE_ADDRESS)
    return address


def _is_plain(path: str) -> bool:
    return not re.search(r"[\s\"<>\\^`{|}]", path)


def denomination(value: str) -> str:
    """The usual spelling; DUO cuts names off at thirty characters."""
    clean = text(value, most=60)
    folded = clean.casefold().rstrip(".")
    for known in DENOMINATIONS:
        if folded in (known.casefold().rstrip("."), known[:CUT_AT].strip().casefold().rstrip(".")):
            return known
    return clean


def structure(value: str) -> str:
    """The kind of education a site gives, in one spelling (`SBAO` and `sbo` are SBO)."""
    upper = text(value.upper(), most=60)
    return STRUCTURES.get(upper, upper)


def whole_number(value: str) -> int | None:
    """A count; blank and a hidden small count (`<5`) are unknown."""
    clean = text(value)
    if not clean or clean.startswith("<"):
        return None
    if not (clean.isascii() and clean.isdigit()) or len(clean) > 7:
        raise BadValue(BAD_NUMBER)
    return int(clean)


def day(value: str) -> date | None:
    """`2028-05-01`, `01-05-2028` and `20280501`, with or without a time; blank is unknown."""
    clean = text(value)
    if not clean:
        return None
    written = DAY.fullmatch(clean) or DUTCH_DAY.fullmatch(clean)
    with suppress(ValueError):
        if written and FIRST_YEAR <= int(written["year"]) <= LAST_YEAR:
            return date(int(written["year"]), int(written["month"]), int(written["day"]))
    raise BadValue(BAD_DAY)


def latitude(value: str) -> float | None:
    return _degrees(value, SOUTHMOST, NORTHMOST)


def longitude(value: str) -> float | None:
    return _degrees(value, WESTMOST, EASTMOST)


def _degrees(value: str, least: float, most: float) -> float | None:
    clean = text(value).replace(",", ".")
    if not clean:
        return None
    try:
        degrees = round(float(clean), DECIMALS)
    except ValueError as error:
        raise BadValue(BAD_POINT) from error
    if not least <= degrees <= most:
        raise BadValue(BAD_POINT)
    return degrees
