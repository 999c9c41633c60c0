"""What a file is when it is none of the kinds that we take, and what its sender can do about it."""

import puremagic

from .kinds import NotAccepted

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
IN_OLE = (
    ("EncryptedPackage", "Dit bestand heeft een wachtwoord. Sla het op zonder wachtwoord en probeer het opnieuw."),
    ("WordDocument", "Dit is een oud Word-bestand (.doc). Open het in Word en sla het op als .docx."),
    (
        "PowerPoint Document",
        "Dit is een oud PowerPoint-bestand (.ppt). Open het in PowerPoint en sla het op als .pptx.",
    ),
    ("Workbook", "Dit is een Excel-bestand. Sla het op als pdf."),
)
OLD_OFFICE = "Dit is een oud Office-bestand. Open het en sla het op als .docx, .pptx of pdf."
OTHER = "Wij kunnen dit soort bestand niet aannemen. Sla het op als pdf, .docx of .pptx."
PICTURE = "Dit is een afbeelding. Zet haar in een Word-bestand of maak er een pdf van."
RECORDING = "Dit is een geluids- of videobestand. Deel liever een link naar de opname."
STARTS = (
    (b"{\\rtf", "Dit is een rtf-bestand. Open het in Word en sla het op als .docx."),
    (b"<!doctype html", "Dit is een webpagina. Deel de link, of druk de pagina af naar een pdf."),
    (b"<html", "Dit is een webpagina. Deel de link, of druk de pagina af naar een pdf."),
    (b"mz", "Dit is een programma. Programma's nemen wij niet aan."),
    (b"\x7felf", "Dit is een programma. Programma's nemen wij niet aan."),
)
OPEN_DOCUMENT = "Dit is een OpenDocument-bestand. Sla het op als .docx, .pptx of pdf en probeer het opnieuw."
ARCHIVE = "Dit is een zipbestand. Pak het uit en stuur de bestanden een voor een."
SPREADSHEET = "Dit is een Excel-bestand. Sla het op als pdf."
BY_MEDIA = {"image": PICTURE, "audio": RECORDING, "video": RECORDING}


def not_accepted(raw: bytes) -> NotAccepted:
    """The refusal for a file of another kind; `raw` is its content, or enough of its beginning."""
    if raw.startswith(OLE):
        return NotAccepted(_old_office(raw))
    head = raw[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for start, sentence in STARTS:
        if head.startswith(start):
            return NotAccepted(sentence)
    return NotAccepted(BY_MEDIA.get(_media(raw), OTHER))


def _old_office(raw: bytes) -> str:
    """An OLE file has the names of its streams in UTF-16 in its directory."""
    for stream, sentence in IN_OLE:
        if stream.encode("utf-16-le") in raw:
            return sentence
    return OLD_OFFICE


def _media(raw: bytes) -> str:
    """The first half of the media type, as far as the content gives it away."""
    try:
        return puremagic.from_string(raw[:8192], mime=True).partition("/")[0]
    except (puremagic.PureError, ValueError):
        return ""
