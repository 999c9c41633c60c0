"""The research agenda: questions, where each came from, what is known already, and who works on it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.periods.constraints import ends_after_begin
from steunpunt.foundation.periods.models import Period
from steunpunt.foundation.references import new_public_id
from steunpunt.network.models import Organisation, Partnership, Person, Project, Province, Region, Theme

from .item import KnowledgeItem


class QuestionLevel(models.TextChoices):
    """For whom the answer matters."""

    SCHOOL = "school", _("school")
    PARTNERSHIP = "partnership", _("partnerschap")
    REGION = "region", _("regio")
    NATION = "nation", _("landelijk")


class QuestionStatus(models.TextChoices):
    """How far the answer is."""

    OPEN = "open", _("open")
    IN_RESEARCH = "in_research", _("in onderzoek")
    ANSWERED = "answered", _("beantwoord")
    RETIRED = "retired", _("afgevoerd")


class ResearchQuestion(models.Model):
    """A question on the research agenda; public once an editor accepted it, until it is retired or goes up in another."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    slug = models.SlugField(_("adres"), max_length=100, unique=True)
    text = models.CharField(_("vraag"), max_length=300)
    explanation = models.TextField(_("toelichting"), blank=True)
    level = models.CharField(_("niveau"), max_length=12, choices=QuestionLevel)
    themes = models.ManyToManyField(Theme, verbose_name=_("thema's"), related_name="+")
    status = models.CharField(_("stand"), max_length=12, choices=QuestionStatus, default=QuestionStatus.OPEN)
    status_reason = models.CharField(_("waarom deze stand"), max_length=300, blank=True)
    status_on = models.DateField(_("stand sinds"), null=True, blank=True)
    created_at = models.DateTimeField(_("voorgesteld op"))
    accepted_at = models.DateTimeField(_("op de agenda sinds"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("opgegaan in"), null=True, blank=True, related_name="merged"
    )
    """Origins, answers and work stay with their own question, so that merges can be undone in any order."""
    merged_at = models.DateTimeField(_("opgegaan op"), null=True, blank=True)
    is_example = models.BooleanField(_("voorbeeld"), default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("onderzoeksvraag")
        verbose_name_plural = _("onderzoeksvragen")
        ordering = ["-accepted_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(merged_into__isnull=True) | ~models.Q(merged_into=models.F("id")),
                name="question_not_merged_into_itself",
            ),
            models.CheckConstraint(
                condition=models.Q(merged_into__isnull=True, merged_at__isnull=True)
                | models.Q(merged_into__isnull=False, merged_at__isnull=False),
                name="question_merged_on_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def reference(self) -> str:
        return f"onderzoeksvraag:{self.public_id}"


class QuestionOrigin(models.Model):
    """Who or what brought a question, when, and in which words."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    question = models.ForeignKey(ResearchQuestion, models.CASCADE, related_name="origins")
    wording = models.CharField(_("eigen woorden"), max_length=300)
    partnership = models.ForeignKey(
        Partnership, models.PROTECT, verbose_name=_("partnerschap"), null=True, blank=True, related_name="+"
    )
    region = models.ForeignKey(
        Region, models.PROTECT, verbose_name=_("onderwijsregio"), null=True, blank=True, related_name="+"
    )
    province = models.ForeignKey(
        Province, models.PROTECT, verbose_name=_("provincie"), null=True, blank=True, related_name="+"
    )
    meeting = models.CharField(_("bijeenkomst"), max_length=160, blank=True)
    source = models.CharField(_("bron"), max_length=250, blank=True)
    reference = models.CharField(_("verwijzing"), max_length=60, blank=True)
    """The record that the question came from, such as a question to the toolbox."""
    brought_on = models.DateField(_("ingebracht op"))
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("ingebracht door"),
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("herkomst van een onderzoeksvraag")
        verbose_name_plural = _("herkomsten van onderzoeksvragen")
        ordering = ["brought_on", "pk"]

    def __str__(self) -> str:
        return self.wording


class KnownAnswer(models.Model):
    """What is known already about a question, with the knowledge items that say so."""

    question = models.ForeignKey(ResearchQuestion, models.CASCADE, related_name="answers")
    text = models.TextField(_("wat we al weten"))
    items = models.ManyToManyField(KnowledgeItem, verbose_name=_("kennisitems"), blank=True, related_name="+")
    added_at = models.DateTimeField(_("toegevoegd op"))

    class Meta:
        verbose_name = _("bekend antwoord")
        verbose_name_plural = _("bekende antwoorden")
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class ResearchWork(Period):
    """Somebody works on a question in a period: a partnership, an institution, a person, under a programme."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    question = models.ForeignKey(ResearchQuestion, models.CASCADE, related_name="work")
    partnership = models.ForeignKey(
        Partnership, models.PROTECT, verbose_name=_("partnerschap"), null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("organisatie"), null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(
        Person, models.SET_NULL, verbose_name=_("persoon"), null=True, blank=True, related_name="+"
    )
    programme = models.CharField(_("onderzoeksprogramma"), max_length=160, blank=True)
    project = models.ForeignKey(
        Project, models.PROTECT, verbose_name=_("project"), null=True, blank=True, related_name="+"
    )
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("gemeld door"),
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("werk aan een onderzoeksvraag")
        verbose_name_plural = _("werk aan onderzoeksvragen")
        ordering = ["valid_from", "pk"]
        constraints = [
            ends_after_begin("research_work_end_after_begin"),
            models.CheckConstraint(
                condition=models.Q(partnership__isnull=False) | models.Q(organisation__isnull=False),
                name="research_work_of_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"werk aan vraag {self.question_id}"
