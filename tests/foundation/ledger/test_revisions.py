"""Two editors of one record are told of each other."""

from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from steunpunt.foundation.ledger.revisions import Outdated, lock_tree, locked
from steunpunt.network.actions.ambition import set_vision
from steunpunt.network.models import Partnership
from tests.factories.foundation import staff_actor
from tests.factories.network import PartnershipFactory, coordinator_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def _vision(partnership, text, actor, revision):
    return set_vision(
        partnership, vision=text, cooperation_model="", scenario=None, by=actor, at=NOW, revision=revision
    )


def test_the_second_editor_is_told_what_changed_meanwhile_and_by_whom():
    partnership = PartnershipFactory()
    opened = partnership.revision
    _vision(partnership, "Eerst", staff_actor(), opened)

    with pytest.raises(Outdated) as refused:
        _vision(Partnership.objects.get(), "Daarna", coordinator_of(partnership), opened)

    assert "Visie en manier van samenwerken gewijzigd (een medewerker van het steunpunt" in refused.value.message


def test_the_work_of_the_first_editor_stands():
    partnership = PartnershipFactory()
    opened = partnership.revision
    _vision(partnership, "Eerst", staff_actor(), opened)

    with pytest.raises(Outdated):
        _vision(partnership, "Daarna", staff_actor(), opened)

    assert Partnership.objects.get().vision == "Eerst"


def test_who_has_read_the_change_may_save():
    partnership = PartnershipFactory()
    opened = partnership.revision
    _vision(partnership, "Eerst", staff_actor(), opened)
    with pytest.raises(Outdated) as refused:
        _vision(partnership, "Daarna", staff_actor(), opened)

    _vision(partnership, "Daarna", staff_actor(), refused.value.revision)

    assert Partnership.objects.get().vision == "Daarna"


def test_every_deed_gives_a_next_revision():
    partnership = PartnershipFactory()

    with transaction.atomic():
        locked(partnership)

    assert Partnership.objects.get().revision == 2


def test_a_tree_is_held_until_the_transaction_ends():
    with connection.cursor() as cursor:
        lock_tree("network-parents")
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
        assert cursor.fetchone() == (1,)
