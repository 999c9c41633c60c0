"""A poster as PDF of A3, to hang on the wall."""

from pathlib import Path

from django.template.loader import render_to_string

from steunpunt.activities.queries.posters import Poster
from steunpunt.foundation.printing import pdf_of

CSS = Path(__file__).resolve().parents[1] / "static" / "activities" / "css"


def poster_context(poster: Poster) -> dict[str, object]:
    """What the template of the kind may use: `standing`, `ballot`, `findings`, `group`, `settings` and `activity`."""
    return {
        "poster": poster,
        "standing": poster.standing,
        "ballot": poster.ballot,
        "findings": poster.findings,
        "group": poster.group,
        "settings": poster.activity.settings,
        "activity": poster.activity,
        "meeting": poster.activity.item.meeting,
        "part": poster.kind.template("poster"),
    }


def poster_pdf(poster: Poster) -> bytes:
    """One sheet or more; what WeasyPrint cannot lay out in columns comes below each other."""
    styles = sorted(CSS.glob("*.css"))
    try:
        return pdf_of(_page(poster), styles)
    except AssertionError:
        return pdf_of(_page(poster, plain=True), styles)


def _page(poster: Poster, *, plain: bool = False) -> str:
    return render_to_string("activities/poster_print.html", {**poster_context(poster), "plain": plain})
