"""Loads everything an example platform needs: lists, register, known names and the example world."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.accounts.models import User
from steunpunt.network.actions.lists import load_lists
from steunpunt.network.actions.register.shipped import load_shipped
from steunpunt.network.models import Partnership

from .agenda import build_agenda
from .building import GROWN, build_partnership, is_built
from .bulletins import build_bulletins
from .knowledge import build_knowledge
from .known import load_known_partnerships
from .meetings import build_meetings
from .people import build_people
from .projects import build_projects
from .requests import build_requests
from .world import PARTNERSHIPS

SYSTEM = Actor.for_system("voorbeeld")


def load_example(*, at: datetime, say: Callable[[str], object] = lambda text: None) -> bool:
    """Whether anything was loaded; a second time only looks. The world itself comes whole or not at all."""
    if is_built(PARTNERSHIPS[-1].slug):
        return False
    require_no_real_data()
    load_lists(at=at)
    load_shipped(by=SYSTEM, at=at, say=say)
    say("partnerschappen, personen, projecten, kennis en verzoeken")
    with transaction.atomic():
        load_known_partnerships(by=SYSTEM, at=at - GROWN)
        for example in PARTNERSHIPS:
            build_partnership(example, by=SYSTEM, at=at)
        build_people(by=SYSTEM, at=at - GROWN)
        build_projects(by=SYSTEM, at=at - GROWN)
        build_requests(at=at)
        build_knowledge(by=SYSTEM, at=at)
        build_agenda(by=SYSTEM, at=at)
        build_bulletins(by=SYSTEM, at=at)
        build_meetings(by=SYSTEM, at=at)
    return True


def require_no_real_data() -> None:
    """A platform of real people never gets invented ones; in an example somebody may have tried things out."""
    is_example = Partnership.objects.filter(is_example=True).exists()
    is_real = any(model.objects.filter(is_example=False).exists() for model in (User, Partnership))
    sentence = _(
        "In deze database staan echte accounts of partnerschappen. Daar komen geen voorbeelden bij. "
        "Kies een andere database, of zet STEUNPUNT_MODE op production."
    )
    require(is_example or not is_real, sentence)
