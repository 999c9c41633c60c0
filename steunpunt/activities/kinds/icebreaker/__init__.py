"""Kennismaking: draw a card with a question, ask it to somebody, draw the next; answers are told to nobody here."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from steunpunt.activities.kind import ActivityKind, Content, Contributed, Example, ExportTable, Settings, register

from .deck import DECK
from .form import DrawForm, SettingsForm
from .tally import Drawn, count


class Icebreaker(ActivityKind):
    """No answers are kept: only how many cards were drawn."""

    code = "icebreaker"
    label = _("Kennismaking")
    explanation = _("Mensen trekken een kaart met een vraag en stellen die aan elkaar.")
    icon = "people"
    submit_label = _("Trek een kaart")
    settings_form = SettingsForm
    contribution_form = DrawForm
    example = Example(
        settings={"questions": list(DECK[:4])},
        contents=({"drawn": 3, "seed": 7}, {"drawn": 1, "seed": 40}, {"drawn": 12, "seed": 999}),
        refused={"drawn": "veel", "seed": "7"},
    )

    def tally(self, settings: Settings, contributed: Sequence[Contributed]) -> Drawn:
        return count(settings, contributed)

    def findings(self, standing: Drawn) -> list[str]:
        if not standing.people:
            return []
        people = ngettext("%(people)s deelnemer trok", "%(people)s deelnemers trokken samen", standing.people)
        cards = ngettext("%(cards)s kaart.", "%(cards)s kaarten.", standing.cards)
        return [f"{people % {'people': standing.people}} {cards % {'cards': standing.cards}}"]

    def export(self, settings: Settings, contributed: Sequence[Contributed]) -> ExportTable:
        rows = tuple((one.voter, one.group, one.content.get("drawn", 0)) for one in contributed)
        return ExportTable(("inbreng", "groep", "getrokken kaarten"), rows)

    def erased(self, content: Content) -> Content:
        """There are no words in it."""
        return content


KIND = register(Icebreaker())
