import pytest

from steunpunt.activities.queries.origins import partnerships_to_name
from tests.factories.network import START, PartnershipVersionFactory

pytestmark = pytest.mark.django_db


def test_partnerships_stand_in_the_order_of_the_alphabet():
    for name in ("zuid", "Noord", "oost"):
        PartnershipVersionFactory(name=name)

    assert [name for _pk, name in partnerships_to_name(START)] == ["Noord", "oost", "zuid"]
