"""Reading open questions: who may see which, what is asked often, who follows, and what waits for staff."""

from datetime import date
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.knowledge.matching import Need
from steunpunt.knowledge.models import KnowledgeItem, OpenQuestion, QuestionFollower, QuestionState
from steunpunt.network.models import Theme

from .items import visible_items, with_words
from .shelf import themes_under

MOST_FREQUENT, MOST_ALIKE, MOST_JOINED, MOST_OWN = 8, 4, 8, 20
ALIKE, SAME = 0.3, 0.6
"""Trigrams in common from which two questions may be about the same, and from which one is taken for the other."""


def visible_open_questions(actor: Actor) -> QuerySet[OpenQuestion]:
    """Open and answered questions are for everybody; what was closed is for staff and for whoever asked or follows."""
    if actor.is_staff:
        return OpenQuestion.objects.all()
    shown = Q(state__in=[QuestionState.OPEN, QuestionState.ANSWERED])
    if actor.account is not None:
        follows = QuestionFollower.objects.filter(question=OuterRef("pk"), account=actor.account)
        shown |= Q(asked_by=actor.account) | Q(Exists(follows))
    return OpenQuestion.objects.filter(shown)


def counted(rows: QuerySet[OpenQuestion]) -> QuerySet[Any]:
    """With how many people want to know it, and the themes."""
    return rows.annotate(wanted_by=Count("followers", distinct=True)).prefetch_related("themes")


def visible_question(actor: Actor, public_id: str) -> OpenQuestion | None:
    return counted(visible_open_questions(actor)).select_related("merged_into").filter(public_id=public_id).first()


def joined_into(actor: Actor, public_id: str) -> OpenQuestion | None:
    """The question with which one at an old address was joined, as far as somebody may see that."""
    return visible_open_questions(actor).filter(origins__public_id=public_id).first()


def open_questions(actor: Actor, theme: str = "", state: str = QuestionState.OPEN) -> QuerySet[Any]:
    """The public list: open or answered ones, about a theme and what falls under it, newest first."""
    rows = visible_open_questions(actor).filter(state=state)
    if theme:
        rows = rows.filter(pk__in=_about(theme))
    return counted(rows).order_by("-asked_at", "-pk")


def waiting_questions(actor: Actor, theme: str = "") -> QuerySet[OpenQuestion]:
    """For staff: what waits for an answer, what most people want to know first, then the oldest."""
    if not actor.is_staff:
        return OpenQuestion.objects.none()
    return open_questions(actor, theme).order_by("-wanted_by", "asked_at", "pk")


def _about(theme: str) -> QuerySet[Any]:
    links = OpenQuestion.themes.through.objects.filter(theme__slug__in=themes_under(theme))
    return links.values("openquestion_id")


def themes_of_questions(actor: Actor, state: str) -> list[tuple[Theme, int]]:
    """Main themes of the listed questions with their number, in the order of the tree."""
    links = OpenQuestion.themes.through.objects.filter(
        openquestion__in=visible_open_questions(actor).filter(state=state)
    )
    pairs = {(question, above or own) for question, own, above in _pairs(links)}
    counts: dict[int, int] = {}
    for _question, theme in pairs:
        counts[theme] = counts.get(theme, 0) + 1
    return [(theme, counts[theme.pk]) for theme in Theme.objects.filter(pk__in=counts)]


def _pairs(links: QuerySet[Any]) -> QuerySet[Any]:
    return links.values_list("openquestion_id", "theme_id", "theme__parent_id")


def frequent_questions(actor: Actor) -> list[OpenQuestion]:
    """Answered questions that most people wanted to know."""
    rows = counted(visible_open_questions(actor).filter(state=QuestionState.ANSWERED))
    return list(rows.order_by("-wanted_by", "-decided_at", "-pk")[:MOST_FREQUENT])


