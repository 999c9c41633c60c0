"""Rows as a spreadsheet."""

from openpyxl import load_workbook

from steunpunt.foundation.opendata.workbook import workbook_file


def test_sheets_hold_the_rows_and_their_origin():
    rows = [("De Brug", 210), ("Zuid", None)]
    with workbook_file("Scholen", ["naam", "leerlingen"], rows, [("bron", "DUO")]) as file:
        book = load_workbook(file)
    assert [[cell.value for cell in row] for row in book["Scholen"].rows] == [
        ["naam", "leerlingen"],
        ["De Brug", 210],
        ["Zuid", None],
    ]
    assert [[cell.value for cell in row] for row in book["Over deze gegevens"].rows] == [["bron", "DUO"]]


def test_formula_is_text():
    with workbook_file("Namen", ["naam"], [("=1+1",)], []) as file:
        book = load_workbook(file)
    cell = book["Namen"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
