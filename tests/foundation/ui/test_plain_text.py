"""Typed text as paragraphs and lists."""

import pytest

from steunpunt.foundation.ui.plain_text import plain_text

CASES = [
    ("Een\n\nTwee", "<p>Een</p><p>Twee</p>"),
    ("Een\r\n\r\nTwee", "<p>Een</p><p>Twee</p>"),
    ("Een\nregel", "<p>Een<br>regel</p>"),
    ("- een\n- twee", "<ul><li>een</li><li>twee</li></ul>"),
    ("Neem mee:\n- pen\n- papier", "<p>Neem mee:</p><ul><li>pen</li><li>papier</li></ul>"),
    ("- een die\ndoorloopt", "<ul><li>een die doorloopt</li></ul>"),
    ("1 < 2 & <b>", "<p>1 &lt; 2 &amp; &lt;b&gt;</p>"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "html"), CASES)
def test_text_becomes_paragraphs_and_lists(text, html):
    assert plain_text(text) == html
