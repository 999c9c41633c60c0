"""Parts of the search page that stand on it many times, put together as HTML in one go.

Five hundred words and addresses on one page: they are escaped by Python itself, because Django's escape first looks
whether each is lazy or safe, which takes five times as long.
"""

from collections.abc import Iterable
from html import escape
from urllib.parse import urlencode

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from steunpunt.foundation.search.documents import Piece
from steunpunt.foundation.search.results import Result
from steunpunt.foundation.ui.icons import draw

from .queries.asked import Asked
from .queries.search import Value

CHOSEN = " aria-current=true"
HEAD = '<p class="hit__kind">{}</p><h3 class="result"><a href="{}">{}</a></h3>{}'
VALUE = (
    '<li><a class="facets__value" href="?{}" rel="nofollow"{}>{}<span>{}</span> '
    '<span class="facets__count">{}<span class="visually-hidden"> {}</span></span></a></li>'
)


def marked(pieces: Iterable[Piece]) -> SafeString:
    """Text with the found words marked."""
    drawn = (f"<mark>{escape(one.text)}</mark>" if one.marked else escape(one.text) for one in pieces)
    return mark_safe("".join(drawn))  # noqa: S308 - every piece is escaped just here


def head(result: Result) -> SafeString:
    """What a result begins with: what kind it is, its title and the passage that fits best."""
    passage = f'<p class="hit__passage">{marked(result.passage)}</p>' if result.passage else ""
    drawn = HEAD.format(escape(result.name), escape(result.url), marked(result.title), passage)
    return mark_safe(drawn)  # noqa: S308 - every part is escaped just here


def values(asked: Asked, shown: Iterable[Value]) -> SafeString:
    """Every value of a facet as a link that chooses it, or lets it go, with how many results it gives."""
    now, results = asked.query(), escape(_("resultaten"))
    rows = []
    for one in shown:
        query = f"{now}&{urlencode([(one.code, one.value)])}"
        chosen, sign = "", ""
        if one.is_chosen:
            query, chosen, sign = asked.without_value(one.code, one.value).query(), CHOSEN, str(draw("check"))
        rows.append(VALUE.format(escape(query), chosen, sign, escape(one.label), one.count, results))
    return mark_safe("".join(rows))  # noqa: S308 - addresses and words are escaped just here
