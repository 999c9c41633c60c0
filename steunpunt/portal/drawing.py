"""Parts of the search page that stand on it many times, put together as HTML in one go."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from steunpunt.foundation.search.documents import Piece
from steunpunt.foundation.ui.icons import draw

from .queries.asked import Asked
from .queries.search import Value

CHOSEN = " aria-current=true"


def marked(pieces: Iterable[Piece]) -> SafeString:
    """Text with the found words marked."""
    drawn = (f"<mark>{escape(one.text)}</mark>" if one.marked else escape(one.text) for one in pieces)
    return mark_safe("".join(drawn))  # noqa: S308 - every piece is escaped just here


def values(asked: Asked, shown: Iterable[Value]) -> SafeString:
    """Every value of a facet as a link that chooses it, or lets it go, with how many results it gives."""
    now, results = asked.query(), _("resultaten")
    rows: list[tuple[object, ...]] = []
    for one in shown:
        if one.is_chosen:
            let_go = asked.without_value(one.code, one.value).query()
            rows.append((let_go, CHOSEN, draw("check"), one.label, one.count, results))
        else:
            rows.append((f"{now}&{urlencode([(one.code, one.value)])}", "", "", one.label, one.count, results))
    return format_html_join(
        "",
        '<li><a class="facets__value" href="?{}" rel="nofollow"{}>{}<span>{}</span> '
        '<span class="facets__count">{}<span class="visually-hidden"> {}</span></span></a></li>',
        rows,
    )
