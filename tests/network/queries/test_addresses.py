"""Where organisations stand."""

import pytest

from steunpunt.network.models import OrganisationKind
from steunpunt.network.queries.addresses import KIND_SLUGS, organisation_address


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("school_site", "/organisaties/vestiging/00AH00/"),
        ("school_board", "/organisaties/bestuur/00AH00/"),
        ("training_institution", "/opleiders/00AH00/"),
    ],
)
def test_address(kind, address):
    assert organisation_address(kind, "00AH00") == address


def test_every_kind_has_its_own_word():
    assert set(KIND_SLUGS) == set(OrganisationKind.values)
    assert len(set(KIND_SLUGS.values())) == len(KIND_SLUGS)
