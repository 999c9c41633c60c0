"""What a meeting asks of those who come, before and afterwards, and what they answered."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id

from .meeting import Meeting
from .registration import Registration


class QuestionMoment(models.TextChoices):
    """When it is asked."""

    BEFORE = "before", _("bij het aanmelden")
    AFTER = "after", _("na afloop")


class QuestionKind(models.TextChoices):
    """How it is answered."""

    OPEN = "open", _("in eigen woorden")
    CHOICE = "choice", _("een keuze uit een lijst")
    YES_NO = "yes_no", _("ja of nee")


class MeetingQuestion(models.Model):
    """A question of the meeting itself."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="questions")
    moment = models.CharField(_("wanneer"), max_length=6, choices=QuestionMoment, default=QuestionMoment.BEFORE)
    kind = models.CharField(_("soort antwoord"), max_length=6, choices=QuestionKind)
    text = models.CharField(_("vraag"), max_length=200)
    options = ArrayField(models.CharField(max_length=120), verbose_name=_("keuzes"), default=list, blank=True)
    is_required = models.BooleanField(_("een antwoord is nodig"), default=False)

    class Meta:
        verbose_name = _("vraag van een bijeenkomst")
        verbose_name_plural = _("vragen van bijeenkomsten")
        ordering = ["moment", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind="choice") | models.Q(options__len__gte=2), name="meeting_question_has_options"
            )
        ]

    def __str__(self) -> str:
        return self.text


class MeetingAnswer(models.Model):
    """What somebody answered. Afterwards nobody's name is kept with it, so `registration` is empty then."""

    question = models.ForeignKey(MeetingQuestion, models.CASCADE, related_name="answers")
    registration = models.ForeignKey(Registration, models.CASCADE, null=True, blank=True, related_name="answers")
    text = models.TextField(_("antwoord"))

    class Meta:
        verbose_name = _("antwoord op een vraag van een bijeenkomst")
        verbose_name_plural = _("antwoorden op vragen van bijeenkomsten")
        ordering = ["question", "text", "pk"]
        constraints = [models.UniqueConstraint(fields=["question", "registration"], name="meeting_answered_once")]

    def __str__(self) -> str:
        return self.text[:60]
