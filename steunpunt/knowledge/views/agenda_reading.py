"""The sentences above the heat map that say what it shows."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from steunpunt.knowledge.queries.agenda_map import ALL, NEGLECTED, HeatMap

MOST_NAMED = 4


def reading(found: HeatMap, busy: HeatMap, what: str, *, is_one_theme: bool = False) -> list[str]:
    """How many there are, then where there are none; of all questions also where no research is done."""
    if not found.everything:
        return [_("Er staat hier nog geen vraag op de agenda.")]
    sentences = [_how_many_stand(found.total, is_one_theme) if what == ALL else _how_many(found, what)]
    if not found.total:
        return sentences
    if found.themes_without:
        sentences.append(_("Geen enkele bij %(names)s.") % {"names": named(found.themes_without)})
    if what == ALL and (quiet := [name for name in busy.themes_without if name not in found.themes_without]):
        sentences.append(_("Wel vragen, maar niets in onderzoek bij %(names)s.") % {"names": named(quiet)})
    if found.places_without:
        sentences.append(_("Geen enkele uit %(names)s.") % {"names": named(found.places_without)})
    return sentences


def named(names: Sequence[str]) -> str:
    """The first few by name, and how many more there are."""
    shown, rest = list(names[:MOST_NAMED]), len(names) - MOST_NAMED
    if rest == 1:
        shown, rest = list(names), 0
    if rest > 0:
        return _("%(names)s en nog %(rest)s") % {"names": ", ".join(shown), "rest": rest}
    if len(shown) == 1:
        return shown[0]
    return _("%(names)s en %(last)s") % {"names": ", ".join(shown[:-1]), "last": shown[-1]}


STATES = {
    NEGLECTED: gettext_lazy("open zonder dat iemand eraan werkt"),
    "in_research": gettext_lazy("in onderzoek"),
    "answered": gettext_lazy("beantwoord"),
}


def _how_many(found: HeatMap, what: str) -> str:
    state = STATES.get(what, gettext_lazy("open"))
    if found.everything == 1:
        words = _("De enige vraag is %(state)s.") if found.total else _("De enige vraag is niet %(state)s.")
    else:
        words = ngettext(
            "Van de %(all)s vragen is er %(number)s %(state)s.",
            "Van de %(all)s vragen zijn er %(number)s %(state)s.",
            found.total,
        )
    return words % {"number": found.total, "all": found.everything, "state": state}


def _how_many_stand(number: int, is_one_theme: bool) -> str:
    if is_one_theme:
        words = ngettext(
            "Over dit thema staat er %(number)s vraag op de agenda.",
            "Over dit thema staan er %(number)s vragen op de agenda.",
            number,
        )
    else:
        words = ngettext("Er staat %(number)s vraag op de agenda.", "Er staan %(number)s vragen op de agenda.", number)
    return words % {"number": number}
