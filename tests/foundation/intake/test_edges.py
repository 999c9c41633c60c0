"""Headers, footers and page numbers."""

from steunpunt.foundation.intake.edges import without_running_lines

BODIES = ["De eerste tekst\nloopt door\ntot hier", "De tweede\ngaat verder\nen klaar", "De derde\nis kort\nmaar goed"]


def test_page_numbers_go():
    pages = [f"{body}\n{number}" for number, body in enumerate(BODIES, start=7)]

    assert without_running_lines(pages) == BODIES


def test_page_numbers_in_words_go():
    pages = [f"Pagina {number} van 3\n{body}\n- {number} -" for number, body in enumerate(BODIES, start=1)]

    assert without_running_lines(pages) == BODIES


def test_a_header_that_comes_back_stands_only_first():
    pages = [f"Jaarverslag Samen Opleiden {number}\n{body}" for number, body in enumerate(BODIES, start=1)]

    assert without_running_lines(pages) == [pages[0], *BODIES[1:]]


def test_numbers_of_the_text_itself_stay():
    pages = ["Opbrengst\n2014\n12", "Opbrengst elders\n2015\n80", "Nog iets\nanders\n31"]

    assert without_running_lines(pages) == pages


def test_numbered_titles_on_some_pages_stay():
    pages = [f"Ronde {number}\n{body}" for number, body in enumerate(BODIES, start=1)]
    others = [f"{word} boven\nmidden {word}\n{word} onder" for word in ("a", "b", "c", "d", "e", "f")]

    assert without_running_lines([*pages, *others]) == [*pages, *others]


def test_a_line_that_comes_twice_stays():
    pages = ["Aandachtspunten\neen\ntwee\ndrie\nvier", "Aandachtspunten\nvijf\nzes\nzeven\nacht"]

    assert without_running_lines(pages) == pages


def test_the_middle_of_a_page_is_left_alone():
    page = "boven\nnog boven\nsteeds hetzelfde\nonder\nhelemaal onder"
    pages = [page.replace("boven", f"{word} boven").replace("onder", f"{word} onder") for word in ("a", "b", "c", "d")]

    assert all("steeds hetzelfde" in result for result in without_running_lines(pages))
