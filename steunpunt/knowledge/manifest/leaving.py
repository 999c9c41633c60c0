"""What the knowledge room lets others take along as tables."""

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import OpenDataPin, opendata
from steunpunt.knowledge.formats import tables
from steunpunt.knowledge.queries.harvest import all_records, wanted_from, wanted_items

opendata.pin(
    OpenDataPin(
        "kennisitems",
        _("Kennisitems"),
        _("Wat er in de kennisbank voor iedereen te lezen is: praktijk, leertaken, instrumenten en onderzoek."),
        tables.COLUMNS,
        lambda actor, query: map(tables.row, all_records(wanted_items(wanted_from(query)))),
        licence=_("Per item; zie de kolom licentie"),
        source=_("Partnerschappen en het steunpunt; zie de kolom partnerschap"),
        order=60,
    )
)
