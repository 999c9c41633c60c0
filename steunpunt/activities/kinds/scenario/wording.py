"""What the positions among scenarios say, in sentences."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .tally import Position, Standing

MOST_ASKED = 2


def findings(standing: Standing) -> list[str]:
    """What most choose now and want, how many want to move, what changed, and what is asked most."""
    if not standing.is_shown:
        return _asked(standing)
    return [*_first(standing), *_moving(standing), *_changes(standing), *_asked(standing)]


def named(position: Position) -> str:
    """A scenario by its letter and name, or that none of them fits."""
    if not position.letter:
        return _("geen van deze")
    return _("%(letter)s, ‘%(title)s’") % {"letter": position.letter, "title": position.title}


def _first(standing: Standing) -> list[str]:
    sentences = {
        "now": _("Nu past %(scenarios)s het vaakst: bij %(count)s van de %(total)s."),
        "wanted": _("%(scenarios)s is het vaakst gewenst: door %(count)s van de %(total)s."),
    }
    said = [sentence % _most(standing.positions, side) for side, sentence in sentences.items()]
    return [sentence[:1].upper() + sentence[1:] for sentence in said]


def _most(positions: Sequence[Position], side: str) -> dict[str, object]:
    """Equal ones are all named."""
    parts = [(position, getattr(position, side)) for position in positions]
    most = max(part.count for _position, part in parts)
    first = [named(position) for position, part in parts if part.count == most]
    return {"scenarios": _(" en ").join(first), "count": most, "total": parts[0][1].total}


def _moving(standing: Standing) -> list[str]:
    if not standing.moving:
        return [_("Iedereen wil wat nu al past.")]
    sentence = ngettext(
        "%(count)s van de %(total)s wil een ander scenario dan nu past.",
        "%(count)s van de %(total)s willen een ander scenario dan nu past.",
        standing.moving,
    )
    return [sentence % {"count": standing.moving, "total": standing.answered}]


def _changes(standing: Standing) -> list[str]:
    """In parts of a hundred, for the earlier session was of another size."""
    sentence = _("Gewenst door %(now)s%%: %(scenario)s (%(session)s: %(then)s%%).")
    return [
        sentence
        % {
            "scenario": named(position),
            "then": position.earlier_wanted.percent,
            "session": standing.earlier,
            "now": position.wanted.percent,
        }
        for position in standing.positions
        if position.earlier_wanted and position.wanted
    ]


def _asked(standing: Standing) -> list[str]:
    asks = [ask for ask in standing.all_asks if ask.voters > 1][:MOST_ASKED]
    return [_("Dit vraagt het: ‘%(ask)s’ (%(count)s×).") % {"count": ask.voters, "ask": ask.text} for ask in asks]
