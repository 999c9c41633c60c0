"""Makes the pictures of the manual from a running example platform: `.venv/bin/python -m tools.pictures [ADDRESS]`."""

import argparse
import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Error, FloatRect, Page, sync_playwright

from tools.places import ROOT
from tools.talk import Talk, Trouble, out

FOLDER = ROOT / "docs" / "handleiding" / "beelden"
ADDRESS = "http://localhost:8000"
LAUNCH = ["--no-sandbox", "--disable-gpu", "--lang=nl-NL"]
DUTCH = {"LANGUAGE": "nl", "LANG": "nl_NL.UTF-8"}
"""What makes Chromium write days as dd-mm-jjjj; on Debian it needs the package chromium-l10n."""
WIDE, PHONE = 1440, 360
SCALES = {WIDE: 0.75, PHONE: 1.0}
"""A wide screen is drawn at 1080 pixels, so that it fits a page of the manual."""
HEIGHTS = {WIDE: 930, PHONE: 740}
MARGIN = 24
COLOURS, ROUNDS = 128, 8
"""So many colours stay, adjusted so often to what is in the picture: the red of the thread must not turn brown."""
HEAVIEST = 120_000
IS_DRAWN = """() => document.fonts.status === "loaded"
  && (document.querySelector("#kaartpagina")?.dataset.state ?? "klaar") === "klaar" """


@dataclass(frozen=True)
class Picture:
    """One picture: who looks at which page how wide, and which part of it is kept."""

    name: str
    person: str
    """First name of the example person; empty for a visitor."""
    path: str
    width: int
    crop: str
    """Selector of what must be in sight, with a margin around all of it; empty for the whole screen."""
    choices: tuple[str, ...] = ()
    """Radio buttons to press first; nothing is sent."""
    follows: str = ""
    """A link to follow first, for a page whose address differs per example."""
    days: tuple[str, ...] = ()
    """Labels of days to set at the next 1 August; nothing is sent."""


OWN = "/partnerschappen/samen-opleiden-noordzijde"
ITEM, SENT_IN = "startgesprek-werkplekbegeleiders", "Terugkijkgesprek na de eerste les"
ASKED = "hoe+laten+we+studenten+en+starters+samen+leren%3F"
PICTURES = (
    Picture("voorpagina", "", "/", WIDE, ""),
    Picture("kaart", "", "/kaart/?postcode=9711", WIDE, ""),
    Picture("partnerschap", "", f"{OWN}/", WIDE, "main nav, #contact, #leden"),
    Picture("lijst-telefoon", "", "/partnerschappen/?postcode=9711&straal=50", PHONE, ".tabs, .downloads"),
    Picture("verbetering-telefoon", "", f"{OWN}/verbetering/", PHONE, "main h1, main .list"),
    Picture("inloggen-telefoon", "", "/account/login/", PHONE, "main h1, main .form"),
    Picture("beheer", "Coco", f"{OWN}/bewerken/", WIDE, "main h1, main .with-aside"),
    Picture(
        "lid-toevoegen",
        "Coco",
        f"{OWN}/bewerken/leden/toevoegen/?zoek=vrije+school+groningen",
        WIDE,
        "main h1, main .intro, main .narrow",
        choices=("De Vrije School Groningen Onderbouw", "Schil"),
        days=("Doet mee vanaf",),
    ),
    Picture("zoeken", "", "/zoeken/?q=begeleider", WIDE, ""),
    Picture("zoeken-telefoon", "", "/zoeken/?q=toetsing&soort=criterium", PHONE, ""),
    Picture("kennisbank", "", "/kennisbank/", WIDE, ""),
    Picture("bijdrage", "", f"/kennisbank/{ITEM}/", WIDE, "main h1, .subject__first, .subject__aside"),
    Picture("kader", "", "/kaders/nvao-2013-opleidingsschool/", WIDE, "main h1, .subject__first, .subject__aside"),
    Picture("gereedschapskist", "", f"/gereedschapskist/?q={ASKED}&tijd=16", WIDE, ""),
    Picture("warmtekaart", "", "/onderzoeksagenda/warmtekaart/", WIDE, ""),
    Picture("berichten", "", "/berichten/", WIDE, ""),
    Picture("geven-en-nemen", "Coco", f"{OWN}/geven-en-nemen/", WIDE, "main h1, main .intro, main table"),
    Picture(
        "bijdrage-schrijven",
        "Ine",
        "/kennisbank/mijn/",
        WIDE,
        ".field:has(#id_themes_0), .field:has(#id_audience)",
        follows=SENT_IN,
    ),
    Picture("redactie", "Reda", "/kennisbank/redactie/", WIDE, "main h1, main .subject", follows=SENT_IN),
    Picture("register", "Reda", "/register/import/", WIDE, "main h1, main .intro, main .form"),
)


