"""Judging in the toolbox: the figures of a method with the rule behind each, its reasons in words, and who may do what with a question."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from steunpunt.foundation.access import Actor
from steunpunt.foundation.sectors import SECTOR_NAMES, Sector
from steunpunt.knowledge.matching import Method, Need, Reason, found_words, words_of
from steunpunt.knowledge.models import Cost, Evidence, ItemKind, ItemVersion, OpenQuestion, Phase, QuestionState

LITTLE, MIDDLE = 4, 16
"""Hours: half a day of work, and two days."""
OLD = 10
"""Years after which evidence counts for one step less."""
COST_STEPS = {Cost.NONE: 0, Cost.LOW: 1, Cost.MIDDLE: 2, Cost.HIGH: 3}
EVIDENCE_STEPS = {Evidence.EXPERIENCE: 1, Evidence.SEVERAL: 2, Evidence.EVALUATED: 3, Evidence.COMPARED: 4}
ENOUGH_WORDS, FEWEST_WORDS = 0.5, 2
"""An item is put to staff for a question when it says half of its words, and at least two."""


@dataclass(frozen=True)
class Figure:
    """One figure of a method: what it says, on which step of how many, and by which rule."""

    label: str
    value: str
    rule: str
    step: int | None = None
    """None for what has no scale or is not known."""
    steps: int = 0

    @property
    def marks(self) -> list[bool]:
        """A mark per step, filled as far as the figure reaches."""
        return [] if self.step is None else [at < self.step for at in range(self.steps)]


def effort(version: ItemVersion, today: date) -> Figure:
    """By the hours that the maker filled in."""
    rule = _(
        "De maker vulde in hoeveel uur het bij elkaar kost. Tot en met 4 uur heet weinig, tot en met 16 uur gemiddeld, daarboven veel."
    )
    hours = version.effort_hours
    if hours is None:
        return Figure(_("Moeite"), _("onbekend"), _("De maker vulde geen uren in."))
    step = 1 if hours <= LITTLE else 2 if hours <= MIDDLE else 3
    word = {1: _("weinig"), 2: _("gemiddeld"), 3: _("veel")}[step]
    return Figure(_("Moeite"), _("%(word)s (%(hours)s uur)") % {"word": word, "hours": hours}, rule, step, 3)


def cost(version: ItemVersion, today: date) -> Figure:
    """What the maker said, beside people's time."""
    if not version.cost:
        return Figure(_("Kosten"), _("onbekend"), _("De maker vulde geen kosten in."))
    rule = _("De maker koos wat het kost. De tijd van mensen telt hier niet mee, die staat bij moeite.")
    return Figure(_("Kosten"), str(Cost(version.cost).label), rule, COST_STEPS[Cost(version.cost)], 3)


def group(version: ItemVersion, today: date) -> Figure:
    """For how many people the maker says that it works."""
    size = group_words(version.group_min, version.group_max)
    if not size:
        return Figure(_("Groep"), _("onbekend"), _("De maker vulde niet in met hoeveel mensen het werkt."))
    return Figure(_("Groep"), size, _("De maker vulde in met hoeveel mensen minstens en hoogstens."))


def evidence(version: ItemVersion, today: date) -> Figure:
    """By what the yield rests on; a step less for research that does not say how, and for what is old."""
    if not version.evidence:
        return Figure(_("Bewijs"), _("onbekend"), _("De maker vulde niet in waar de opbrengst op rust."))
    first = EVIDENCE_STEPS[Evidence(version.evidence)]
    losses = _losses(version, today)
    step = max(1, first - len(losses))
    told = _(
        "De maker koos waarop de opbrengst rust: ervaring van één plek is 1, meer plekken 2, eigen metingen 3, vergeleken met anderen 4."
    )
    word = {value: str(kind.label) for kind, value in EVIDENCE_STEPS.items()}[first]
    value = _("%(step)s van 4: %(word)s") % {"step": step, "word": word}
    return Figure(_("Bewijs"), value, " ".join([told, *losses]), step, 4)


