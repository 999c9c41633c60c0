"""What belongs to each kind."""

from steunpunt.knowledge.kinds import DETAILS, details_of
from steunpunt.knowledge.models import ItemKind


def test_every_declared_kind_exists():
    assert set(DETAILS) <= set(ItemKind.values)


def test_a_kind_without_fields_of_its_own_has_none():
    assert details_of("report") == ()


def test_no_key_stands_twice_in_a_kind():
    for fields in DETAILS.values():
        keys = [field.key for field in fields]
        assert len(keys) == len(set(keys))
