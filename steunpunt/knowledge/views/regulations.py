"""Laws and regulations that concern training schools: the list, and one with our own summary."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.ui.answers import found_or_404
from steunpunt.knowledge.models import InForce
from steunpunt.knowledge.queries.frameworks import frameworks_citing
from steunpunt.knowledge.queries.regulations import regulation_by_number, regulations_by_force

HEADINGS = {
    InForce.YES: gettext_lazy("Gelden nu"),
    InForce.UNKNOWN: gettext_lazy("Onbekend of ze nog gelden"),
    InForce.NO: gettext_lazy("Gelden niet meer"),
}
WORDS = {
    InForce.YES: gettext_lazy("Ja, voor zover wij weten."),
    InForce.UNKNOWN: gettext_lazy("Dat weten wij niet. Kijk in de officiële tekst."),
    InForce.NO: gettext_lazy("Nee, niet meer."),
}


@require_safe
def regulation_list(request: Request) -> HttpResponse:
    """All of them, those that hold first."""
    groups = [(HEADINGS[force], rows) for force, rows in regulations_by_force(request.actor)]
    return render(
        request, "knowledge/regulation/list.html", {"groups": groups, "crumbs": [(_("Wetten en regelingen"), "")]}
    )


@require_safe
def regulation(request: Request, bwbr: str) -> HttpResponse:
    """One regulation: what it says in our words, and where its text stands."""
    found = found_or_404(regulation_by_number(request.actor, bwbr))
    context = {
        "regulation": found,
        "force": WORDS[InForce(found.in_force)],
        "frameworks": frameworks_citing(request.actor, found.bwbr),
        "history": history_of(found.reference),
        "crumbs": [(_("Wetten en regelingen"), reverse("knowledge:regulation_list")), (found.title, "")],
    }
    return render(request, "knowledge/regulation/page.html", context)
