"""The news as an Atom feed."""

from datetime import UTC, datetime, time
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from .models import NewsPage
from .queries.pages import latest_news

ITEMS = 20


class NewsFeed(Feed):
    """The latest news; an example installation says so in its title."""

    feed_type = Atom1Feed
    link = reverse_lazy("portal:news")
    feed_url = reverse_lazy("portal:feed")

    def title(self) -> str:
        return _("Nieuws van het steunpunt (voorbeeld)") if settings.EXAMPLE_MODE else _("Nieuws van het steunpunt")

    def subtitle(self) -> str:
        return _("Voor opleidingsscholen: po, vo, mbo en ho.")

    def items(self) -> list[NewsPage]:
        return latest_news("", ITEMS)

    def item_title(self, item: Any) -> str:
        return str(item.title)

    def item_description(self, item: Any) -> str:
        return str(item.intro)

    def item_link(self, item: Any) -> str:
        return str(item.get_url())

    def item_categories(self, item: Any) -> list[str]:
        return list(item.sectors)

    def item_pubdate(self, item: Any) -> datetime:
        return datetime.combine(item.on, time(7), tzinfo=UTC)

    def item_updateddate(self, item: Any) -> datetime:
        moment: datetime = item.last_published_at or self.item_pubdate(item)
        return moment
