"""Which question of the research agenda came from a question in the toolbox."""

from django.db.models import QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import OpenQuestion, QuestionOrigin, ResearchQuestion

from .research import families, visible_questions


def is_on_agenda(question: OpenQuestion) -> bool:
    """Whether it was brought there before, wherever that question stands now."""
    return _origins(question).exists()


def agenda_question(question: OpenQuestion, actor: Actor) -> ResearchQuestion | None:
    """The question on the agenda that came from this one, or in which that went up."""
    origin = _origins(question).first()
    if origin is None:
        return None
    first = origin.question_id
    return visible_questions(actor).filter(pk=families().root_of.get(first, first)).first()


def _origins(question: OpenQuestion) -> QuerySet[QuestionOrigin]:
    """What came of this question, and of those that were joined with it."""
    joined = [f"open-vraag:{public_id}" for public_id in question.origins.values_list("public_id", flat=True)]
    return QuestionOrigin.objects.filter(reference__in=[question.reference, *joined])
