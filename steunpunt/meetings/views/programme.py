"""The programme of a meeting and who leads it: adding, changing and removing."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import answer, found_or_404, posted
from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.meetings.actions import leads as lead_actions
from steunpunt.meetings.actions import programme as actions
from steunpunt.meetings.forms.programme import LeadForm, PartForm, initial_of_part, next_part
from steunpunt.meetings.models import ProgrammeItem
from steunpunt.meetings.queries.meetings import led_item

from .organising import FORM, found_meeting, page_of


@never_cache
@require_http_methods(FORM)
@signed_in_required
def add_item(request: Request, public_id: str) -> HttpResponse:
    """One more part of the programme."""
    found = found_meeting(request, public_id)
    page = page_of(found, _("Onderdeel toevoegen"), done=_("Het onderdeel staat in het programma."))
    page.back += "#programma"
    form = PartForm(posted(request), initial=next_part(found), meeting=found)
    return answer(request, form, page, lambda given, **who: actions.add_item(found, given, **who))


@never_cache
@require_http_methods(FORM)
@signed_in_required
def change_item(request: Request, public_id: str) -> HttpResponse:
    """What a part is, when it is and where."""
    item = _found_item(request, public_id)
    page = page_of(item.meeting, _("Onderdeel wijzigen"), done=_("Bewaard."))
    page.back += "#programma"
    form = PartForm(posted(request), initial=initial_of_part(item), meeting=item.meeting)
    return answer(request, form, page, lambda given, **who: actions.change_item(item, given, **who))


@never_cache
@require_http_methods(FORM)
@signed_in_required
def remove_item(request: Request, public_id: str) -> HttpResponse:
    """Take a part out of the programme."""
    item = _found_item(request, public_id)
    page = page_of(item.meeting, _("Onderdeel weghalen"), done=_("Weggehaald uit het programma."))
    page.intro = _("‘%(title)s’ verdwijnt uit het programma, met wat erbij hoort.") % {"title": item.title}
    page.back += "#programma"
    page.submit, page.kind = _("Ja, haal weg"), "danger"
    form = RevisedForm(posted(request), initial={"revision": item.meeting.revision})
    return answer(request, form, page, lambda given, **who: actions.remove_item(item, **who))


@never_cache
@require_http_methods(FORM)
@signed_in_required
def add_lead(request: Request, public_id: str) -> HttpResponse:
    """Somebody else who prepares and leads the meeting."""
    found = found_meeting(request, public_id)
    page = page_of(found, _("Iemand toevoegen die leidt"), done=_("Toegevoegd."))
    page.intro = _("Wie de bijeenkomst leidt, kan alles wijzigen en ziet wie zich heeft aangemeld.")
    page.submit = _("Voeg toe")
    form = LeadForm(posted(request))

    def deed(given: dict[str, Any], **who: Any) -> None:
        if form.account is None:
            raise Refusal(_("Met dit adres is er geen account."), field="email")
        lead_actions.add_lead(found, form.account, by=who["by"], at=who["at"])

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(FORM)
@signed_in_required
def remove_lead(request: Request, public_id: str, key: int) -> HttpResponse:
    """Somebody no longer leads the meeting."""
    found = found_meeting(request, public_id)
    lead = found_or_404(next((one for one in found.leads.all() if one.pk == key), None))
    page = page_of(found, _("Leidt niet meer"), done=_("Deze persoon leidt de bijeenkomst niet meer."))
    page.intro = _("%(name)s kan de bijeenkomst dan niet meer wijzigen.") % {"name": lead.account.name}
    page.submit, page.kind = _("Ja, haal weg"), "danger"
    is_self = request.actor.account == lead.account and not request.actor.is_staff

    def deed(given: dict[str, Any], **who: Any) -> None:
        lead_actions.remove_lead(lead, by=who["by"], at=who["at"])
        if is_self:
            page.back = reverse("meetings:own_list")

    return answer(request, RevisedForm(posted(request)), page, deed)


def _found_item(request: Request, public_id: str) -> ProgrammeItem:
    item: ProgrammeItem = found_or_404(led_item(request.actor, public_id))
    return item
