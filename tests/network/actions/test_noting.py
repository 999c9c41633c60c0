"""What every deed on a partnership does the same way."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.actions.noting import begin_of, editing, needed, note
from steunpunt.network.models import Partnership, PartnershipStatus
from tests.factories.foundation import staff_actor
from tests.factories.network import PartnershipFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def test_a_deed_that_fails_leaves_no_new_revision():
    partnership = PartnershipFactory()

    with pytest.raises(Refusal), editing(partnership, by=staff_actor(), at=NOW):
        needed(None, "Dit is er niet.")

    assert Partnership.objects.get().revision == 1


def test_who_may_not_edit_does_not_get_the_lock():
    with (
        pytest.raises(Refusal, match="Alleen de coördinator"),
        editing(PartnershipFactory(), by=Actor.visitor(), at=NOW),
    ):
        pytest.fail("came in")


def test_of_a_personal_field_only_the_name_is_kept():
    partnership = PartnershipFactory()

    with transaction.atomic():
        changes = {"persoon": [1, 2]}
        note(partnership, "tried", "Geprobeerd.", changes, by=staff_actor(), at=NOW, personal=["persoon"])

    assert history_of(partnership.reference)[0].changes == {"persoon": None}


def test_what_is_needed_and_there_is_given_back():
    assert needed("iets", "Dit is er niet.") == "iets"


def test_a_change_needs_a_day():
    assert begin_of(PartnershipStatus(valid_from=date(2027, 8, 1))) == date(2027, 8, 1)
    with pytest.raises(Refusal) as refused:
        begin_of(PartnershipStatus())
    assert refused.value.field == "valid_from"
