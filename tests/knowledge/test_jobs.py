"""Background work of the knowledge room."""

from datetime import date

import pytest

from steunpunt.foundation.outbox.models import Mail
from steunpunt.knowledge.jobs import ask_owners, mark_all, read_files
from steunpunt.knowledge.models import HarvestMark, ItemFile
from tests.factories.knowledge import ItemFileFactory, KnowledgeItemFactory

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
