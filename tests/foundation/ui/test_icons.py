"""Icons are decoration unless they get a label, and then they are a picture with that label."""

from steunpunt.foundation.ui.icons import NAMES, draw


def test_an_icon_without_label_is_hidden_from_screen_readers():
    assert 'aria-hidden="true"' in draw("search")


def test_an_icon_with_label_is_a_picture():
    assert 'role="img" aria-label="Zoeken"' in draw("search", "Zoeken")


def test_a_label_is_escaped():
    assert '"><script>' not in draw("search", '"><script>')


def test_every_icon_draws():
    assert all(draw(name).endswith("></svg>") for name in NAMES)
