"""Every page for whoever signed in, as the person who uses it: accessible, no wider than the screen, and quiet."""

from collections.abc import Callable

import pytest

from .visitor import Visitor

OWN = "/partnerschappen/samen-opleiden-noordzijde"
QUESTION = "/onderzoeksagenda/hoe-leren-studenten-en-starters-het-best-van-elkaar"
EVERYBODY = ["bezoeker", "begeleider", "coordinator", "instituut", "student", "redacteur", "projectleider"]
PAGES = [
    *((person, path) for person in EVERYBODY for path in ("/", "/mijn/")),
    ("bezoeker", f"{OWN}/meewerken/"),
    ("bezoeker", "/mijn/naam/"),
    ("bezoeker", "/mijn/wissen/"),
    ("bezoeker", "/account/email/"),
    ("bezoeker", "/account/2fa/"),
    ("coordinator", f"{OWN}/"),
    ("coordinator", f"{OWN}/bewerken/"),
    ("coordinator", f"{OWN}/bewerken/gegevens/"),
    ("coordinator", f"{OWN}/bewerken/website/"),
    ("coordinator", f"{OWN}/bewerken/penvoerder/"),
    ("coordinator", f"{OWN}/bewerken/academische-kop/"),
    ("coordinator", f"{OWN}/bewerken/leden/"),
    ("coordinator", f"{OWN}/bewerken/leden/toevoegen/?zoek=groningen"),
    ("coordinator", f"{OWN}/bewerken/contacten/"),
    ("coordinator", f"{OWN}/bewerken/contacten/instellen/"),
    ("coordinator", f"{OWN}/bewerken/visie/"),
    ("coordinator", f"{OWN}/bewerken/doelen/"),
    ("coordinator", f"{OWN}/bewerken/projecten/"),
    ("coordinator", f"{OWN}/bewerken/rolnamen/"),
    ("coordinator", f"{OWN}/mensen/"),
    ("coordinator", f"{OWN}/mensen/uitnodigen/"),
    ("instituut", "/kennisbank/delen/"),
    ("instituut", "/kennisbank/mijn/"),
    ("student", "/gereedschapskist/vraag/?q=hoe+leer+ik+plannen%3F&tijd=8"),
    ("redacteur", "/gereedschapskist/wacht/"),
    ("instituut", "/onderzoeksagenda/voorstellen/"),
    ("instituut", f"{QUESTION}/ook-wij/"),
    ("instituut", f"{QUESTION}/meewerken/"),
    ("redacteur", "/kennisbank/redactie/"),
    ("redacteur", "/onderzoeksagenda/redactie/"),
    ("redacteur", f"{QUESTION}/"),
    ("redacteur", f"{QUESTION}/wijzigen/"),
    ("redacteur", f"{QUESTION}/stand/"),
    ("redacteur", f"{QUESTION}/antwoord/?zoek=studenten"),
    ("redacteur", f"{QUESTION}/samenvoegen/"),
    ("redacteur", f"{QUESTION}/afvoeren/"),
    ("coordinator", "/berichten/"),
    ("afzender", "/berichten/plaatsen/"),
    ("afzender", "/berichten/mijn/"),
    ("redacteur", "/berichten/redactie/"),
    ("redacteur", "/berichten/afzenders/"),
    ("redacteur", "/berichten/afzenders/vo-raad/"),
    ("redacteur", "/berichten/afzenders/nieuw/"),
    ("redacteur", "/berichten/afzenders/vo-raad/toelaten/"),
    ("coordinator", "/bijeenkomsten/"),
    ("coordinator", "/bijeenkomsten/nieuw/"),
    ("coordinator", "/bijeenkomsten/mijn/"),
    ("coordinator", "/bijeenkomsten/regiobijeenkomst-de-eerste-drie-jaar/"),
    ("redacteur", "/bijeenkomsten/mijn/?alle"),
    ("redacteur", "/bijeenkomsten/reeksen/nieuw/"),
    ("redacteur", "/bijeenkomsten/reeksen/de-toekomst-van-samen-opleiden/wijzigen/"),
    ("redacteur", "/zoeken/overzicht/"),
    ("redacteur", "/werklijst/"),
    ("redacteur", "/register/import/"),
    ("redacteur", f"{OWN}/bewerken/status/"),
    ("redacteur", "/partnerschappen/nieuw/"),
    ("redacteur", "/partnerschappen/nakijken/"),
    ("redacteur", "/organisaties/nieuw/"),
    ("redacteur", "/personen/"),
    ("redacteur", "/projecten/nieuw/?zoek=hanze"),
    ("redacteur", "/projecten/startersnetwerk-noord/"),
    ("redacteur", "/projecten/startersnetwerk-noord/bewerken/"),
    ("redacteur", "/projecten/startersnetwerk-noord/bewerken/partnerschappen/?zoek=samen"),
    ("projectleider", "/medewerkers/"),
    ("projectleider", "/voorbeeld/post/"),
]


@pytest.mark.parametrize("width", [360, 1440], indirect=True, ids=["360px", "1440px"])
@pytest.mark.parametrize(("person", "path"), PAGES)
def test_page_is_accessible_and_quiet(somebody: Callable[..., Visitor], person: str, path: str) -> None:
    visitor = somebody(person)
    visitor.goes_to(path)

    assert visitor.page.url == visitor.address + path
    visitor.looks(f"{person}{path.split('?')[0].replace('/', '-')}")
