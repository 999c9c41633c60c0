"""Offering a file: what is kept, what is refused, and that nothing in the register changes."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.network.actions.register import cancel_import, start_import, try_again
from steunpunt.network.models import (
    RegisterImport,
)
from tests.factories.foundation import signed_in_actor
from tests.factories.register_files import AT, FIRST, SECOND, SYSTEM, offered, read_in, site, site_file

pytestmark = pytest.mark.django_db


def test_older_file_than_the_register_is_refused():
    read_in(site_file(site("18BR00")), SECOND)

    with pytest.raises(Refusal, match=r"al bijgewerkt tot 1 januari 2026") as refused:
        offered(site_file(site("18BR00")), FIRST)

    assert refused.value.field == "reference_date"


def test_file_of_the_future_is_refused():
    with pytest.raises(Refusal, match="toekomst"):
        offered(site_file(site("18BR00")), date(2026, 9, 2))


def test_unreadable_file_is_refused_and_not_kept():
    with pytest.raises(Refusal, match="pdf") as refused:
        offered(b"%PDF-1.7")

    assert (refused.value.field, RegisterImport.objects.count()) == ("file", 0)


def test_only_staff_may_import():
    imported = offered(site_file(site("18BR00")))
    for actor in (signed_in_actor(), Actor.visitor()):
        for deed in (start_import, cancel_import, try_again):
            with pytest.raises(Refusal, match="medewerkers"):
                deed(imported, by=actor, at=AT)
        with pytest.raises(Refusal, match="medewerkers"):
            offered(site_file(site("18BR00")), by=actor)


def test_cancelled_import_cannot_be_started():
    imported = cancel_import(offered(site_file(site("18BR00"))), by=SYSTEM, at=AT)

    with pytest.raises(Refusal, match="al bezig of klaar"):
        start_import(imported, by=SYSTEM, at=AT)
