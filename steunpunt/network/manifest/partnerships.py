"""What the network pins of partnerships: in the menu, found by search, pointed to by the thread."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import MenuPin, RecordPin, SearchPin, menu, records, search
from steunpunt.network.models import Partnership
from steunpunt.network.queries import search_documents, search_results, search_touched, searching
from steunpunt.network.queries.partnerships import visible_partnerships
from steunpunt.network.queries.records import named_partnerships, record_title

menu.pin(MenuPin(_("Partnerschappen"), "network:partnership_list", order=20))
search.pin(
    SearchPin(
        kind="partnerschap",
        label=_("Partnerschappen"),
        name=_("partnerschap"),
        documents=search_documents.partnership_documents,
        visible=visible_partnerships,
        rows=search_results.partnership_rows,
        card="network/search/_partnership.html",
        match=lambda rows, text: searching.partnerships_found(text, timezone.localdate(), guess=False),
        follows=search_touched.FOLLOWED,
        touched=search_touched.partnerships_touched,
        order=10,
    )
)
records.pin(
    RecordPin(
        "partnerschap",
        _("partnerschap"),
        Partnership,
        named_partnerships,
        record_title,
        lambda row: reverse("network:partnership", args=[row.slug]),
    )
)
