"""What the back office leaves out of its menus and adds to them."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

HIDDEN_SETTINGS = frozenset({"users", "groups", "sites", "collections", "workflows", "workflow-tasks"})


@hooks.register("construct_settings_menu")
def leave_out_settings(request: HttpRequest, items: list[MenuItem]) -> None:
    """Accounts and rights follow from roles, so there is nothing to set here."""
    items[:] = [item for item in items if item.name not in HIDDEN_SETTINGS]


@hooks.register("register_admin_menu_item")
def way_back() -> MenuItem:
    """The way back to the site."""
    return MenuItem(_("Naar de website"), reverse("portal:home"), icon_name="home", order=10)


@hooks.register("insert_global_admin_css")
def own_colours() -> SafeString:
    """The colours of the platform."""
    return format_html('<link rel="stylesheet" href="{}">', static("portal/css/beheer.css"))
