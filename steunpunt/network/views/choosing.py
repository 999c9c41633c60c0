"""The search inside a form: find an organisation, then choose it from the list; works without JavaScript too."""

from dataclasses import dataclass
from datetime import date

from django.forms import Form

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ui.fields import ChoiceFromList
from steunpunt.network.queries.choosing import MOST, Found, find_organisations, found_organisation

PARAMETER = "zoek"
RESULTS = "organisatielijst"


@dataclass(frozen=True)
class Search:
    """What was searched for, and what the page says about the outcome."""

    text: str
    found: list[Found]
    is_more: bool
    field: str

    @property
    def is_empty(self) -> bool:
        return bool(self.text) and not self.found


def offered(request: Request, form: Form, kinds: tuple[str, ...], on: date, field: str = "organisation") -> Search:
    """Search for what stands in the address (or was posted along) and offer the outcome in the form."""
    text = (request.POST.get(PARAMETER) or request.GET.get(PARAMETER, "")).strip()[:100]
    found = find_organisations(request.actor, text, kinds, on)
    options = found[:MOST]
    chosen = request.POST.get(form.add_prefix(field), "") or request.GET.get("kies", "")
    if chosen and chosen not in {option.public_id for option in options}:
        earlier = found_organisation(request.actor, chosen, on)
        options = ([earlier] if earlier else []) + options
    choice = form.fields[field]
    assert isinstance(choice, ChoiceFromList)  # noqa: S101 - says to the type checker what the forms guarantee
    choice.offer(options)
    if chosen:
        form.initial.setdefault(field, chosen)
    return Search(text, options, len(found) > MOST, field)


def search_template(request: Request) -> str:
    """Only the list for htmx while somebody types; the whole page otherwise."""
    if request.htmx and request.htmx.target == RESULTS and request.method == "GET":  # type: ignore[attr-defined]
        return "network/editing/_found.html"
    return "network/editing/search_form.html"
