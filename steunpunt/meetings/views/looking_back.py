"""The questions afterwards, by the link in the mail."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.meetings.actions.asking import look_back
from steunpunt.meetings.forms.asking import LookBackForm
from steunpunt.meetings.models import QuestionMoment
from steunpunt.meetings.queries.leading import address_of
from steunpunt.meetings.queries.questions import questions_of
from steunpunt.meetings.queries.registrations import registration_by_link
from steunpunt.meetings.rules.registering import can_evaluate


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def evaluate(request: Request, link: str) -> HttpResponse:
    """Once; the name is not kept with the answers."""
    found = found_or_404(registration_by_link(link.replace("\x00", "")))
    asked = questions_of(found.meeting, QuestionMoment.AFTER)
    if not asked or not can_evaluate(found, timezone.now()):
        return redirect("meetings:registration", link)
    back = reverse("meetings:registration", args=[link])
    title = _("Hoe was het?")
    page = Page(
        title=title,
        intro=_("Je naam staat niet bij je antwoorden. Antwoorden van minder dan vijf mensen laten we niet zien."),
        back=back,
        done=_("Bedankt. Hier maken we de volgende bijeenkomst beter mee."),
        submit=_("Verstuur"),
        crumbs=[(found.meeting.title, address_of(found.meeting)), (_("Je aanmelding"), back), (title, "")],
    )
    form = LookBackForm(posted(request), questions=asked)

    def deed(given: dict[str, Any], **who: Any) -> None:
        look_back(found, form.answers, at=who["at"])

    return answer(request, form, page, deed)
