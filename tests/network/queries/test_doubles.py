"""What staff read before they join two persons."""

import pytest

from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.queries.doubles import double_context, persons_of
from tests.factories.network import AffiliationFactory, PersonFactory

pytestmark = pytest.mark.django_db


def _item(kept: str, merged: str) -> WorkItem:
    return WorkItem(kind="dubbel", data={"kept": kept, "merged": merged})


def test_both_stand_with_their_roles_the_first_one_first():
    kept, merged = AffiliationFactory().person, PersonFactory()

    shown = double_context(_item(kept.public_id, merged.public_id))["persons"]

    assert [(one["person"], len(one["roles"])) for one in shown] == [(kept, 1), (merged, 0)]


def test_who_has_gone_is_not_there():
    assert persons_of(_item(PersonFactory().public_id, "weg")) is None
    assert double_context(_item("weg", "ook"))["persons"] == []
