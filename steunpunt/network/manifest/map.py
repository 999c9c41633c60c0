"""What the network pins of the map on the front page and in the menu."""

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import FacetPin, MenuPin, TilePin, facets, menu, tiles
from steunpunt.network.queries.map import national_picture

tiles.pin(
    TilePin(
        "map",
        "network/map/teaser.html",
        lambda actor, sector, today: {"picture": national_picture(actor, today)},
    )
)
menu.pin(MenuPin(_("Kaart"), "network:map", order=10))
facets.pin(FacetPin("provincie", _("Provincie"), order=60))
