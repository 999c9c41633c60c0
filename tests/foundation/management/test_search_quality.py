"""The command that measures search on one's own texts."""

import json

import pytest
from django.core.management import CommandError, call_command

from steunpunt.foundation.search import meaning


@pytest.fixture
def files(tmp_path):
    docs = [{"id": "a", "text": "Alle werkplekbegeleiders praten."}, {"id": "b", "title": "Soep", "text": "Broodjes."}]
    (tmp_path / "d.jsonl").write_text("\n".join(map(json.dumps, docs)))
    (tmp_path / "q.jsonl").write_text(json.dumps({"id": "1", "text": "begeleider"}))
    (tmp_path / "r.tsv").write_text("query\tdocument\n1\ta\n")
    return [f"--docs={tmp_path / 'd.jsonl'}", f"--queries={tmp_path / 'q.jsonl'}", f"--qrels={tmp_path / 'r.tsv'}"]


def test_it_prints_a_table_and_tells_its_progress_aside(files, capsys):
    call_command("search_quality", *files)

    said = capsys.readouterr()
    rows = said.out.splitlines()
    assert rows[0].split() == ["zoekwijze", "R@1", "R@10", "MRR"]
    assert rows[1].split() == ["BM25", "0.000", "0.000", "0.000"]
    assert rows[3].split() == ["onze", "analyse", "1.000", "1.000", "1.000"]
    assert "2 documenten, 1 vragen" in said.err


def test_without_the_model_it_says_so_and_leaves_that_row_out(files, capsys, monkeypatch):
    monkeypatch.setattr(meaning, "available", lambda: False)

    call_command("search_quality", *files)

    said = capsys.readouterr()
    assert "met betekenis" not in said.out
    assert "Het model voor betekenis draait niet" in said.err


def test_wrong_input_is_told_in_one_line(files, tmp_path):
    (tmp_path / "r.tsv").write_text("1\tc\n")

    with pytest.raises(CommandError, match=r"r\.tsv, regel 1: document “c” staat niet in d\.jsonl"):
        call_command("search_quality", *files)
