"""A record as unqualified Dublin Core, the format that every harvester knows."""

from collections.abc import Iterator

from .elements import Element, add, root
from .record import EXAMPLE_NOTE, PUBLISHER, Record

NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
ELEMENTS = "http://purl.org/dc/elements/1.1/"


def dublin_core(record: Record) -> Element:
    """One `oai_dc:dc`; what is not known is left out."""
    found = root("dc", {"oai_dc": NAMESPACE, "dc": ELEMENTS}, SCHEMA)
    for name, text in _statements(record):
        if text:
            add(found, f"{{{ELEMENTS}}}{name}", text)
    return found


def _statements(record: Record) -> Iterator[tuple[str, str]]:
    yield "title", record.title
    yield "creator", record.creator
    for theme in record.themes:
        yield "subject", theme.name
    yield "description", record.outcome
    yield "description", record.conditions
    yield "description", EXAMPLE_NOTE if record.is_example else ""
    yield "publisher", PUBLISHER
    yield "date", str(record.year or record.published_at.date())
    yield "type", record.kind_name
    yield from (("format", file.media_type) for file in record.files)
    yield "identifier", record.url
    yield "source", record.based_on.url if record.based_on else ""
    yield "language", record.language
    yield "relation", record.replaced_by.url if record.replaced_by else ""
    yield "relation", record.link
    yield "rights", record.terms.name
    yield "rights", record.terms.url
