"""Staff pages for projects."""

from datetime import date

import pytest

from steunpunt.network.models import Project, ProjectPartnership
from tests.factories.network import (
    OrganisationFactory,
    PartnershipFactory,
    ProjectFactory,
    ProjectPartnershipFactory,
    ThemeFactory,
)

from .editing_requests import as_staff, as_stranger, text_of

pytestmark = pytest.mark.django_db
NEW = "/projecten/nieuw/"
PAGES = ["", "partnerschappen/", "weghalen/"]
FACTS = {"title": "Leren van elkaar", "kind": "project", "valid_from": "2026-08-01", "organisation": ""}


@pytest.fixture
def project():
    return ProjectFactory(slug="leren", title="Leren", valid_from=date(2024, 8, 1))


def _at(project, rest=""):
    return f"/projecten/{project.slug}/bewerken/{rest}"


@pytest.mark.parametrize("rest", PAGES)
def test_staff_open_every_page(client, project, rest):
    assert as_staff(client).get(_at(project, rest)).status_code == 200


@pytest.mark.parametrize("rest", PAGES)
def test_others_open_none(client, project, rest):
    assert as_stranger(client).get(_at(project, rest)).status_code == 403


def test_others_add_none(client):
    response = as_stranger(client).post(NEW, FACTS)

    assert (response.status_code, Project.objects.count()) == (403, 0)


def test_a_visitor_is_asked_to_sign_in_first(client):
    assert "login" in client.get(NEW)["Location"]


def test_what_is_not_there_is_not_found(client):
    assert as_staff(client).get("/projecten/bestaat-niet/bewerken/").status_code == 404


def test_a_project_is_added_with_its_lead_and_themes(client):
    lead, theme = OrganisationFactory(version__name="Het Kenniscentrum"), ThemeFactory()
    page = as_staff(client).get(NEW, {"zoek": "kenniscentrum"})

    response = client.post(NEW, {**FACTS, "organisation": lead.public_id, "themes": [theme.pk], "zoek": ""})

    made = Project.objects.get()
    assert "Het Kenniscentrum" in text_of(page)
    assert (made.slug, made.organisation, list(made.themes.all())) == ("leren-van-elkaar", lead, [theme])
    assert response["Location"] == _at(made, "partnerschappen/")


def test_typing_brings_only_the_list(client):
    OrganisationFactory(version__name="Het Kenniscentrum")

    asked = {"HX-Request": "true", "HX-Target": "organisatielijst"}
    text = text_of(as_staff(client).get(NEW, {"zoek": "kenniscentrum"}, headers=asked))

    assert "Het Kenniscentrum" in text
    assert "<h1" not in text


def test_the_form_stays_small_however_many_organisations_there_are(client):
    OrganisationFactory.create_batch(30)

    assert text_of(as_staff(client).get(NEW)).count("Organisatie ") == 0


def test_what_is_wrong_is_told_at_the_field_and_the_input_is_kept(client):
    response = as_staff(client).post(NEW, {**FACTS, "title": "", "summary": "Voor starters", "website": "geen adres"})

    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"title", "website"}
    assert "Voor starters" in text_of(response)


def test_an_end_before_the_begin_is_told_at_the_field(client):
    response = as_staff(client).post(NEW, {**FACTS, "valid_until": "2020-08-01"})

    assert response.context["form"].errors["valid_until"] == ["De einddatum moet na de begindatum liggen."]
    assert not Project.objects.exists()


def test_a_project_ends(client, project):
    as_staff(client).post(_at(project), {**FACTS, "valid_until": "2026-01-01", "valid_from": "2024-08-01"})

    assert Project.objects.get().valid_until == date(2026, 1, 1)
    assert "is afgelopen" in text_of(client.get("/projecten/leren/?op=2026-02-01"))


