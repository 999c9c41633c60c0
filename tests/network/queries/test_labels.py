"""Dutch names of fields."""

import pytest

from steunpunt.network.models import Membership, Organisation
from steunpunt.network.queries.labels import field_label


@pytest.mark.parametrize(
    ("model", "name", "label"),
    [(Membership, "ring", "kern of schil"), (Membership(), "role", "rol"), (Organisation, "versions", "versions")],
)
def test_the_label_of_a_field(model, name, label):
    assert field_label(model, name) == label
