"""Background work of the knowledge room."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from steunpunt.foundation.outbox.models import Mail
from steunpunt.knowledge.jobs import ask_owners, follow_agenda, mark_all, read_files
from steunpunt.knowledge.models import HarvestMark, ItemFile, QuestionStatus
from tests.factories.knowledge import (
    ItemFileFactory,
    KnowledgeItemFactory,
    ResearchQuestionFactory,
    ResearchWorkFactory,
)

pytestmark = pytest.mark.django_db


def test_files_that_wait_are_read(settings, tmp_path):
    settings.FILES_DIR = tmp_path
    ItemFileFactory(stored_as="d" * 32)

    read_files.call()

    assert ItemFile.objects.get().state == "failed"


def test_owners_are_asked():
    KnowledgeItemFactory(check_on=date(2020, 1, 1))

    ask_owners.call()

    assert Mail.objects.count() == 1


def test_harvesters_hear_of_what_changed():
    KnowledgeItemFactory()

    mark_all.call()

    assert HarvestMark.objects.count() == 1


def test_a_question_is_open_again_when_the_work_on_it_ended_by_its_date():
    question = ResearchQuestionFactory(status=QuestionStatus.IN_RESEARCH)
    ResearchWorkFactory(question=question, valid_from=None, valid_until=localdate() - timedelta(days=1))

    follow_agenda.call()

    question.refresh_from_db()
    assert question.status == QuestionStatus.OPEN
