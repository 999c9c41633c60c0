"""For whoever leads a meeting: who comes, what they need, the files, a mail to them, questions and answers."""

from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.opendata import separated, workbook
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.meetings.actions import asking
from steunpunt.meetings.actions.writing_to import write_to_participants
from steunpunt.meetings.formats.participants import columns, row
from steunpunt.meetings.forms.asking import QuestionForm
from steunpunt.meetings.forms.leading import STATES, MailForm, read_choice
from steunpunt.meetings.models import Meeting, QuestionMoment
from steunpunt.meetings.queries.leading import address_of, visible_to_lead
from steunpunt.meetings.queries.places import places_of, rounds_of
from steunpunt.meetings.queries.questions import evaluated, question_at, questions_of, results_of
from steunpunt.meetings.queries.registrations import (
    Choice,
    counts_of,
    diets_of,
    lines_of,
    listed,
    needs_of,
    readers_of,
)

FORM = ["GET", "HEAD", "POST"]
PER_PAGE = 50


@never_cache
@require_safe
@signed_in_required
def registrations(request: Request, slug: str) -> HttpResponseBase:
    """The list with its filters; with `formaat` in the address the same rows as a file."""
    meeting = led_meeting(request, slug)
    choice = read_choice(request.GET)
    if request.GET.get("formaat"):
        return _file(request, meeting, choice)
    page = Paginator(listed(request.actor, meeting, choice), PER_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "meeting": meeting,
        "choice": choice,
        "query": request.GET,
        "page": page,
        "lines": lines_of(page.object_list, request.actor),
        "counts": counts_of(meeting),
        "places": places_of(meeting),
        "diets": diets_of(meeting),
        "needs": needs_of(meeting),
        "states": _states(choice),
        "rounds": rounds_of(meeting),
        "files": _files(choice),
        "hidden": [(name, value) for name, value in _pairs(choice).items() if value and name != "q"],
        "tabs": tabs(meeting, "registrations"),
        "crumbs": _crumbs(meeting, _("Aanmeldingen")),
    }
    return render(request, "meetings/registration/list.html", context)


@never_cache
@require_http_methods(FORM)
@signed_in_required
def write(request: Request, slug: str) -> HttpResponse:
    """A mail to those who come: first as they will read it, then really."""
    meeting = led_meeting(request, slug)
    page = _page(meeting, "write_to_participants", _("Mail aan deelnemers"))
    page.template = "meetings/registration/write.html"
    form = MailForm(posted(request), initial={"group": "registered"})
    if form.is_bound and form.is_valid() and request.POST.get("deed") != "verstuur":
        facts = form.cleaned_data
        page.extra |= {"preview": facts, "readers": readers_of(meeting, facts["group"])[:200]}
        page.extra["number"] = readers_of(meeting, facts["group"]).count()
        return render(request, page.template, {"form": form, "page": page, **page.extra})

    def deed(given: dict[str, Any], **who: Any) -> None:
        number = write_to_participants(meeting, given["group"], given["subject"], given["text"], **who)
        page.done = _("Verstuurd aan %(number)d mensen.") % {"number": number}

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(FORM)
@signed_in_required
def questions(request: Request, slug: str) -> HttpResponse:
    """What the meeting asks, when registering and afterwards, and a form to add a question."""
    meeting = led_meeting(request, slug)
    page = _page(meeting, "meeting_questions", _("Vragen aan deelnemers"))
    page.template, page.done = "meetings/registration/questions.html", _("De vraag staat erbij.")
    page.extra |= {
        "before": questions_of(meeting, QuestionMoment.BEFORE),
        "after": questions_of(meeting, QuestionMoment.AFTER),
    }
    form = QuestionForm(posted(request), initial={"moment": QuestionMoment.BEFORE, "kind": "open"})
    return answer(request, form, page, lambda given, **who: asking.add_question(meeting, given, **who))


