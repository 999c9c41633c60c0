"""From deeds to documents: what the index has to write and what to forget."""

import pytest

from steunpunt.foundation.search.feeding import all_documents, changes_of, followed_kinds
from tests.factories.network import MembershipFactory, PartnershipFactory, SiteFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_everything_that_is_pinned_comes_along():
    PartnershipFactory()
    SiteFactory()
    ThemeFactory()

    assert {document.kind for document in all_documents()} == {"partnerschap", "school", "thema"}


def test_a_deed_about_a_record_writes_its_document():
    partnership = PartnershipFactory(version__name="De Brug")

    changes = changes_of({partnership.reference})

    assert [(one.reference, one.title) for one in changes.written] == [(partnership.reference, "De Brug")]
    assert changes.gone == changes.whole == set()


def test_what_is_no_longer_there_is_forgotten():
    changes = changes_of({"partnerschap:bestaatniet"})

    assert (changes.written, changes.gone) == ([], {"partnerschap:bestaatniet"})


def test_whoever_names_the_record_in_its_text_changes_too():
    membership = MembershipFactory()

    changes = changes_of({membership.partnership.reference})

    assert {one.kind for one in changes.written} == {"partnerschap", "school"}


def test_a_kind_that_changes_as_a_whole_is_written_as_a_whole():
    ThemeFactory.create_batch(2)

    changes = changes_of({"thema:wat-dan-ook"})

    assert {"thema", "partnerschap"} <= changes.whole
    assert len(changes.written) == 2


def test_records_that_nobody_searches_change_nothing():
    assert "persoon" not in followed_kinds()
    assert changes_of({"persoon:abc"}).written == []
