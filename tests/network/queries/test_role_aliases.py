"""What roles are called by a partnership itself, and by everybody."""

from datetime import date

import pytest

from steunpunt.network.models import RoleAlias
from steunpunt.network.queries.role_aliases import national_alias, own_titles, roles_in_use
from tests.factories.network import AffiliationFactory, PartnershipFactory, RoleFactory, ThemeContactFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


@pytest.fixture
def partnership():
    return PartnershipFactory()


def _codes(partnership):
    return [role.code for role in roles_in_use(partnership, TODAY)]


def test_roles_of_contacts_and_people_are_in_use(partnership):
    ThemeContactFactory(partnership=partnership, role=RoleFactory(code="a", title="a"))
    AffiliationFactory(partnership=partnership, role=RoleFactory(code="b", title="b"))
    ThemeContactFactory(role=RoleFactory(code="elders"))

    assert _codes(partnership) == ["a", "b"]


def test_a_role_of_before_is_not_in_use_and_one_of_later_is(partnership):
    AffiliationFactory(partnership=partnership, role=RoleFactory(code="toen"), valid_until=date(2024, 8, 1))
    AffiliationFactory(partnership=partnership, role=RoleFactory(code="straks"), valid_from=date(2027, 8, 1))

    assert _codes(partnership) == ["straks"]


def test_a_role_that_has_an_own_name_stays_in_sight(partnership):
    RoleAlias.objects.create(role=RoleFactory(code="toen"), partnership=partnership, title="zo")

    assert _codes(partnership) == ["toen"]


def test_own_names_and_those_of_everybody_are_kept_apart(partnership):
    role = RoleFactory()
    RoleAlias.objects.create(role=role, partnership=partnership, title="hier zo")
    RoleAlias.objects.create(role=role, partnership=PartnershipFactory(), title="daar zo")
    RoleAlias.objects.create(role=role, partnership=None, title="overal zo")

    assert own_titles(partnership) == {role.pk: "hier zo"}
    assert national_alias(role) == "overal zo"


def test_a_role_without_another_name():
    assert national_alias(RoleFactory()) == ""
