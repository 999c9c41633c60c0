"""Making the pages that every installation begins with; what is there already stays as it is."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from steunpunt.portal.models import ContentPage, HomePage, NewsIndexPage, NewsPage

from . import texts

ROOT_DEPTH = 1


def prepare_pages(*, today: date) -> HomePage:
    """The front page and the pages below it, each made only when its address is still free."""
    with transaction.atomic():
        home = HomePage.objects.first() or _new_home()
        _point_site_at(home)
        _ensure(home, ContentPage(title="Over het steunpunt", slug="over", body=texts.ABOUT))
        _ensure(home, ContentPage(title="Privacy", slug="privacy", body=texts.PRIVACY))
        statement = texts.accessibility(today)
        _ensure(home, ContentPage(title="Toegankelijkheid", slug="toegankelijkheid", body=statement))
        if index := _ensure(home, NewsIndexPage(title="Nieuws", slug="nieuws", intro=texts.NEWS_INTRO)):
            _ensure(index, NewsPage(**texts.FIRST_NEWS, on=today, body=texts.FIRST_NEWS_BODY))
    return home


def _new_home() -> HomePage:
    """The front page takes the place of Wagtail's welcome page."""
    root = Page.objects.get(depth=ROOT_DEPTH)
    for welcome in Page.objects.child_of(root).exact_type(Page):
        Site.objects.filter(root_page=welcome).update(root_page=root)
        welcome.delete()
    home: HomePage = Page.objects.get(pk=root.pk).add_child(instance=HomePage(**texts.HOME))
    home.save_revision().publish()
    return home


def _point_site_at(home: HomePage) -> None:
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page_id": home.pk, "site_name": "Steunpunt", **_address()},
    )


def _address() -> dict[str, Any]:
    """Host and port of the site, out of the base address in the settings."""
    secure, _, host = settings.BASE_URL.partition("://")
    name, _, port = host.partition(":")
    return {"hostname": name, "port": int(port or (443 if secure == "https" else 80))}


def _ensure(parent: Page, page: Page) -> Page | None:
    """Adds and publishes the page, unless the parent has one at that address; then nothing."""
    if Page.objects.child_of(parent).filter(slug=page.slug).exists():
        return None
    added = Page.objects.get(pk=parent.pk).add_child(instance=page)
    added.save_revision().publish()
    return added
