"""Organisations: an identity that stays, and dated versions of what is known about it."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.periods.constraints import ends_after_begin, no_overlap
from steunpunt.foundation.periods.models import Period
from steunpunt.foundation.references import new_public_id
from steunpunt.foundation.sectors import Sector


class OrganisationKind(models.TextChoices):
    """What sort of organisation; with the code it is the key of the register."""

    SCHOOL_BOARD = "school_board", _("schoolbestuur")
    SCHOOL = "school", _("school (BRIN)")
    SCHOOL_SITE = "school_site", _("schoolvestiging")
    TRAINING_INSTITUTION = "training_institution", _("lerarenopleidingsinstituut")
    MBO = "mbo", _("mbo-instelling")
    UNIVERSITY = "university", _("universiteit")
    MUNICIPALITY = "municipality", _("gemeente")
    MINISTRY = "ministry", _("ministerie")
    COUNCIL = "council", _("sectorraad")
    EXPERTISE_CENTRE = "expertise_centre", _("expertisecentrum")
    OTHER = "other", _("andere organisatie")


class Organisation(models.Model):
    """The identity. `code` is a BRIN, site code or board number, or empty for others."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    kind = models.CharField(_("soort"), max_length=24, choices=OrganisationKind)
    code = models.CharField(_("code"), max_length=12, blank=True)
    source = models.CharField(_("bron"), max_length=200, blank=True)
    source_date = models.DateField(_("peildatum"), null=True, blank=True)
    is_example = models.BooleanField(_("voorbeeld"), default=False)
    revision = models.PositiveIntegerField(default=1)
    """Grows with every change, so that two editors of one record are told."""

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "code"],
                condition=~models.Q(code=""),
                name="organisation_code_once",
                violation_error_message=_("Er is al een organisatie van deze soort met deze code."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.code or self.public_id}"

    @property
    def reference(self) -> str:
        return f"organisatie:{self.public_id}"


class OrganisationVersion(Period):
    """What is known of an organisation in a period; no version on a day means: not there (closed)."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="versions")
    name = models.CharField(_("naam"), max_length=250)
    sector = models.CharField(_("sector"), max_length=3, choices=Sector, blank=True)
    part_of = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("valt onder"), null=True, blank=True, related_name="+"
    )
    street = models.CharField(_("straat"), max_length=120, blank=True)
    house_number = models.CharField(_("huisnummer"), max_length=20, blank=True)
    postcode = models.CharField(_("postcode"), max_length=6, blank=True)
    place = models.CharField(_("plaats"), max_length=60, blank=True)
    municipality = models.ForeignKey(
        "Municipality", models.PROTECT, verbose_name=_("gemeente"), null=True, blank=True, related_name="+"
    )
    latitude = models.FloatField(_("breedtegraad"), null=True, blank=True)
    longitude = models.FloatField(_("lengtegraad"), null=True, blank=True)
    website = models.CharField(_("website"), max_length=250, blank=True)
    denomination = models.CharField(_("denominatie"), max_length=60, blank=True)
    structure = models.CharField(_("onderwijsstructuur"), max_length=60, blank=True)
    education_area = models.CharField(_("onderwijsgebied"), max_length=80, blank=True)
    pupils = models.PositiveIntegerField(_("aantal leerlingen"), null=True, blank=True)
    funding = models.CharField(_("bekostiging"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("gegevens van organisatie")
        verbose_name_plural = _("gegevens van organisaties")
        constraints = [
            ends_after_begin("organisation_version_end_after_begin"),
            no_overlap("organisation_version_no_overlap", "organisation"),
        ]
        indexes = [
            models.Index(fields=["municipality"], name="org_version_municipality"),
            models.Index(fields=["latitude", "longitude"], name="org_version_point"),
            GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="org_version_name_trigram"),
            GinIndex(OpClass(Upper("place"), name="gin_trgm_ops"), name="org_version_place_trigram"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """Street and number, postcode and place, as on an envelope in one line."""
        line = f"{self.street} {self.house_number}".strip()
        postcode = f"{self.postcode[:4]} {self.postcode[4:]}".strip()
        return ", ".join(part for part in (line, f"{postcode} {self.place}".strip()) if part)


class FieldOverride(models.Model):
    """A field that people corrected by hand; it stands until the register says the same."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="overrides")
    field = models.CharField(_("veld"), max_length=40)
    value = models.CharField(_("waarde"), max_length=250)
    source = models.CharField(_("bron"), max_length=250)
    set_at = models.DateTimeField(_("gezet op"))
    set_by = models.CharField(_("gezet door"), max_length=60)
    ended_at = models.DateTimeField(_("vervallen op"), null=True, blank=True)

    class Meta:
        verbose_name = _("correctie met de hand")
        verbose_name_plural = _("correcties met de hand")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "field"],
                condition=models.Q(ended_at__isnull=True),
                name="override_one_per_field",
            )
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.value}"


class SuccessionKind(models.TextChoices):
    """How one organisation went over into another."""

    MERGER = "merger", _("fusie")
    SPLIT = "split", _("splitsing")
    TAKEOVER = "takeover", _("overname")
    MOVE = "move", _("verhuizing naar andere code")


class Succession(models.Model):
    """An organisation that another one carries on; entered by a person, never guessed from a file."""

    predecessor = models.ForeignKey(Organisation, models.PROTECT, related_name="succeeded_by")
    successor = models.ForeignKey(Organisation, models.PROTECT, related_name="succeeds")
    on = models.DateField(_("op"))
    kind = models.CharField(_("soort"), max_length=10, choices=SuccessionKind)
    source = models.CharField(_("bron"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("opvolging")
        verbose_name_plural = _("opvolgingen")
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")), name="succession_not_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class ProgrammeKind(models.TextChoices):
    """The sort of teacher training."""

    PABO = "pabo", _("pabo / leraar basisonderwijs")
    SECOND_DEGREE = "second_degree", _("tweede graad")
    FIRST_DEGREE_HBO = "first_degree_hbo", _("eerste graad (hbo)")
    FIRST_DEGREE_WO = "first_degree_wo", _("eerste graad (wo)")
    ARTS = "arts", _("docent kunstvakken")
    PHYSICAL_EDUCATION = "physical_education", _("lichamelijke opvoeding")
    OTHER = "other", _("overig")


class Programme(Period):
    """A teacher-training programme of an institution in one place."""

    institution = models.ForeignKey(Organisation, models.CASCADE, related_name="programmes")
    croho = models.CharField(_("CROHO-code"), max_length=10)
    name = models.CharField(_("naam"), max_length=200)
    kind = models.CharField(_("soort"), max_length=20, choices=ProgrammeKind)
    level = models.CharField(_("niveau"), max_length=30, blank=True)
    funding = models.CharField(_("bekostiging"), max_length=20, blank=True)
    place = models.CharField(_("plaats"), max_length=60, blank=True)
    accredited_from = models.DateField(_("geaccrediteerd vanaf"), null=True, blank=True)
    accredited_until = models.DateField(_("geaccrediteerd tot"), null=True, blank=True)
    source = models.CharField(_("bron"), max_length=200, blank=True)
    source_date = models.DateField(_("peildatum"), null=True, blank=True)

    class Meta:
        verbose_name = _("lerarenopleiding")
        verbose_name_plural = _("lerarenopleidingen")
        ordering = ["name", "place"]
        constraints = [
            ends_after_begin("programme_end_after_begin"),
            no_overlap("programme_no_overlap", "institution", "croho", "place"),
        ]

    def __str__(self) -> str:
        return self.name
