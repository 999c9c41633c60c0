"""Own names of roles, and other names that hold everywhere."""

from datetime import UTC, datetime

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.network.actions.role_alias import set_national_alias, set_role_aliases
from steunpunt.network.models import RoleAlias
from steunpunt.network.queries.references import reference_of
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import PartnershipFactory, RoleFactory, coordinator_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest.fixture
def partnership():
    return PartnershipFactory()


def _titles():
    return list(RoleAlias.objects.order_by("title").values_list("title", flat=True))


def test_a_coordinator_gives_a_role_an_own_name(partnership):
    role = RoleFactory(title="schoolopleider")

    set_role_aliases(partnership, {role: "opleider in de school"}, by=coordinator_of(partnership), at=NOW)

    assert _titles() == ["opleider in de school"]
    assert history_of(partnership.reference)[0].changes == {"schoolopleider": ["", "opleider in de school"]}


def test_another_own_name_takes_the_place_of_the_first(partnership):
    role = RoleFactory()
    set_role_aliases(partnership, {role: "eerst"}, by=staff_actor(), at=NOW)

    set_role_aliases(partnership, {role: "daarna"}, by=staff_actor(), at=NOW)

    assert _titles() == ["daarna"]


def test_an_empty_name_takes_the_own_name_away(partnership):
    role = RoleFactory()
    set_role_aliases(partnership, {role: "eerst"}, by=staff_actor(), at=NOW)

    set_role_aliases(partnership, {role: ""}, by=staff_actor(), at=NOW)

    assert _titles() == []


def test_the_same_again_is_refused(partnership):
    with pytest.raises(Refusal, match="niets veranderd"):
        set_role_aliases(partnership, {RoleFactory(): ""}, by=staff_actor(), at=NOW)


def test_the_second_editor_is_told(partnership):
    role, opened = RoleFactory(), partnership.revision
    set_role_aliases(partnership, {role: "eerst"}, by=staff_actor(), at=NOW, revision=opened)

    with pytest.raises(Outdated):
        set_role_aliases(partnership, {role: "daarna"}, by=staff_actor(), at=NOW, revision=opened)
    assert _titles() == ["eerst"]


def test_others_name_nothing(partnership):
    elsewhere = coordinator_of(PartnershipFactory())

    with pytest.raises(Refusal, match="Alleen de coördinator"):
        set_role_aliases(partnership, {RoleFactory(): "zo"}, by=elsewhere, at=NOW)


def test_staff_give_a_role_another_name_everywhere():
    role = RoleFactory()

    set_national_alias(role, "opleider in de school", by=staff_actor(), at=NOW)

    assert history_of(reference_of(role))[0].changes == {"andere naam": ["", "opleider in de school"]}
    assert _titles() == ["opleider in de school"]


def test_the_same_other_name_leaves_no_line():
    role = RoleFactory()

    set_national_alias(role, "", by=staff_actor(), at=NOW)

    assert history_of(reference_of(role)) == []


def test_others_give_no_other_name():
    with pytest.raises(Refusal, match="Alleen medewerkers"):
        set_national_alias(RoleFactory(), "zo", by=signed_in_actor(), at=NOW)
