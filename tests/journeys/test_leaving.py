"""Knowledge leaves the house: somebody names it as a source and shows it on another site, a harvester takes it along."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings
from oaipmh_scythe import Scythe
from playwright.sync_api import expect

from steunpunt.knowledge.formats.dublincore import NAMESPACE as DC
from steunpunt.knowledge.formats.lom import NAMESPACE as LOM
from steunpunt.knowledge.models import KnowledgeItem
from steunpunt.knowledge.queries import harvest_marks
from steunpunt.knowledge.queries.harvest import public_items
from steunpunt.knowledge.queries.harvest_marks import identifier_of
from tests.knowledge.formats.schemas import assert_valid, imsmd, oai_dc

from .visitor import Visitor
from .working import do_what_waits

ITEM = "/kennisbank/startgesprek-werkplekbegeleiders/"
FORMATS = {"oai_dc": (f"{{{DC}}}dc", oai_dc), "lom": (f"{{{LOM}}}lom", imsmd)}


@pytest.fixture
def worked(world: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What was announced is done, and parts are so small that the examples take several."""
    monkeypatch.setattr(harvest_marks, "PAGE", 10)
    with override_settings(DATA_DIR=tmp_path):
        do_what_waits()
        yield


def test_somebody_names_it_as_a_source_and_shows_it_elsewhere(visitor: Visitor) -> None:
    visitor.goes_to(ITEM)
    expect(visitor.page.get_by_role("main")).to_contain_text("Geraadpleegd op")
    visitor.opens("Op papier of op je eigen site")
    code = visitor.tabs_to(visitor.page.get_by_label("Kaart voor je eigen site"))
    assert f"{ITEM}kaart/" in code.input_value()
    visitor.looks("meenemen")
    visitor.context.clear_cookies()
    visitor.goes_to(f"{ITEM}kaart/")
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("Startgesprek")
    visitor.looks("kaart")
    assert not visitor.context.cookies()


@pytest.mark.writes
def test_a_harvester_takes_along_what_a_visitor_may_read(address: str, worked: None) -> None:
    limited = set(KnowledgeItem.objects.exclude(audience="public").values_list("public_id", flat=True))
    public = {identifier_of(one) for one in public_items().values_list("public_id", flat=True)}
    with Scythe(f"{address}/oai/") as harvester:
        for prefix, (root, schema) in FORMATS.items():
            found = [record for record in harvester.list_records(metadata_prefix=prefix) if not record.deleted]
            told = [record.header.identifier for record in found]
            assert len(told) == len(set(told)) > 3 * harvest_marks.PAGE
            assert set(told) == public
            assert limited
            assert not {identifier_of(one) for one in limited} & set(told)
            for record in found:
                assert_valid(schema(), record.xml.find(f".//{root}"))
