"""Judges a PDF: whole, without password, and without anything that runs, fetches or hides a file."""

import re
from collections.abc import Iterable

from .kinds import NotAccepted
from .pdf_objects import DAMAGED, HIDDEN, STRANGE, Budget, Stream, as_objects, names, take_apart

LOCKED = "Deze pdf is beveiligd. Sla hem op zonder wachtwoord of beperkingen en probeer het opnieuw."
SCRIPT = "In deze pdf staat een script. Druk hem af naar een nieuwe pdf en probeer het opnieuw."
STARTS = "Deze pdf doet iets uit zichzelf als je hem opent. Druk hem af naar een nieuwe pdf en probeer het opnieuw."
ATTACHMENT = "In deze pdf zit een ander bestand. Haal dat eruit, of druk hem af naar een nieuwe pdf."
MEDIA = "In deze pdf zit geluid, video of een 3D-model. Druk hem af naar een nieuwe pdf en probeer het opnieuw."
FORM = "Dit is een invulformulier dat gegevens verstuurt of zelf rekent. Druk het af naar een nieuwe pdf."

REFUSED = {
    "/Encrypt": LOCKED,
    "/JavaScript": SCRIPT,
    "/Launch": STARTS,
    "/EmbeddedFile": ATTACHMENT,
    "/EmbeddedFiles": ATTACHMENT,
    "/GoToE": ATTACHMENT,
    "/FileAttachment": ATTACHMENT,
    "/RichMedia": MEDIA,
    "/RichMediaExecute": MEDIA,
    "/Rendition": MEDIA,
    "/Movie": MEDIA,
    "/Screen": MEDIA,
    "/XFA": FORM,
    "/SubmitForm": FORM,
    "/ImportData": FORM,
}
SCRIPT_VALUE = re.compile(rb"[\s\0]*(\(|<|\d+\s+\d+\s+R)")
OPENING_PAGE = re.compile(rb"[\s\0]*(\[|null\b|\(|/)")
OPENING_REFERENCE = re.compile(rb"[\s\0]*(\d+)\s+(\d+)\s+R\b")
OPENING_ACTION = re.compile(rb"[\s\0]*<<")
GOES_TO_PAGE = re.compile(rb"/S\s*/(GoTo|Named)\b")
OTHER_ACTION = re.compile(rb"/S\s*/(?!GoTo\b|Named\b)\w")
OBJECT_IN_STREAM = re.compile(rb"\b\d+\s+\d+\s+obj[\s\0]*+<<")
LONGEST_ACTION = 2_000
MOST_OPENINGS = 20


def refuse_active_pdf(raw: bytes) -> None:
    """Look at every name in the file, those in packed objects too."""
    if b"%%EOF" not in raw[-2048:]:
        raise NotAccepted(DAMAGED)
    outside, streams = take_apart(raw)
    if b"startxref" not in outside:
        raise NotAccepted(DAMAGED)
    texts = [outside, *_hidden_objects(streams)]
    references: set[tuple[bytes, bytes]] = set()
    for text in texts:
        references |= _opening_references(text)
    if len(references) > MOST_OPENINGS or not all(_refers_to_page(reference, texts) for reference in references):
        raise NotAccepted(STARTS)


def _hidden_objects(streams: Iterable[Stream]) -> list[bytes]:
    """What object streams hold; any other stream may hold no objects at all."""
    budget = Budget()
    found: list[bytes] = []
    for stream in streams:
        if stream.holds_objects:
            found.append(as_objects(stream, budget))
        elif OBJECT_IN_STREAM.search(stream.body) or HIDDEN.search(stream.body):
            raise NotAccepted(STRANGE)
    return found


def _opening_references(text: bytes) -> set[tuple[bytes, bytes]]:
    """Refuse by name what is never taken; the objects to which an opening deed refers are judged afterwards."""
    references = set()
    for name, end in names(text):
        if name in REFUSED:
            raise NotAccepted(REFUSED[name])
        if name == "/JS" and SCRIPT_VALUE.match(text, end):
            raise NotAccepted(SCRIPT)
        if name == "/OpenAction" and not _opens_on_a_page(text, end):
            references.add(_reference(text, end))
    return references


def _opens_on_a_page(text: bytes, end: int) -> bool:
    """Most programs write on which page a file opens; any other deed at opening is refused."""
    if OPENING_ACTION.match(text, end):
        return _goes_to_page(text[end : end + LONGEST_ACTION].partition(b">>")[0])
    return OPENING_PAGE.match(text, end) is not None


def _reference(text: bytes, end: int) -> tuple[bytes, bytes]:
    found = OPENING_REFERENCE.match(text, end)
    if found is None:
        raise NotAccepted(STARTS)
    return found.group(1), found.group(2)


def _refers_to_page(reference: tuple[bytes, bytes], texts: list[bytes]) -> bool:
    begin = re.compile(rb"(?<!\d)%s\s+%s\s+obj\b" % reference)
    bodies = [
        text[found.end() : found.end() + LONGEST_ACTION].partition(b"endobj")[0]
        for text in texts
        for found in begin.finditer(text)
    ]
    return bool(bodies) and all(OPENING_PAGE.match(body) or _goes_to_page(body) for body in bodies)


def _goes_to_page(action: bytes) -> bool:
    return GOES_TO_PAGE.search(action) is not None and OTHER_ACTION.search(action) is None
