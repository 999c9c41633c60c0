"""The certificate of attendance as a PDF that a screen reader can read."""

from pathlib import Path

STYLE = Path(__file__).resolve().parents[1] / "static" / "meetings" / "css" / "certificate.css"


class NothingFromOutside(Exception):  # noqa: N818 - says what is refused
    """The certificate holds everything itself; nothing is fetched while it is made."""


def certificate_pdf(page: str) -> bytes:
    """The page (whole HTML, with its language and title) as tagged PDF."""
    # Loading it takes a second, and only who asks for a certificate should wait for that.
    from weasyprint import CSS, HTML  # noqa: PLC0415

    written: bytes = HTML(string=page, url_fetcher=_refuse).write_pdf(
        stylesheets=[CSS(string=STYLE.read_text())], pdf_variant="pdf/ua-1"
    )
    return written


def _refuse(url: str, *args: object, **kwargs: object) -> dict[str, object]:
    raise NothingFromOutside(url)
