"""Bulletins: short notices of organisations for schools, who may post them, and which became one."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.periods.constraints import ends_after_begin, no_overlap
from steunpunt.foundation.periods.models import Period
from steunpunt.foundation.references import new_public_id
from steunpunt.foundation.sectors import Sector
from steunpunt.network.models import Organisation, Role, Theme

MOST_CHARACTERS = 600
"""A bulletin is read in half a minute; whoever has more to say links to it."""


class BulletinState(models.TextChoices):
    """Where a bulletin stands in its life."""

    DRAFT = "draft", _("concept")
    PUBLISHED = "published", _("geplaatst")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class Sender(models.Model):
    """An organisation that tells schools what changes; staff say which ones, and who posts for them."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    slug = models.SlugField(_("adres"), max_length=80, unique=True)
    name = models.CharField(_("naam"), max_length=120, unique=True)
    website = models.URLField(_("website"), max_length=250, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("organisatie"), null=True, blank=True, related_name="+"
    )
    is_example = models.BooleanField(_("voorbeeld"), default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("afzender")
        verbose_name_plural = _("afzenders")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def reference(self) -> str:
        return f"afzender:{self.public_id}"


class SenderAllowance(Period):
    """Somebody may post for a sender in a period."""

    sender = models.ForeignKey(Sender, models.CASCADE, related_name="allowances")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("account"), related_name="+")

    class Meta:
        verbose_name = _("recht om te plaatsen")
        verbose_name_plural = _("rechten om te plaatsen")
        ordering = ["valid_from", "pk"]
        constraints = [
            ends_after_begin("sender_allowance_end_after_begin"),
            no_overlap("sender_allowance_once", "sender", "account"),
        ]

    def __str__(self) -> str:
        return f"{self.sender}: {self.account_id}"


class Bulletin(models.Model):
    """A short notice for schools. No sectors or no roles means: for all of them.

    Of doubles one stays: the others point to it, and its readers see their senders and sources with it.
    """

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    slug = models.SlugField(_("adres"), max_length=100, unique=True)
    state = models.CharField(_("stand"), max_length=10, choices=BulletinState, default=BulletinState.DRAFT)
    sender = models.ForeignKey(Sender, models.PROTECT, verbose_name=_("afzender"), related_name="bulletins")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("geschreven door"),
        null=True,
        blank=True,
        related_name="+",
    )
    title = models.CharField(_("titel"), max_length=120)
    text = models.CharField(_("tekst"), max_length=MOST_CHARACTERS)
    sectors = ArrayField(
        models.CharField(max_length=3, choices=Sector), verbose_name=_("sectoren"), default=list, blank=True
    )
    roles = models.ManyToManyField(Role, verbose_name=_("rollen"), blank=True, related_name="+")
    themes = models.ManyToManyField(Theme, verbose_name=_("thema's"), blank=True, related_name="+")
    effective_on = models.DateField(_("gaat in op"))
    expires_on = models.DateField(_("geldt tot"), null=True, blank=True)
    """The first day on which it no longer holds."""
    source = models.CharField(_("bron"), max_length=250)
    source_link = models.URLField(_("link naar de bron"), max_length=500, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("samengevoegd met"), null=True, blank=True, related_name="took_in"
    )
    shown_in = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("staat nu bij"), null=True, blank=True, related_name="doubles"
    )
    """The one that readers see: where `merged_into` leads when one follows it to the end."""
    created_at = models.DateTimeField(_("begonnen op"))
    published_at = models.DateTimeField(_("geplaatst op"), null=True, blank=True)
    changed_at = models.DateTimeField(_("gewijzigd op"))
    is_example = models.BooleanField(_("voorbeeld"), default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        ordering = ["-published_at", "-pk"]
        indexes = [models.Index(fields=["state", "-published_at"], name="bulletin_newest")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=BulletinState.PUBLISHED) | models.Q(published_at__isnull=False),
                name="bulletin_published_has_moment",
            ),
            models.CheckConstraint(
                condition=models.Q(expires_on__isnull=True) | models.Q(expires_on__gt=models.F("effective_on")),
                name="bulletin_ends_after_begin",
            ),
            models.CheckConstraint(
                condition=models.Q(merged_into__isnull=True, shown_in__isnull=True)
                | (
                    models.Q(merged_into__isnull=False, shown_in__isnull=False)
                    & ~models.Q(merged_into=models.F("id"))
                    & ~models.Q(shown_in=models.F("id"))
                ),
                name="bulletin_not_merged_with_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reference(self) -> str:
        return f"bericht:{self.public_id}"

    @property
    def parts(self) -> list["Bulletin"]:
        """This one, and the published ones that were merged with it."""
        return [self, *(row for row in self.doubles.all() if row.state == BulletinState.PUBLISHED)]

    @property
    def reached_sectors(self) -> list[str]:
        """For whom it and its doubles are; empty for all."""
        many = [set(row.sectors) for row in self.parts]
        return [one.value for one in Sector if all(many) and one.value in set().union(*many)]

    @property
    def reached_roles(self) -> list[Role]:
        """For which roles it and its doubles are, in the order of the list; empty for all."""
        many = [list(row.roles.all()) for row in self.parts]
        found = {role.pk: role for roles in many for role in roles}
        return sorted(found.values(), key=lambda role: (role.position, role.title)) if all(many) else []

    @property
    def reached_themes(self) -> list[Theme]:
        return list({theme.pk: theme for row in self.parts for theme in row.themes.all()}.values())

    @property
    def senders(self) -> list[Sender]:
        """Everybody who told this, the one that stayed first."""
        return list({row.sender_id: row.sender for row in self.parts}.values())
