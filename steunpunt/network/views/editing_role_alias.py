"""What a partnership itself calls the roles from the national list."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ui.answers import Page, answer, posted
from steunpunt.network.actions.role_alias import set_role_aliases
from steunpunt.network.forms.role_alias import RoleAliasForm
from steunpunt.network.models import Partnership
from steunpunt.network.queries.role_aliases import own_titles, roles_in_use

from .editing_answers import for_managers, manage_crumbs


@require_http_methods(["GET", "POST"])
@for_managers
def aliases(request: Request, partnership: Partnership) -> HttpResponse:
    """The roles that are in use here, each with a place for the own name."""
    form = RoleAliasForm(
        posted(request),
        roles=roles_in_use(partnership, timezone.localdate()),
        titles=own_titles(partnership),
        initial={"revision": partnership.revision},
    )
    title = _("Rolnamen")
    page = Page(
        title=title,
        intro=_(
            "Rollen hebben overal dezelfde naam, zodat bezoekers ze herkennen. Noemen jullie een rol anders? "
            "Vul die naam in, dan staat hij erbij. Laat leeg wat gewoon zo heet."
        ),
        back=reverse("network:partnership_edit", args=[partnership.slug]),
        done=_("Bewaard. De eigen namen staan bij de contactpersonen op jullie pagina."),
        template="network/editing/role_aliases.html",
        crumbs=manage_crumbs(partnership, (title, "")),
        extra={"partnership": partnership},
    )
    return answer(request, form, page, lambda given, **who: set_role_aliases(partnership, form.titles(), **who))
