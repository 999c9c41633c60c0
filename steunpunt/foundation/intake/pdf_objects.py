"""Takes the bytes of a PDF apart without a PDF library: everything outside streams, and what object streams hide."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from .kinds import NotAccepted

MEGABYTE = 1024 * 1024
MOST_UNPACKED = 200 * MEGABYTE
MOST_PER_STREAM = 50 * MEGABYTE
LONGEST_DICTIONARY = 64 * 1024

DAMAGED = "Deze pdf is beschadigd of niet volledig. Maak hem opnieuw en probeer het nog eens."
STRANGE = "Deze pdf is op een ongewone manier opgebouwd. Druk hem af naar een nieuwe pdf en probeer het opnieuw."
BOMB = "Deze pdf wordt uitgepakt veel te groot. Druk hem af naar een nieuwe pdf en probeer het opnieuw."
STREAM = re.compile(rb"(?<![A-Za-z])stream(?:\r\n|\n|\r)")
DICTIONARY_BEFORE = re.compile(rb">>[\s\0]*+(?:%[^\r\n]*+[\s\0]++)*+\Z")
LOOK_BACK = 300
STREAM_END = b"endstream"
TOKEN = re.compile(
    rb"(?P<comment>%[^\r\n]*)"
    rb"|(?P<name>/[^\s\0()<>\[\]{}/%]*)"
    rb"|(?P<escaped>\\[\s\S])"
    rb"|(?P<opening>\()"
    rb"|(?P<closing>\))"
    rb"|(?P<end>\bendobj\b)"
)
HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
FLATE = (["/FlateDecode"], ["/Fl"])
PREDICTED = re.compile(rb"/Predictor\s+(?!1\b)")
HIDDEN = re.compile(rb"/S[\s\0]*+/(?:JavaScript|Launch)\b")
"""Nobody needs these words in a place where no names are expected."""
FIRST = re.compile(rb"/First\s+(\d{1,9})\b(?!\s+\d+\s+R)")
FILTERS = re.compile(rb"/(?:Filter|F)\s*(\[[^\]]*\]|/[^\s/<>\[\]()]+|\d+\s+\d+\s+R)")
NAME = re.compile(rb"/[^\s\0()<>\[\]{}/%]*")


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream: the end of the dictionary before it, and its bytes as they stand in the file."""

    dictionary: bytes
    body: bytes

    @property
    def holds_objects(self) -> bool:
        """A reader finds objects in a stream by these two keys, whatever its type says."""
        names = set(plain_names(self.dictionary))
        return "/ObjStm" in names or {"/N", "/First"} <= names

    @property
    def filters(self) -> list[str] | None:
        """The names of the filters in their order; None when they stand elsewhere."""
        found = FILTERS.search(_unescaped(self.dictionary))
        if found is None:
            return [] if b"/Filter" not in _unescaped(self.dictionary) else None
        return [name.decode("latin-1") for name in NAME.findall(found.group(1))] or None


def take_apart(raw: bytes) -> tuple[bytes, list[Stream]]:
    """Everything that stands outside streams, and the streams."""
    outside: list[bytes] = []
    streams: list[Stream] = []
    at = search = 0
    while (begin := STREAM.search(raw, search)) is not None:
        if not _follows_dictionary(raw, begin.start(), at):
            search = begin.end()
            continue
        outside.append(raw[at : begin.start()])
        end = raw.find(STREAM_END, begin.end())
        stop = end if end >= 0 else len(raw)
        dictionary = _dictionary(raw, begin.start(), at)
        streams.append(Stream(dictionary, raw[begin.end() : stop].rstrip(b"\r\n")))
        at = search = stop
    outside.append(raw[at:])
    whole = b"\n".join(outside)
    if whole.count(STREAM_END) > len(streams):
        raise NotAccepted(STRANGE)
    return whole, streams


def _follows_dictionary(raw: bytes, at: int, earliest: int) -> bool:
    """Whether the word begins a stream; one that is missed here leaves its end over."""
    return DICTIONARY_BEFORE.search(raw[max(earliest, at - LOOK_BACK) : at]) is not None


def _dictionary(raw: bytes, end: int, earliest: int) -> bytes:
    near = max(earliest, end - LONGEST_DICTIONARY)
    begin = raw.rfind(b"obj", near, end)
    return raw[begin if begin >= 0 else near : end]


class Budget:
    """How much may be unpacked from one file."""

    def __init__(self, most: int = MOST_UNPACKED) -> None:
        self.left = most

    def inflated(self, body: bytes) -> bytes:
        """What packed bytes become, within the limit."""
        most = min(MOST_PER_STREAM, self.left)
        unpacking = zlib.decompressobj()
        try:
            plain = unpacking.decompress(body, most + 1)
        except zlib.error as error:
            raise NotAccepted(DAMAGED) from error
        if len(plain) > most:
            raise NotAccepted(BOMB)
        self.left -= len(plain)
        return plain


def as_objects(stream: Stream, budget: Budget) -> bytes:
    """The objects in a stream, written out as if they stood outside."""
    if stream.filters not in ([], *FLATE) or PREDICTED.search(_unescaped(stream.dictionary)):
        raise NotAccepted(STRANGE)
    plain = budget.inflated(stream.body) if stream.filters else stream.body
    first = FIRST.search(_unescaped(stream.dictionary))
    if first is None:
        raise NotAccepted(STRANGE)
    return _written_out(plain, int(first.group(1)))


def _written_out(plain: bytes, start: int) -> bytes:
    """The objects by the index before them: pairs of number and place, counted from `start`."""
    if HIDDEN.search(_unescaped(plain)):
        raise NotAccepted(STRANGE)
    numbers = [int(word) for word in plain[:start].split() if word.isdigit() and len(word) < 10]
    places = sorted((start + place, number) for number, place in zip(numbers[::2], numbers[1::2], strict=False))
    ends = [place for place, _number in places[1:]] + [len(plain)] * bool(places)
    return b"\n".join(
        b"%d 0 obj %s endobj" % (number, plain[place:end]) for (place, number), end in zip(places, ends, strict=True)
    )


def names(raw: bytes) -> Iterator[tuple[str, int]]:
    """Each name outside texts and comments, with where it ends; an object with an unclosed text is read whole."""
    depth, opened_at = 0, 0
    for token in TOKEN.finditer(raw):
        kind = token.lastgroup
        if kind == "opening":
            opened_at = token.end() if depth == 0 else opened_at
            depth += 1
        elif kind == "closing":
            depth = max(0, depth - 1)
        elif kind == "end" and depth:
            yield from _all_names(raw, opened_at, token.start())
            depth = 0
        elif kind == "name" and not depth:
            yield _plain(token.group()), token.end()
    if depth:
        yield from _all_names(raw, opened_at, len(raw))


def plain_names(raw: bytes) -> list[str]:
    return [name for name, _end in names(raw)]


def _all_names(raw: bytes, begin: int, end: int) -> Iterator[tuple[str, int]]:
    for found in NAME.finditer(raw, begin, end):
        yield _plain(found.group()), found.end()


def _plain(name: bytes) -> str:
    """A name with its escapes undone: /J#61vaScript is /JavaScript."""
    return _unescaped(name).decode("latin-1")


def _unescaped(raw: bytes) -> bytes:
    return HEX.sub(_byte, raw)


def _byte(found: re.Match[bytes]) -> bytes:
    return bytes([int(found.group(1), 16)])
