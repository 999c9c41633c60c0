"""The account that signs in: an e-mail address, a name and, for staff, a dated role."""

from datetime import date

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.references import new_public_id
from steunpunt.foundation.sectors import Sector


class UserManager(BaseUserManager["User"]):
    """Makes accounts; addresses are kept in lower case so that one person is not two.

    Django's commands offer a password, which is not kept.
    """

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        fields = {"is_superuser": True, "staff_role": StaffRole.PROJECT_LEADER, **fields}
        return self.create_user(email, password, **fields)


class StaffRole(models.TextChoices):
    """What somebody does for the support point."""

    EDITOR = "editor", _("redacteur")
    PROJECT_LEADER = "project_leader", _("projectleider")


class User(AbstractBaseUser, PermissionsMixin):  # type: ignore[django-manager-missing]
    """An account. Rights of staff end by themselves on `staff_until`."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    email = models.EmailField(_("e-mailadres"), unique=True)
    first_name = models.CharField(_("voornaam"), max_length=80, blank=True)
    last_name = models.CharField(_("achternaam"), max_length=120, blank=True)
    sector = models.CharField(_("sector"), max_length=3, choices=Sector, blank=True)
    staff_role = models.CharField(_("rol bij het steunpunt"), max_length=20, choices=StaffRole, blank=True)
    staff_until = models.DateField(_("rol eindigt op"), null=True, blank=True)
    is_active = models.BooleanField(_("actief"), default=True)
    is_example = models.BooleanField(_("voorbeeld"), default=False)
    date_joined = models.DateTimeField(_("aangemaakt op"), default=timezone.now)

    USERNAME_FIELD = EMAIL_FIELD = "email"
    objects = UserManager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.first_name or self.email

    def set_password(self, raw_password: str | None) -> None:
        """There are no passwords here: whatever is offered is not kept."""
        self.set_unusable_password()

    def check_password(self, raw_password: str | None) -> bool:
        """A password that was stored before opens nothing."""
        return False

    def has_usable_password(self) -> bool:
        """Nothing may ask for one."""
        return False

    def is_staff_on(self, day: date) -> bool:
        """Whether the account works for the support point on that day."""
        if not (self.is_active and self.staff_role):
            return False
        return self.staff_until is None or day < self.staff_until

    @property
    def is_staff(self) -> bool:
        """What Django's and Wagtail's own checks ask."""
        return self.is_staff_on(timezone.localdate())


class ExampleAccount(models.Model):
    """What the page of example people says about an account; there are rows in example mode only."""

    account = models.OneToOneField(User, models.CASCADE, related_name="example")
    line = models.CharField(_("wat je als deze persoon kunt"), max_length=200)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        verbose_name = _("voorbeeldaccount")
        verbose_name_plural = _("voorbeeldaccounts")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.line
