"""What the knowledge room pins of the way back: uses, balances, what is kept at hand and followed."""

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.boards import PanelPin, PrivacyPin, panels, privacy
from steunpunt.knowledge.actions import following as following_actions
from steunpunt.knowledge.actions import use as use_actions
from steunpunt.knowledge.models import Bookmark, ItemUse, ThemeFollow
from steunpunt.knowledge.queries import balance, following, use
from steunpunt.network.models import Partnership, Theme

panels.pin(
    PanelPin(Partnership, "geven-en-nemen", _("Geven en nemen"), balance.balance_panel, "knowledge/_balance.html")
)
panels.pin(
    PanelPin(Theme, "volgen", _("Volg dit thema"), following.theme_panel, "knowledge/use/_follow.html", order=20)
)
panels.pin(
    PanelPin(User, "bewaard", _("Bewaard en gevolgd"), following.kept_at_hand, "knowledge/_following.html", order=20)
)
privacy.pin(PrivacyPin(ItemUse, _("Gebruik van bijdragen"), use.held_uses, use_actions.forget_uses))
privacy.pin(PrivacyPin(Bookmark, _("Bladwijzers"), following.held_bookmarks, following_actions.forget_bookmarks))
privacy.pin(PrivacyPin(ThemeFollow, _("Gevolgde thema’s"), following.held_follows, following_actions.forget_following))
