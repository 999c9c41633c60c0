"""Loads everything an example platform needs: lists, register, known names and the example world."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from steunpunt.foundation.access import Actor
from steunpunt.network.actions.lists import load_lists
from steunpunt.network.actions.register.shipped import load_shipped

from .building import build_partnership, is_built
from .known import load_known_partnerships
from .people import build_people
from .world import PARTNERSHIPS

SYSTEM = Actor.for_system("voorbeeld")


def load_example(*, at: datetime, say: Callable[[str], object] = lambda text: None) -> bool:
    """Whether anything was loaded; a second time only looks. The world itself comes whole or not at all."""
    if is_built(PARTNERSHIPS[-1].slug):
        return False
    load_lists(at=at)
    load_shipped(by=SYSTEM, at=at, say=say)
    say("partnerschappen en personen")
    with transaction.atomic():
        load_known_partnerships(by=SYSTEM, at=at)
        for example in PARTNERSHIPS:
            build_partnership(example, by=SYSTEM, at=at)
        build_people(by=SYSTEM, at=at)
    return True
