"""The stable reference of every record of the network, also of those that have no page of their own."""

from django.db.models import Model

KINDS = {"theme": "thema", "role": "rol", "region": "regio", "project": "project", "scenario": "scenario"}


def reference_of(row: Model) -> str:
    """Kind and public id; what has no public id is named by its code."""
    own = getattr(row, "reference", "")
    key = getattr(row, "public_id", "") or getattr(row, "code", "")
    return own or f"{KINDS[str(row._meta.model_name)]}:{key}"
