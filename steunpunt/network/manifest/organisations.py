"""What the network pins of schools and teacher training institutions: found by search, pointed to by the thread."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import RecordPin, SearchPin, records, search
from steunpunt.network.models import Organisation
from steunpunt.network.queries import search_documents, search_results, search_touched, searching
from steunpunt.network.queries.addresses import organisation_address
from steunpunt.network.queries.organisations import visible_organisations
from steunpunt.network.queries.records import named_organisations, record_title

search.pin(
    SearchPin(
        kind="school",
        label=_("Scholen"),
        name=_("school"),
        documents=search_documents.site_documents,
        visible=visible_organisations,
        rows=search_results.site_rows,
        card="network/search/_site.html",
        match=lambda rows, text: searching.sites_found(text, timezone.localdate(), guess=False),
        follows=search_touched.FOLLOWED[:3],
        touched=search_touched.organisations_touched,
        shows_passage=False,
        order=20,
    )
)
search.pin(
    SearchPin(
        kind="lerarenopleiding",
        label=_("Lerarenopleidingen"),
        name=_("lerarenopleiding"),
        documents=search_documents.institution_documents,
        visible=visible_organisations,
        rows=search_results.institution_rows,
        card="network/search/_institution.html",
        match=lambda rows, text: searching.institutions_found(text, timezone.localdate(), guess=False),
        follows=search_touched.FOLLOWED[:3],
        touched=search_touched.organisations_touched,
        shows_passage=False,
        order=30,
    )
)
records.pin(
    RecordPin(
        "organisatie",
        _("organisatie"),
        Organisation,
        named_organisations,
        record_title,
        lambda row: organisation_address(row.kind, row.code or row.public_id),
    )
)
