"""Mail waits in the database until it has really been sent."""

import socket
from datetime import timedelta

import pytest
from django.conf import settings as configured
from django.db import transaction
from django.utils import timezone

from steunpunt.foundation.events.actions import MOST_TRIES
from steunpunt.foundation.outbox.actions import forget_old, post_mail, send_one, try_again
from steunpunt.foundation.outbox.jobs import send_waiting
from steunpunt.foundation.outbox.models import Mail
from steunpunt.foundation.outbox.queries import due_mails, given_up_mails, waits_long

from .mail_server import mail_server, use_smtp

pytestmark = pytest.mark.django_db


def _post(to: str = "lezer@example.nl", **facts: object) -> Mail:
    mail = post_mail(to=to, subject="Bericht", text="Dag", at=timezone.now())
    Mail.objects.filter(pk=mail.pk).update(**{"attempts": 0, **facts})
    return mail


def test_a_posted_mail_is_sent_by_the_worker(mailoutbox):
    _post()
    send_waiting.call()

    assert [(mail.to, mail.subject, mail.body) for mail in mailoutbox] == [(["lezer@example.nl"], "Bericht", "Dag")]


def test_a_mail_is_sent_once(mailoutbox):
    _post()
    send_waiting.call()
    send_waiting.call()

    assert len(mailoutbox) == 1


def test_a_deed_that_is_rolled_back_sends_nothing(mailoutbox):
    with transaction.atomic():
        _post()
        transaction.set_rollback(True)
    send_waiting.call()

    assert mailoutbox == []


def test_the_text_of_a_sent_mail_is_gone(settings, mailoutbox):
    """It may hold a link that opens something, and nobody needs it any more."""
    settings.EXAMPLE_MODE = False
    _post()
    send_waiting.call()

    assert mailoutbox[0].body == "Dag"
    assert Mail.objects.get().text == ""


def test_a_file_goes_along_and_is_gone_afterwards(settings, mailoutbox):
    settings.EXAMPLE_MODE = False
    file = ("bijeenkomst.ics", "BEGIN:VCALENDAR")
    post_mail(to="lezer@example.nl", subject="Bericht", text="Dag", at=timezone.now(), file=file)
    send_waiting.call()

    assert mailoutbox[0].attachments == [("bijeenkomst.ics", "BEGIN:VCALENDAR", "text/calendar")]
    assert Mail.objects.get().file_text == ""


def test_the_example_keeps_the_text_for_its_mailbox(settings, mailoutbox):
    settings.EXAMPLE_MODE = True
    _post()
    send_waiting.call()

    assert Mail.objects.get().text == "Dag"


def test_a_mail_that_cannot_be_sent_waits_for_a_next_try(settings):
    use_smtp(settings, 9)
    mail = _post()

    assert not send_one(mail.pk, at=timezone.now())
    assert due_mails(timezone.now()) == []
    assert due_mails(timezone.now() + timedelta(hours=1)) == [mail.pk]
    assert "ConnectionRefused" in Mail.objects.get().last_error


def test_a_mail_sent_long_ago_is_forgotten_and_a_recent_one_is_kept():
    old, recent = _post(), _post()
    now = timezone.now()
    send_one(old.pk, at=now - timedelta(days=31))
    send_one(recent.pk, at=now)

    assert forget_old(at=now) == 1
    assert Mail.objects.get() == recent


def test_a_mail_given_up_long_ago_is_forgotten_too():
    now = timezone.now()
    _post(failed_at=now - timedelta(days=31))
    recent = _post(failed_at=now)

    assert forget_old(at=now) == 1
    assert Mail.objects.get() == recent


def test_a_subject_is_one_line(mailoutbox):
    post_mail(to="lezer@example.nl", subject="Rol\r\nBcc: a@b.nl", text="Dag", at=timezone.now())
    send_waiting.call()

    assert [mail.subject for mail in mailoutbox] == ["Rol Bcc: a@b.nl"]


def test_a_mail_that_cannot_be_made_does_not_hold_up_the_next(mailoutbox):
    _post(subject="Rol\nvan Noord")
    _post()
    send_waiting.call()

    assert [mail.subject for mail in mailoutbox] == ["Bericht"]
    assert Mail.objects.get(sent_at__isnull=True).attempts == 1


def test_a_mail_that_failed_forty_times_does_not_hold_up_the_next(mailoutbox):
    _post(subject="Rol\nvan Noord", attempts=40)
    _post()
    send_waiting.call()

    assert [mail.subject for mail in mailoutbox] == ["Bericht"]
    assert Mail.objects.get(sent_at__isnull=True).attempts == 41


def test_a_mail_whose_failure_cannot_be_written_does_not_hold_up_the_next(mailoutbox):
    """The count of tries does not fit in its column any more: it stays as it was, and that is all."""
    _post(subject="Rol\nvan Noord", attempts=32_767)
    _post()
    send_waiting.call()

    assert [mail.subject for mail in mailoutbox] == ["Bericht"]
    assert Mail.objects.get(sent_at__isnull=True).attempts == 32_767


def test_a_mail_that_keeps_failing_is_given_up(mailoutbox):
    mail = _post(subject="Rol\nvan Noord", attempts=MOST_TRIES - 1)
    send_waiting.call()

    assert list(given_up_mails()) == [Mail.objects.get()]
    assert due_mails(timezone.now() + timedelta(days=365)) == []
    assert send_one(mail.pk, at=timezone.now())
    assert mailoutbox == []


def test_a_mail_that_was_given_up_can_be_tried_again(mailoutbox):
    _post(failed_at=timezone.now(), attempts=MOST_TRIES, last_error="weg")

    assert try_again(at=timezone.now()) == 1
    send_waiting.call()

    assert [mail.subject for mail in mailoutbox] == ["Bericht"]
    assert list(given_up_mails()) == []


@pytest.mark.parametrize(("minutes", "count"), [(59, 0), (61, 1)])
def test_a_mail_waits_long_after_an_hour(minutes, count):
    now = timezone.now()
    _post(created_at=now - timedelta(minutes=minutes), next_try_at=now + timedelta(hours=6))
    _post(created_at=now - timedelta(days=1), sent_at=now)
    _post(created_at=now - timedelta(days=1), failed_at=now)

    assert waits_long(now) == count


def test_all_mail_of_a_run_goes_over_one_connection(settings):
    with mail_server(settings) as server:
        _post("een@example.nl")
        _post("twee@example.nl")
        send_waiting.call()

    assert server.taken == ["een@example.nl", "twee@example.nl"]
    assert server.visits == 1


def test_an_address_that_is_refused_does_not_hold_up_the_next(settings):
    with mail_server(settings, refused=("weg@example.nl",)) as server:
        _post("weg@example.nl")
        _post("een@example.nl")
        send_waiting.call()

    assert server.taken == ["een@example.nl"]
    assert "onbekend" in Mail.objects.get(to="weg@example.nl").last_error


def test_a_server_that_is_away_is_asked_once_per_run(settings):
    use_smtp(settings, 9)
    _post("een@example.nl")
    _post("twee@example.nl")
    send_waiting.call()

    assert list(Mail.objects.order_by("pk").values_list("attempts", flat=True)) == [1, 0]


def test_a_server_that_says_nothing_is_not_waited_for(settings):
    settings.EMAIL_TIMEOUT = 0.2
    with socket.create_server(("127.0.0.1", 0)) as silent:
        use_smtp(settings, silent.getsockname()[1])
        _post()
        send_waiting.call()

    assert "timed out" in Mail.objects.get().last_error
    assert 0 < configured.EMAIL_TIMEOUT <= 30
