"""What the database refused, said in Dutch at the right field: each room adds the sentences of its constraints."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.utils.functional import Promise

from . import Refusal

Sentences = Mapping[str, tuple[str | Promise, str]]
"""Name of the constraint → sentence and form field."""


@contextmanager
def refused_with(sentences: Sentences) -> Iterator[None]:
    """A savepoint in which a broken named constraint becomes a `Refusal`; any other error stays an error."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        sentence, field = sentences.get(_constraint(error), ("", ""))
        if not sentence:
            raise
        raise Refusal(str(sentence), field=field) from error


def _constraint(error: IntegrityError) -> str:
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or ""
