"""What can be chosen in a filter."""

import pytest

from steunpunt.network.queries.choices import choices, labels
from tests.factories.network import InstitutionFactory, MunicipalityFactory, PostcodeFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_municipality_knows_its_province():
    MunicipalityFactory()

    assert choices().municipalities == {"Utrecht": "Utrecht"}


def test_institute_is_known_by_brin_or_public_id():
    InstitutionFactory(code="25BE", version__name="Hanze")
    private = InstitutionFactory(code="", version__name="Academie")

    assert choices().institutes == {private.public_id: "Academie", "25BE": "Hanze"}


def test_theme_holds_all_that_falls_under_it():
    parent = ThemeFactory(slug="begeleiden", title="Begeleiden")
    ThemeFactory(slug="werkplek", title="Werkplek", parent=parent)

    found = choices().themes

    assert [(one.title, one.below) for one in found.values()] == [
        ("Begeleiden", {"begeleiden", "werkplek"}),
        ("– Werkplek", {"werkplek"}),
    ]


def test_postcode_has_a_point():
    PostcodeFactory()

    place = choices().postcodes["3511"]

    assert (place.name, place.latitude, place.longitude) == ("Utrecht", 52.09, 5.12)


def test_labels_are_words():
    assert labels("states")["beeindigd"] == "beëindigd"
