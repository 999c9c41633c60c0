"""People: who they are, as what they work where, and for which theme they can be called."""

from datetime import date
from zlib import crc32

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.periods.constraints import ends_after_begin, no_overlap
from steunpunt.foundation.periods.models import Period
from steunpunt.foundation.references import new_public_id

from .organisation import Organisation
from .partnership import Partnership
from .theme import Theme


class Person(models.Model):
    """Somebody in the directory, with or without an account. The name is public only with consent."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("account"), null=True, blank=True, related_name="+"
    )
    first_name = models.CharField(_("voornaam"), max_length=80)
    last_name = models.CharField(_("achternaam"), max_length=120)
    email = models.EmailField(_("e-mailadres"), blank=True)
    name_is_public = models.BooleanField(_("naam mag op de site"), default=False)
    consent_at = models.DateTimeField(_("toestemming gegeven op"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("samengevoegd met"), null=True, blank=True, related_name="+"
    )
    is_example = models.BooleanField(_("voorbeeld"), default=False)

    class Meta:
        verbose_name = _("persoon")
        verbose_name_plural = _("personen")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(name_is_public=False) | models.Q(consent_at__isnull=False),
                name="person_public_name_needs_consent",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def reference(self) -> str:
        return f"persoon:{self.public_id}"

    @property
    def revision(self) -> int:
        """A digest of the name, by which a form tells whether somebody else changed it meanwhile."""
        return crc32(f"{self.first_name}|{self.last_name}".encode())


class PersonMerge(models.Model):
    """Two persons made one; `moved` holds what was moved, so that it can be undone."""

    kept = models.ForeignKey(Person, models.CASCADE, related_name="+")
    merged = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField(_("moment"))
    by = models.CharField(_("door"), max_length=60)
    moved = models.JSONField(_("verplaatst"), default=dict, encoder=DjangoJSONEncoder)
    undone_at = models.DateTimeField(_("teruggedraaid op"), null=True, blank=True)

    class Meta:
        verbose_name = _("samenvoeging van personen")
        verbose_name_plural = _("samenvoegingen van personen")

    def __str__(self) -> str:
        return f"{self.merged_id} → {self.kept_id}"


class Role(models.Model):
    """A role from the national list. `manages_partnership` marks the coordinator's rights."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    title = models.CharField(_("naam"), max_length=80)
    description = models.CharField(_("omschrijving"), max_length=300, blank=True)
    source = models.CharField(_("bron"), max_length=250, blank=True)
    manages_partnership = models.BooleanField(_("beheert het partnerschap"), default=False)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        verbose_name = _("rol")
        verbose_name_plural = _("rollen")
        ordering = ["position", "title"]

    def __str__(self) -> str:
        return self.title


class RoleAlias(models.Model):
    """What a partnership itself calls a role from the national list."""

    role = models.ForeignKey(Role, models.CASCADE, related_name="aliases")
    partnership = models.ForeignKey(Partnership, models.CASCADE, null=True, blank=True, related_name="+")
    title = models.CharField(_("eigen naam"), max_length=80)

    class Meta:
        verbose_name = _("eigen naam van een rol")
        verbose_name_plural = _("eigen namen van rollen")
        constraints = [
            models.UniqueConstraint(
                fields=["role", "partnership"], name="alias_once_per_partnership", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return self.title


class Affiliation(Period):
    """A person in a role at an organisation, often for one partnership, in a period."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="affiliations")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="affiliations")
    partnership = models.ForeignKey(Partnership, models.CASCADE, null=True, blank=True, related_name="affiliations")
    role = models.ForeignKey(Role, models.PROTECT, related_name="+")
    local_title = models.CharField(_("eigen functienaam"), max_length=80, blank=True)
    took_over_from = models.ForeignKey(
        "self", models.SET_NULL, verbose_name=_("overgenomen van"), null=True, blank=True, related_name="+"
    )
    """The role that ended because this one took over; it goes on when this one is withdrawn before it begins."""
    would_have_ended_on = models.DateField(_("overgenomen rol liep tot"), null=True, blank=True)
    """The end that the role taken over from had before; empty when it had none."""

    class Meta:
        verbose_name = _("functie")
        verbose_name_plural = _("functies")
        constraints = [
            ends_after_begin("affiliation_end_after_begin"),
            no_overlap("affiliation_no_overlap", "person", "role", "organisation", "partnership"),
            models.CheckConstraint(
                condition=models.Q(organisation__isnull=False) | models.Q(partnership__isnull=False),
                name="affiliation_is_somewhere",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.role}"

    def is_to_come(self, day: date) -> bool:
        return self.valid_from is not None and self.valid_from > day

    @property
    def revision(self) -> int:
        """A digest of what can be corrected, by which a form tells whether somebody else changed it meanwhile."""
        facts = (self.role_id, self.local_title, self.valid_from, self.begin_unknown, self.valid_until)
        return crc32(repr(facts).encode())


class ThemeContact(Period):
    """Whom to ask about a theme in a partnership: a role always, a person when somebody is known."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="theme_contacts")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")
    role = models.ForeignKey(Role, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="theme_contacts")

    class Meta:
        verbose_name = _("contactpersoon voor een thema")
        verbose_name_plural = _("contactpersonen voor thema's")
        constraints = [
            ends_after_begin("theme_contact_end_after_begin"),
            no_overlap(
                "theme_contact_one_per_theme",
                "partnership",
                "theme",
                message=_("Voor dit thema is er in die periode al een contactpersoon."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.theme}: {self.role}"
