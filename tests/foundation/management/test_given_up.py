"""The command that tells what was given up, and tries it again."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from steunpunt.foundation.events.models import Announcement, Delivery
from steunpunt.foundation.outbox.actions import post_mail
from steunpunt.foundation.outbox.models import Mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def given_up():
    """A mail and a delivery that were given up, and one of each that still wait."""
    post_mail(to="weg@example.nl", subject="Je rol", text="Geheim", at=timezone.now())
    row = Announcement.objects.create(event="network.RoleEnded", payload={})
    Delivery.objects.create(announcement=row, reaction="portal.listen")
    for model, error in ((Mail, "550 onbekend"), (Delivery, "KeyError('weg')")):
        model.objects.update(failed_at=timezone.now(), attempts=20, last_error=error)
    post_mail(to="wacht@example.nl", subject="Dag", text="Dag", at=timezone.now())
    Delivery.objects.create(announcement=row, reaction="portal.wait")


def test_it_tells_what_and_why(given_up, capsys):
    call_command("given_up")

    said = capsys.readouterr().out
    assert "mail aan weg@example.nl: Je rol\n    550 onbekend" in said
    assert "network.RoleEnded voor portal.listen\n    KeyError('weg')" in said
    assert not any(word in said for word in ("wacht@", "portal.wait", "Geheim"))
    assert Mail.objects.filter(failed_at__isnull=False).count() == 1


def test_it_tries_again_what_was_given_up(given_up, capsys):
    call_command("given_up", "--again")

    assert "2 opnieuw in de wachtrij" in capsys.readouterr().out
    assert not Mail.objects.filter(failed_at__isnull=False).exists()
    assert set(Delivery.objects.values_list("attempts", "failed_at")) == {(0, None)}


def test_it_says_when_there_is_nothing(capsys):
    call_command("given_up")

    assert capsys.readouterr().out == "niets opgegeven\n"
