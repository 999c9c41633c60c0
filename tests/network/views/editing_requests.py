"""Requests to the editing pages, as a coordinator, a stranger, a visitor or staff make them."""

from django.http import HttpResponse
from django.test import Client

from steunpunt.network.models import Partnership
from tests.factories.foundation import UserFactory, sign_in_staff
from tests.factories.network import coordinator_of


def as_coordinator(client: Client, partnership: Partnership) -> Client:
    client.force_login(coordinator_of(partnership).account)
    return client


def as_stranger(client: Client) -> Client:
    client.force_login(UserFactory())
    return client


def as_staff(client: Client) -> Client:
    sign_in_staff(client)
    return client


def address(partnership: Partnership, rest: str = "") -> str:
    return f"/partnerschappen/{partnership.slug}/bewerken/{rest}"


def text_of(response: HttpResponse) -> str:
    return " ".join(response.content.decode().split())
