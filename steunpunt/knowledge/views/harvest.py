"""The address for harvesters: OAI-PMH 2.0."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from steunpunt.knowledge.formats.oai import CONTENT_TYPE, Answer, Kept, Page, Repository
from steunpunt.knowledge.formats.oai_questions import Asked, ProtocolError, read
from steunpunt.knowledge.formats.record import PUBLISHER
from steunpunt.knowledge.queries.harvest_marks import earliest_mark, marked, marked_page, named_sets


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request: HttpRequest) -> HttpResponse:
    """Answer one question; every error of the protocol is an answer too."""
    given = request.POST if request.method == "POST" else request.GET
    base_url, now = settings.BASE_URL + reverse("knowledge:oai"), timezone.now()
    try:
        asked = read((name, value) for name, values in given.lists() for value in values)
        answer = Answer(base_url, now, asked.arguments)
        _VERBS[asked.verb](answer, asked)
    except ProtocolError as error:
        answer = Answer(base_url, now, error.arguments)
        answer.error(error)
    return HttpResponse(answer.content(), content_type=CONTENT_TYPE)


def _identify(answer: Answer, asked: Asked) -> None:
    host = urlsplit(settings.BASE_URL).hostname
    name = f"{PUBLISHER} (voorbeeld)" if settings.EXAMPLE_MODE else PUBLISHER
    email = settings.CONTACT_EMAIL or f"postmaster@{host}"
    since = earliest_mark() or timezone.now()
    answer.identify(Repository(name, settings.BASE_URL + reverse("knowledge:oai"), email, since))


def _formats(answer: Answer, asked: Asked) -> None:
    if asked.identifier:
        _known(asked)
    answer.formats()


def _sets(answer: Answer, asked: Asked) -> None:
    answer.sets(named_sets())


def _record(answer: Answer, asked: Asked) -> None:
    answer.record(_known(asked), asked.prefix)


def _identifiers(answer: Answer, asked: Asked) -> None:
    answer.identifiers(_some(asked))


def _records(answer: Answer, asked: Asked) -> None:
    answer.records(_some(asked), asked.prefix)


def _known(asked: Asked) -> Kept:
    found = marked(asked.identifier)
    if found is None:
        raise ProtocolError("idDoesNotExist", "There is no such record.", asked.arguments)
    return found


def _some(asked: Asked) -> Page:
    page = marked_page(asked)
    if not page.kept:
        raise ProtocolError("noRecordsMatch", "Nothing fits these arguments.", asked.arguments)
    return page


_VERBS = {
    "Identify": _identify,
    "ListMetadataFormats": _formats,
    "ListSets": _sets,
    "GetRecord": _record,
    "ListIdentifiers": _identifiers,
    "ListRecords": _records,
}
