"""What the network pins of corrections that wait for an answer, and what staff see on their front page."""

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import TilePin, WorkPin, tiles, worklist
from steunpunt.network.actions import corrections
from steunpunt.network.queries.corrections import correction_shown
from steunpunt.network.queries.manage import staff_tile
from steunpunt.network.rules.corrections import corrections_handled_by, may_handle_correction

worklist.pin(
    WorkPin(
        kind=corrections.KIND,
        label=_("Verbetering"),
        template="network/editing/_correction.html",
        accept=corrections.accept_correction,
        decline=corrections.decline_correction,
        may_handle=may_handle_correction,
        context=correction_shown,
        handled=corrections_handled_by,
        personal=frozenset({"reason"}),
    )
)
tiles.pin(TilePin("staff", "network/editing/_staff_tile.html", lambda actor, sector, today: staff_tile(actor, today)))
