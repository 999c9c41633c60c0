"""Writing a plan into the tables of the register, in bulk."""

from collections.abc import Callable

from steunpunt.network.intake import kinds
from steunpunt.network.models import RegisterImport
from steunpunt.network.rules.register_plan import Plan

from .applying_geography import apply_municipalities, apply_postcodes
from .applying_organisations import apply_organisations
from .applying_programmes import apply_programmes
from .progress import Progress

APPLIERS: dict[str, Callable[[Plan, RegisterImport, Progress], None]] = {
    kinds.PROGRAMME: apply_programmes,
    kinds.MUNICIPALITY: apply_municipalities,
    kinds.POSTCODE: apply_postcodes,
}


def apply_plan(plan: Plan, imported: RegisterImport, progress: Progress) -> None:
    """Carry out a plan; the caller holds the transaction."""
    APPLIERS.get(plan.kind, apply_organisations)(plan, imported, progress)
