import pytest

from steunpunt.activities.actions.noting import locked, step_on
from steunpunt.activities.models import Activity
from steunpunt.activities.queries.live import now_by_code
from tests.factories.activities import CODE, ActivityFactory

pytestmark = pytest.mark.django_db


def test_a_step_of_a_row_that_somebody_else_changed_is_not_lost():
    activity = ActivityFactory()
    Activity.objects.update(step=7)

    step_on(activity)

    assert (Activity.objects.get().step, now_by_code(CODE).activity.step) == (8, 8)


def test_a_locked_row_is_as_it_is_now():
    activity = ActivityFactory()
    Activity.objects.update(title="Anders")

    assert locked(activity).title == "Anders"
