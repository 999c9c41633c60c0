"""Rows as CSV."""

import csv
import io

from steunpunt.foundation.opendata.separated import csv_lines


def test_file_opens_with_a_byte_order_mark_and_semicolons():
    assert next(csv_lines(["naam", "plaats"], [])) == "\ufeffnaam;plaats\r\n"


def test_file_reads_back_as_it_was_written():
    rows = [("Pabo; zuid", "O'Brien", 'zegt "ja"'), ("twee\nregels", None, 5.5)]
    text = "".join(csv_lines(["a", "b", "c"], rows)).removeprefix("\ufeff")
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=";")) == [
        ["a", "b", "c"],
        ["Pabo; zuid", "O'Brien", 'zegt "ja"'],
        ["twee\nregels", "", "5.5"],
    ]


def test_rows_are_written_one_by_one():
    def rows():
        yield ("een",)
        raise AssertionError("asked for more than was read")

    lines = csv_lines(["naam"], rows())
    assert [next(lines), next(lines)] == ["\ufeffnaam\r\n", "een\r\n"]
