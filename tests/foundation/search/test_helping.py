"""Help with typing and mending, out of documents that the reader may find."""

from steunpunt.foundation.search.documents import PUBLIC, Question


def test_a_mistyped_word_is_mended(index):
    assert index.search(Question("begelieder")).did_you_mean == "begeleider"
    assert index.search(Question("het rooter")).did_you_mean == "het rooster"
    assert index.search(Question("rooster")).did_you_mean == ""
    assert index.search(Question("qqqqqq")).did_you_mean == ""


def test_typing_help_gives_titles_and_words(index):
    assert index.suggest("roo", (PUBLIC,)) == ["Rooster"]
    assert "werkplekbegeleiders" in index.suggest("werkpl", (PUBLIC,))
    assert index.suggest("het gesp", (PUBLIC,)) == ["het gesprek"]
    assert index.suggest("r", (PUBLIC,)) == []
    assert index.suggest("", (PUBLIC,)) == []
    assert index.suggest("a.*(", (PUBLIC,)) == []
