"""The research agenda of the example: whole, marked, and safe to build twice."""

from datetime import UTC, datetime

import pytest

from steunpunt.examples.agenda import ASKED_TOO, WAITS, build_agenda
from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import QuestionOrigin, QuestionStatus, ResearchQuestion, ResearchWork
from steunpunt.knowledge.queries.research import visible_questions
from steunpunt.network.actions.lists import load_lists
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.network import AffiliationFactory, PartnershipFactory, PersonFactory

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
SYSTEM = Actor.for_system("voorbeeld")


@pytest.mark.django_db
def test_every_question_stands_as_the_file_says_and_one_waits():
    load_lists(at=NOW)
    home = PartnershipFactory(slug="opleidingsschool-rijnbocht", is_example=True)
    KnowledgeItemFactory(slug="leerteam-studenten-en-starters", partnership=home)
    for slug, _wording in ASKED_TOO.values():
        PartnershipFactory(slug=slug, is_example=True)
    person = PersonFactory(account=UserFactory(email="instituut@example.nl"))
    AffiliationFactory(person=person, partnership=home, organisation=None)

    count = build_agenda(by=SYSTEM, at=NOW)

    waiting = ResearchQuestion.objects.get(accepted_at=None)
    statuses = set(visible_questions(SYSTEM).values_list("status", flat=True))
    assert count == ResearchQuestion.objects.filter(accepted_at__isnull=False).count() >= 20
    assert (waiting.text, statuses) == (WAITS, {"open", "in_research", "answered"})
    assert ResearchQuestion.objects.filter(status=QuestionStatus.RETIRED).count() == 1
    assert not ResearchQuestion.objects.filter(is_example=False).exists()
    assert ResearchWork.objects.get().partnership == home
    assert QuestionOrigin.objects.filter(wording__in=[wording for _slug, wording in ASKED_TOO.values()]).count() == 2
    assert build_agenda(by=SYSTEM, at=NOW) == 0
