"""Whoever brought a question hears what happens to it, once."""

import pytest

from steunpunt.foundation.outbox.models import Mail
from steunpunt.knowledge.actions.agenda_telling import tell_who_asked
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import QuestionOriginFactory, ResearchQuestionFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db


def test_everybody_who_asked_gets_one_mail_also_through_what_went_up_in_it():
    asker, other = UserFactory(), UserFactory()
    question = ResearchQuestionFactory(origin__account=asker)
    QuestionOriginFactory(question=question, account=asker)
    ResearchQuestionFactory(merged_into=question, merged_at=NOW, origin__account=other)
    QuestionOriginFactory(question=question, account=UserFactory(is_active=False))
    ResearchQuestionFactory(origin__account=UserFactory())

    tell_who_asked(question, "Nieuws", "Er is iets bekend.", NOW)

    mails = Mail.objects.order_by("pk")
    assert {mail.to for mail in mails} == {asker.email, other.email}
    assert mails.count() == 2
    assert all(question.text in mail.text and "Er is iets bekend." in mail.text for mail in mails)
