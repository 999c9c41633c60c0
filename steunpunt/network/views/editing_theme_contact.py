"""Whom to ask about which theme: the list for the coordinator, setting a contact and ending one."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import EndForm
from steunpunt.network.actions.theme_contact import end_theme_contact, set_theme_contact
from steunpunt.network.forms.theme_contact import ThemeContactForm
from steunpunt.network.models import Partnership, ThemeContact
from steunpunt.network.queries.contacts import contacts_for_editing
from steunpunt.network.queries.editing import contact_of, main_themes
from steunpunt.network.queries.themes import visible_themes

from .editing_answers import for_managers, manage_crumbs


@require_safe
@for_managers
def contacts(request: Request, partnership: Partnership) -> HttpResponse:
    """Contacts of now and later, and the themes that have none yet."""
    today = timezone.localdate()
    rows = list(contacts_for_editing(partnership, today))
    taken = {row.theme_id for row in rows}
    context = {
        "partnership": partnership,
        "contacts": [_shown(row, today) for row in rows],
        "without": [theme for theme in main_themes(request.actor) if theme.pk not in taken],
        "crumbs": manage_crumbs(partnership, (_("Contactpersonen"), "")),
    }
    return render(request, "network/editing/contacts.html", context)


def _shown(row: ThemeContact, today: Any) -> dict[str, Any]:
    has_left = row.person is not None and not row.person_is_there  # type: ignore[attr-defined]
    return {"row": row, "is_planned": not row.covers(today), "has_left": has_left}


@require_http_methods(["GET", "POST"])
@for_managers
def set_contact(request: Request, partnership: Partnership) -> HttpResponse:
    """A role, and a person when somebody is known, for a theme."""
    today = timezone.localdate()
    theme = visible_themes(request.actor).filter(slug=request.GET.get("thema", "")).first()
    initial = {"theme": theme, "valid_from": today, "revision": partnership.revision}
    form = ThemeContactForm(posted(request), initial=initial, partnership=partnership, actor=request.actor, today=today)
    page = _page(
        partnership,
        _("Contactpersoon voor een thema"),
        intro=_("Bezoekers zoeken iemand bij een thema, niet bij een school. Kies de rol; de persoon mag later."),
        done=_("Bewaard. Vanaf die dag staat dit contact bij het thema op de pagina."),
    )
    page.template = "network/editing/contact_form.html"
    page.extra["partnership"] = partnership
    return answer(request, form, page, lambda given, **who: set_theme_contact(form.contact(partnership), **who))


@require_http_methods(["GET", "POST"])
@for_managers
def end_contact(request: Request, partnership: Partnership, public_id: str) -> HttpResponse:
    """From a day on nobody, or somebody else, for this theme."""
    row = found_or_404(contact_of(partnership, public_id))
    initial = {"valid_until": timezone.localdate(), "revision": partnership.revision}
    form = EndForm(posted(request), initial=initial)
    page = _page(
        partnership,
        _("Contact beëindigen: %(theme)s") % {"theme": row.theme.title},
        intro=_("Komt er iemand anders? Dan hoef je dit niet te doen: zet de nieuwe contactpersoon erin."),
        done=_("Bewaard. Vanaf die dag staat er geen contact meer bij dit thema."),
    )
    return answer(request, form, page, lambda given, **who: end_theme_contact(row, given["valid_until"], **who))


def _page(partnership: Partnership, title: str, *, intro: str, done: str) -> Page:
    back = reverse("network:manage_contacts", args=[partnership.slug])
    crumbs = manage_crumbs(partnership, (_("Contactpersonen"), back), (title, ""))
    return Page(title=title, intro=intro, back=back, done=done, crumbs=crumbs)
