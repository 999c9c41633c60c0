"""Addresses of the portal: front page, search, open data, statements, and names for the pages of the editors."""

from django.contrib.sitemaps import views as sitemap_views
from django.urls import URLPattern, URLResolver, path, re_path
from wagtail.views import serve

from . import home, media, opendata, saved, search, statements
from .api.views import changelog
from .feeds import NewsFeed
from .sitemaps import SECTIONS, index

app_name = "portal"


def _page(slug: str, name: str) -> URLPattern:
    """A page of the editors that other pages link to by name."""
    return path(f"{slug}/", serve, {"path": f"{slug}/"}, name=name)


urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("zoeken/", search.search, name="search"),
    path("zoeken/suggesties/", search.suggest, name="search_suggest"),
    path("zoeken/wissen/", search.erase_recent, name="search_erase"),
    path("zoeken/bewaren/", saved.save, name="search_save"),
    path("zoeken/stoppen/<str:token>/", saved.stop, name="search_stop"),
    path("zoeken/overzicht/", saved.overview, name="search_overview"),
    path("open-data/", opendata.page, name="opendata"),
    path("open-data/<slug:name>.<slug:format_name>", opendata.file, name="download"),
    path("nieuws/atom.xml", NewsFeed(), name="feed"),
    _page("nieuws", "news"),
    _page("over", "about"),
    _page("privacy", "privacy"),
    _page("toegankelijkheid", "accessibility"),
    path("api/v1/changelog", changelog, name="api_changelog"),
    path(".well-known/security.txt", statements.security_txt, name="security_txt"),
    path("robots.txt", statements.robots_txt, name="robots"),
    path("sitemap.xml", index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap_views.sitemap, {"sitemaps": SECTIONS}, name="sitemap_section"),
    re_path(r"^media/images/(?P<path>[\w\-]+(?:\.[\w\-]+)+)$", media.image, name="image"),
]
