"""The map page, its data and its fragments, as requests."""

import gzip
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.network import (
    InstitutionFactory,
    MembershipFactory,
    MunicipalityFactory,
    PartnershipFactory,
    PostcodeFactory,
    SiteFactory,
)

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def page(client, query="", **headers):
    return client.get(f"/kaart/{query}", headers=headers)


def points_address(client):
    return page(client).context["map"]["points"]


def test_page_lists_partnerships_first(client):
    PartnershipFactory(version__name="Samen Ver")

    assert "Samen Ver" in page(client).content.decode()


@pytest.mark.parametrize(
    ("kind", "name"), [("school", "De Linde"), ("opleider", "Hogeschool Ver"), ("partnerschap", "Samen Ver")]
)
def test_each_kind_has_its_list(client, kind, name):
    PartnershipFactory(version__name="Samen Ver")
    SiteFactory(version__name="De Linde")
    InstitutionFactory(version__name="Hogeschool Ver")

    text = page(client, f"?soort={kind}").content.decode()

    assert [one for one in ("De Linde", "Hogeschool Ver", "Samen Ver") if one in text.partition("row__name")[2]] == [
        name
    ]


def test_tabs_count_what_fits_the_filters(client):
    SiteFactory(version__sector="po")
    SiteFactory(version__sector="vo")
    PartnershipFactory(version__sectors=["vo"])

    tabs = page(client, "?sector=vo").context["tabs"]

    assert [(str(tab["label"]), tab["number"]) for tab in tabs] == [
        ("Partnerschappen", "1"),
        ("Scholen", "1"),
        ("Lerarenopleidingen", "0"),
    ]


def test_htmx_gets_the_list_alone_with_its_address(client):
    PartnershipFactory(version__name="Samen Ver")

    answer = page(client, "?sector=po&pagina=1", **HTMX)

    assert "<html" not in answer.content.decode()
    assert answer["HX-Push-Url"] == "/kaart/?sector=po"


def test_going_back_gets_the_whole_page(client):
    answer = page(client, "", **HTMX, **{"HX-History-Restore-Request": "true"})

    assert "<html" in answer.content.decode()


def test_kind_of_list_survives_the_filter_form(client):
    text = page(client, "?soort=school").content.decode()

    assert '<input type="hidden" name="soort" value="school" form="filters">' in text


def test_sentence_before_the_map_says_that_the_list_is_the_same(client):
    text = page(client).content.decode()

    assert text.index("De lijst hiernaast bevat hetzelfde als de kaart.") < text.index('id="kaart"')


def test_three_rows_take_as_many_queries_as_one(client):
    counts = []
    for more in (1, 2):
        for _number in range(more):
            MembershipFactory()
        page(client)
        with CaptureQueriesContext(connection) as asked:
            page(client)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_points_are_kept_for_ever_under_their_own_address(client):
    SiteFactory(code="01AA00")

    answer = client.get(points_address(client))

    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(answer.content))["sites"]["codes"] == "01AA00"


def test_points_under_another_address_are_asked_again(client):
    answer = client.get(reverse("network:map_points"))

    assert answer["Cache-Control"] == "no-cache"


def test_points_that_the_browser_has_are_not_sent_again(client):
    etag = client.get(reverse("network:map_points"))["ETag"]

    answer = client.get(reverse("network:map_points"), headers={"If-None-Match": etag})

    assert (answer.status_code, answer.content) == (304, b"")


def test_points_do_not_depend_on_who_asks(client):
    assert "Cookie" not in client.get(reverse("network:map_points"))["Vary"]


def test_points_as_on_another_day_have_another_address(client):
    SiteFactory(version__valid_from="2026-08-01")

    before = page(client, "?op=2026-07-31").context["map"]["points"]

    assert before.endswith("&op=2026-07-31")
    assert json.loads(gzip.decompress(client.get(before).content))["sites"]["codes"] == ""


def test_dots_are_a_picture(client):
    SiteFactory()

    answer = client.get(reverse("network:map_dots"))

    assert answer["Content-Type"] == "image/svg+xml"
    assert gzip.decompress(answer.content).startswith(b"<svg")


def test_matches_answer_a_postcode(client):
    PostcodeFactory()
    SiteFactory(version__latitude=52.10)
    SiteFactory(version__latitude=53.20)

    answer = client.get(reverse("network:map_matches"), {"postcode": "3511AB", "straal": "5"}).json()

    assert (len(answer["sites"]), answer["point"]) == (1, [52.09, 5.12])


def test_matches_answer_words(client):
    SiteFactory(version__name="De Linde", version__municipality=MunicipalityFactory())
    SiteFactory(version__name="De Eik")

    assert len(client.get(reverse("network:map_matches"), {"q": "linde"}).json()["sites"]) == 1


def test_point_tells_about_all_schools_on_it(client):
    SiteFactory(code="01AA00", version__name="De Linde")
    SiteFactory(code="02AA00", version__name="De Eik")

    text = client.get(reverse("network:map_point"), {"vestiging": ["01AA00", "02AA00"]}, headers=HTMX).content.decode()

    assert "2 scholen op dit adres" in text
    assert "De Linde" in text
    assert "De Eik" in text


def test_point_of_a_partnership_leads_to_its_page(client):
    PartnershipFactory(slug="samen")

    text = client.get(reverse("network:map_point"), {"partnerschap": "samen"}, headers=HTMX).content.decode()

    assert 'href="/partnerschappen/samen/"' in text


def test_point_of_an_institution_tells_where_it_trains(client):
    partnership = PartnershipFactory(version__name="Samen Ver")
    MembershipFactory(partnership=partnership, institute=True, organisation=InstitutionFactory(code="21XX"))

    text = client.get(reverse("network:map_point"), {"instituut": "21XX"}, headers=HTMX).content.decode()

    assert "leidt op in" in text
    assert "Samen Ver" in text


def test_point_keeps_the_day_in_its_links(client):
    PartnershipFactory(slug="samen")
    question = {"partnerschap": "samen", "op": "2025-01-01"}

    text = client.get(reverse("network:map_point"), question, headers=HTMX).content.decode()

    assert 'href="/partnerschappen/samen/?op=2025-01-01"' in text


def test_point_is_a_whole_page_without_htmx(client):
    PartnershipFactory(slug="samen")

    assert "<html" in client.get(reverse("network:map_point"), {"partnerschap": "samen"}).content.decode()


def test_point_that_does_not_exist_is_not_found(client):
    assert client.get(reverse("network:map_point"), {"partnerschap": "weg"}).status_code == 404


@pytest.mark.parametrize("name", ["map", "map_points", "map_dots", "map_matches", "map_point"])
def test_nothing_of_the_map_is_changed_from_outside(client, name):
    assert client.post(reverse(f"network:{name}")).status_code == 405
