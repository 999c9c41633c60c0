"""Which organisations send bulletins, and who may post for them."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.knowledge.actions import senders as actions
from steunpunt.knowledge.models import SenderAllowance
from steunpunt.knowledge.rules.bulletins import may_post_for
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.knowledge import SenderFactory
from tests.knowledge.making import NOW, poster_for

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 1)


@pytest.fixture
def editor():
    return staff_actor()


def test_staff_add_a_sender_and_a_name_is_there_once(editor):
    sender = actions.add_sender({"name": "DUO", "website": "https://duo.nl"}, by=editor, at=NOW)

    with pytest.raises(Refusal) as refused:
        actions.add_sender({"name": "DUO"}, by=editor, at=NOW)

    assert (sender.slug, refused.value.field) == ("duo", "name")
    assert actions.add_sender({"name": "Nieuw"}, by=editor, at=NOW).slug != "nieuw"


def test_another_name_keeps_the_address(editor):
    sender = actions.add_sender({"name": "VO raad"}, by=editor, at=NOW)

    changed = actions.change_sender(sender, {"name": "VO-raad"}, by=editor, at=NOW)

    assert (changed.name, changed.slug) == ("VO-raad", "vo-raad")
    assert history_of(sender.reference)[0].changes == {"naam": ["VO raad", "VO-raad"]}
    with pytest.raises(Refusal, match="niets veranderd"):
        actions.change_sender(changed, {"name": "VO-raad"}, by=editor, at=NOW)


def test_somebody_may_post_from_a_day_on_and_until_it_is_ended(editor):
    sender, account = SenderFactory(), UserFactory()
    row = actions.allow(sender, account, date(2026, 8, 1), by=editor, at=NOW)
    before, during = Actor(account=account, today=date(2026, 7, 31)), Actor(account=account, today=TODAY)
    assert (may_post_for(before, sender), may_post_for(during, sender)) == (False, True)

    actions.end_allowance(row, TODAY, by=editor, at=NOW)

    assert not may_post_for(during, sender)
    with pytest.raises(Refusal):
        actions.end_allowance(row, date(2026, 9, 2), by=editor, at=NOW)
    row.refresh_from_db()
    assert row.valid_until == TODAY


def test_what_had_not_begun_never_was(editor):
    row = actions.allow(SenderFactory(), UserFactory(), TODAY, by=editor, at=NOW)

    actions.end_allowance(row, TODAY, by=editor, at=NOW)

    assert not SenderAllowance.objects.exists()


def test_the_same_person_is_allowed_once_at_a_time(editor):
    sender, account = SenderFactory(), UserFactory()
    actions.allow(sender, account, TODAY, by=editor, at=NOW)

    with pytest.raises(Refusal) as refused:
        actions.allow(sender, account, date(2026, 10, 1), by=editor, at=NOW)

    assert refused.value.field == "email"
    with pytest.raises(Refusal) as refused:
        actions.allow(SenderFactory(), account, TODAY, TODAY, by=editor, at=NOW)
    assert refused.value.field == "valid_until"


def test_the_ledger_names_nobody(editor):
    sender, account = SenderFactory(), UserFactory(first_name="Herkenbaar")
    actions.end_allowance(actions.allow(sender, account, date(2026, 8, 1), by=editor, at=NOW), TODAY, by=editor, at=NOW)

    assert "Herkenbaar" not in str([(row.summary, row.changes) for row in history_of(sender.reference)])


def test_who_posts_for_a_sender_does_not_manage_it():
    sender = SenderFactory()
    by = poster_for(sender)

    for deed in (
        lambda: actions.add_sender({"name": "X"}, by=by, at=NOW),
        lambda: actions.change_sender(sender, {"name": "X"}, by=by, at=NOW),
        lambda: actions.allow(sender, UserFactory(), TODAY, by=by, at=NOW),
        lambda: actions.end_allowance(sender.allowances.get(), TODAY, by=by, at=NOW),
    ):
        with pytest.raises(Refusal):
            deed()
