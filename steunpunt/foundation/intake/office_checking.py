"""Judges the container of a Word or PowerPoint file: the right kind, and nothing in it that runs or fetches by itself."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from . import disguises
from .kinds import Kind, NotAccepted
from .packages import DAMAGED, Package, opened

CONTENT_TYPES = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument."
MAIN_TYPES = {
    f"{MAIN}wordprocessingml.document.main+xml": Kind.DOCX,
    f"{MAIN}presentationml.presentation.main+xml": Kind.PPTX,
}
WORKBOOK = f"{MAIN}spreadsheetml.sheet.main+xml"
OTHER_MAIN_TYPES = {
    f"{MAIN}wordprocessingml.template.main+xml": "Dit is een Word-sjabloon. Sla het op als Word-document (.docx).",
    f"{MAIN}presentationml.template.main+xml": "Dit is een PowerPoint-sjabloon. Sla het op als presentatie (.pptx).",
    f"{MAIN}presentationml.slideshow.main+xml": "Dit is een diavoorstelling (.ppsx). Sla haar op als presentatie (.pptx).",
    WORKBOOK: disguises.SPREADSHEET,
    f"{MAIN}spreadsheetml.template.main+xml": disguises.SPREADSHEET,
}
MACROS = "In dit bestand zitten macro's. Sla het op als gewoon .docx- of .pptx-bestand of als pdf, zonder macro's."
STRICT = "Dit bestand is opgeslagen als 'Strict Open XML'. Kies bij het opslaan gewoon .docx of .pptx."
ACTIVE = "In dit bestand zitten onderdelen die iets kunnen uitvoeren. Sla het op als pdf en probeer het opnieuw."
EMBEDDED = "In dit bestand zit een ander bestand. Haal dat eruit, of sla het geheel op als pdf."
FETCHES = "Dit bestand haalt iets op van een andere plek. Voeg afbeelding of video zelf in, of sla het op als pdf."
STRANGE_LINK = "In dit bestand staat een link die een programma kan starten. Haal hem weg en probeer het opnieuw."

ACTIVE_PARTS = re.compile(r"(^|/)(activex|ctrlprops|webextensions)(/|$)|(^|/)customui\d*(/|$)")
ACTIVE_RELATIONS = frozenset({"control", "afchunk", "webextension", "webextensiontaskpanes", "attachedtoolbars"})
EMBEDDED_RELATIONS = frozenset({"oleobject", "package"})
SAFE_SCHEMES = frozenset({"", "http", "https", "mailto", "tel", "ftp", "file"})
OWN_DISK = re.compile(r"^(file:/{0,3})?[a-z]:[\\/]", re.IGNORECASE)
STAYS_AT_HOME = frozenset({"attachedtemplate", "image"})
"""What Word points to on the disk of the writer by itself: elsewhere the address leads nowhere."""
STRICT_RELATION = "purl.oclc.org/ooxml/officedocument"
RUNS = ("ppaction://program", "ppaction://macro", "ppaction://ole")
EXCHANGE = re.compile(r"\bDDE(AUTO)?\b", re.IGNORECASE)


def office_kind(path: Path) -> Kind:
    """What this container is; refused with a sentence when it is something else or holds something active."""
    with path.open("rb") as source, opened(source) as package:
        if CONTENT_TYPES not in package.members:
            raise NotAccepted(_other_archive(package))
        kind = _main_kind(package)
        _refuse_active(package)
        package.refuse_damage()
        return kind


def _other_archive(package: Package) -> str:
    is_open_document = "mimetype" in package.members and b"opendocument" in package.raw("mimetype", most=1_000_000)
    return disguises.OPEN_DOCUMENT if is_open_document else disguises.ARCHIVE


def _main_kind(package: Package) -> Kind:
    types = _content_types(package)
    found = {MAIN_TYPES[name] for name in types if name in MAIN_TYPES}
    for name in types & OTHER_MAIN_TYPES.keys():
        raise NotAccepted(OTHER_MAIN_TYPES[name])
    if len(found) != 1:
        raise NotAccepted(DAMAGED if found else disguises.OTHER)
    return found.pop()


def _content_types(package: Package) -> set[str]:
    types = {node.get("ContentType", "").strip() for node in package.elements(CONTENT_TYPES)}
    small = {name.lower() for name in types}
    if any("macroenabled" in name or "vbaproject" in name for name in small):
        raise NotAccepted(MACROS)
    if any("activex" in name or "webextension" in name for name in small):
        raise NotAccepted(ACTIVE)
    return types


def _refuse_active(package: Package, *, may_embed: bool = True) -> None:
    for name in package.names:
        _refuse_part_by_name(name.lower())
    for name in package.names:
        suffix = PurePosixPath(name.lower()).suffix
        if suffix == ".rels":
            _refuse_relations(package, name, may_embed=may_embed)
        elif suffix in (".xml", ".vml") and name != CONTENT_TYPES:
            _refuse_instructions(package.elements(name))


def _refuse_part_by_name(name: str) -> None:
    if "vbaproject" in name or "vbadata" in name:
        raise NotAccepted(MACROS)
    if ACTIVE_PARTS.search(name):
        raise NotAccepted(ACTIVE)


def _refuse_relations(package: Package, name: str, *, may_embed: bool) -> None:
    for node in package.elements(name):
        kind = node.get("Type", "")
        if STRICT_RELATION in kind.lower():
            raise NotAccepted(STRICT)
        short = kind.rsplit("/", 1)[-1].lower()
        if short in ACTIVE_RELATIONS:
            raise NotAccepted(ACTIVE)
        target = node.get("Target", "")
        if node.get("TargetMode", "").lower() == "external":
            _refuse_target(short, target.strip())
        elif short in EMBEDDED_RELATIONS:
            _refuse_embedded(package, name, target, may_embed=may_embed)


def _refuse_target(relation: str, target: str) -> None:
    if relation == "hyperlink":
        if _scheme(target) not in SAFE_SCHEMES:
            raise NotAccepted(STRANGE_LINK)
    elif relation not in STAYS_AT_HOME or not OWN_DISK.match(target):
        raise NotAccepted(FETCHES)


def _scheme(target: str) -> str:
    if OWN_DISK.match(target):
        return "file"
    try:
        return urlsplit("".join(char for char in target if char.isprintable())).scheme
    except ValueError:
        return "?"


def _refuse_embedded(package: Package, relations: str, target: str, *, may_embed: bool) -> None:
    """Only the table of figures behind a chart may be a file in the file, and only without anything active itself."""
    folder = PurePosixPath(relations).parent.parent
    name = _resolved(folder, target)
    is_workbook = PurePosixPath(name).suffix.lower() == ".xlsx" and name in package.members
    if not may_embed or folder.name != "charts" or not is_workbook:
        raise NotAccepted(EMBEDDED)
    with package.part(name) as part:
        _refuse_workbook(part, package.budget)


def _resolved(folder: PurePosixPath, target: str) -> str:
    parts: list[str] = [] if target.startswith("/") else list(folder.parts)
    for part in PurePosixPath(target.lstrip("/")).parts:
        if part == "..":
            parts = parts[:-1]
        else:
            parts.append(part)
    return "/".join(parts)


def _refuse_workbook(source: IO[bytes], budget: list[int]) -> None:
    with opened(source, budget) as workbook:
        if CONTENT_TYPES not in workbook.members or WORKBOOK not in _content_types(workbook):
            raise NotAccepted(EMBEDDED)
        _refuse_active(workbook, may_embed=False)


def _refuse_instructions(nodes: Iterator[Element]) -> None:
    """Fields that talk to other programs, and buttons on a slide that start one."""
    told: list[str] = []
    for node in nodes:
        local = node.tag.rpartition("}")[2]
        if local == "instrText":
            told.append(node.text or "")
        elif local == "fldSimple":
            told.extend(node.attrib.values())
        elif node.get("action", "").lower().startswith(RUNS):
            raise NotAccepted(ACTIVE)
    if EXCHANGE.search("".join(told)):
        raise NotAccepted(ACTIVE)
