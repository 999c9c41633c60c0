import re

import pytest
from django.test import Client
from django.utils import timezone

from steunpunt.activities.models import CodeTry, Participant
from steunpunt.activities.queries.codes import FROM_ONE_ADDRESS, hour_of, origin_of, scan_key
from tests.factories.activities import (
    CODE,
    ActivityFactory,
)

pytestmark = pytest.mark.django_db
PHONE = f"/doe-mee/{CODE}/"
LIVE = {"HTTP_X_LIVE": "1"}


def _phone(path=PHONE, **answers):
    """A device that has joined."""
    client = Client()
    client.post(path, answers)
    return client


@pytest.mark.parametrize("path", [PHONE, PHONE + "stand/", PHONE + "scherm/", PHONE + "scherm/stand/"])
def test_who_guesses_too_often_learns_nothing_of_a_right_code_by_any_address(client, path):
    ActivityFactory()
    at = timezone.now()
    CodeTry.objects.create(hour=hour_of(at), origin=origin_of("127.0.0.1", at), count=FROM_ONE_ADDRESS)

    right = client.get(path)
    wrong = client.get(path.replace(CODE, "geen-code-hier"))

    assert right.status_code == wrong.status_code in {404, 429}
    secret = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
    assert secret.sub(b"", right.content) == secret.sub(b"", wrong.content)
    assert "toestel" not in client.cookies


def test_every_wrong_code_is_counted_and_a_device_that_joined_never(client):
    ActivityFactory()
    phone = _phone()
    for _ in range(3):
        phone.get(PHONE)
        client.get("/doe-mee/geen-code-hier/")

    assert dict(CodeTry.objects.values_list("origin", "count"))[""] == 3


def test_who_scans_comes_in_when_guessing_is_stopped(client):
    ActivityFactory()
    CodeTry.objects.create(hour=hour_of(timezone.now()), origin="", count=10_000)

    assert client.get(PHONE).status_code == 429
    assert client.get(f"{PHONE}?s={scan_key(CODE)}").status_code == 200


def test_joining_gives_the_device_a_secret_that_scripts_cannot_read(client):
    ActivityFactory()

    client.post(PHONE)

    cookie = client.cookies["toestel"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/doe-mee/")
    assert Participant.objects.count() == 1
