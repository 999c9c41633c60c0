"""Naming an item as a source: in a sentence, as BibTeX and as RIS."""

from datetime import date

import rispy  # type: ignore[import-untyped]
from bibtexparser import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .record import EXAMPLE_NOTE, PUBLISHER, Record

SPECIAL = {sign: f"\\{sign}" for sign in "&%$#_{}"} | {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
RIS_TYPES = {"publication": "JOUR", "report": "RPRT", "research_result": "RPRT", "presentation": "SLIDE"}


def year_of(record: Record) -> int:
    return record.year or record.published_at.year


def cite_as(record: Record, on: date) -> str:
    """One sentence for a list of sources; `on` is the day on which somebody read it."""
    words = {
        "maker": record.creator,
        "year": year_of(record),
        "title": record.title,
        "kind": record.kind_name,
        "publisher": "" if record.creator == PUBLISHER else f" {PUBLISHER}.",
        "day": date_format(on, "j F Y"),
        "address": record.url,
    }
    sentence = _("%(maker)s (%(year)s). %(title)s [%(kind)s].%(publisher)s Geraadpleegd op %(day)s, van %(address)s")
    return f"{sentence % words} ({EXAMPLE_NOTE})" if record.is_example else sentence % words


def bibtex(record: Record) -> str:
    """An entry that old and new tools read; the address stands as it is, the rest is escaped."""
    facts = {
        "author": f"{{{_escaped(record.creator)}}}",
        "title": f"{{{_escaped(record.title)}}}",
        "year": str(year_of(record)),
        "howpublished": _escaped(f"{record.kind_name}, {PUBLISHER}"),
        "url": record.url,
        "language": record.language,
        "abstract": _escaped(record.outcome),
        "note": _escaped("; ".join(filter(None, (record.terms.name, EXAMPLE_NOTE if record.is_example else "")))),
    }
    fields = [Field(name, f"{{{fact}}}") for name, fact in facts.items() if fact]
    return write_string(Library([Entry("misc", f"steunpunt-{record.public_id}", fields)]), unparse_stack=[])


def _escaped(text: str) -> str:
    """On one line, with no sign that TeX would obey."""
    return "".join(SPECIAL.get(sign, sign) for sign in " ".join(text.split()))


class _OneReference(rispy.RisWriter):  # type: ignore[misc]
    """The writer of the library, without a number in front of the reference."""

    def set_header(self, count: int) -> str:
        return ""


def ris(record: Record) -> str:
    """One reference for tools such as Zotero and EndNote."""
    facts: dict[str, str | list[str]] = {
        "type_of_reference": RIS_TYPES.get(record.kind, "ELEC"),
        "id": record.public_id,
        "title": record.title,
        "authors": [record.creator],
        "year": str(year_of(record)),
        "publisher": PUBLISHER,
        "abstract": record.outcome,
        "language": record.language,
        "keywords": [theme.name for theme in record.themes],
        "notes": [record.terms.name, *([EXAMPLE_NOTE] if record.is_example else [])],
        "urls": [record.url],
    }
    text: str = rispy.dumps(
        [{name: _on_one_line(fact) for name, fact in facts.items() if fact}], implementation=_OneReference
    )
    return text.lstrip()


def _on_one_line(fact: str | list[str]) -> str | list[str]:
    """A line break would begin a field of its own."""
    if isinstance(fact, str):
        return " ".join(fact.split())
    return [" ".join(one.split()) for one in fact]
