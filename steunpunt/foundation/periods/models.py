"""The abstract period that dated facts inherit: from a day, until (not with) a day."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _


def covering(day: date, prefix: str = "") -> Q:
    """The condition that a period holds on that day; `prefix` names a relation, ending in `__`."""
    begun = Q(**{f"{prefix}valid_from__isnull": True}) | Q(**{f"{prefix}valid_from__lte": day})
    not_ended = Q(**{f"{prefix}valid_until__isnull": True}) | Q(**{f"{prefix}valid_until__gt": day})
    return begun & not_ended


def since_words(day: date | None, begin_unknown: bool) -> str:
    """Dutch words for a begin, also for whoever holds the date without the record."""
    if day is None:
        return _now("begin onbekend")
    written = date_format(day, "j F Y")
    if begin_unknown:
        return _now("in elk geval sinds %(day)s") % {"day": written}
    return _now("sinds %(day)s") % {"day": written}


class PeriodQuerySet(models.QuerySet[Any]):
    """Rows chosen by the day on which they hold."""

    def on(self, day: date) -> "PeriodQuerySet":
        return self.filter(covering(day))

    def ended_by(self, day: date) -> "PeriodQuerySet":
        return self.filter(valid_until__lte=day)

    def upcoming(self, day: date) -> "PeriodQuerySet":
        return self.filter(valid_from__gt=day)


class Period(models.Model):
    """Holds from `valid_from` until, but not on, `valid_until`; empty means unbounded.

    An unknown begin is not an unbounded begin: `begin_unknown` says that the fact was already
    so on `valid_from` (or as far back as we look), and that nobody knows since when.
    """

    valid_from = models.DateField(_("geldig vanaf"), null=True, blank=True)
    valid_until = models.DateField(_("geldig tot"), null=True, blank=True)
    begin_unknown = models.BooleanField(_("begin onbekend"), default=False)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True

    def covers(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day < self.valid_until)

    def since_text(self) -> str:
        """Dutch words for the begin: "sinds 1 augustus 2023", "in elk geval sinds …", "begin onbekend"."""
        return since_words(self.valid_from, self.begin_unknown)

    def until_text(self) -> str:
        """Dutch words for the end, empty while it is open."""
        if self.valid_until is None:
            return ""
        return _now("tot %(day)s") % {"day": date_format(self.valid_until, "j F Y")}
