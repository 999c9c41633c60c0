"""The kind `top3`: a few wishes per theme; those that say the same are put together by a person."""

from collections.abc import Sequence

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from steunpunt.activities.kind import ActivityKind, Card, Content, Contributed, Example, ExportTable, Settings, register

from .arrange_form import ArrangeWishesForm
from .form import THEMES, WishesForm, WishesSettingsForm
from .tally import MOST, Standing, ThemeWishes, erased, tally


class TopThree(ActivityKind):
    """Wishes per theme, with how many have each."""

    code = "top3"
    label = _("Top 3 van wensen")
    explanation = _("Ieder schrijft per thema een paar wensen op; jij voegt samen wat hetzelfde zegt.")
    stylesheet = "activities/css/kinds.css"
    settings_form = WishesSettingsForm
    contribution_form = WishesForm
    arrange_form = ArrangeWishesForm
    example = Example(
        settings={"themes": [*THEMES], "most": MOST, "other": True, "merged": {"v2:1": "v1:1"}},
        contents=(
            {"wishes": [{"n": 1, "theme": "t4", "text": "Een regionale onderzoeksagenda"}], "next": 2},
            {
                "wishes": [
                    {"n": 2, "theme": "t1", "text": "Tijd voor de schoolopleider"},
                    {"n": 1, "theme": "t4", "text": "Onderzoeksagenda voor de regio"},
                ],
                "next": 3,
            },
            {
                "wishes": [
                    {"n": 2, "theme": "t1", "text": "tijd voor de schoolopleider."},
                    {"n": 3, "theme": "", "text": "Elkaar vaker zien"},
                ],
                "next": 4,
            },
        ),
        refused={"wish_t1_1": "Tijd", "wish_t1_2": "tijd"},
    )

    def tally(self, settings: Settings, contributed: Sequence[Contributed]) -> Standing:
        return tally(settings, contributed)

    def findings(self, standing: Standing) -> list[str]:
        """The most shared wish of each theme where somebody shares one, and the themes without a wish."""
        shared = [theme for theme in standing.themes if theme.id and theme.wishes and theme.wishes[0].voters > 1]
        said = [_most_shared(theme, standing.count) for theme in sorted(shared, key=lambda one: -one.wishes[0].voters)]
        empty = [f"‘{theme.title}’" for theme in standing.themes if theme.id and not theme.wishes and not theme.erased]
        if standing.count and empty:
            said.append(_now("Zonder wens: %(themes)s.") % {"themes": ", ".join(empty)})
        return said

    def cards(self, standing: Standing) -> list[Card]:
        titles = {theme.id: theme.title for theme in standing.themes}
        return [Card(id=wish.key, title=wish.title, text=titles[wish.theme]) for wish in standing.wishes]

    def export(self, settings: Settings, contributed: Sequence[Contributed]) -> ExportTable:
        """A row for each wish as it was written, with what it became part of."""
        columns = (_now("stemmer"), _now("groep"), _now("thema"), _now("wens"), _now("hoort bij"))
        rows = [
            (origin.voter, origin.group, theme.title, origin.text, wish.title)
            for theme in tally(settings, contributed).themes
            for wish in theme.wishes
            for origin in wish.origins
        ]
        return ExportTable(columns, tuple(sorted(rows)))

    def erased(self, content: Content) -> Content:
        return erased(content)


def _most_shared(theme: ThemeWishes, count: int) -> str:
    """Equal ones are all named."""
    voters = theme.wishes[0].voters
    first = [f"‘{wish.title}’" for wish in theme.wishes if wish.voters == voters][:MOST]
    sentence = ngettext(
        "%(theme)s: %(wishes)s is het vaakst gewenst, door %(voters)s van de %(count)s.",
        "%(theme)s: %(wishes)s zijn het vaakst gewenst, elk door %(voters)s van de %(count)s.",
        len(first),
    )
    words = {"theme": theme.title, "wishes": _now(" en ").join(first)}
    return sentence % {**words, "voters": voters, "count": count}


register(TopThree())
