"""Marks and facet values as HTML: what comes from records is only words."""

from dataclasses import replace

from steunpunt.foundation.search.documents import Piece
from steunpunt.foundation.search.results import Result
from steunpunt.portal.drawing import head, marked, values
from steunpunt.portal.queries.asked import Asked
from steunpunt.portal.queries.search import Value


def test_found_words_are_marked_and_signs_stay_signs():
    pieces = (Piece("<b>De "), Piece("brug", marked=True), Piece(" & meer"))

    assert marked(pieces) == "&lt;b&gt;De <mark>brug</mark> &amp; meer"


def test_a_result_begins_with_its_kind_its_title_and_its_passage():
    title, passage = (Piece("Brug & weg"),), (Piece("Over de "), Piece("brug", marked=True))
    found = Result("kennis:a", "kennis", "/kennisbank/brug/", title, passage, "card.html", None)

    html = head(found)

    assert html.startswith('<p class="hit__kind">kennis</p>')
    assert '<a href="/kennisbank/brug/">Brug &amp; weg</a>' in html
    assert html.endswith('<p class="hit__passage">Over de <mark>brug</mark></p>')
    assert "hit__passage" not in head(replace(found, passage=()))


def test_a_value_chooses_itself_and_a_chosen_one_lets_itself_go():
    shown = [Value("sector", "po", "primair & meer", 3, False), Value("sector", "vo", "voortgezet", 1, True)]

    html = values(Asked("brug", {"sector": ("vo",)}), shown)

    assert 'href="?q=brug&amp;sector=vo&amp;sector=po" rel="nofollow"><span>primair &amp; meer</span>' in html
    assert 'href="?q=brug" rel="nofollow" aria-current=true>' in html
    assert ">3<span" in html
