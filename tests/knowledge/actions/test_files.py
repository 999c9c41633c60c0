"""Files of items: handed in, read in the background, taken out."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.intake.kinds import NotAccepted
from steunpunt.knowledge.actions.files import STALE, hand_in, read_waiting, take_out
from steunpunt.knowledge.models import FileState, ItemFile, ItemState
from tests.factories.knowledge import ItemFileFactory, KnowledgeItemFactory
from tests.foundation.intake.making import docx
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.FILES_DIR = tmp_path
    return tmp_path


@pytest.fixture
def author():
    return member_of()


@pytest.fixture
def item(author):
    return KnowledgeItemFactory(
        author=author.account, state=ItemState.DRAFT, version__title="leertaak.docx", version__year=None
    )


def upload(name="leertaak.docx"):
    def fill(document):
        document.add_heading("Een kringgesprek leiden", 0)
        document.add_paragraph("De student leidt op 21 september 2015 een kringgesprek met kleuters in de eigen klas.")

    return SimpleUploadedFile(name, docx(fill))


def test_what_the_file_says_fills_what_was_left_empty(item, author):
    hand_in(item, upload(), by=author, at=NOW)

    assert read_waiting(at=NOW) == 1

    version, row = item.versions.get(), ItemFile.objects.get()
    assert (row.state, row.done_part) == (FileState.READ, 100)
    assert (version.title, version.year, version.language) == ("Een kringgesprek leiden", 2015, "nl")
    item.refresh_from_db()
    assert item.slug == "een-kringgesprek-leiden"


def test_what_was_typed_stays(item, author):
    item.versions.update(title="Mijn titel", year=2020)
    hand_in(item, upload(), by=author, at=NOW)

    read_waiting(at=NOW)

    assert item.versions.values_list("title", "year").get() == ("Mijn titel", 2020)


def test_a_stranger_hands_in_nothing(item, folder):
    with pytest.raises(Refusal):
        hand_in(item, upload(), by=member_of(), at=NOW)
    assert list(folder.iterdir()) == []


def test_a_refused_file_leaves_nothing(item, author, folder):
    with pytest.raises(NotAccepted):
        hand_in(item, SimpleUploadedFile("leertaak.docx", b"geen word"), by=author, at=NOW)
    assert list(folder.iterdir()) == []
    assert not ItemFile.objects.exists()


def test_a_file_that_is_gone_is_told(item):
    ItemFileFactory(item=item, stored_as="c" * 32)

    read_waiting(at=NOW)

    assert ItemFile.objects.values_list("state", "problem").get() == ("failed", "Het bestand is er niet meer.")


def test_reading_that_broke_off_is_taken_up_again(item, author):
    row = hand_in(item, upload(), by=author, at=NOW)
    ItemFile.objects.update(state=FileState.READING, read_at=NOW)
    at_once = read_waiting(at=NOW)

    later = read_waiting(at=NOW + STALE * 2)

    row.refresh_from_db()
    assert (at_once, later, row.state) == (0, 1, FileState.READ)


def test_a_published_version_keeps_a_file_that_is_taken_out(author):
    item = KnowledgeItemFactory(author=author.account)
    row = ItemFileFactory(item=item)
    item.live.files.add(row)

    take_out(row, by=author, at=NOW)

    assert [version.files.count() for version in item.versions.order_by("number")] == [1, 0]
