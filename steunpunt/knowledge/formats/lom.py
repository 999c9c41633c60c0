"""A record as NL LOM in the binding of IMS Meta-Data 1.2, as Edurep and other catalogues of education take it.

Everything is for adults who learn to teach, so the age is from 18; the sectors say where they will teach.
"""

from .elements import XML_LANGUAGE, Element, add, root
from .record import EXAMPLE_NOTE, PUBLISHER, Record

NAMESPACE = "http://www.imsglobal.org/xsd/imsmd_v1p2"
SCHEMA = "http://www.imsglobal.org/xsd/imsmd_v1p2p4.xsd"
WORDS = "http://purl.edustandaard.nl/"
LEVELS = f"{WORDS}begrippenkader"
AGES = "18-"
RESOURCE_TYPES = {
    "learning_task": "open opdracht",
    "instrument": "gereedschap",
    "curriculum_part": "professionaliseringsmateriaal",
    "webinar": "professionaliseringsmateriaal",
}
CONTEXTS = {"po": "PO", "vo": "VO", "mbo": "BVE", "ho": "HBO"}
EDUCATIONAL_LEVELS = {
    "po": ("512e4729-03a4-43a2-95ba-758071d1b725", "Primair onderwijs"),
    "vo": ("2a1401e9-c223-493b-9b86-78f6993b1a8d", "Voortgezet onderwijs"),
    "mbo": ("f3ac3fbb-5eae-49e0-8494-0a44855fff25", "MBO"),
    "ho": ("be140797-803f-4b9e-81cc-5572c711e09c", "Hoger beroepsonderwijs"),
}
COURSE, LESSON = "3", "2"
NO_LANGUAGE = "x-none"


def lom(record: Record) -> Element:
    """One `lom`, its parts in the order of the schema."""
    found = root("lom", {None: NAMESPACE}, SCHEMA)
    _general(found, record)
    _lifecycle(found, record)
    about = add(found, "metametadata")
    for scheme in ("LOMv1.0", "nl_lom_v1p0"):
        add(about, "metadatascheme", scheme)
    technical = add(found, "technical")
    add(technical, "format", "text/html")
    add(technical, "location", record.url)
    _educational(found, record)
    _rights(found, record)
    _relations(found, record)
    _classifications(found, record)
    return found


def _general(found: Element, record: Record) -> None:
    general = add(found, "general")
    _said(add(general, "title"), record.title, record.language)
    _entry(general, record.url)
    add(general, "language", record.language)
    _said(add(general, "description"), record.description, record.language)
    for theme in record.themes:
        _said(add(general, "keyword"), theme.name, "nl")
    level = COURSE if record.kind == "curriculum_part" else LESSON
    _term(general, "aggregationlevel", "vdex_aggregationlevel_czp_20060628.xml", level)


def _lifecycle(found: Element, record: Record) -> None:
    lifecycle = add(found, "lifecycle")
    _said(add(lifecycle, "version"), str(record.version))
    _term(lifecycle, "status", "vdex_status_lomv1p0_20060628.xml", "final")
    for role, name in (("author", record.creator), ("publisher", PUBLISHER)):
        contribute = add(lifecycle, "contribute")
        _term(contribute, "role", "vdex_lifecycle_contribute_role_lomv1p0_20060628.xml", role)
        add(add(contribute, "centity"), "vcard", _card(name))
        date = add(contribute, "date")
        add(date, "datetime", record.changed_at.isoformat(timespec="seconds"))
        _said(add(date, "description"), "Publicatie van deze versie", "nl")


def _educational(found: Element, record: Record) -> None:
    educational = add(found, "educational")
    kind = RESOURCE_TYPES.get(record.kind, "informatiebron")
    _term(educational, "learningresourcetype", "vdex_learningresourcetype_czp_20060628.xml", kind)
    user = "learner" if record.kind == "learning_task" else "teacher"
    _term(educational, "intendedenduserrole", "vdex_intendedenduserrole_lomv1p0_20060628.xml", user)
    for sector in record.sectors or ("ho",):
        _term(educational, "context", "vdex_context_czp_20060628.xml", CONTEXTS[sector])
    _said(add(educational, "typicalagerange"), AGES)
    if record.effort_hours:
        add(add(educational, "typicallearningtime"), "datetime", f"PT{record.effort_hours}H")


def _rights(found: Element, record: Record) -> None:
    """Reading costs nothing; what somebody needs to carry it out does not belong here."""
    rights = add(found, "rights")
    _term(rights, "cost", "vdex_cost_lomv1p0_20060628.xml", "no")
    limited = "no" if record.licence == "cc0-1.0" else "yes"
    _term(rights, "copyrightandotherrestrictions", "copyrightsandotherrestrictions_nllom_20131202", limited)
    note = EXAMPLE_NOTE if record.is_example else ""
    _said(add(rights, "description"), " ".join(filter(None, (record.terms.name, record.terms.url, note))), "nl")


def _relations(found: Element, record: Record) -> None:
    for kind, other in (("isbasedon", record.based_on), ("hasversion", record.replaced_by)):
        if other is not None:
            relation = add(found, "relation")
            _term(relation, "kind", "vdex_relation_kind_lomv1p0_20060628.xml", kind)
            resource = add(relation, "resource")
            _said(add(resource, "description"), other.name, "nl")
            _entry(resource, other.url)


def _classifications(found: Element, record: Record) -> None:
    """Of subject by our own themes, of level by the terms of the field."""
    if record.themes:
        discipline = _classification(found, "discipline")
        for theme in record.themes:
            _taxon(discipline, theme.url.removesuffix(f"{theme.code}/"), theme.code, theme.name)
    level = _classification(found, "educational level")
    for sector in record.sectors or ("ho",):
        _taxon(level, LEVELS, *EDUCATIONAL_LEVELS[sector])


def _classification(found: Element, purpose: str) -> Element:
    classification = add(found, "classification")
    _term(classification, "purpose", "vdex_classification_purpose_czp_20060628.xml", purpose)
    return classification


def _taxon(classification: Element, source: str, code: str, name: str) -> None:
    path = add(classification, "taxonpath")
    _said(add(path, "source"), source)
    taxon = add(path, "taxon")
    add(taxon, "id", code)
    _said(add(taxon, "entry"), name, "nl")


def _entry(parent: Element, uri: str) -> None:
    entry = add(parent, "catalogentry")
    add(entry, "catalog", "URI")
    _said(add(entry, "entry"), uri)


def _term(parent: Element, name: str, source: str, value: str) -> None:
    """A word from a list of terms."""
    term = add(parent, name)
    _said(add(term, "source"), f"{WORDS}{source}")
    _said(add(term, "value"), value)


def _said(parent: Element, text: str, language: str = NO_LANGUAGE) -> None:
    add(parent, "langstring", text).set(XML_LANGUAGE, language)


def _card(name: str) -> str:
    """An organisation as a visiting card (RFC 2426)."""
    safe = " ".join(name.split()).replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return "\n".join(("BEGIN:VCARD", "VERSION:3.0", f"FN:{safe}", "N:;;;;", f"ORG:{safe}", "END:VCARD"))
