"""The first pages and the groups of the back office."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import GroupPagePermission, Page, Site

from steunpunt.portal.management.preparing.groups import prepare_groups
from steunpunt.portal.management.preparing.pages import prepare_pages
from steunpunt.portal.models import ContentPage, HomePage

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 1)


def rights_of(name):
    rows = GroupPagePermission.objects.filter(group__name=name, page__depth=1)
    return set(rows.values_list("permission__codename", flat=True))


def test_every_installation_begins_with_the_same_pages():
    prepare_pages(today=TODAY)

    assert set(Page.objects.filter(depth__gt=1).values_list("slug", flat=True)) == {
        "home",
        "over",
        "privacy",
        "toegankelijkheid",
        "nieuws",
        "kaart-en-gids-staan-online",
    }


def test_site_begins_at_our_front_page(settings):
    settings.BASE_URL = "https://steunpunt.voorbeeld.invalid"
    home = prepare_pages(today=TODAY)

    site = Site.objects.get()
    assert (site.root_page_id, site.hostname, site.port) == (home.pk, "steunpunt.voorbeeld.invalid", 443)


def test_what_editors_wrote_stays():
    prepare_pages(today=TODAY)
    page = ContentPage.objects.get(slug="over")
    page.intro = "Zelf geschreven."
    page.save_revision().publish()

    prepare_pages(today=TODAY)

    assert ContentPage.objects.get(slug="over").intro == "Zelf geschreven."
    assert HomePage.objects.count() == 1


def test_page_that_editors_removed_comes_back_once():
    prepare_pages(today=TODAY)
    ContentPage.objects.get(slug="privacy").delete()

    prepare_pages(today=TODAY)

    assert ContentPage.objects.filter(slug="privacy").count() == 1


def test_project_leaders_publish_and_editors_hand_in():
    prepare_groups()

    assert rights_of("Redacteuren") == {"add_page", "change_page"}
    assert rights_of("Projectleiders") >= {"add_page", "change_page", "publish_page", "lock_page"}


def test_groups_can_be_prepared_again():
    prepare_groups()
    prepare_groups()

    assert set(Group.objects.values_list("name", flat=True)) == {"Redacteuren", "Projectleiders"}


def test_command_says_that_all_is_ready(capsys):
    call_command("prepare_portal")

    assert "staan klaar" in capsys.readouterr().out