def alike_questions(actor: Actor, text: str, *, without: OpenQuestion | None = None) -> list[OpenQuestion]:
    """Open and answered questions in nearly the same words, most alike first."""
    if not text.strip():
        return []
    rows = visible_open_questions(actor).exclude(state=QuestionState.CLOSED)
    if without is not None:
        rows = rows.exclude(pk=without.pk)
    near = counted(rows).annotate(near=TrigramSimilarity("text", text)).filter(near__gte=ALIKE)
    return list(near.order_by("-near", "-pk")[:MOST_ALIKE])


def taken_for(alike: list[OpenQuestion]) -> OpenQuestion | None:
    """The most alike question, when its words are so near that it is the same."""
    return alike[0] if alike and getattr(alike[0], "near", 0.0) >= SAME else None


def questions_to_join(actor: Actor, question: OpenQuestion, sought: str, chosen: str) -> list[OpenQuestion]:
    """Questions to join this one with: those with the words that were searched for, or else those most alike."""
    rows = visible_open_questions(actor).exclude(state=QuestionState.CLOSED).exclude(pk=question.pk)
    near = rows.annotate(near=TrigramSimilarity("text", sought or question.text))
    for word in sought.split():
        near = near.filter(text__unaccent__icontains=word)
    first = list(rows.filter(public_id=chosen))
    return first + [row for row in near.order_by("-near", "-pk")[:MOST_JOINED] if row not in first]


def origins_of(question: OpenQuestion) -> list[str]:
    """In which other words it was asked: the questions that were joined with it."""
    return list(question.origins.order_by("asked_at", "pk").values_list("text", flat=True))


def answer_items(actor: Actor, question: OpenQuestion) -> list[KnowledgeItem]:
    """The items of the answer that this reader may see."""
    return list(with_words(visible_items(actor).filter(pk__in=question.items.values("pk"))).order_by("-published_at"))


def is_following(actor: Actor, question: OpenQuestion) -> bool:
    return actor.account is not None and question.followers.filter(account=actor.account).exists()


def own_questions(account: User) -> QuerySet[OpenQuestion]:
    """What somebody asked or follows, newest first."""
    follows = QuestionFollower.objects.filter(question=OuterRef("pk"), account=account)
    rows = OpenQuestion.objects.filter(Q(asked_by=account) | Q(Exists(follows)))
    return counted(rows).order_by("-asked_at", "-pk")


def need_of(question: OpenQuestion) -> Need:
    """The question again as the toolbox takes it."""
    return Need(
        text=question.text,
        themes=tuple(theme.slug for theme in question.themes.all()),
        phase=question.phase,
        sector=question.sector,
        for_whom=question.for_whom,
        setting=question.setting,
        group_size=question.group_size,
        hours=question.hours,
    )


def questions_waiting() -> QuerySet[OpenQuestion]:
    """Every open question, for background work."""
    return OpenQuestion.objects.filter(state=QuestionState.OPEN).prefetch_related("themes").order_by("pk")


def held_questions(account: User) -> list[dict[str, Any]]:
    """What somebody asked, for the download of one's own data."""
    rows = OpenQuestion.objects.filter(asked_by=account).order_by("asked_at")
    return [
        {
            "vraag": row.text,
            "voor wie": row.for_whom,
            "waar": row.setting,
            "op": row.asked_at,
            "stand": row.get_state_display(),
        }
        for row in rows
    ]


def held_following(account: User) -> list[dict[str, Any]]:
    rows = QuestionFollower.objects.filter(account=account).select_related("question").order_by("since")
    return [{"vraag": row.question.text, "sinds": row.since} for row in rows]


def waiting_for_staff(actor: Actor) -> dict[str, Any] | None:
    """The tile of staff on the front page: how many wait and since when; nothing for others, nor when nothing waits."""
    if not actor.is_staff:
        return None
    found = OpenQuestion.objects.filter(state=QuestionState.OPEN).aggregate(count=Count("pk"), oldest=Min("asked_at"))
    return found if found["count"] else None


def own_panel(account: User, actor: Actor, day: date) -> dict[str, Any] | None:
    """On one's own page: what somebody asked or follows; no panel without."""
    rows = list(own_questions(account)[:MOST_OWN])
    return {"questions": rows} if rows else None
