"""What somebody fills in to come to a meeting, as plain values between form and deed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from steunpunt.meetings.models import ProgrammeItem

SAID = ("name", "organisation", "partnership", "sector", "diet", "access")


@dataclass(frozen=True, slots=True)
class Given:
    """About themselves, the parts that they choose, and the answers per question."""

    facts: Mapping[str, Any]
    """`email` and what `SAID` names."""
    parts: tuple[ProgrammeItem, ...] = ()
    answers: Mapping[int, str] | None = None
    """Question → answer; None leaves what stands there."""

    @property
    def email(self) -> str:
        return str(self.facts["email"]).strip().lower()


def round_field(number: int | None) -> str:
    """The name of the field in which somebody chooses in this round."""
    return f"round_{number}"
