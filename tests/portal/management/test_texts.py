"""The first texts are blocks that the pages know, in words of our own."""

from steunpunt.portal.management.preparing.texts import HOME, words


def test_words_become_a_block_of_text():
    assert words("<p>Dag</p>") == ("text", "<p>Dag</p>")


def test_the_front_page_has_a_heading_and_says_what_you_find():
    assert HOME["heading"]
    assert len(HOME["search_description"]) < 160
