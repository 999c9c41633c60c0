"""Who may do what with bulletins, and what can be done with one as it stands."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Bulletin, BulletinState
from steunpunt.knowledge.rules import bulletins as rules
from tests.factories.foundation import EditorFactory, signed_in_actor, staff_actor
from tests.factories.knowledge import SenderFactory
from tests.knowledge.making import poster_for


@pytest.mark.django_db
def test_who_may_what():
    sender = SenderFactory()
    visitor, somebody, poster, staff = Actor.visitor(), signed_in_actor(), poster_for(sender), staff_actor()
    half = Actor.of(EditorFactory(), second_factor=False)
    everybody = (visitor, somebody, half, poster, staff)

    assert [rules.may_post(actor) for actor in everybody] == [False, False, False, True, True]
    assert [rules.may_post_for(actor, sender) for actor in everybody] == [False, False, False, True, True]
    assert not rules.may_post_for(poster, SenderFactory())
    assert [rules.may_merge(actor) for actor in everybody] == [False, False, False, False, True]
    assert [rules.may_manage_senders(actor) for actor in everybody] == [False, False, False, False, True]


@pytest.mark.parametrize(
    ("state", "post", "withdraw"),
    [
        (BulletinState.DRAFT, True, False),
        (BulletinState.PUBLISHED, False, True),
        (BulletinState.WITHDRAWN, True, False),
    ],
)
def test_what_can_be_done_in_which_state(state, post, withdraw):
    bulletin = Bulletin(state=state)

    assert (rules.can_post(bulletin), rules.can_withdraw(bulletin)) == (post, withdraw)
    assert rules.can_merge(bulletin, Bulletin(pk=2, state=BulletinState.PUBLISHED)) is withdraw


def test_only_what_was_merged_comes_apart():
    assert not rules.can_undo_merge(Bulletin())
    assert rules.can_undo_merge(Bulletin(merged_into_id=1))
