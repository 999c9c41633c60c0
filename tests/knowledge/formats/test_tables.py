"""Records as rows."""

from steunpunt.knowledge.formats.tables import COLUMNS, row
from tests.knowledge.formats.making import bare, full


def test_row_follows_the_columns():
    names = [column.name for column in COLUMNS]

    found = dict(zip(names, row(full()), strict=True))
    assert (found["soort"], found["kosten"], found["fasen"]) == (
        "leertaak",
        "tot-100-euro",
        ["samen-opleiden", "inductie"],
    )
    assert (found["versie"], found["voorbeeld"]) == (3, True)


def test_bare_item_has_empty_cells():
    assert len(row(bare())) == len(COLUMNS)
