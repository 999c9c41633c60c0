"""Relations between rooms point down the house and hide their reverse side."""

from django.apps import apps
from django.db.models import Field

from .tree import ROOMS


def _relations() -> list[tuple[Field, str, str]]:
    own = [config for config in apps.get_app_configs() if config.label in ROOMS]
    return [
        (field, config.label, field.related_model._meta.app_label)
        for config in own
        for model in config.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model and field.model is model
    ]


def test_relations_never_point_up_the_house():
    upward = [
        str(field)
        for field, room, target in _relations()
        if target in ROOMS and ROOMS.index(target) > ROOMS.index(room)
    ]

    assert upward == []


def test_relations_between_rooms_hide_their_reverse_side():
    shown = [
        str(field)
        for field, room, target in _relations()
        if target in ROOMS and target != room and not field.remote_field.hidden
    ]

    assert shown == []


def test_there_are_relations_between_rooms_to_check():
    assert any(target in ROOMS and target != room for _, room, target in _relations())
