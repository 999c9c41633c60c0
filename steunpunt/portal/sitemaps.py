"""The map of the site for search engines: pages, who takes part, themes, projects, and what is known."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemap_views
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.queries.bulletins import visible_bulletins
from steunpunt.knowledge.queries.frameworks import visible_frameworks
from steunpunt.knowledge.queries.items import visible_items
from steunpunt.knowledge.queries.regulations import visible_regulations
from steunpunt.meetings.queries.meetings import visible_series
from steunpunt.meetings.queries.taking import public_meetings
from steunpunt.network.queries.directory import institution_directory, partnership_directory, site_directory
from steunpunt.network.queries.projects import visible_projects
from steunpunt.network.queries.themes import visible_themes

from .queries.pages import visible_pages

FIXED = (
    "portal:home",
    "network:map",
    "network:partnership_list",
    "network:site_list",
    "network:institution_list",
    "network:theme_list",
    "network:project_list",
    "knowledge:item_list",
    "knowledge:collection_list",
    "knowledge:framework_list",
    "knowledge:regulation_list",
    "knowledge:bulletin_list",
    "meetings:agenda",
    "meetings:past",
    "portal:opendata",
    "portal:api_changelog",
)


class OurSitemap(Sitemap):
    """Addresses follow the base address in the settings, whatever name the request came in by."""

    limit = 10_000
    protocol = urlsplit(settings.BASE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.BASE_URL).netloc

    def location(self, item: Any) -> str:
        return str(item.url)


class FixedPages(OurSitemap):
    """Pages that the platform makes itself."""

    def items(self) -> Sequence[str]:
        return FIXED

    def location(self, item: Any) -> str:
        return reverse(item)


class EditorsPages(OurSitemap):
    """Pages of the editors."""

    def items(self) -> Any:
        return visible_pages()

    def location(self, item: Any) -> str:
        return str(item.get_url())

    def lastmod(self, item: Any) -> datetime | None:
        moment: datetime | None = item.last_published_at
        return moment


class Partnerships(OurSitemap):
    """All partnerships of today."""

    def items(self) -> Sequence[Any]:
        return partnership_directory(Actor.visitor(), timezone.localdate()).rows

    def location(self, item: Any) -> str:
        return reverse("network:partnership", args=[item.slug])


class Institutions(OurSitemap):
    """All training institutions of today."""

    def items(self) -> Sequence[Any]:
        return institution_directory(Actor.visitor(), timezone.localdate()).rows

    def location(self, item: Any) -> str:
        return str(item.organisation.url)


class Sites(Institutions):
    """All school sites of today."""

    def items(self) -> Sequence[Any]:
        return site_directory(Actor.visitor(), timezone.localdate()).rows


class Themes(OurSitemap):
    """All themes, with whom to ask about them."""

    def items(self) -> Any:
        return visible_themes(Actor.visitor())

    def location(self, item: Any) -> str:
        return reverse("network:theme", args=[item.slug])


class Projects(OurSitemap):
    """All projects, running or not."""

    def items(self) -> Any:
        return visible_projects(Actor.visitor())

    def location(self, item: Any) -> str:
        return reverse("network:project", args=[item.slug])


class KnowledgeItems(OurSitemap):
    """What is known, as far as everybody may read it; a next version counts as a change."""

    def items(self) -> Any:
        rows = visible_items(Actor.visitor()).select_related("live").order_by("pk")
        return rows.only("slug", "live__published_at")

    def location(self, item: Any) -> str:
        return reverse("knowledge:item", args=[item.slug])

    def lastmod(self, item: Any) -> datetime | None:
        moment: datetime | None = item.live.published_at
        return moment


class Frameworks(OurSitemap):
    """The words by which we judge."""

    def items(self) -> Any:
        return visible_frameworks(Actor.visitor())

    def location(self, item: Any) -> str:
        return reverse("knowledge:framework", args=[item.slug])


class Regulations(OurSitemap):
    """Laws and regulations with our summary."""

    def items(self) -> Any:
        return visible_regulations(Actor.visitor())

    def location(self, item: Any) -> str:
        return reverse("knowledge:regulation", args=[item.bwbr])


class Bulletins(OurSitemap):
    """All bulletins that stand by themselves."""

    def items(self) -> Any:
        return visible_bulletins(Actor.visitor()).order_by("pk")

    def location(self, item: Any) -> str:
        return reverse("knowledge:bulletin", args=[item.slug])

    def lastmod(self, item: Any) -> datetime:
        moment: datetime = item.changed_at
        return moment


class Meetings(OurSitemap):
    """What stands on the agenda for everybody, or stood there."""

    def items(self) -> Any:
        return public_meetings()

    def location(self, item: Any) -> str:
        return reverse("meetings:meeting", args=[item.slug])


class MeetingSeries(OurSitemap):
    """Series of meetings."""

    def items(self) -> Any:
        return visible_series(Actor.visitor()).order_by("pk")

    def location(self, item: Any) -> str:
        return reverse("meetings:series", args=[item.slug])


SECTIONS = {
    "vast": FixedPages,
    "paginas": EditorsPages,
    "partnerschappen": Partnerships,
    "lerarenopleidingen": Institutions,
    "vestigingen": Sites,
    "themas": Themes,
    "projecten": Projects,
    "kennisbank": KnowledgeItems,
    "kaders": Frameworks,
    "regelingen": Regulations,
    "berichten": Bulletins,
    "bijeenkomsten": Meetings,
    "reeksen": MeetingSeries,
}


def index(request: HttpRequest) -> HttpResponse:
    """All sections with all their pages, under the base address whatever name the request came in by."""
    items = []
    for name, section in SECTIONS.items():
        first = f"{settings.BASE_URL}{reverse('portal:sitemap_section', args=[name])}"
        rest = [f"{first}?p={number}" for number in range(2, section().paginator.num_pages + 1)]
        items += [sitemap_views.SitemapIndexItem(location) for location in (first, *rest)]
    return TemplateResponse(request, "sitemap_index.xml", {"sitemaps": items}, content_type="application/xml")
