"""All raw contributions as a file, for who leads."""

from django.http import FileResponse, Http404, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from steunpunt.activities.kind import ExportTable, kind_of
from steunpunt.activities.models import Activity
from steunpunt.activities.queries.activities import led_activity
from steunpunt.activities.queries.exporting import contributions_table
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.opendata import separated, workbook
from steunpunt.foundation.ui.answers import found_or_404


@never_cache
@require_safe
@signed_in_required
def contributions(request: Request, public_id: str, ending: str) -> HttpResponseBase:
    """As CSV, spreadsheet or JSON; says of itself when it is an example."""
    activity: Activity = found_or_404(led_activity(request.actor, public_id))
    if ending not in ANSWERS:
        raise Http404
    response = ANSWERS[ending](activity, contributions_table(activity))
    name = f"{slugify(activity.title)[:60] or 'werkvorm'}-{localdate().isoformat()}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _about(activity: Activity) -> dict[str, str]:
    about = {"werkvorm": str(kind_of(activity.kind).label), "titel": activity.title, "kenmerk": activity.reference}
    if activity.is_example:
        about["let op"] = _("voorbeeldgegevens")
    return about


def _as_csv(activity: Activity, table: ExportTable) -> HttpResponseBase:
    lines = separated.csv_lines(table.columns, table.rows)
    return StreamingHttpResponse(lines, content_type=separated.CONTENT_TYPE)


def _as_workbook(activity: Activity, table: ExportTable) -> HttpResponseBase:
    file = workbook.workbook_file(_("Inbreng"), table.columns, table.rows, _about(activity).items())
    return FileResponse(file, content_type=workbook.CONTENT_TYPE)


def _as_json(activity: Activity, table: ExportTable) -> HttpResponseBase:
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return JsonResponse({"over": _about(activity), "inbreng": rows}, json_dumps_params={"ensure_ascii": False})


ANSWERS = {"csv": _as_csv, "xlsx": _as_workbook, "json": _as_json}
