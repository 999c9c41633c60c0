"""The few things needed to write XML: elements with text in a namespace."""

from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from .record import clean

SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
Element = Any
"""An element of lxml, which has no types."""


def root(name: str, namespaces: dict[str | None, str], schema: str) -> Element:
    """The outer element, in the first of the namespaces; `schema` is where its definition stands."""
    namespace = next(iter(namespaces.values()))
    found = etree.Element(f"{{{namespace}}}{name}", nsmap={**namespaces, "xsi": SCHEMA_INSTANCE})
    found.set(f"{{{SCHEMA_INSTANCE}}}schemaLocation", f"{namespace} {schema}")
    return found


def add(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    """A new element in the namespace of its parent, or in the one that the name carries."""
    namespace = etree.QName(parent).namespace
    child = etree.SubElement(parent, name if name.startswith("{") else f"{{{namespace}}}{name}", **attributes)
    child.text = clean(text) if text else text
    return child


def written(element: Element) -> bytes:
    """The document as it goes over the line."""
    text: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8")
    return text
