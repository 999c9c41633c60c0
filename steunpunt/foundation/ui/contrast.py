"""Contrast of the colour tokens, measured on the stylesheet itself by the formula of WCAG 2."""

import re
from dataclasses import dataclass
from pathlib import Path

STYLESHEET = Path(__file__).parent / "static" / "ui" / "css" / "ui.css"
TEXT, CONTROL = 4.5, 3.0

# foreground, background, what is asked, where it is used
PAIRS: tuple[tuple[str, str, float, str], ...] = (
    ("ink", "paper", TEXT, "tekst op de pagina"),
    ("ink", "card", TEXT, "tekst op een kaart"),
    ("ink", "sea-light", TEXT, "tekst op een rustig vlak"),
    ("soft", "paper", TEXT, "bijzaken op de pagina"),
    ("soft", "card", TEXT, "bijzaken op een kaart"),
    ("soft", "sea-light", TEXT, "bijzaken op een rustig vlak"),
    ("sea", "paper", TEXT, "links op de pagina"),
    ("sea", "card", TEXT, "links op een kaart"),
    ("sea", "sea-light", TEXT, "links op een rustig vlak"),
    ("sea", "sun-light", TEXT, "links in een waarschuwing"),
    ("sea", "leaf-light", TEXT, "links in een bevestiging"),
    ("sea-strong", "sea-light", TEXT, "knop onder de muis"),
    ("on-sea", "sea", TEXT, "tekst op een knop"),
    ("on-sea", "sea-strong", TEXT, "tekst op een knop onder de muis"),
    ("on-thread", "thread", TEXT, "tekst op de draad"),
    ("thread-ink", "paper", TEXT, "fout bij een veld"),
    ("thread-ink", "card", TEXT, "fout op een kaart"),
    ("thread-ink", "thread-light", TEXT, "tekst in een foutmelding"),
    ("ink", "thread-light", TEXT, "lopende tekst in een foutmelding"),
    ("sun-ink", "sun-light", TEXT, "sector en voorbeeld"),
    ("ink", "sun-light", TEXT, "tekst in een waarschuwing"),
    ("leaf-ink", "leaf-light", TEXT, "bevestiging"),
    ("ink", "leaf-light", TEXT, "tekst in een bevestiging"),
    ("control", "paper", CONTROL, "rand van een veld"),
    ("control", "card", CONTROL, "rand van een veld op een kaart"),
    ("grey", "paper", CONTROL, "wat er is maar niet voorop staat"),
    ("grey", "card", CONTROL, "hetzelfde op een kaart"),
    ("thread", "paper", CONTROL, "de draad op de pagina"),
    ("thread", "card", CONTROL, "de draad op een kaart"),
    ("thread", "thread-light", CONTROL, "rand van een foutmelding"),
)


@dataclass(frozen=True)
class Measured:
    """One pair of tokens in one theme, with its ratio."""

    foreground: str
    background: str
    colours: tuple[str, str]
    ratio: float
    asked: float
    use: str

    @property
    def holds(self) -> bool:
        return self.ratio >= self.asked


def measure(theme: str) -> list[Measured]:
    """All pairs in `light` or `dark`."""
    tokens = themes()[theme]
    return [
        Measured(front, back, (tokens[front], tokens[back]), round(ratio(tokens[front], tokens[back]), 2), asked, use)
        for front, back, asked, use in PAIRS
    ]


def themes() -> dict[str, dict[str, str]]:
    """The colours of each block of tokens: light, dark by the device and dark by choice."""
    css = STYLESHEET.read_text(encoding="utf-8")
    starts = {
        "light": ":root {\n    color-scheme: light;",
        "dark": ':root:not([data-theme="light"]) {',
        "dark by choice": ':root[data-theme="dark"] {',
    }
    return {name: _colours(css[css.index(start) :]) for name, start in starts.items()}


def _colours(css: str) -> dict[str, str]:
    block = css[: css.index("}")]
    return dict(re.findall(r"--sp-color-([\w-]+): (#[0-9a-f]{6});", block))


def ratio(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
