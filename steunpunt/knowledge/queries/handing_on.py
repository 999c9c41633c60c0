"""Which question of the research agenda came from a question in the toolbox."""

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import OpenQuestion, QuestionOrigin, ResearchQuestion

from .research import visible_questions


def is_on_agenda(question: OpenQuestion) -> bool:
    """Whether it was brought there before, wherever that question stands now."""
    return QuestionOrigin.objects.filter(reference=question.reference).exists()


def agenda_question(question: OpenQuestion, actor: Actor) -> ResearchQuestion | None:
    """The question on the agenda that came from this one, or in which that went up."""
    origin = QuestionOrigin.objects.filter(reference=question.reference).select_related("question").first()
    if origin is None:
        return None
    found = origin.question
    while found.merged_into:
        found = found.merged_into
    return visible_questions(actor).filter(pk=found.pk).first()
