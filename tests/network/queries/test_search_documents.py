"""What search may find of the network."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import search
from steunpunt.network.queries import search_documents, search_results
from tests.factories.foundation import signed_in_actor
from tests.factories.network import (
    AffiliationFactory,
    BoardFactory,
    InstitutionFactory,
    MembershipFactory,
    PartnershipFactory,
    PersonFactory,
    ProgrammeFactory,
    ProjectFactory,
    SchoolFactory,
    SiteFactory,
    ThemeContactFactory,
    ThemeFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db


def test_partnership_tells_who_takes_part_and_whom_to_call_but_no_names_of_people():
    partnership = PartnershipFactory(version__name="De Brug", vision="Samen opleiden is leren van elkaar.")
    MembershipFactory(partnership=partnership, organisation__version__name="Brugschool")
    MembershipFactory(partnership=partnership, institute=True, organisation__version__name="Hanze")
    parent = ThemeFactory(title="Begeleiden", slug="begeleiden")
    theme = ThemeFactory(title="Inductie", slug="inductie", parent=parent)
    ThemeContactFactory(partnership=partnership, theme=theme, person=PersonFactory(public=True))

    [document] = search_documents.partnership_documents(None)

    assert (document.reference, document.title, document.audience) == (partnership.reference, "De Brug", ("public",))
    assert document.text.startswith("Samen opleiden is leren van elkaar.")
    for words in ("Brugschool (Utrecht)", "Met Hanze.", "Contactpersoon voor Inductie."):
        assert words in document.text
    assert "Noor" not in document.text
    assert document.facets["thema"] == ("begeleiden", "inductie")
    assert document.facets["sector"] == ("po",)


def test_site_is_found_by_place_code_brin_board_and_partnership():
    board = BoardFactory(version__name="Stichting Het Veld", code="41234")
    school = SchoolFactory(code="04DE", version__part_of=board)
    site = SiteFactory(code="04DE01", version__name="De Triangel", version__part_of=school)
    MembershipFactory(organisation=site, partnership__version__name="De Brug")

    [document] = search_documents.site_documents([site.public_id])

    assert document.title == "De Triangel"
    for words in ("04DE01, BRIN 04DE", "Utrecht", "3511AA", "Stichting Het Veld, 41234", "De Brug"):
        assert words in document.text


def test_institution_is_found_by_its_programmes():
    programme = ProgrammeFactory(institution__version__name="Hanze")
    MembershipFactory(institute=True, organisation=programme.institution)

    [document] = search_documents.institution_documents(None)

    assert "Opleiding tot leraar Basisonderwijs, Utrecht." in document.text
    assert document.facets["sector"] == ("po",)


def test_theme_and_project_carry_the_themes_above_them():
    parent = ThemeFactory(title="Begeleiden", slug="begeleiden")
    theme = ThemeFactory(title="Inductie", slug="inductie", keyword_line="starters", parent=parent)
    project = ProjectFactory(title="Leren van elkaar", summary="In de regio.")
    project.themes.add(theme)

    themes = {one.title: one for one in search_documents.theme_documents(None)}
    [found] = search_documents.project_documents([project.public_id])

    assert (themes["Inductie"].text, themes["Inductie"].facets["thema"]) == ("starters", ("begeleiden", "inductie"))
    assert found.text.startswith("In de regio.")
    assert found.facets == {"thema": ("begeleiden", "inductie"), "jaar": ("2020",)}


def test_of_schools_only_the_words_are_learned():
    InstitutionFactory()
    SiteFactory()
    PartnershipFactory()
    ThemeFactory()

    documents = {
        one.kind: one.words_only
        for of_kind in (
            search_documents.site_documents,
            search_documents.partnership_documents,
            search_documents.institution_documents,
            search_documents.theme_documents,
        )
        for one in of_kind(None)
    }

    assert documents == {"school": True, "partnerschap": False, "lerarenopleiding": False, "thema": False}


def test_only_what_is_asked_for():
    partnerships = PartnershipFactory.create_batch(2)

    found = list(search_documents.partnership_documents([partnerships[0].public_id, "weg"]))

    assert [one.reference for one in found] == [partnerships[0].reference]


def test_rows_of_results_are_those_of_the_lists():
    partnership, site, institution = PartnershipFactory(), SiteFactory(), InstitutionFactory()
    theme, project, visitor = ThemeFactory(), ProjectFactory(), Actor.visitor()

    found = [
        *search.get("partnerschap").found(visitor, [partnership.public_id, "weg"]),
        *search.get("school").found(visitor, [site.public_id]),
        *search.get("lerarenopleiding").found(visitor, [institution.public_id]),
        *search.get("thema").found(visitor, [theme.public_id]),
        *search.get("project").found(visitor, [project.public_id]),
    ]

    known = (partnership, site, institution, theme, project)
    assert [row.public_id for row in found] == [row.public_id for row in known]


def test_members_hold_tokens_of_their_own_partnerships_only():
    own, other = PartnershipFactory(), PartnershipFactory()
    coordinator = coordinator_of(own)
    ended = AffiliationFactory(person__account=signed_in_actor().account, partnership=other, organisation=None)
    ended.valid_until = ended.valid_from.replace(year=2021)
    ended.save()

    assert search_results.member_tokens(coordinator) == ["members", f"partnership:{own.public_id}"]
    assert search_results.member_tokens(Actor.of(ended.person.account)) == []
    assert search_results.member_tokens(Actor.visitor()) == []


def test_names_of_themes_stand_without_the_dashes_of_the_tree():
    ThemeFactory(title="Inductie", slug="inductie", parent=ThemeFactory(title="Begeleiden", slug="begeleiden"))

    assert search_results.theme_names() == {"begeleiden": "Begeleiden", "inductie": "Inductie"}
