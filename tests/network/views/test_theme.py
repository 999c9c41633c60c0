"""Themes: all of them, and who can be called about one."""

import pytest

from tests.factories.network import (
    AffiliationFactory,
    PartnershipFactory,
    PersonFactory,
    ThemeContactFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme():
    return ThemeFactory(slug="begeleiden", title="Begeleiden")


def _contact(theme, person, partnership) -> None:
    AffiliationFactory(person=person, partnership=partnership, organisation=None)
    ThemeContactFactory(theme=theme, person=person, partnership=partnership)


def test_list_counts_partnerships(client, theme):
    ThemeContactFactory(theme=theme)

    page = client.get("/thema/").content.decode()

    assert 'href="/thema/begeleiden/"' in page
    assert "1 partnerschap" in page


def test_page_shows_whom_to_call(client, theme):
    partnership = PartnershipFactory(version__name="Alfa")
    _contact(theme, PersonFactory(public=True, last_name="Jansma"), partnership)

    page = client.get("/thema/begeleiden/").content.decode()

    for text in ("Alfa", "Noor Jansma", "schoolopleider"):
        assert text in page


def test_name_stays_hidden_without_consent(client, theme):
    _contact(theme, PersonFactory(last_name="Verborgen"), PartnershipFactory())

    assert "Verborgen" not in client.get("/thema/begeleiden/").content.decode()


@pytest.mark.parametrize(("sector", "shown"), [("po", True), ("vo", False), ("onzin", True)])
def test_sector_narrows(client, theme, sector, shown):
    ThemeContactFactory(theme=theme, partnership=PartnershipFactory(version__name="Alfa"))

    assert ("Alfa" in client.get(f"/thema/begeleiden/?sector={sector}").content.decode()) is shown


def test_nobody_yet(client, theme):
    assert "Nog niemand" in client.get("/thema/begeleiden/").content.decode()


def test_unknown_is_404(client):
    assert client.get("/thema/niets/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_same_number_of_queries_for_any_number(client, theme, django_assert_num_queries, number):
    for _turn in range(number):
        _contact(theme, PersonFactory(public=True), PartnershipFactory())
    client.get("/thema/begeleiden/")

    with django_assert_num_queries(15):
        client.get("/thema/begeleiden/")
