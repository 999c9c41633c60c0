"""Numbers as a Dutch reader expects them: small ones in words, large ones with points, places, lists."""

from collections.abc import Sequence

WORDS = [
    "nul",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
]
MANY = 20
"""From so many voters on percentages say something."""


def in_words(number: int) -> str:
    return WORDS[number] if 0 <= number < len(WORDS) else with_points(number)


def with_points(number: float) -> str:
    """1234 as 1.234; half points as 2,5."""
    whole = f"{number:,.0f}" if float(number).is_integer() else f"{number:,.2f}".rstrip("0")
    return whole.replace(",", "\0").replace(".", ",").replace("\0", ".")


def decimal(number: float, digits: int = 1) -> str:
    return f"{number:.{digits}f}".replace(".", ",")


def listed(words: Sequence[str], last: str = "en") -> str:
    """a, b en c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def share(part: int, whole: int, unit: str) -> str:
    """`vijf van de zes groepen`; from twenty on with the percentage: `83 % van de groepen (250 van 300)`."""
    if whole >= MANY and part == whole:
        return f"alle {with_points(whole)} {plural(unit)}"
    if whole >= MANY:
        return f"{decimal(100 * part / whole, 0)}% van de {plural(unit)} ({with_points(part)} van {with_points(whole)})"
    if whole == 1:
        return f"de enige {unit}" if part else f"geen enkele {unit}"
    if part == whole:
        return f"alle {in_words(whole)} {plural(unit)}" if whole > 2 else f"beide {plural(unit)}"
    return f"{in_words(part) if part else 'geen'} van de {in_words(whole)} {plural(unit)}"


def plural(unit: str) -> str:
    return {"groep": "groepen", "deelnemer": "deelnemers", "kiezer": "kiezers"}.get(unit, unit)


def capital(sentence: str) -> str:
    """Dutch writes Één as Eén."""
    if sentence.startswith("één"):
        return "Eén" + sentence[3:]
    return sentence[:1].upper() + sentence[1:]
