"""What search and the open data say of the questions on the research agenda."""

from collections.abc import Collection, Iterator, Mapping

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.documents import PUBLIC, Document
from steunpunt.knowledge.models import KnownAnswer, QuestionOrigin, ResearchQuestion
from steunpunt.network.queries.choices import ThemeChoice, choices

from .research import families, visible_questions

KIND = "onderzoeksvraag"


def question_documents(public_ids: Collection[str] | None) -> Iterator[Document]:
    """The question in all its wordings, why it is asked, and what is known already."""
    rows = visible_questions(Actor.for_system("zoeken")).prefetch_related("themes")
    if public_ids is not None:
        rows = rows.filter(public_id__in=public_ids)
    held = list(rows.order_by("pk"))
    said, known = _said(held), choices().themes
    for row in held:
        yield _document(row, said[row.pk], known)


def _said(rows: list[ResearchQuestion]) -> dict[int, list[str]]:
    """Per question its other wordings and known answers, those of what went up in it included."""
    merged = families()
    root = {pk: row.pk for row in rows for pk in merged.of(row.pk)}
    found: dict[int, list[str]] = {row.pk: [] for row in rows}
    answers = KnownAnswer.objects.filter(question__in=root).values_list("question", "text")
    origins = QuestionOrigin.objects.filter(question__in=root).values_list("question", "wording")
    for question, text in [*answers, *origins]:
        own = found[root[question]]
        if text not in own:
            own.append(text)
    return found


def _document(row: ResearchQuestion, said: list[str], known: Mapping[str, ThemeChoice]) -> Document:
    themes = {theme.slug for theme in row.themes.all()}
    main = tuple(slug for slug, theme in known.items() if not themes.isdisjoint(theme.below))
    words = [row.explanation, *(text for text in said if text != row.text)]
    return Document(
        reference=row.reference,
        title=row.text,
        text="\n".join(filter(None, [*words, ", ".join(theme.title for theme in row.themes.all())])),
        audience=(PUBLIC,),
        facets={"thema": main},
        day=localdate(row.accepted_at) if row.accepted_at else None,
    )


def questions_touched(references: Collection[str]) -> set[str] | None:
    """The questions themselves; after a change of the themes all of them."""
    if any(text.partition(":")[0] in {"thema", "lijsten"} for text in references):
        return None
    return {text.partition(":")[2] for text in references if text.startswith(f"{KIND}:")}


def question_rows(actor: Actor, found: QuerySet[ResearchQuestion]) -> QuerySet[ResearchQuestion]:
    """What a result shows of these questions."""
    return found.prefetch_related("themes")


def questions_with(rows: QuerySet[ResearchQuestion], text: str) -> QuerySet[ResearchQuestion]:
    """Questions with every word in them or in their explanation, for when there is no index."""
    for word in text.split():
        rows = rows.filter(Q(text__unaccent__icontains=word) | Q(explanation__unaccent__icontains=word))
    return rows
