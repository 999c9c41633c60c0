"""Every table that holds something of a person is pinned on the privacy board."""

from django.apps import apps
from django.conf import settings
from django.db.models import EmailField

from steunpunt.foundation.boards import privacy

from .tree import ROOMS

NOT_OF_A_PERSON = {
    "network.personmerge": "holds ids only; goes with the person, both sides cascade",
}


def _holds_a_person(model: type) -> bool:
    if model._meta.label_lower == settings.AUTH_USER_MODEL.lower():
        return True
    for field in model._meta.get_fields():
        if field.model is not model and not isinstance(field, EmailField):
            continue  # inherited: pages of Wagtail know who made them, which goes with Wagtail's own tables
        if isinstance(field, EmailField):
            return True
        points_on = field.related_model if field.is_relation and not field.auto_created else None
        if points_on and points_on._meta.label in {settings.AUTH_USER_MODEL, "network.Person"}:
            return True
    return False


def test_every_table_with_a_person_is_on_the_privacy_board():
    missing = [
        model._meta.label_lower
        for config in apps.get_app_configs()
        if config.label in ROOMS
        for model in config.get_models()
        if _holds_a_person(model)
        and model._meta.label_lower not in privacy
        and model._meta.label_lower not in NOT_OF_A_PERSON
    ]

    assert missing == []
