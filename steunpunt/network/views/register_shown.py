"""How an import is shown: its figures in Dutch words, for the page and for the files."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from steunpunt.network.intake.kinds import KIND_LABELS
from steunpunt.network.intake.shapes import SHAPES
from steunpunt.network.models import RegisterImport, RowOutcome
from steunpunt.network.queries.register import outcome_counts
from steunpunt.network.rules.register import part_label

SHAPE_LABELS = {shape.code: shape.label for shape in SHAPES}
DELIMITERS = {";": "puntkomma", ",": "komma"}


def described(imported: RegisterImport) -> list[tuple[str, str]]:
    """What the file is, name by name."""
    counts = imported.counts
    complete = [part_label((kind, sector)) for kind, sector in imported.scope]
    return [
        (_("Bestand"), imported.file_name),
        (_("Herkend als"), SHAPE_LABELS.get(imported.shape, imported.shape)),
        (_("Peildatum"), date_format(imported.reference_date)),
        (_("Bron"), imported.source),
        (_("Rijen"), str(counts.get("rows", ""))),
        (_("Codering"), str(counts.get("encoding", ""))),
        (_("Scheidingsteken"), DELIMITERS.get(counts.get("delimiter", ""), "")),
        (_("Volledig voor"), ", ".join(complete) or _("niets: uit dit bestand vervalt niets")),
    ]


def kind_rows(imported: RegisterImport) -> list[tuple[str, int, int, int, int]]:
    """Per kind: what is new, changed, closed and the same."""
    return [
        (KIND_LABELS[kind], counts["new"], counts["changed"], counts["closed"], counts["same"])
        for kind, counts in imported.counts.get("kinds", {}).items()
    ]


def large_closings(imported: RegisterImport) -> list[tuple[str, int, int]]:
    """Where so much would close that the file may be half or swapped."""
    return [
        (part_label((kind, sector)), closed, size)
        for kind, sector, closed, size in imported.counts.get("large_closings", [])
    ]


def outcome_tabs(imported: RegisterImport, chosen: str) -> list[tuple[str, str, bool]]:
    """The views on the report: everything, or the lines of one outcome."""
    counts = outcome_counts(imported)
    tabs = [(_("Alles (%(number)d)") % {"number": sum(counts.values())}, "?", chosen not in counts)]
    for outcome in RowOutcome:
        if counts.get(outcome):
            label = f"{outcome.label.capitalize()} ({counts[outcome]})"
            tabs.append((label, f"?uitkomst={outcome.value}", chosen == outcome))
    return tabs
