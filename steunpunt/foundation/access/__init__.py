"""Who acts, and the one way to say no."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from steunpunt.foundation.accounts.models import User


class Refusal(Exception):  # noqa: N818 - the word of the house for "no"
    """A deed that may not or cannot be done, with a Dutch sentence for the person.

    `field` names the form field that the sentence belongs to, or is empty.
    """

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field


def require(condition: bool, sentence: object, *, field: str = "") -> None:
    """Refuse with `sentence` (a Dutch text, lazy or not) unless the condition holds."""
    if not condition:
        raise Refusal(str(sentence), field=field)


@dataclass(frozen=True)
class Actor:
    """Whoever does or sees something: an account, a guest with a token, the system or a visitor."""

    account: "User | None" = None
    guest: str = ""
    system: str = ""
    second_factor: bool = False
    """Whether the account proved a second factor in this session; staff are nobody without it."""
    today: date | None = None

    @classmethod
    def visitor(cls) -> "Actor":
        return cls()

    @classmethod
    def of(cls, account: "User", *, second_factor: bool = True) -> "Actor":
        return cls(account=account, second_factor=second_factor)

    @classmethod
    def for_system(cls, name: str) -> "Actor":
        return cls(system=name)

    @classmethod
    def with_token(cls, token: str) -> "Actor":
        return cls(guest=token)

    @property
    def day(self) -> date:
        """The day on which the actor acts."""
        return self.today or timezone.localdate()

    @property
    def is_system(self) -> bool:
        return bool(self.system)

    @property
    def is_signed_in(self) -> bool:
        return self.account is not None

    @property
    def is_staff(self) -> bool:
        """Editor or project leader on this day, with a second factor; the system counts as staff."""
        if self.is_system:
            return True
        if self.account is None or not self.second_factor:
            return False
        return self.account.is_staff_on(self.day)

    @property
    def is_project_leader(self) -> bool:
        if self.is_system:
            return True
        return self.is_staff and self.account is not None and self.account.staff_role == "project_leader"

    @property
    def reference(self) -> str:
        """How the ledger names the actor; never an address or a name."""
        if self.system:
            return f"systeem:{self.system}"
        if self.account is not None:
            return f"account:{self.account.public_id}"
        if self.guest:
            return "gast:" + hashlib.sha256(self.guest.encode()).hexdigest()[:12]
        return "bezoeker"