def experiences(version: ItemVersion, today: date) -> Figure:
    """How often somebody told what it yielded; `used` is counted where the methods are found."""
    rule = _("Zo vaak schreef iemand op dat die dit gebruikte en wat het opleverde. Je leest het op de pagina zelf.")
    used = getattr(version.item, "used", 0)
    value = ngettext("%(used)s keer gebruikt", "%(used)s keer gebruikt", used) % {"used": used}
    return Figure(_("Ervaringen"), value if used else _("nog geen"), rule)


def _losses(version: ItemVersion, today: date) -> list[str]:
    """Why the evidence counts for less than its maker chose."""
    found = []
    if version.item.kind == ItemKind.RESEARCH_RESULT and not str(version.details.get("method") or "").strip():
        found.append(_("Eén stap eraf: er staat niet bij hoe het is onderzocht."))
    if version.year is not None and today.year - version.year > OLD:
        found.append(_("Eén stap eraf: het is ouder dan tien jaar."))
    return found


FIGURES: tuple[Callable[[ItemVersion, date], Figure], ...] = (effort, cost, group, evidence, experiences)
"""In the order of the page; a next figure is one function and its name here."""


def figures_of(version: ItemVersion, today: date) -> list[Figure]:
    """Everything that can be said of a method in figures; what its maker did not fill in says so."""
    return [figure(version, today) for figure in FIGURES]


def group_words(least: int | None, most: int | None) -> str:
    """How many people, in words; empty when neither is known."""
    if least and most:
        if least == most:
            return ngettext("%(most)s mens", "%(most)s mensen", most) % {"most": most}
        return _("%(least)s tot en met %(most)s mensen") % {"least": least, "most": most}
    if least:
        return _("vanaf %(least)s mensen") % {"least": least}
    return _("tot en met %(most)s mensen") % {"most": most} if most else ""


def told(reason: Reason) -> str:
    """Why a method stands here, in words."""
    values = reason.values
    if reason.code == "group":
        return _("groep: %(size)s") % {"size": group_words(*values)}
    if reason.code == "time":
        return _("tijd: %(hours)s uur") % {"hours": values[0]}
    return {
        "words": lambda: _("woorden: %(words)s") % {"words": ", ".join(values)},
        "meaning": lambda: _("inhoud lijkt op je vraag, in andere woorden"),
        "theme": lambda: _("thema: %(titles)s") % {"titles": ", ".join(values)},
        "phase": lambda: _("fase: %(names)s") % {"names": ", ".join(str(Phase(one).label) for one in values)},
        "sector": lambda: (
            _("sector: %(names)s") % {"names": ", ".join(str(SECTOR_NAMES[Sector(one)]) for one in values)}
        ),
    }[reason.code]()


def facet_words(need: Need) -> list[tuple[str, str]]:
    """How a question was sharpened, as label and words; what was not said is left out."""
    found = [
        (_("Waar in de lijn"), str(Phase(need.phase).label) if need.phase else ""),
        (_("Sector"), str(SECTOR_NAMES[Sector(need.sector)]) if need.sector else ""),
        (_("Voor wie"), need.for_whom),
        (_("Waar"), need.setting),
        (_("Groep"), _("%(size)s mensen") % {"size": need.group_size} if need.group_size else ""),
        (_("Tijd"), _("%(hours)s uur") % {"hours": need.hours} if need.hours else ""),
    ]
    return [pair for pair in found if pair[1]]


def fits_well(question: OpenQuestion, method: Method) -> bool:
    """Whether an item may be the answer: it shares a theme with the question and says half of its words."""
    words = words_of(question.text)
    said = found_words(words, method.forms)
    is_about = any(theme.slug in method.themes for theme in question.themes.all())
    return is_about and len(said) >= max(FEWEST_WORDS, ENOUGH_WORDS * len(words))


def may_ask(actor: Actor) -> bool:
    """Whoever has an account, because there has to be somebody to tell."""
    return actor.is_signed_in


def may_decide(actor: Actor) -> bool:
    """Answering, joining and closing."""
    return actor.is_staff


def can_decide(question: OpenQuestion) -> bool:
    return question.state == QuestionState.OPEN


def can_merge(question: OpenQuestion, into: OpenQuestion) -> bool:
    """An open question, with another one that is open or answered."""
    return can_decide(question) and question.pk != into.pk and into.state != QuestionState.CLOSED
