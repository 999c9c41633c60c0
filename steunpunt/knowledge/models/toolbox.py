"""Open questions of the toolbox: what somebody asked and nobody could answer yet, and who wants to know it too."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id
from steunpunt.foundation.sectors import Sector
from steunpunt.network.models import Theme

from .item import KnowledgeItem, Phase

LONGEST_QUESTION = 300


class QuestionState(models.TextChoices):
    """Where a question stands; one that was joined with another is closed and says with which."""

    OPEN = "open", _("open")
    ANSWERED = "answered", _("beantwoord")
    CLOSED = "closed", _("gesloten")


class OpenQuestion(models.Model):
    """What somebody could not find in the toolbox, as it was sharpened. Whose question it is, is never shown."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    text = models.CharField(_("vraag"), max_length=LONGEST_QUESTION)
    themes = models.ManyToManyField(Theme, verbose_name=_("thema's"), blank=True, related_name="+")
    phase = models.CharField(_("fase"), max_length=12, choices=Phase, blank=True)
    sector = models.CharField(_("sector"), max_length=3, choices=Sector, blank=True)
    for_whom = models.CharField(_("voor wie"), max_length=80, blank=True)
    setting = models.CharField(_("waar"), max_length=80, blank=True)
    group_size = models.PositiveSmallIntegerField(_("hoeveel mensen"), null=True, blank=True)
    hours = models.PositiveSmallIntegerField(_("hoeveel uur"), null=True, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("gesteld door"),
        null=True,
        blank=True,
        related_name="+",
    )
    asked_at = models.DateTimeField(_("gesteld op"))
    state = models.CharField(_("stand"), max_length=10, choices=QuestionState, default=QuestionState.OPEN)
    answer = models.TextField(_("antwoord"), blank=True)
    items = models.ManyToManyField(KnowledgeItem, verbose_name=_("kennisitems"), blank=True, related_name="+")
    decided_at = models.DateTimeField(_("beantwoord of gesloten op"), null=True, blank=True)
    reason = models.CharField(_("waarom gesloten"), max_length=300, blank=True)
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("samengevoegd met"), null=True, blank=True, related_name="origins"
    )
    is_example = models.BooleanField(_("voorbeeld"), default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("open vraag")
        verbose_name_plural = _("open vragen")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="question_says_something"),
            models.CheckConstraint(
                condition=~models.Q(state=QuestionState.ANSWERED)
                | (models.Q(decided_at__isnull=False) & ~models.Q(answer="")),
                name="question_answered_has_answer",
            ),
            models.CheckConstraint(
                condition=models.Q(merged_into__isnull=True)
                | (models.Q(state=QuestionState.CLOSED) & ~models.Q(merged_into=models.F("id"))),
                name="question_merged_is_closed",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def reference(self) -> str:
        return f"open-vraag:{self.public_id}"


class QuestionFollower(models.Model):
    """Somebody who wants to know it too, and hears when there is an answer; whoever asks follows from the start."""

    question = models.ForeignKey(OpenQuestion, models.CASCADE, related_name="followers")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField(_("sinds"))

    class Meta:
        verbose_name = _("volger van een open vraag")
        verbose_name_plural = _("volgers van open vragen")
        constraints = [models.UniqueConstraint(fields=["question", "account"], name="question_follower_once")]

    def __str__(self) -> str:
        return str(self.question)
