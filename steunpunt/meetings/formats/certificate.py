"""The certificate of attendance as a PDF that a screen reader can read."""

from pathlib import Path

STYLE = Path(__file__).resolve().parents[1] / "static" / "meetings" / "css" / "certificate.css"


def certificate_pdf(page: str) -> bytes:
    """The page (whole HTML, with its language and title) as tagged PDF; nothing is fetched while it is made."""
    # Loading it takes a second, and only who asks for a certificate should wait for that.
    from weasyprint import CSS, HTML  # noqa: PLC0415
    from weasyprint.urls import URLFetcher  # noqa: PLC0415

    nothing = URLFetcher(allowed_protocols=[])
    document = HTML(string=page, url_fetcher=nothing)
    written: bytes = document.write_pdf(stylesheets=[CSS(string=STYLE.read_text())], pdf_variant="pdf/ua-1")
    return written
