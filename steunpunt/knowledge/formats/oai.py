"""Writing the answers of OAI-PMH 2.0."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from . import dublincore, lom
from .elements import Element, add, root, written
from .oai_questions import ProtocolError
from .record import Record

NAMESPACE = "http://www.openarchives.org/OAI/2.0/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"
CONTENT_TYPE = "text/xml; charset=utf-8"


@dataclass(frozen=True)
class Format:
    """A way to write a record, and where harvesters find its definition."""

    schema: str
    namespace: str
    write: Callable[[Record], Element]


FORMATS = {
    "oai_dc": Format(dublincore.SCHEMA, dublincore.NAMESPACE, dublincore.dublin_core),
    "lom": Format(lom.SCHEMA, lom.NAMESPACE, lom.lom),
}


@dataclass(frozen=True)
class Repository:
    """What we say about ourselves."""

    name: str
    base_url: str
    email: str
    earliest: datetime


@dataclass(frozen=True)
class Kept:
    """A record as harvesters know it; without `record` it was taken away."""

    identifier: str
    changed_at: datetime
    sets: tuple[str, ...]
    record: Record | None


@dataclass(frozen=True)
class Page:
    """A part of a list; an empty token ends it, None says that the list was never in parts."""

    kept: list[Kept]
    token: str | None
    total: int
    passed: int


def moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Answer:
    """One answer; each method fills it for one verb."""

    def __init__(self, base_url: str, at: datetime, arguments: dict[str, str]) -> None:
        self.top = root("OAI-PMH", {None: NAMESPACE}, SCHEMA)
        add(self.top, "responseDate", moment(at))
        add(self.top, "request", base_url, **arguments)

    def content(self) -> bytes:
        return written(self.top)

    def error(self, error: ProtocolError) -> None:
        add(self.top, "error", error.sentence, code=error.code)

    def identify(self, repository: Repository) -> None:
        about = add(self.top, "Identify")
        add(about, "repositoryName", repository.name)
        add(about, "baseURL", repository.base_url)
        add(about, "protocolVersion", "2.0")
        add(about, "adminEmail", repository.email)
        add(about, "earliestDatestamp", moment(repository.earliest))
        add(about, "deletedRecord", "persistent")
        add(about, "granularity", "YYYY-MM-DDThh:mm:ssZ")
        add(about, "compression", "gzip")

    def formats(self) -> None:
        listed = add(self.top, "ListMetadataFormats")
        for prefix, known in FORMATS.items():
            one = add(listed, "metadataFormat")
            add(one, "metadataPrefix", prefix)
            add(one, "schema", known.schema)
            add(one, "metadataNamespace", known.namespace)

    def sets(self, named: Iterable[tuple[str, str]]) -> None:
        listed = add(self.top, "ListSets")
        for spec, name in named:
            one = add(listed, "set")
            add(one, "setSpec", spec)
            add(one, "setName", name)

    def record(self, kept: Kept, prefix: str) -> None:
        _record(add(self.top, "GetRecord"), kept, prefix)

    def identifiers(self, page: Page) -> None:
        listed = add(self.top, "ListIdentifiers")
        for one in page.kept:
            _header(listed, one)
        _resumption(listed, page)

    def records(self, page: Page, prefix: str) -> None:
        listed = add(self.top, "ListRecords")
        for one in page.kept:
            _record(listed, one, prefix)
        _resumption(listed, page)


def _record(parent: Element, kept: Kept, prefix: str) -> None:
    found = add(parent, "record")
    _header(found, kept)
    if kept.record is not None:
        add(found, "metadata").append(FORMATS[prefix].write(kept.record))


def _header(parent: Element, kept: Kept) -> None:
    header = add(parent, "header", **({} if kept.record else {"status": "deleted"}))
    add(header, "identifier", kept.identifier)
    add(header, "datestamp", moment(kept.changed_at))
    for spec in kept.sets:
        add(header, "setSpec", spec)


def _resumption(parent: Element, page: Page) -> None:
    if page.token is not None:
        add(parent, "resumptionToken", page.token, completeListSize=str(page.total), cursor=str(page.passed))
