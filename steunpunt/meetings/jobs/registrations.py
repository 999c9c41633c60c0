"""Background work of the meetings room about who comes: reminders, free places, looking back and forgetting."""

from django.utils import timezone
from django_tasks import task

from steunpunt.meetings.actions.forgetting_people import forget_needs
from steunpunt.meetings.actions.places import fill_all
from steunpunt.meetings.actions.reminding import ask_all_to_look_back, remind_all


@task()
def remind_participants() -> None:
    remind_all(at=timezone.now())
    ask_all_to_look_back(at=timezone.now())


@task()
def fill_free_places() -> None:
    fill_all(at=timezone.now())


@task()
def forget_what_people_need() -> None:
    forget_needs(at=timezone.now())
