"""The questions of the research agenda as rows of the open data, and what pages of other subjects show of them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import QuestionOrigin, ResearchQuestion, ResearchWork
from steunpunt.network.models import Partnership, Theme
from steunpunt.network.queries.choices import choices
from steunpunt.network.queries.people import partnership_names

from .agenda import Agenda, Entry, shown_questions
from .research import families, running_work, visible_questions
from .research_names import names_for

MOST_SHOWN = 5


def agenda_rows(actor: Actor) -> Iterator[tuple[str, ...]]:
    """Every question of the agenda, newest first."""
    agenda = Agenda(actor)
    rows = {row.pk: row for row in shown_questions(actor, [entry.pk for entry in agenda.entries])}
    names = partnership_names({pk for entry in agenda.entries for pk in entry.partnerships}, actor.day)
    working = _working(actor)
    for entry in agenda.entries:
        if entry.pk in rows:
            yield _row(rows[entry.pk], entry, agenda, names, working.get(entry.pk, []))


def _row(
    row: ResearchQuestion, entry: Entry, agenda: Agenda, names: dict[int, str], working: list[str]
) -> tuple[str, ...]:
    where = [name for key, name in agenda.places.names.items() if key in entry.places]
    return (
        row.public_id,
        row.slug,
        row.text,
        str(row.get_level_display()),
        str(row.get_status_display()),
        row.status_on.isoformat() if row.status_on else "",
        "; ".join(theme.title for theme in row.themes.all()),
        "; ".join(where),
        "; ".join(sorted(names[pk] for pk in entry.partnerships if pk in names)),
        "; ".join(working),
        localdate(row.accepted_at).isoformat() if row.accepted_at else "",
        "ja" if row.is_example else "nee",
    )


def _working(actor: Actor) -> dict[int, list[str]]:
    """Per question who works on it today, by name."""
    root = families().root_of
    rows = list(running_work(actor.day))
    names = names_for(rows, actor, actor.day)
    found: dict[int, list[str]] = {}
    for row in rows:
        own = names.partnership(row.partnership_id) or names.organisation(row.organisation_id)
        if own:
            found.setdefault(root.get(row.question_id, row.question_id), []).append(own[0])
    return found


def theme_panel(theme: Theme, actor: Actor, day: date) -> dict[str, Any] | None:
    """The newest questions about a theme and how many there are; nothing when there are none."""
    known = choices().themes
    below = known[theme.slug].below if theme.slug in known else {theme.slug}
    rows = visible_questions(actor).filter(themes__slug__in=below).distinct().order_by("-accepted_at", "-pk")
    found = list(rows[:MOST_SHOWN])
    if not found:
        return None
    number = rows.count() if len(found) == MOST_SHOWN else len(found)
    return {"theme": theme, "number": number, "questions": found}


def partnership_panel(partnership: Partnership, actor: Actor, day: date) -> dict[str, Any] | None:
    """What a partnership works on that day, and what it asks itself; nothing when there is neither."""
    root = families().root_of
    running = running_work(day).filter(partnership=partnership).select_related("project")
    work = {root.get(row.question_id, row.question_id): row for row in running}
    origins = QuestionOrigin.objects.filter(partnership=partnership).values_list("question", flat=True)
    asked = {root.get(pk, pk) for pk in origins} - set(work)
    rows = {row.pk: row for row in visible_questions(actor).filter(pk__in={*work, *asked}).order_by("-accepted_at")}
    busy: list[tuple[ResearchQuestion, ResearchWork]] = [(rows[pk], one) for pk, one in work.items() if pk in rows]
    open_ones = [rows[pk] for pk in rows if pk in asked]
    return {"work": busy, "asked": open_ones} if busy or open_ones else None
