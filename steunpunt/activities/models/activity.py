"""An activity in a part of a programme, its phases and its subgroups."""

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id
from steunpunt.meetings.models import ProgrammeItem


class Phase(models.TextChoices):
    """What happens now; it drives all screens."""

    PREPARING = "preparing", _("in voorbereiding")
    OPEN = "open", _("open")
    CLOSED = "closed", _("gesloten")
    DISCUSSING = "discussing", _("in gesprek")
    SHOWN = "shown", _("getoond")


class VotingUnit(models.TextChoices):
    """Who counts as one voter."""

    PERSON = "person", _("ieder voor zich")
    GROUP = "group", _("de subgroep samen")


class SubgroupWay(models.TextChoices):
    """How subgroups form."""

    NONE = "none", _("zonder subgroepen")
    CHOICE = "choice", _("ieder kiest een groep")
    LOT = "lot", _("door het lot")
    MIXED = "mixed", _("gemengd naar sector en organisatie")


class Activity(models.Model):
    """A kind of activity as it is held once, with what the facilitator prepared."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    item = models.ForeignKey(ProgrammeItem, models.PROTECT, verbose_name=_("programmaonderdeel"), related_name="+")
    kind = models.CharField(_("werkvorm"), max_length=30)
    """The code of a registered kind."""
    title = models.CharField(_("titel"), max_length=160)
    settings: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(
        _("instellingen"), default=dict, blank=True, encoder=DjangoJSONEncoder
    )
    order = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    phase = models.CharField(_("fase"), max_length=12, choices=Phase, default=Phase.PREPARING)
    phase_since = models.DateTimeField(_("in deze fase sinds"))
    phase_until = models.DateTimeField(_("klok loopt tot"), null=True, blank=True)
    """The timer on all screens; when it runs out nothing closes by itself."""
    unit = models.CharField(_("wie stemt"), max_length=8, choices=VotingUnit, default=VotingUnit.PERSON)
    grouping = models.CharField(_("subgroepen"), max_length=8, choices=SubgroupWay, default=SubgroupWay.NONE)
    code = models.CharField(_("deelnamecode"), max_length=40, blank=True)
    """A few words, unique among activities that can be joined now; empty when joining is over."""
    code_until = models.DateTimeField(_("code geldt tot"), null=True, blank=True)
    shows_live = models.BooleanField(_("iedereen kijkt meteen mee"), default=False)
    """Whether the big screen shows the standing while people are still handing in."""
    asks_origin = models.BooleanField(_("vraagt naar sector en partnerschap"), default=False)
    """Whether a device says so when it joins, for mixing and for splitting the standing."""
    step = models.PositiveIntegerField(default=0)
    """Goes up with every change that a screen must show, so that an unchanged screen costs almost nothing."""
    previous = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("eerdere ronde"), null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(_("begonnen op"))
    is_example = models.BooleanField(_("voorbeeld"), default=False)

    class Meta:
        verbose_name = _("werkvorm")
        verbose_name_plural = _("werkvormen")
        ordering = ["item", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=~models.Q(code=""), name="activity_code_unique"),
            models.CheckConstraint(
                condition=models.Q(code="") | models.Q(code_until__isnull=False), name="activity_code_ends"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        return f"werkvorm:{self.public_id}"


class Subgroup(models.Model):
    """A table of people; when the group is the voter, one phone holds the pen."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    activity = models.ForeignKey(Activity, models.CASCADE, related_name="subgroups")
    number = models.PositiveSmallIntegerField(_("nummer"))
    name = models.CharField(_("naam"), max_length=80, blank=True)
    pen = models.ForeignKey(
        "Participant", models.SET_NULL, verbose_name=_("wie schrijft"), null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("subgroep")
        verbose_name_plural = _("subgroepen")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["activity", "number"], name="subgroup_number_once")]

    def __str__(self) -> str:
        return self.name or _("groep %(number)s") % {"number": self.number}
