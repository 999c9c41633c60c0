"""What search keeps beside the index: what waits for it, how far it is, what is asked, and what somebody saved."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id

MOST_CHARACTERS = 100
"""The longest question that is asked or kept."""


class WaitingReference(models.Model):
    """A record that changed and waits for the index; written with the deed, removed after the index was written."""

    reference = models.CharField(_("kenmerk"), max_length=60)
    at = models.DateTimeField(_("moment"), auto_now_add=True)

    class Meta:
        verbose_name = _("wachtend kenmerk")
        verbose_name_plural = _("wachtende kenmerken")

    def __str__(self) -> str:
        return self.reference


class IndexBuild(models.Model):
    """One time that the whole index is made anew, with how far it is."""

    started_at = models.DateTimeField(_("begonnen op"))
    told_at = models.DateTimeField(_("laatste teken van leven"))
    finished_at = models.DateTimeField(_("klaar op"), null=True, blank=True)
    total = models.PositiveIntegerField(_("totaal"), default=0)
    done = models.PositiveIntegerField(_("gedaan"), default=0)

    class Meta:
        verbose_name = _("opbouw van de zoekindex")
        verbose_name_plural = _("opbouw van de zoekindex")
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"{self.done} / {self.total}"


class AskedQuestion(models.Model):
    """That somebody asked this; `asker` is a keyed hash of asker and question together, so that nobody can be followed."""

    text = models.CharField(_("vraag"), max_length=MOST_CHARACTERS)
    asker = models.CharField(_("vingerafdruk"), max_length=64)
    on = models.DateField(_("dag"))

    class Meta:
        verbose_name = _("gestelde vraag")
        verbose_name_plural = _("gestelde vragen")
        constraints = [models.UniqueConstraint(fields=["text", "asker"], name="asked_question_once_per_asker")]
        indexes = [models.Index(fields=["on"], name="asked_question_on")]

    def __str__(self) -> str:
        return self.text


class FrequentQuestion(models.Model):
    """A question that enough people asked and that finds public records; chosen anew now and then."""

    text = models.CharField(_("vraag"), max_length=MOST_CHARACTERS, unique=True)
    askers = models.PositiveIntegerField(_("vragers"))

    class Meta:
        verbose_name = _("veelgestelde vraag")
        verbose_name_plural = _("veelgestelde vragen")
        ordering = ["-askers", "text"]

    def __str__(self) -> str:
        return self.text


class FruitlessQuestion(models.Model):
    """A question that found nothing, with how often on a day; who asked is not kept."""

    text = models.CharField(_("vraag"), max_length=MOST_CHARACTERS)
    on = models.DateField(_("dag"))
    count = models.PositiveIntegerField(_("aantal"), default=1)

    class Meta:
        verbose_name = _("vraag zonder resultaat")
        verbose_name_plural = _("vragen zonder resultaat")
        constraints = [models.UniqueConstraint(fields=["text", "on"], name="fruitless_question_once_a_day")]

    def __str__(self) -> str:
        return self.text


class SavedSearch(models.Model):
    """A question that somebody wants to be told about; `known` are the records that were there or were told."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("account"), related_name="+")
    text = models.CharField(_("vraag"), max_length=MOST_CHARACTERS)
    chosen = models.JSONField(_("gekozen filters"), default=dict, blank=True)
    known = ArrayField(models.CharField(max_length=60), verbose_name=_("al bekend"), default=list, blank=True)
    saved_at = models.DateTimeField(_("bewaard op"))
    told_at = models.DateTimeField(_("laatst gekeken op"))

    class Meta:
        verbose_name = _("bewaarde zoekvraag")
        verbose_name_plural = _("bewaarde zoekvragen")
        ordering = ["-saved_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["account", "text", "chosen"], name="saved_search_once_per_account")
        ]

    def __str__(self) -> str:
        return self.text