@never_cache
@require_http_methods(["POST"])
@signed_in_required
def remove_question(request: Request, slug: str, public_id: str) -> HttpResponse:
    """Only while nobody answered it."""
    question = found_or_404(question_at(led_meeting(request, slug), public_id))
    asking.remove_question(question, by=request.actor, at=timezone.now())
    return redirect("meetings:meeting_questions", slug)


@never_cache
@require_safe
@signed_in_required
def results(request: Request, slug: str) -> HttpResponse:
    """What people answered afterwards; nothing of fewer than five."""
    meeting = led_meeting(request, slug)
    context = {
        "meeting": meeting,
        "results": results_of(meeting),
        "number": evaluated(meeting),
        "tabs": tabs(meeting, "meeting_results"),
        "crumbs": _crumbs(meeting, _("Terugblik")),
    }
    return render(request, "meetings/registration/results.html", context)


def led_meeting(request: Request, slug: str) -> Meeting:
    """The meeting, for whoever leads it; to others there is no such page."""
    return found_or_404(visible_to_lead(request.actor).filter(slug=slug).first())


def tabs(meeting: Meeting, current: str) -> list[tuple[str, str, bool]]:
    """The pages about who comes, beside each other."""
    pages = [
        (_("Aanmeldingen"), "registrations"),
        (_("Aanwezig"), "attendance"),
        (_("Uitnodigen"), "invite"),
        (_("Mail"), "write_to_participants"),
        (_("Vragen"), "meeting_questions"),
        (_("Terugblik"), "meeting_results"),
    ]
    return [(label, reverse(f"meetings:{name}", args=[meeting.slug]), name == current) for label, name in pages]


def _crumbs(meeting: Meeting, title: str) -> list[tuple[str, str]]:
    return [(meeting.title, address_of(meeting)), (title, "")]


def _page(meeting: Meeting, name: str, title: str) -> Page:
    back = reverse(f"meetings:{name}", args=[meeting.slug])
    extra = {"meeting": meeting, "tabs": tabs(meeting, name)}
    return Page(title=title, intro=meeting.title, back=back, done="", crumbs=_crumbs(meeting, title), extra=extra)


def _states(choice: Choice) -> list[tuple[str, str, bool]]:
    """The ways to narrow the list, each with its address."""
    kept = {name: value for name, value in _pairs(choice).items() if value and name != "stand"}
    pairs = [("", _("allemaal")), *STATES]
    return [
        (str(label), "?" + urlencode({**kept, **({"stand": state} if state else {})}), state == choice.state)
        for state, label in pairs
    ]


def _files(choice: Choice) -> list[tuple[str, str]]:
    """The rows as chosen, to take along."""
    pairs = [(name, value) for name, value in _pairs(choice).items() if value]
    return [
        (label, "?" + urlencode([*pairs, ("formaat", name)])) for name, label in (("csv", "CSV"), ("xlsx", "Excel"))
    ]


def _pairs(choice: Choice) -> dict[str, str]:
    return {"stand": choice.state, "q": choice.text, "onderdeel": choice.part}


def _file(request: Request, meeting: Meeting, choice: Choice) -> HttpResponseBase:
    """The rows as shown, with everything that the leader may know."""
    asked = questions_of(meeting, QuestionMoment.BEFORE)
    lines = lines_of(listed(request.actor, meeting, choice), request.actor)
    rows = [row(line, asked) for line in lines]
    response: HttpResponseBase
    if request.GET["formaat"] == "csv":
        pieces = separated.csv_lines(columns(asked), rows)
        response = StreamingHttpResponse(pieces, content_type=separated.CONTENT_TYPE)
    elif request.GET["formaat"] == "xlsx":
        about = [(_("bijeenkomst"), meeting.title), (_("gemaakt op"), timezone.localdate().isoformat())]
        file = workbook.workbook_file(_("Aanmeldingen"), columns(asked), rows, about)
        response = FileResponse(file, content_type=workbook.CONTENT_TYPE)
    else:
        raise Http404
    name = f"aanmeldingen-{meeting.slug}.{request.GET['formaat']}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
