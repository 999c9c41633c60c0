"""Every kind of public page: accessible in light and dark, no wider than the screen, quiet, and light to carry."""

from collections.abc import Callable

import pytest

from .visitor import Visitor

EXAMPLE = "samen-opleiden-noordzijde"
PAGES = {
    "home": "/",
    "kaart": "/kaart/",
    "kaart-gekozen": "/kaart/?sector=po&provincie=Groningen&postcode=9711",
    "partnerschappen": "/partnerschappen/",
    "partnerschappen-leeg": "/partnerschappen/?q=bestaatniet",
    "scholen": "/scholen/?sector=vo",
    "opleiders": "/opleiders/",
    "partnerschap": f"/partnerschappen/{EXAMPLE}/",
    "partnerschap-toen": f"/partnerschappen/{EXAMPLE}/?op=2016-07-31",
    "partnerschap-bekend": "/partnerschappen/{known}/",
    "partnerschap-correctie": f"/partnerschappen/{EXAMPLE}/verbetering/",
    "vestiging": "/organisaties/vestiging/{site}/",
    "bestuur": "/organisaties/bestuur/{board}/",
    "opleider": "/opleiders/25BE/",
    "themas": "/thema/",
    "thema": "/thema/begeleiding/",
    "projecten": "/projecten/",
    "project": "/projecten/startersnetwerk-noord/",
    "kennisbank": "/kennisbank/",
    "kennisbank-gekozen": "/kennisbank/?soort=learning_task&sector=po",
    "kennisitem": "/kennisbank/startgesprek-werkplekbegeleiders/",
    "gereedschapskist": "/gereedschapskist/",
    "gereedschapskist-vraag": "/gereedschapskist/?q=hoe+begeleid+je+een+starter%3F&tijd=8&fase=induction",
    "open-vragen": "/gereedschapskist/open-vragen/",
    "beantwoorde-vragen": "/gereedschapskist/open-vragen/?stand=beantwoord",
    "onderzoeksagenda": "/onderzoeksagenda/",
    "onderzoeksagenda-gekozen": "/onderzoeksagenda/?thema=begeleiding&regio=landelijk",
    "onderzoeksvraag": "/onderzoeksagenda/hoe-leren-studenten-en-starters-het-best-van-elkaar/",
    "warmtekaart": "/onderzoeksagenda/warmtekaart/",
    "warmtekaart-thema": "/onderzoeksagenda/warmtekaart/?thema=begeleiding&toon=in_research",
    "onderzoeksagenda-ontbreekt": "/onderzoeksagenda/ontbreekt/",
    "kaders": "/kaders/",
    "kader": "/kaders/nvao-2013-opleidingsschool/",
    "kaders-naast-elkaar": "/kaders/nvao-2013-opleidingsschool/naast/kwaliteitskader-2021/",
    "regelingen": "/regelingen/",
    "regeling": "/regelingen/BWBR0025839/",
    "berichten": "/berichten/",
    "berichten-gekozen": "/berichten/?sector=vo&rol=programmaleider&wanneer=binnenkort",
    "bericht": "/berichten/andere-penvoerder-meld-het-uiterlijk-1-mei/",
    "bijeenkomsten": "/bijeenkomsten/",
    "bijeenkomsten-gekozen": "/bijeenkomsten/?soort=congress&sector=po",
    "bijeenkomsten-leeg": "/bijeenkomsten/?soort=congress&sector=po&q=bestaatniet",
    "bijeenkomsten-voorbij": "/bijeenkomsten/voorbij/",
    "bijeenkomst": "/bijeenkomsten/congresdag-samen-opleiden/",
    "bijeenkomst-afgelast": "/bijeenkomsten/rondetafelgesprek-zij-instroom/",
    "bijeenkomst-in-reeks": "/bijeenkomsten/toekomst-van-samen-opleiden-conclusies-getoetst/",
    "reeks": "/bijeenkomsten/reeksen/de-toekomst-van-samen-opleiden/",
    "nieuws": "/nieuws/",
    "open-data": "/open-data/",
    "api-changelog": "/api/v1/changelog",
    "over": "/over/",
    "privacy": "/privacy/",
    "toegankelijkheid": "/toegankelijkheid/",
    "zoeken": "/zoeken/",
    "zoeken-treffers": "/zoeken/?q=begeleiding",
    "zoeken-niets": "/zoeken/?q=bestaatniet",
    "niet-gevonden": "/bestaat-niet/",
    "inloggen": "/account/login/",
    "inloggen-code": "/account/login/code/",
    "aanmelden": "/account/signup/",
    "voorbeeld": "/voorbeeld/",
    "stijl": "/stijl/",
}
MOST_BYTES = 100_000
"""What a page may weigh on the first visit: page, styles, scripts, fonts and images, without what the map draws."""
OF_THE_MAP = ("leaflet", "/network/map/", "/kaart/punten", "/kaart/stippen", "/outlines/")
NARROW_AND_WIDE = pytest.mark.parametrize("width", [360, 1440], indirect=True, ids=["360px", "1440px"])


@pytest.fixture
def path(request: pytest.FixtureRequest, world: None) -> str:
    return PAGES[request.param].format(**_examples())


def _examples() -> dict[str, str]:
    """A site, its board, and a partnership of which only the name is known."""
    from steunpunt.network.models import Membership, MembershipRole, Partnership  # noqa: PLC0415 - needs the settings

    members = Membership.objects.filter(partnership__slug="het-opleidingsplein").select_related("organisation")
    return {
        "known": Partnership.objects.filter(is_example=False).order_by("slug").first().slug,
        "site": members.filter(role=MembershipRole.SCHOOL).order_by("pk").first().organisation.code,
        "board": members.filter(role=MembershipRole.BOARD).order_by("pk").first().organisation.code,
    }


@NARROW_AND_WIDE
@pytest.mark.parametrize("path", PAGES, indirect=True)
def test_page_is_accessible_and_quiet(request: pytest.FixtureRequest, visitor: Visitor, path: str) -> None:
    name = request.node.callspec.params["path"]
    visitor.goes_to(path)
    visitor.looks(name)
    visitor.page.emulate_media(color_scheme="dark")
    visitor.looks(f"{name}-donker")


@pytest.mark.parametrize("width", [1440], indirect=True, ids=["1440px"])
@pytest.mark.parametrize("path", PAGES, indirect=True)
def test_page_is_light(somebody: Callable[..., Visitor], path: str) -> None:
    visitor = somebody()
    weights: dict[str, int] = {}
    session = visitor.context.new_cdp_session(visitor.page)
    session.send("Network.enable")
    addresses: dict[str, str] = {}
    session.on("Network.responseReceived", lambda said: addresses.update({said["requestId"]: said["response"]["url"]}))
    session.on(
        "Network.loadingFinished",
        lambda said: weights.update({addresses.get(said["requestId"], ""): int(said["encodedDataLength"])}),
    )
    visitor.page.goto(visitor.address + path, wait_until="networkidle")
    own = {where.removeprefix(visitor.address): size for where, size in weights.items() if not _is_map(where)}

    assert sum(own.values()) < MOST_BYTES, sorted(own.items(), key=lambda item: -item[1])


def _is_map(address: str) -> bool:
    return any(part in address for part in OF_THE_MAP)
