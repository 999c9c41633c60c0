"""Regulations in the order that readers need, and the one that a source names."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import InForce
from steunpunt.knowledge.queries.regulations import (
    regulation_by_number,
    regulation_named_in,
    regulations_by_force,
    visible_regulations,
)
from tests.factories.knowledge import RegulationFactory

VISITOR = Actor.visitor()
pytestmark = pytest.mark.django_db


def test_newest_first_and_without_a_date_last():
    undated = RegulationFactory(signed_on=None)
    old = RegulationFactory(signed_on=date(1985, 5, 30))
    new = RegulationFactory(signed_on=date(2013, 6, 13))

    assert list(visible_regulations(VISITOR)) == [new, old, undated]


def test_what_holds_comes_first_and_empty_groups_stay_out():
    over = RegulationFactory(in_force=InForce.NO)
    holds = RegulationFactory(in_force=InForce.YES)

    assert regulations_by_force(VISITOR) == [(InForce.YES, [holds]), (InForce.NO, [over])]


def test_one_is_found_by_number_also_within_a_source():
    regulation = RegulationFactory(bwbr="BWBR0025839")

    assert regulation_by_number(VISITOR, "BWBR0025839") == regulation
    assert regulation_named_in(VISITOR, "Regeling, BWBR0025839, art. 10") == regulation
    assert regulation_named_in(VISITOR, "een gesprek") is None