def main(arguments: list[str]) -> int:
    options, talk = _parse(arguments), out()
    wanted = [picture for picture in PICTURES if not options.only or picture.name in options.only]
    try:
        with _browser() as browser:
            for person, pictures in groupby(wanted, lambda picture: picture.person):
                _take_as(person, list(pictures), browser, options.address.rstrip("/"), talk)
    except Error as error:
        talk.say(f"\n✗ Draait het voorbeeld op {options.address}? Start het met ./run\n{error.message}")
        return 1
    except Trouble as trouble:
        talk.say(f"\n✗ {trouble}")
        return 1
    return 0


def _parse(arguments: list[str]) -> argparse.Namespace:
    names = [picture.name for picture in PICTURES]
    parser = argparse.ArgumentParser(prog="tools.pictures", description="Maakt de beelden van de handleiding.")
    parser.add_argument("address", nargs="?", default=ADDRESS, metavar="ADRES", help=f"anders {ADDRESS}")
    parser.add_argument("--only", nargs="+", choices=names, metavar="NAAM", help=f"alleen deze: {', '.join(names)}")
    return parser.parse_args(arguments)


@contextmanager
def _browser() -> Iterator[Browser]:
    found = os.environ.get("STEUNPUNT_CHROMIUM") or shutil.which("chromium")
    if not found:
        raise Trouble("Chromium ontbreekt. Op Debian helpt: apt-get install chromium chromium-l10n")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=LAUNCH, env={**os.environ, **DUTCH})
        try:
            yield browser
        finally:
            browser.close()


def _take_as(person: str, pictures: list[Picture], browser: Browser, address: str, talk: Talk) -> None:
    """Sign in once for all pictures of one person on one width of screen."""
    for width, few in groupby(pictures, lambda picture: picture.width):
        page = browser.new_page(
            viewport={"width": width, "height": HEIGHTS[width]},
            device_scale_factor=SCALES[width],
            locale="nl-NL",
            reduced_motion="reduce",
        )
        _sign_in(page, person, address)
        for picture in few:
            with talk.step(f"{picture.name}.png"):
                _open(page, picture, address)
                _write(_seen(page, picture), FOLDER / f"{picture.name}.png")
        page.context.close()


def _sign_in(page: Page, person: str, address: str) -> None:
    if person:
        page.goto(f"{address}/voorbeeld/")
        page.get_by_role("button", name=f"Log in als {person}").click()
        page.wait_for_url("**/mijn/")


def _open(page: Page, picture: Picture, address: str) -> None:
    """The page as it is to be seen, at rest."""
    answer = page.goto(address + picture.path)
    if answer is None or not answer.ok:
        raise Trouble(f"{picture.path} geeft geen gewone pagina.")
    if picture.follows:
        page.get_by_role("main").get_by_role("link", name=picture.follows).first.click()
    for choice in picture.choices:
        page.get_by_role("radio", name=choice).first.check()
    for day in picture.days:
        page.get_by_label(day).fill(_next_august().isoformat())
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0) }")
    page.wait_for_load_state("networkidle")
    page.wait_for_function(IS_DRAWN)


def _next_august() -> date:
    today = datetime.now().astimezone().date()
    this_year = date(today.year, 8, 1)
    return this_year if today < this_year else date(today.year + 1, 8, 1)


def _seen(page: Page, picture: Picture) -> Image.Image:
    """What is kept of the page, as an image."""
    shot = page.screenshot(full_page=True, clip=_kept(page, picture))
    return Image.open(io.BytesIO(shot)).convert("RGB")


def _kept(page: Page, picture: Picture) -> FloatRect:
    """The part that is kept with a margin around it, as far as there is page."""
    if not picture.crop:
        return {"x": 0, "y": 0, "width": picture.width, "height": HEIGHTS[picture.width]}
    boxes = [box for one in page.locator(picture.crop).all() if (box := one.bounding_box())]
    if not boxes:
        raise Trouble(f"Op {picture.path} staat geen {picture.crop}.")
    left = max(0, min(box["x"] for box in boxes) - MARGIN)
    right = min(picture.width, max(box["x"] + box["width"] for box in boxes) + MARGIN)
    top = min(box["y"] for box in boxes) - MARGIN
    bottom = max(box["y"] + box["height"] for box in boxes) + MARGIN
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def _write(image: Image.Image, place: Path) -> None:
    """With few colours, so that the file stays small."""
    place.parent.mkdir(parents=True, exist_ok=True)
    image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, ROUNDS).save(place, optimize=True)
    if place.stat().st_size > HEAVIEST:
        raise Trouble(f"{place.name} is te zwaar: {place.stat().st_size} bytes. Houd er minder van over.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
