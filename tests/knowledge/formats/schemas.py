"""The published schemas as the tests use them: loaded from the folder with data, never from the web."""

from functools import cache
from pathlib import Path

from lxml import etree

FOLDER = Path(__file__).resolve().parents[2] / "data" / "schemas"
LOM = "http://www.imsglobal.org/xsd/imsmd_v1p2"


class _Local(etree.Resolver):
    """Whatever a schema refers to stands beside it."""

    def resolve(self, url, public_id, context):
        name = url.rsplit("/", 1)[-1]
        return self.resolve_filename(str(FOLDER / {"simpledc20021212.xsd": "simpledc.xsd"}.get(name, name)), context)


def _schema(text: bytes) -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Local())
    return etree.XMLSchema(etree.fromstring(text, parser, base_url=f"{FOLDER}/"))


@cache
def oai_pmh() -> etree.XMLSchema:
    return _schema((FOLDER / "OAI-PMH.xsd").read_bytes())


@cache
def oai_dc() -> etree.XMLSchema:
    return _schema((FOLDER / "oai_dc.xsd").read_bytes())


@cache
def imsmd() -> etree.XMLSchema:
    """Version 1.2.1 with the two changes of 1.2.2: back to the namespace of 1.2, and no element of its own as extra."""
    text = (FOLDER / "imsmd_rootv1p2p1.xsd").read_bytes()
    changed = text.replace(b"http://www.imsglobal.org/xsd/imsmd_rootv1p2p1", LOM.encode())
    return _schema(changed.replace(b'namespace="##any"', b'namespace="##other"'))


def assert_valid(schema: etree.XMLSchema, element: etree._Element) -> None:
    """Fails with every line that the schema has to say."""
    copy = etree.fromstring(etree.tostring(element))
    assert schema.validate(copy), "\n".join(str(error) for error in schema.error_log)
