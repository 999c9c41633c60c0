"""The ledger keeps what was done, never data of a person, and never forgets."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.ledger.queries import history_of

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)


def _line(*, by: Actor | None = None, at: datetime = NOON, subject: str = "partnerschap:aaaa", **more: object):
    by = by or Actor.for_system("test")
    return record(by=by, at=at, deed="changed", summary="Naam gewijzigd", subjects=[subject], **more)


def test_a_line_keeps_old_and_new_value():
    _line(changes={"naam": ["Oud", "Nieuw"]})

    assert history_of("partnerschap:aaaa")[0].changes == {"naam": ["Oud", "Nieuw"]}


def test_of_a_personal_field_only_the_name_is_kept():
    _line(changes={"e-mailadres": ["a@example.nl", "b@example.nl"]}, personal=["e-mailadres"])

    assert history_of("partnerschap:aaaa")[0].changes == {"e-mailadres": None}


def test_history_shows_the_latest_first_and_only_its_own_subject():
    _line(at=NOON - timedelta(days=1))
    latest = _line()
    _line(subject="partnerschap:bbbb")

    assert history_of("partnerschap:aaaa")[0] == latest
    assert len(history_of("partnerschap:aaaa")) == 2


def test_a_line_shows_on_the_page_of_every_subject():
    record(by=Actor.visitor(), at=NOON, deed="joined", summary="Lid", subjects=["partnerschap:a", "organisatie:b"])

    assert len(history_of("organisatie:b")) == 1


def test_the_actor_is_shown_as_a_role_and_never_by_name():
    editor = User.objects.create_user("e@example.nl", first_name="Eva", staff_role="editor")
    member = User.objects.create_user("m@example.nl", first_name="Mo")
    for number, actor in enumerate([Actor.of(editor), Actor.of(member), Actor.with_token("t"), Actor.visitor()]):
        _line(by=actor, at=NOON - timedelta(hours=number))

    labels = [entry.actor_label for entry in history_of("partnerschap:aaaa")]

    assert labels == ["een medewerker van het steunpunt", "een deelnemer", "een gast", "een bezoeker"]


def test_history_takes_the_same_number_of_queries_for_one_and_three_lines(django_assert_num_queries):
    _line()
    with django_assert_num_queries(2):
        history_of("partnerschap:aaaa")
    _line()
    _line()
    with django_assert_num_queries(2):
        history_of("partnerschap:aaaa")


@pytest.mark.parametrize("deed", ["update", "delete"])
def test_the_database_refuses_to_change_or_remove_a_line(deed):
    line = _line()
    rows = LedgerEntry.objects.filter(pk=line.pk)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.delete() if deed == "delete" else rows.update(summary="anders")

    assert rows.get().summary == "Naam gewijzigd"


def test_only_fields_that_differ_count_as_changes():
    before, after = {"naam": "A", "plaats": "Ede"}, {"naam": "B", "plaats": "Ede"}

    assert field_changes(before, after) == {"naam": ["A", "B"]}


def test_only_what_had_another_value_counts_as_altered():
    line = _line(changes={"naam": ["Oud", "Nieuw"], "website": [None, "x"], "e-mail": ["a", "b"]}, personal=["e-mail"])

    assert line.altered == {"naam": ["Oud", "Nieuw"], "e-mail": None}