def test_a_change_keeps_the_lead_that_was_chosen_before(client):
    lead = OrganisationFactory(version__name="Het Kenniscentrum")
    project = ProjectFactory(organisation=lead)
    page = as_staff(client).get(_at(project))

    client.post(_at(project), {**FACTS, "organisation": page.context["form"]["organisation"].value()})

    assert "Het Kenniscentrum" in text_of(page)
    assert Project.objects.get().organisation == lead


def test_the_lead_stays_a_choice_when_a_search_finds_others(client):
    project = ProjectFactory(organisation=OrganisationFactory(version__name="Het Kenniscentrum"))
    OrganisationFactory(version__name="De Hogeschool")

    text = text_of(as_staff(client).get(_at(project), {"zoek": "hogeschool"}))

    assert "Het Kenniscentrum" in text
    assert "De Hogeschool" in text


def test_a_lead_is_taken_away(client):
    project = ProjectFactory(organisation=OrganisationFactory())

    as_staff(client).post(_at(project), {**FACTS, "organisation": ""})

    assert Project.objects.get().organisation is None


def test_the_second_editor_is_told_and_may_save_after_that(client, project):
    as_staff(client).post(_at(project), {**FACTS, "title": "Eerst", "revision": 1})
    facts = {**FACTS, "title": "Daarna", "revision": 1}

    refused = client.post(_at(project), facts)
    fresh = refused.context["form"]["revision"].value()
    accepted = client.post(_at(project), {**facts, "revision": fresh})

    assert "Iemand anders heeft dit gewijzigd" in text_of(refused)
    assert 'value="Daarna"' in text_of(refused)
    assert (refused.status_code, accepted.status_code) == (422, 302)
    assert Project.objects.get().title == "Daarna"


def test_a_partnership_is_found_and_linked(client, project):
    partnership = PartnershipFactory(version__name="De Leerwerf")
    page = as_staff(client).get(_at(project, "partnerschappen/"), {"zoek": "leerwerf"})

    client.post(_at(project, "partnerschappen/"), {"zoek": "leerwerf", "partnership": partnership.slug})

    assert "De Leerwerf" in text_of(page)
    assert ProjectPartnership.objects.get().partnership == partnership
    assert "Hoort er niet bij" in text_of(client.get(_at(project, "partnerschappen/")))


def test_a_search_without_result_says_so(client, project):
    assert "Niets gevonden voor “xyz”" in text_of(
        as_staff(client).get(_at(project, "partnerschappen/"), {"zoek": "xyz"})
    )


def test_no_choice_is_told_at_the_field(client, project):
    PartnershipFactory(version__name="De Leerwerf")

    response = as_staff(client).post(_at(project, "partnerschappen/"), {"zoek": "leerwerf"})

    assert response.context["form"].errors["partnership"] == ["Kies een regel uit de lijst."]


def test_a_partnership_is_taken_off(client, project):
    link = ProjectPartnershipFactory(project=project)

    as_staff(client).post(_at(project, f"partnerschappen/{link.pk}/weghalen/"))

    assert not ProjectPartnership.objects.exists()


def test_a_link_of_another_project_is_not_found(client, project):
    link = ProjectPartnershipFactory()

    assert as_staff(client).get(_at(project, f"partnerschappen/{link.pk}/weghalen/")).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_links_take_the_same_queries_for_any_number(client, project, django_assert_num_queries, number):
    as_staff(client)
    ProjectPartnershipFactory.create_batch(number, project=project)
    client.get(_at(project, "partnerschappen/"))

    with django_assert_num_queries(8):
        client.get(_at(project, "partnerschappen/"))


def test_a_mistake_is_removed(client, project):
    response = as_staff(client).post(_at(project, "weghalen/"), {"revision": 1})

    assert (response["Location"], Project.objects.count()) == ("/projecten/", 0)


def test_a_project_with_partnerships_is_not_removed(client, project):
    ProjectPartnershipFactory(project=project)

    response = as_staff(client).post(_at(project, "weghalen/"), {"revision": 1})

    assert "hoort nog bij partnerschappen" in text_of(response)
    assert Project.objects.count() == 1
