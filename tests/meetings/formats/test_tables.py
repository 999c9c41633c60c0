"""Records as rows."""

from steunpunt.meetings.formats.tables import COLUMNS, row
from tests.meetings.formats.making import bare, full


def test_row_follows_the_columns():
    found = dict(zip([column.name for column in COLUMNS], row(full()), strict=True))

    assert (found["sectoren"], found["themas"], found["reeks"]) == ("po, vo", "begeleiden", "Toekomst")
    assert (found["stand"], found["online"], found["voorbeeld"]) == ("gaat door", True, False)


def test_bare_meeting_has_empty_cells_and_is_of_the_support_point():
    found = dict(zip([column.name for column in COLUMNS], row(bare(is_cancelled=True)), strict=True))

    assert (found["organisatie"], found["reeks"], found["stand"]) == (
        "Steunpunt Opleidingsscholen",
        "",
        "gaat niet door",
    )
