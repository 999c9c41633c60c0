"""Staff pages for senders: which there are, what is known of one, and who may post for it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import staff_required
from steunpunt.foundation.accounts.queries import account_by_email
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.knowledge.actions import senders as actions
from steunpunt.knowledge.forms.bulletins import AllowForm, SenderForm
from steunpunt.knowledge.models import Sender
from steunpunt.knowledge.queries.bulletins import allowances_of, visible_senders
from steunpunt.knowledge.queries.senders import sender_by_slug, senders_counted

FORM = ["GET", "POST"]


@never_cache
@require_safe
@staff_required
def sender_list(request: Request) -> HttpResponse:
    """All senders, with how much each posted."""
    rows = senders_counted(visible_senders(request.actor), request.actor.day)
    return render(request, "knowledge/bulletin/senders.html", {"senders": rows, "crumbs": _crumbs()})


@never_cache
@require_http_methods(FORM)
@staff_required
def add(request: Request) -> HttpResponse:
    """Another organisation that may tell schools something."""
    form = SenderForm(posted(request), day=request.actor.day)
    title = _("Afzender toevoegen")
    page = Page(
        title=title,
        intro=_("Medewerkers kunnen meteen berichten voor deze afzender plaatsen. Daarna kies je wie dat zelf mag."),
        back=reverse("knowledge:sender_list"),
        done=_("Toegevoegd. Kies nu wie voor deze afzender mag plaatsen."),
        submit=_("Voeg toe"),
        crumbs=[*_crumbs(linked=True), (title, "")],
    )

    def deed(given: dict[str, Any], **who: Any) -> None:
        page.back = _address(actions.add_sender(given, by=who["by"], at=who["at"]))

    return answer(request, form, page, deed)


@never_cache
@require_safe
@staff_required
def sender(request: Request, slug: str) -> HttpResponse:
    """One sender: who posts for it, and what was changed."""
    found = _found(request, slug)
    context = {
        "sender": found,
        "allowances": allowances_of(request.actor, found, request.actor.day),
        "day": request.actor.day,
        "history": history_of(found.reference),
        "crumbs": [*_crumbs(linked=True), (found.name, "")],
    }
    return render(request, "knowledge/bulletin/sender.html", context)


@never_cache
@require_http_methods(FORM)
@staff_required
def change(request: Request, slug: str) -> HttpResponse:
    """Another name, website or page."""
    found = _found(request, slug)
    initial = {name: getattr(found, name) for name in (*actions.FACTS, "revision")}
    form = SenderForm(posted(request), initial=initial, day=request.actor.day)
    page = _page(found, _("Afzender wijzigen"), done=_("Bewaard. Bij alle berichten staat meteen de nieuwe naam."))
    return answer(request, form, page, lambda given, **who: actions.change_sender(found, given, **who))


@never_cache
@require_http_methods(FORM)
@staff_required
def allow(request: Request, slug: str) -> HttpResponse:
    """Somebody else who may post for it."""
    found = _found(request, slug)
    form = AllowForm(posted(request), initial={"valid_from": request.actor.day})
    page = _page(
        found, _("Iemand toelaten"), done=_("Toegelaten. Deze persoon ziet nu ‘Bericht plaatsen’ bij de berichten.")
    )
    page.submit = _("Laat toe")

    def deed(given: dict[str, Any], **who: Any) -> None:
        account = found_or_404(account_by_email(given["email"]))
        actions.allow(found, account, given["valid_from"], given["valid_until"], by=who["by"], at=who["at"])

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(FORM)
@staff_required
def end_allowance(request: Request, slug: str, key: int) -> HttpResponse:
    """This person posts no more."""
    found = _found(request, slug)
    row = found_or_404(allowances_of(request.actor, found, request.actor.day).filter(pk=key).first())
    title = _("%(name)s plaatst niet meer") % {"name": row.account}
    page = _page(found, title, done=_("Gestopt. Wat deze persoon plaatste, blijft staan."))
    page.intro = _("Vanaf vandaag kan deze persoon niets meer plaatsen of wijzigen voor %(name)s.") % {"name": found}
    page.submit, page.kind = _("Ja, stop"), "danger"
    return answer(
        request,
        RevisedForm(posted(request)),
        page,
        lambda given, **who: actions.end_allowance(row, request.actor.day, by=who["by"], at=who["at"]),
    )


def _found(request: Request, slug: str) -> Sender:
    return found_or_404(sender_by_slug(request.actor, slug))


def _address(sender: Sender) -> str:
    return reverse("knowledge:sender", args=[sender.slug])


def _crumbs(*, linked: bool = False) -> list[tuple[str, str]]:
    here = reverse("knowledge:sender_list") if linked else ""
    return [(_("Berichten"), reverse("knowledge:bulletin_list")), (_("Afzenders"), here)]


def _page(found: Sender, title: str, *, done: str) -> Page:
    back = _address(found)
    return Page(title=title, back=back, done=done, crumbs=[*_crumbs(linked=True), (found.name, back), (title, "")])
