"""Start of the portal."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.accounts.events import StaffRoleChanged


class PortalConfig(AppConfig):
    name = "steunpunt.portal"
    label = "portal"
    verbose_name = _("Portaal")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # The models have to be there first.
        from django.db.models.signals import post_delete, post_save  # noqa: PLC0415
        from wagtail.models import PageViewRestriction  # noqa: PLC0415
        from wagtail.signals import page_published, page_unpublished, post_page_move  # noqa: PLC0415

        from steunpunt.foundation.events.announcing import subscribe  # noqa: PLC0415

        from . import reactions  # noqa: PLC0415
        from .models import ContentPage, NewsPage  # noqa: PLC0415

        subscribe(StaffRoleChanged, reactions.open_back_office)
        # Wagtail keeps no ledger of ours, so that its signals tell what search has to look at again.
        for signal in (page_published, page_unpublished, post_page_move):
            signal.connect(reactions.look_at_pages_again, dispatch_uid="search-pages")
        for sender in (ContentPage, NewsPage, PageViewRestriction):
            post_delete.connect(reactions.look_at_pages_again, sender=sender, dispatch_uid="search-pages")
        post_save.connect(reactions.look_at_pages_again, sender=PageViewRestriction, dispatch_uid="search-pages")
