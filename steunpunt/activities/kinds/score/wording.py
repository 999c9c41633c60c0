"""What a score says, in sentences."""

from collections.abc import Sequence
from itertools import groupby

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from .tally import Marks, PartStanding, Standing, rounded


def findings(standing: Standing) -> list[str]:
    """The order of the parts, the largest gap, and what changed since an earlier round."""
    if not standing.shown:
        return []
    return [*_order(standing.shown), *_gap(standing), *_changes(standing.shown)]


def means_of(marks: Marks | None) -> dict[str, str]:
    """Both means as people write them."""
    if marks is None:
        return {"result": "", "ambition": ""}
    return {"result": mark(marks.result.mean), "ambition": mark(marks.ambition.mean)}


def mark(number: float) -> str:
    return number_format(rounded(number), 1)


def listed(titles: Sequence[str]) -> str:
    """‘a’, ‘b’ en ‘c’."""
    quoted = [f"‘{title}’" for title in titles]
    if len(quoted) < 2:
        return "".join(quoted)
    return _("%(first)s en %(last)s") % {"first": ", ".join(quoted[:-1]), "last": quoted[-1]}


def _order(parts: Sequence[PartStanding]) -> list[str]:
    """From high to low on result, and whether ambition lies in the same order; equal marks are said to be equal."""
    if len(parts) < 2:
        return []
    result, ambition = _ranked(parts, "result"), _ranked(parts, "ambition")
    if len(result) == 1:
        return [_("Op resultaat krijgen alle onderdelen hetzelfde cijfer.")]
    words = {"high": listed(result[0]), "low": listed(result[-1])}
    if result == ambition:
        sentence = _("%(high)s scoort het hoogst en %(low)s het laagst, op resultaat én op ambitie.")
        return [sentence % words]
    said = [_("Op resultaat scoort %(high)s het hoogst en %(low)s het laagst.") % words]
    if len(ambition) > 1:
        words = {"high": listed(ambition[0]), "low": listed(ambition[-1])}
        said.append(_("De ambitie is het hoogst bij %(high)s en het laagst bij %(low)s.") % words)
    return said


def _ranked(parts: Sequence[PartStanding], of: str) -> list[list[str]]:
    """The titles from high to low; those with the same rounded mean stand together."""

    def mean(part: PartStanding) -> float:
        return -rounded(getattr(part.marks, of).mean)

    return [[part.title for part in group] for _mean, group in groupby(sorted(parts, key=mean), key=mean)]


def _gap(standing: Standing) -> list[str]:
    wanting = standing.by_gap
    if not wanting:
        return [_("Nergens ligt de ambitie boven het resultaat.")]
    gap = wanting[0].marks.gap if wanting[0].marks else 0.0
    titles = [part.title for part in wanting if part.marks and part.marks.gap == gap]
    words = {"parts": listed(titles), "gap": mark(gap)}
    return [_("Bij %(parts)s ligt de ambitie het verst boven het resultaat: %(gap)s punt.") % words]


def _changes(parts: Sequence[PartStanding]) -> list[str]:
    said = []
    for part in parts:
        if part.earlier and part.marks:
            words = {"part": part.title, "round": part.earlier.title, "then": mark(part.earlier.result)}
            words["now"] = mark(part.marks.result.mean)
            same = words["then"] == words["now"]
            sentence = (
                _("Het resultaat van ‘%(part)s’ bleef %(now)s, gelijk aan %(round)s.")
                if same
                else _("Het resultaat van ‘%(part)s’ ging van %(then)s (%(round)s) naar %(now)s.")
            )
            said.append(sentence % words)
    return said
