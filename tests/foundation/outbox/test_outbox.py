"""Mail waits in the database until it has really been sent."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from steunpunt.foundation.outbox.actions import forget_sent, post_mail, send_one
from steunpunt.foundation.outbox.jobs import send_waiting
from steunpunt.foundation.outbox.models import Mail
from steunpunt.foundation.outbox.queries import due_mails

pytestmark = pytest.mark.django_db


def _post(**more: object) -> Mail | None:
    return post_mail(to="lezer@example.nl", subject="Bericht", text="Dag", at=timezone.now(), **more)


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


def test_the_same_key_is_posted_once():
    first, second = _post(dedupe_key="week-12"), _post(dedupe_key="week-12")

    assert first is not None
    assert second is None


def test_a_mail_that_cannot_be_sent_waits_for_a_next_try(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1
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

    assert forget_sent(at=now) == 1
    assert Mail.objects.get() == recent


def test_a_subject_is_one_line(mailoutbox):
    post_mail(to="lezer@example.nl", subject="Rol\r\nBcc: a@b.nl", text="Dag", at=timezone.now())
    send_waiting.call()

    assert [mail.subject for mail in mailoutbox] == ["Rol Bcc: a@b.nl"]


def test_a_mail_that_cannot_be_made_does_not_hold_up_the_next(mailoutbox):
    Mail.objects.filter(pk=_post().pk).update(subject="Rol\nvan Noord")
    _post()
    send_waiting.call()

    assert [mail.subject for mail in mailoutbox] == ["Bericht"]
    assert Mail.objects.get(sent_at__isnull=True).attempts == 1
