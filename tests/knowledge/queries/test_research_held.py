"""What the agenda holds of somebody, and how it is erased."""

import pytest

from steunpunt.knowledge.actions.agenda_forgetting import forget_origins, forget_work
from steunpunt.knowledge.models import QuestionOrigin, ResearchWork
from steunpunt.knowledge.queries.research_held import held_origins, held_work
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import QuestionOriginFactory, ResearchWorkFactory
from tests.factories.network import PersonFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db


def test_origins_are_handed_over_and_stay_without_their_person():
    account, other = UserFactory(), UserFactory()
    QuestionOriginFactory(account=account, wording="Mijn woorden?", meeting="Regiodag")
    kept = QuestionOriginFactory(account=other)

    held = held_origins(account)
    forget_origins(account, NOW)

    assert [(row["eigen woorden"], row["bijeenkomst"]) for row in held] == [("Mijn woorden?", "Regiodag")]
    assert list(QuestionOrigin.objects.filter(account__isnull=False)) == [kept]
    assert QuestionOrigin.objects.filter(wording="Mijn woorden?").exists()


def test_work_is_handed_over_and_stays_without_its_person():
    account = UserFactory()
    person = PersonFactory(account=account)
    ResearchWorkFactory(account=account, programme="Academische kop")
    ResearchWorkFactory(person=person)
    kept = ResearchWorkFactory(account=UserFactory(), person=PersonFactory())

    held = held_work(account)
    forget_work(account, NOW)

    assert {row["programma"] for row in held} == {"Academische kop", ""}
    assert list(ResearchWork.objects.filter(account__isnull=False)) == [kept]
    assert list(ResearchWork.objects.filter(person__isnull=False)) == [kept]


def test_work_under_a_name_that_was_merged_is_handed_over_and_forgotten():
    account = UserFactory()
    merged = PersonFactory(merged_into=PersonFactory(account=account))
    work = ResearchWorkFactory(person=merged, programme="Eerder")

    held = held_work(account)
    forget_work(account, NOW)

    work.refresh_from_db()
    assert ([row["programma"] for row in held], work.person) == (["Eerder"], None)
