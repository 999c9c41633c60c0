"""References of records."""

import pytest

from steunpunt.network.queries.references import reference_of
from tests.factories.network import ProjectFactory, RegionFactory, RoleFactory, ScenarioFactory, ThemeFactory


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (ThemeFactory.build(), "thema"),
        (RegionFactory.build(), "regio"),
        (ProjectFactory.build(), "project"),
        (RoleFactory.build(code="directeur"), "rol"),
        (ScenarioFactory.build(code="B"), "scenario"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_reference_is_a_kind_and_a_key(row, kind):
    assert reference_of(row) == f"{kind}:{getattr(row, 'public_id', '') or row.code}"
