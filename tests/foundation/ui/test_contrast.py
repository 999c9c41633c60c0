"""The colour tokens have enough contrast in light and in dark, measured on the stylesheet."""

import pytest

from steunpunt.foundation.ui.contrast import measure, ratio, themes

MEASURED = [(theme, pair) for theme in ("light", "dark") for pair in measure(theme)]


@pytest.mark.parametrize(
    ("theme", "pair"), MEASURED, ids=[f"{theme}: {pair.foreground} on {pair.background}" for theme, pair in MEASURED]
)
def test_pair_has_enough_contrast(theme, pair):
    assert pair.holds, f"{pair.ratio} < {pair.asked} ({pair.use}, {theme})"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#ffffff", "#767676", 4.54),
    ],
)
def test_ratio_follows_wcag(one, other, expected):
    assert round(ratio(one, other), 2) == expected


def test_dark_is_the_same_whether_chosen_or_given_by_the_device():
    assert themes()["dark"] == themes()["dark by choice"]


def test_dark_gives_a_value_to_every_colour_of_light():
    assert themes()["dark"].keys() == themes()["light"].keys()
