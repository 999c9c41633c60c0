"""The request as our views get it: with its actor, and with what htmx said. For annotations only."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from . import Actor


class Request(HttpRequest):
    """What the middlewares make of a request; never instantiated."""

    actor: Actor
    htmx: HtmxDetails
