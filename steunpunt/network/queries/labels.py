"""The Dutch name of a field, wherever words about a field are needed."""

from django.db.models import Model


def field_label(model: Model | type[Model], name: str) -> str:
    """The verbose name of the field."""
    return str(getattr(model._meta.get_field(name), "verbose_name", name))
