"""What is new in the knowledge base as Atom feeds: everything, and per theme."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.formats.record import Record, clean
from steunpunt.knowledge.queries.harvest import Wanted, records_in_order, wanted_items
from steunpunt.network.models import Theme
from steunpunt.network.queries.themes import theme_by_slug

NEWEST = 30


class NewItems(Feed):
    """The newest items of all themes."""

    feed_type = Atom1Feed

    def title(self, obj: Any) -> str:
        return _with_mark(_("Nieuw in de kennisbank van het steunpunt"))

    def subtitle(self, obj: Any) -> str:
        return _("Praktijk, leertaken, instrumenten en onderzoek van opleidingsscholen.")

    def link(self, obj: Any) -> str:
        return settings.BASE_URL + reverse("knowledge:item_list")

    def feed_url(self, obj: Any) -> str:
        return settings.BASE_URL + reverse("knowledge:feed")

    def items(self, obj: Any) -> list[Record]:
        return _newest(Wanted())

    def item_title(self, item: Any) -> str:
        return _("Voorbeeld: %(title)s") % {"title": item.title} if item.is_example else str(item.title)

    def item_description(self, item: Any) -> str:
        return linebreaks(str(item.outcome), autoescape=True)

    def item_link(self, item: Any) -> str:
        return str(item.url)

    def item_author_name(self, item: Any) -> str:
        return str(item.creator)

    def item_categories(self, item: Any) -> list[str]:
        return [item.kind_name, *item.sectors, *(theme.name for theme in item.themes)]

    def item_copyright(self, item: Any) -> str:
        return str(item.terms.name)

    def item_pubdate(self, item: Any) -> datetime:
        moment: datetime = item.published_at
        return moment

    def item_updateddate(self, item: Any) -> datetime:
        moment: datetime = item.changed_at
        return moment


class NewForTheme(NewItems):
    """The newest items of a theme and of all that falls under it."""

    def get_object(self, request: HttpRequest, slug: str) -> Theme:
        theme = theme_by_slug(Actor.visitor(), slug)
        if theme is None:
            raise Http404
        return theme

    def title(self, obj: Any) -> str:
        return _with_mark(_("Kennis over %(theme)s") % {"theme": clean(obj.title)})

    def link(self, obj: Any) -> str:
        return settings.BASE_URL + reverse("network:theme", args=[obj.slug])

    def feed_url(self, obj: Any) -> str:
        return settings.BASE_URL + reverse("knowledge:theme_feed", args=[obj.slug])

    def items(self, obj: Any) -> list[Record]:
        return _newest(Wanted(themes=(obj.slug,)))


def _newest(wanted: Wanted) -> list[Record]:
    return records_in_order(list(wanted_items(wanted).values_list("pk", flat=True)[:NEWEST]))


def _with_mark(title: str) -> str:
    return _("%(title)s (voorbeeld)") % {"title": title} if settings.EXAMPLE_MODE else title
