"""Named database constraints that keep periods whole."""

from typing import TYPE_CHECKING

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db.models import CheckConstraint, F, Func, Q
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class DateRange(Func):
    """PostgreSQL's daterange over the two dates, half-open."""

    function = "DATERANGE"
    output_field = DateRangeField()


def ends_after_begin(name: str) -> CheckConstraint:
    return CheckConstraint(
        condition=Q(valid_from__isnull=True) | Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
        name=name,
        violation_error_message=_("De einddatum moet na de begindatum liggen."),
    )


def no_overlap(
    name: str, *fields: str, message: "StrPromise | str | None" = None, condition: Q | None = None
) -> ExclusionConstraint:
    """No two rows with the same `fields` hold on the same day."""
    return ExclusionConstraint(
        name=name,
        expressions=[
            *((field, RangeOperators.EQUAL) for field in fields),
            (DateRange("valid_from", "valid_until", RangeBoundary()), RangeOperators.OVERLAPS),
        ],
        condition=condition,
        violation_error_message=message or _("Deze periode valt samen met een periode die er al staat."),
    )
