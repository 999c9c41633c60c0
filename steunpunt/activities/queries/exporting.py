"""All raw contributions of an activity as rows."""

from steunpunt.activities.kind import ExportTable, kind_of
from steunpunt.activities.models import Activity

from .standings import contributed_to


def contributions_table(activity: Activity) -> ExportTable:
    """As the kind writes them; never who it was."""
    return kind_of(activity.kind).export(activity.settings, contributed_to(activity))
