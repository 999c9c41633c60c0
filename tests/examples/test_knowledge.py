"""The knowledge base of the example: whole, marked, and safe to build twice."""

from datetime import UTC, datetime

import pytest
from django.db.models import F

from steunpunt.examples.knowledge import WAITS, build_knowledge
from steunpunt.examples.world import PARTNERSHIPS
from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Collection, ItemState, ItemUse, KnowledgeItem, OpenQuestion, QuestionState
from steunpunt.network.actions.lists import load_lists
from tests.factories.foundation import EditorFactory, UserFactory
from tests.factories.network import AffiliationFactory, PartnershipFactory, PersonFactory

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
SYSTEM = Actor.for_system("voorbeeld")


@pytest.mark.django_db
def test_forty_items_are_published_and_one_waits():
    load_lists(at=NOW)
    person = PersonFactory(account=UserFactory(email="instituut@example.nl"))
    AffiliationFactory(person=person, partnership=PartnershipFactory(is_example=True), organisation=None)
    for example in PARTNERSHIPS:
        PartnershipFactory(slug=example.slug, is_example=True)
    EditorFactory(email="redacteur@example.nl")

    count = build_knowledge(by=SYSTEM, at=NOW)

    published = KnowledgeItem.objects.filter(state=ItemState.PUBLISHED)
    assert count == published.count() >= 40
    assert not KnowledgeItem.objects.filter(is_example=False).exists()
    assert not published.filter(published_at__gt=NOW).exists()
    assert KnowledgeItem.objects.get(slug=WAITS).state == ItemState.IN_REVIEW
    assert ItemUse.objects.count() >= 10
    assert not ItemUse.objects.filter(partnership=F("item__partnership")).exists()
    assert Collection.objects.filter(is_public=True).count() == 2
    assert build_knowledge(by=SYSTEM, at=NOW) == 0
    assert Collection.objects.count() == 2


@pytest.mark.django_db
def test_questions_are_asked_by_example_people_and_answered_where_there_is_an_item():
    load_lists(at=NOW)
    for example in PARTNERSHIPS:
        PartnershipFactory(slug=example.slug, is_example=True)
    person = PersonFactory(account=UserFactory(email="instituut@example.nl"))
    AffiliationFactory(person=person, partnership=PartnershipFactory(is_example=True), organisation=None)
    UserFactory(email="student@example.nl")
    EditorFactory(email="redacteur@example.nl")

    build_knowledge(by=SYSTEM, at=NOW)
    build_knowledge(by=SYSTEM, at=NOW)

    questions = OpenQuestion.objects.all()
    answered = questions.filter(state=QuestionState.ANSWERED)
    assert questions.count() == questions.filter(is_example=True, asked_by__isnull=False).count() == 16
    assert answered.count() == answered.filter(items__isnull=False).distinct().count() == 13
    assert not questions.filter(asked_at__gt=NOW).exists()
    assert not questions.filter(themes=None).exists()
