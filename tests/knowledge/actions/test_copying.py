"""Beginning an own adaptation of an item."""

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.thread.models import Link
from steunpunt.knowledge.actions.copying import begin_adaptation
from steunpunt.knowledge.models import Audience, ItemState, KnowledgeItem, Licence
from tests.factories.foundation import signed_in_actor
from tests.factories.knowledge import ItemFileFactory, KnowledgeItemFactory
from tests.factories.network import PartnershipFactory, ThemeFactory
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.FILES_DIR = tmp_path
    return tmp_path


@pytest.fixture
def alfa():
    return PartnershipFactory()


@pytest.fixture
def by(alfa):
    return member_of(alfa)


def _with_file(item, folder):
    row = ItemFileFactory(item=item, stored_as="a" * 32, text="Stap 1")
    item.live.files.add(row)
    (folder / row.stored_as).write_bytes(b"inhoud")
    return row


def test_a_draft_begins_with_the_words_and_keeps_the_trace(by, alfa):
    theme = ThemeFactory()
    item = KnowledgeItemFactory(
        kind="learning_task",
        version__title="Startgesprek",
        version__body="Eerst luisteren.",
        version__details={"goal": "Een gesprek leiden"},
        version__themes=[theme],
        version__licence=Licence.BY_SA,
    )

    draft = begin_adaptation(item, alfa, by=by, at=NOW)

    version = draft.versions.get()
    assert (draft.state, draft.kind, draft.author, draft.partnership) == (
        ItemState.DRAFT,
        "learning_task",
        by.account,
        alfa,
    )
    assert (version.number, version.title, version.body) == (1, "Startgesprek (bewerking)", "Eerst luisteren.")
    assert version.details == {"goal": "Een gesprek leiden"}
    assert list(version.themes.all()) == [theme]
    assert version.licence == Licence.BY_SA
    assert version.published_at is None
    assert draft.copied_from == item
    link = Link.objects.get(relation="derived_from")
    assert (link.source, link.target) == (draft.reference, item.reference)


def test_files_come_as_own_copies(by, alfa, files):
    item = KnowledgeItemFactory()
    row = _with_file(item, files)

    draft = begin_adaptation(item, alfa, by=by, at=NOW)

    copy = draft.versions.get().files.get()
    assert copy.pk != row.pk
    assert (copy.item, copy.name, copy.text) == (draft, row.name, "Stap 1")
    assert copy.stored_as != row.stored_as
    assert (files / copy.stored_as).read_bytes() == b"inhoud"
    assert list(item.all_files.all()) == [row]


def test_a_file_that_is_lost_is_left_out(by, alfa, files):
    item = KnowledgeItemFactory()
    (files / _with_file(item, files).stored_as).unlink()

    assert not begin_adaptation(item, alfa, by=by, at=NOW).versions.get().files.exists()


def test_of_what_may_only_be_read_no_word_and_no_file_comes_along(by, alfa, files):
    item = KnowledgeItemFactory(version__licence=Licence.OWN, version__body="Van ons", version__sectors=["vo"])
    _with_file(item, files)

    draft = begin_adaptation(item, alfa, by=by, at=NOW)

    version = draft.versions.get()
    assert (version.body, version.outcome, version.sectors) == ("", "", ["vo"])
    assert not version.files.exists()
    assert draft.copied_from == item


def test_it_is_for_no_wider_circle_than_its_source(by, alfa):
    item = KnowledgeItemFactory(audience=Audience.PARTNERSHIP, partnership=alfa)

    draft = begin_adaptation(item, None, by=by, at=NOW)

    assert (draft.audience, draft.partnership) == (Audience.PARTNERSHIP, alfa)
    elsewhere = begin_adaptation(item, PartnershipFactory(), by=by, at=NOW)
    assert elsewhere.partnership == alfa


def test_what_cannot_be_read_cannot_be_adapted(by):
    with pytest.raises(Refusal, match="niet"):
        begin_adaptation(KnowledgeItemFactory(state=ItemState.WITHDRAWN), None, by=by, at=NOW)


def test_who_cannot_share_cannot_adapt():
    with pytest.raises(Refusal, match="Delen kan"):
        begin_adaptation(KnowledgeItemFactory(), None, by=signed_in_actor(), at=NOW)


def test_when_it_fails_nothing_is_left_on_disk(by, alfa, files, settings):
    item = KnowledgeItemFactory()
    _with_file(item, files)
    other = ItemFileFactory(item=item, stored_as="b" * 32)
    item.live.files.add(other)
    (files / other.stored_as).write_bytes(b"x" * 2 * 1024 * 1024)
    settings.UPLOAD_MAX_MB = 1

    with pytest.raises(Refusal):
        begin_adaptation(item, alfa, by=by, at=NOW)

    assert {path.name for path in files.iterdir()} == {"a" * 32, "b" * 32}
    assert not KnowledgeItem.objects.filter(copied_from=item).exists()
