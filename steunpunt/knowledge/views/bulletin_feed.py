"""The stream of bulletins as an Atom feed, with the filter that stands in its address."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.html import linebreaks
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.formats.record import clean
from steunpunt.knowledge.forms.stream import PARAMETERS, address_of, read_choice
from steunpunt.knowledge.models import Bulletin
from steunpunt.knowledge.queries.stream import Stream, StreamChoice

from .bulletins import feed_address

ITEMS = 30


class BulletinFeed(Feed):
    """The newest bulletins for a choice, as everybody may read them; an example installation says so."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *args: object, **kwargs: object) -> tuple[StreamChoice, str]:
        """The choice, and its filters in words."""
        choice = read_choice(request.GET)
        options = Stream(Actor.visitor(), choice).options()
        named = {(name, option.value): option.label for name in PARAMETERS for option in options[name]}
        words = [named.get((name, value), value) for name in PARAMETERS for value in getattr(choice, name)]
        return choice, ", ".join([*words, choice.text] if choice.text else words)

    def title(self, asked: tuple[StreamChoice, str]) -> str:
        title = _("Berichten voor scholen (voorbeeld)") if settings.EXAMPLE_MODE else _("Berichten voor scholen")
        return f"{title}: {asked[1]}" if asked[1] else title

    def subtitle(self, asked: tuple[StreamChoice, str]) -> str:
        return _("Wat er verandert voor opleidingsscholen, met de dag waarop het ingaat en de bron.")

    def link(self, asked: tuple[StreamChoice, str]) -> str:
        return settings.BASE_URL + reverse("knowledge:bulletin_list") + address_of(asked[0])

    def feed_url(self, asked: tuple[StreamChoice, str]) -> str:
        return settings.BASE_URL + feed_address(asked[0])

    def items(self, asked: tuple[StreamChoice, str]) -> list[Bulletin]:
        return list(Stream(Actor.visitor(), asked[0]).items()[:ITEMS])

    def item_title(self, item: Any) -> str:
        title = clean(item.title)
        return _("Voorbeeld: %(title)s") % {"title": title} if item.is_example else title

    def item_description(self, item: Any) -> str:
        """The whole text, because it is short, with its day and its sources."""
        day = date_format(item.effective_on, "j F Y")
        lines = [item.text, _("Gaat in of geldt sinds: %(day)s.") % {"day": day}]
        lines += [_("Bron: %(source)s") % {"source": part.source} for part in item.parts]
        return linebreaks(clean("\n\n".join(lines)), autoescape=True)

    def item_link(self, item: Any) -> str:
        return settings.BASE_URL + reverse("knowledge:bulletin", args=[item.slug])

    def item_author_name(self, item: Any) -> str:
        return clean(", ".join(sender.name for sender in item.senders))

    def item_categories(self, item: Any) -> list[str]:
        return [*item.reached_sectors, *(role.title for role in item.reached_roles)]

    def item_pubdate(self, item: Any) -> datetime:
        moment: datetime = item.published_at
        return moment

    def item_updateddate(self, item: Any) -> datetime:
        moment: datetime = item.changed_at
        return moment
