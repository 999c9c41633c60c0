"""The three lists: whole requests, fragments, odd input, and a constant number of queries."""

from datetime import date

import pytest

from tests.factories.network import (
    AcademicStrandFactory,
    InstitutionFactory,
    MembershipFactory,
    MunicipalityFactory,
    PartnershipFactory,
    PostcodeFactory,
    ProgrammeFactory,
    ProvinceFactory,
    SiteFactory,
)

pytestmark = pytest.mark.django_db
LISTS = {"/partnerschappen/": PartnershipFactory, "/scholen/": SiteFactory, "/opleiders/": InstitutionFactory}


def test_partnership_is_in_the_list_with_who_takes_part(client):
    made = PartnershipFactory(slug="alfa", version__name="Alfa", is_example=True)
    MembershipFactory(partnership=made)
    AcademicStrandFactory(partnership=made)

    page = client.get("/partnerschappen/").content.decode()

    for text in (
        'href="/partnerschappen/alfa/"',
        "Alfa",
        "voorbeeld",
        "academisch",
        "<b>1</b> kern",
        "erkend",
        "sinds 2020",
    ):
        assert text in page


def test_unverified_partnership_says_so_with_its_source(client):
    PartnershipFactory(source="Nieuwsbericht", source_date_text="2019")

    page = client.get("/partnerschappen/").content.decode()

    assert "nog niet bevestigd door het partnerschap · bron: Nieuwsbericht (2019)" in page


def test_site_shows_its_code_and_ring(client):
    site = SiteFactory(code="00AH00", version__name="Het Lyceum")
    MembershipFactory(organisation=site, partnership=PartnershipFactory(version__name="Alfa"), shell=True)

    page = client.get("/scholen/").content.decode()

    for text in ("Het Lyceum", "00AH00", "schil van", "Alfa", 'data-map="vestiging:00AH00"'):
        assert text in page


def test_institution_counts_its_programmes(client):
    ProgrammeFactory(institution=InstitutionFactory(code="25BE", version__name="Hanze"))

    page = client.get("/opleiders/").content.decode()

    for text in ('href="/opleiders/25BE/"', "Hanze", "<b>1</b> pabo"):
        assert text in page


@pytest.mark.parametrize("address", LISTS)
def test_empty_list_is_a_page(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(("address", "factory"), LISTS.items())
@pytest.mark.parametrize("number", [1, 3])
def test_same_number_of_queries_for_any_number_of_rows(client, django_assert_num_queries, address, factory, number):
    for _turn in range(number):
        factory()
    client.get(address)

    with django_assert_num_queries(2):
        client.get(address)


def test_htmx_gets_the_list_without_the_frame_and_a_clean_address(client):
    response = client.get("/partnerschappen/?q=&sector=po&postcode=", headers={"HX-Request": "true"})

    assert "<html" not in response.content.decode()
    assert 'id="lijst"' in response.content.decode()
    assert response["HX-Push-Url"] == "/partnerschappen/?sector=po"
    assert "HX-Request" in response["Vary"]


def test_going_back_in_the_browser_gets_the_whole_page(client):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

    assert "<html" in client.get("/partnerschappen/", headers=headers).content.decode()


def test_choice_can_be_taken_back(client):
    province = ProvinceFactory()
    MunicipalityFactory(province=province)

    page = client.get("/partnerschappen/?provincie=Utrecht&sector=po&pagina=2").content.decode()

    assert 'href="/partnerschappen/?sector=po"' in page
    assert 'href="/partnerschappen/?provincie=Utrecht"' in page


def test_options_that_give_nothing_stay(client):
    PartnershipFactory()

    page = client.get("/partnerschappen/?sector=po").content.decode()

    assert 'value="mbo" id="f-sector-mbo"' in page
    assert 'value="po" id="f-sector-po" checked' in page


def test_unknown_values_become_a_remark(client):
    page = client.get("/partnerschappen/?provincie=<b>&op=gisteren")

    assert page.status_code == 200
    assert "“&lt;b&gt;” kennen we niet bij provincie" in page.content.decode()
    assert "De datum “gisteren” lukt niet" in page.content.decode()


def test_typing_mistake_is_told(client):
    PartnershipFactory(version__name="Montessori")

    page = client.get("/partnerschappen/?q=montesori").content.decode()

    assert "“montesori” vonden we niet. Je ziet wat we vonden met “montessori”." in page


def test_distance_is_shown(client):
    PostcodeFactory()
    MembershipFactory(organisation=SiteFactory(version__latitude=52.18, version__longitude=5.12))

    assert "10,0 km" in client.get("/partnerschappen/?postcode=3511").content.decode()


def test_empty_result_says_what_to_loosen(client):
    PartnershipFactory(version__name="Alfa")

    page = client.get("/partnerschappen/?status=aspirant").content.decode()

    assert "Niets gevonden met deze filters samen" in page
    assert "zonder status (aspirant)" in page


def test_another_day_has_a_banner_and_keeps_in_links(client):
    PartnershipFactory(slug="alfa", version__valid_from=date(2030, 8, 1))

    page = client.get("/partnerschappen/?op=2030-08-01").content.decode()

    assert "Zoals het was of wordt op 1 augustus 2030" in page
    assert 'href="/partnerschappen/alfa/?op=2030-08-01"' in page
    assert 'href="/partnerschappen/alfa/' not in client.get("/partnerschappen/").content.decode()


def test_before_the_register_says_where_it_begins(client):
    SiteFactory(version__valid_from=date(2024, 11, 22))

    assert "begint op 22 november 2024" in client.get("/scholen/?op=2020-01-01").content.decode()


def test_names_are_escaped_in_rows_and_options(client):
    made = PartnershipFactory(version__name="<i>Alfa</i>")
    MembershipFactory(partnership=made, institute=True, organisation=InstitutionFactory(version__name='"><b>'))

    page = client.get("/partnerschappen/").content.decode()

    assert "<i>Alfa" not in page
    assert '"><b>' not in page


def test_second_page_goes_on(client):
    for number in range(26):
        PartnershipFactory(version__name=f"P{number:02}")

    page = client.get("/partnerschappen/?pagina=2").content.decode()

    assert ("P25" in page, "P24" in page) == (True, False)


def test_own_sector_is_chosen_beforehand_and_stands_in_the_address(client):
    client.cookies["sector"] = "po"

    assert client.get("/partnerschappen/")["Location"] == "/partnerschappen/?sector=po"
    assert 'href="/partnerschappen/?sector=alle"' in client.get("/partnerschappen/?sector=po").content.decode()


def test_own_sector_never_hides_the_rest(client):
    client.cookies["sector"] = "po"
    PartnershipFactory(version__name="Alfa", version__sectors=["vo"])

    response = client.get("/partnerschappen/?sector=alle")

    assert (response.status_code, "Alfa" in response.content.decode()) == (200, True)


def test_same_question_gets_a_new_answer_after_a_change(client):
    PartnershipFactory(version__name="Alfa")
    before = client.get("/partnerschappen/?sector=po").content.decode()
    PartnershipFactory(version__name="Beta")
    after = client.get("/partnerschappen/?sector=po").content.decode()

    assert ("Beta" in before, "Beta" in after) == (False, True)


def test_remark_is_not_kept_for_the_next_reader(client):
    client.get("/partnerschappen/?sector=po&provincie=Atlantis")

    assert "Atlantis" not in client.get("/partnerschappen/?sector=po").content.decode()


def test_post_is_refused(client):
    assert client.post("/partnerschappen/").status_code == 405
