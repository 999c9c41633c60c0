"""Offering a file: what is kept, what is refused, and that nothing in the register changes."""

from datetime import UTC, date, datetime

import pytest
from django.core.files.base import ContentFile

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.network.actions.register import cancel_import, offer_file, run_import, start_import, try_again
from steunpunt.network.models import ImportState, RegisterImport
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


def test_today_is_the_day_in_the_netherlands():
    late = datetime(2026, 8, 31, 22, 30, tzinfo=UTC)
    file = ContentFile(site_file(site("18BR00")), "scholen.csv")

    assert offer_file(file, reference_date=date(2026, 9, 1), by=SYSTEM, at=late).reference_date == date(2026, 9, 1)


@pytest.mark.parametrize("deed", [try_again, cancel_import])
def test_who_looked_before_it_started_changes_nothing_any_more(deed):
    seen = offered(site_file(site("18BR00")))
    start_import(RegisterImport.objects.get(), by=SYSTEM, at=AT)
    run_import(seen.public_id, at=AT)

    with pytest.raises(Refusal, match="al bezig of klaar"):
        deed(seen, by=SYSTEM, at=AT)

    assert RegisterImport.objects.get().state == ImportState.DONE


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
