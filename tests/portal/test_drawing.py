"""Marks and facet values as HTML: what comes from records is only words."""

from steunpunt.foundation.search.documents import Piece
from steunpunt.portal.drawing import marked, values
from steunpunt.portal.queries.asked import Asked
from steunpunt.portal.queries.search import Value


def test_found_words_are_marked_and_signs_stay_signs():
    pieces = (Piece("<b>De "), Piece("brug", marked=True), Piece(" & meer"))

    assert marked(pieces) == "&lt;b&gt;De <mark>brug</mark> &amp; meer"


def test_a_value_chooses_itself_and_a_chosen_one_lets_itself_go():
    shown = [Value("sector", "po", "primair & meer", 3, False), Value("sector", "vo", "voortgezet", 1, True)]

    html = values(Asked("brug", {"sector": ("vo",)}), shown)

    assert 'href="?q=brug&amp;sector=vo&amp;sector=po" rel="nofollow"><span>primair &amp; meer</span>' in html
    assert 'href="?q=brug" rel="nofollow" aria-current=true>' in html
    assert ">3<span" in html
