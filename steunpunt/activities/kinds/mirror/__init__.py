"""The kind `mirror`: per theme what goes well and what asks attention, with an example, recognised by others."""

from collections.abc import Sequence

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from steunpunt.activities.kind import ActivityKind, Card, Content, Contributed, Example, ExportTable, Settings, register

from .form import MOST, THEMES, MirrorForm, MirrorSettingsForm
from .tally import ATTENTION, GOOD, Point, Standing, erased, tally


class Mirror(ActivityKind):
    """Positives and points of attention beside each other."""

    code = "mirror"
    label = _("Spiegel")
    explanation = _("Groepen zetten naast elkaar wat goed gaat en wat aandacht vraagt, met een voorbeeld erbij.")
    votes_as_group = True
    answers_others = True
    stylesheet = "activities/css/kinds.css"
    settings_form = MirrorSettingsForm
    contribution_form = MirrorForm
    example = Example(
        settings={"themes": [*THEMES], "most": MOST},
        contents=(
            {
                "points": [
                    {
                        "n": 1,
                        "theme": "t2",
                        "side": GOOD,
                        "text": "Iedereen kent zijn rol",
                        "example": "Rollen staan in één overzicht",
                    },
                    {"n": 2, "theme": "t3", "side": ATTENTION, "text": "De stuurgroep stuurt weinig", "example": ""},
                ],
                "next": 3,
                "supports": [],
            },
            {
                "points": [
                    {"n": 1, "theme": "t5", "side": ATTENTION, "text": "Onderzoek blijft in één school", "example": ""}
                ],
                "next": 2,
                "supports": ["v1:2"],
            },
        ),
        refused={"example_t1_good_1": "Een voorbeeld zonder punt"},
    )

    def tally(self, settings: Settings, contributed: Sequence[Contributed]) -> Standing:
        return tally(settings, contributed)

    def findings(self, standing: Standing) -> list[str]:
        """What most recognise on each side, and the theme with most points of attention."""
        return [
            *_most_recognised(standing, standing.good, _now("Dit gaat goed")),
            *_most_recognised(standing, standing.attention, _now("Dit vraagt aandacht")),
            *_most_attention(standing),
        ]

    def cards(self, standing: Standing) -> list[Card]:
        """The points of attention, those that most recognise first."""
        return [Card(id=one.key, title=one.text, text=standing.title_of(one)) for one in standing.attention]

    def export(self, settings: Settings, contributed: Sequence[Contributed]) -> ExportTable:
        columns = (_now("stemmer"), _now("groep"), _now("thema"), _now("kant"), _now("punt"), _now("voorbeeld"))
        titles = {theme["id"]: theme["title"] for theme in settings.get("themes", ())}
        sides = {GOOD: _now("gaat goed"), ATTENTION: _now("vraagt aandacht")}
        rows = [
            (one.voter, one.group, titles[point["theme"]], sides[point["side"]], point["text"], point["example"])
            for one in contributed
            for point in one.content.get("points", ())
            if point["theme"] in titles
        ]
        known = {key: point.text for point in tally(settings, contributed).points for key in point.keys}
        rows += [
            (one.voter, one.group, "", _now("herkent ook"), known[key], "")
            for one in contributed
            for key in one.content.get("supports", ())
            if key in known
        ]
        return ExportTable(columns, tuple(sorted(rows)))

    def erased(self, content: Content) -> Content:
        return erased(content)


def _most_recognised(standing: Standing, points: Sequence[Point], side: str) -> list[str]:
    """Equal ones are all named; what only its writer recognises is no finding."""
    if not points or points[0].voters < 2:
        return []
    first = [f"‘{point.text}’" for point in points if point.voters == points[0].voters][:3]
    sentence = _now("%(side)s: %(points)s, herkend door %(voters)s van de %(count)s.")
    words = {"points": _now(" en ").join(first), "voters": points[0].voters, "count": standing.count}
    return [sentence % {"side": side, **words}]


def _most_attention(standing: Standing) -> list[str]:
    counts = [len(theme.attention) for theme in standing.themes]
    most = max(counts, default=0)
    titles = [f"‘{theme.title}’" for theme in standing.themes if len(theme.attention) == most]
    if most < 2 or len(titles) == len(counts):
        return []
    sentence = ngettext(
        "De meeste aandachtspunten, %(most)s, staan bij %(themes)s.",
        "De meeste aandachtspunten, elk %(most)s, staan bij %(themes)s.",
        len(titles),
    )
    return [sentence % {"most": most, "themes": _now(" en ").join(titles)}]


register(Mirror())
