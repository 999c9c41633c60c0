"""How wide a text gets on the wall, so that labels can be laid out on the server: advance widths of our text font."""

SIZE = 26
"""The smallest text that can be read at the back of a hall."""
LINE = 30
# Of Atkinson Hyperlegible Next at weight 650, in hundredths of the size.
_GROUPS = {
    20: "'",
    26: "j.,:;’‘",
    29: "i",
    31: " lï",
    33: "()",
    36: "f",
    37: "rt-",
    42: "I",
    43: "1/",
    50: "sz",
    51: "cyç",
    52: "v",
    53: "x7",
    55: "akJL",
    56: "euFéëèü",
    57: "hno29ö",
    59: "bdgpqE",
    60: "T35",
    61: "S",
    62: "PZ468",
    64: "BRVY",
    66: "CK0",
    67: "A",
    68: "X",
    69: "DU",
    70: "H",
    71: "GN",
    73: "w&",
    74: "O",
    75: "Q",
    76: "…",
    85: "M",
    88: "mW",
}
WIDTHS = {letter: width for width, letters in _GROUPS.items() for letter in letters}
OTHERS = 100
"""Letters of other scripts and emoji: as wide as high."""


def width_of(text: str, size: int = SIZE) -> int:
    """In pixels, a little generous, because another font may stand in."""
    return 1 + sum(WIDTHS.get(letter, OTHERS) for letter in text) * size * 103 // 10_000


def in_lines(title: str, room: int, most: int = 2) -> tuple[str, ...]:
    """The title in at most so many lines; what does not fit ends in three dots."""
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    shown = lines[:most]
    if len(lines) > most and shown:
        shown[-1] += "…"
    return tuple(_cut(line, room) for line in shown)


def _cut(line: str, room: int) -> str:
    if width_of(line) <= room:
        return line
    while line and width_of(f"{line}…") > room:
        line = line[:-1]
    return f"{line.rstrip('…')}…"
