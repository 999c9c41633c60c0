"""Real documents that stand beside the project; their text is not part of it."""

from pathlib import Path

import pytest

from steunpunt.foundation.intake.checking import check
from steunpunt.foundation.intake.cleaning import clean
from steunpunt.foundation.intake.kinds import Kind
from steunpunt.foundation.intake.languages import language_of
from steunpunt.foundation.intake.reading_apart import read_apart

SHARED = Path(__file__).resolve().parents[4] / "shared"
FIELD = sorted((SHARED / "field-documents").glob("*.txt"))
REPORT = SHARED / "data" / "documenten" / "voorbeeld_nl_75p.pdf"


@pytest.mark.skipif(not FIELD, reason="no ../shared/field-documents beside the project")
def test_the_noise_of_the_field_documents_goes():
    for path in FIELD:
        text = clean(path.read_text())

        assert not [char for char in text if "\ue000" <= char <= "\uf8ff"], path.name
        assert text.count("\n\n") < text.count("\n") / 2, path.name
        assert language_of(text) == "nl", path.name


@pytest.mark.skipif(not FIELD, reason="no ../shared/field-documents beside the project")
def test_hyphens_of_the_field_documents_stay_where_they_belong():
    whole = "\n".join(clean(path.read_text()) for path in FIELD)

    assert "niet-opleidingsscholen" in whole
    assert "VO-raad" in whole
    assert "-\n" not in whole.replace(" -\n", "")


@pytest.mark.skipif(not REPORT.exists(), reason="no ../shared/data/documenten beside the project")
def test_a_long_report_is_read():
    checked = check(REPORT, REPORT.name, most_mb=50)
    document = read_apart(REPORT, checked.kind)

    assert checked.kind == Kind.PDF
    assert (document.pages, document.language) == (75, "nl")
    assert document.characters > 150_000
    assert len(document.headings) > 50
    assert "\ufffe" not in document.text
