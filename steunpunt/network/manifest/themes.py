"""What the network pins of themes: in the menu, found and filtered by in search, pointed to by the thread."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import FacetPin, MenuPin, RecordPin, SearchPin, facets, menu, records, search
from steunpunt.network.models import Theme
from steunpunt.network.queries import search_documents, search_results, searching
from steunpunt.network.queries.themes import visible_themes

menu.pin(MenuPin(_("Thema’s"), "network:theme_list", order=30))
search.pin(
    SearchPin(
        kind="thema",
        label=_("Thema’s"),
        name=_("thema"),
        documents=search_documents.theme_documents,
        visible=visible_themes,
        card="network/search/_theme.html",
        url=lambda row: reverse("network:theme", args=[row.slug]),
        match=searching.themes_found,
        follows=("thema", "lijsten"),
        touched=lambda references: None,
        order=5,
    )
)
facets.pin(FacetPin("thema", _("Thema"), search_results.theme_names, order=20))
records.pin(
    RecordPin(
        "thema",
        _("thema"),
        Theme,
        visible_themes,
        lambda row: row.title,
        lambda row: reverse("network:theme", args=[row.slug]),
    )
)
