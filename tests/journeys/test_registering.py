"""People come to a meeting: registering with a wish, the last place, a place that comes free, the door, the certificate."""

import re
import urllib.request
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from .visitor import Visitor
from .working import do_what_waits

pytestmark = pytest.mark.writes
DANA, WIES = "dana@voorbeeld.invalid", "wies@voorbeeld.invalid"


def test_a_visitor_registers_with_a_wish_and_a_part_per_round(somebody: Callable[..., Visitor]) -> None:
    meeting = _meeting("kijken-bij-elkaar", title="Kijken bij elkaar in de klas", capacity=40)
    visitor = somebody()
    _registers(visitor, meeting, "", looks=("aanmelden", "nog-niet-klaar"))
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")
    visitor.looks("kijk-in-je-mail")
    do_what_waits()
    visitor.goes_to(_link_in_mail(DANA))
    main = visitor.page.get_by_role("main")
    expect(main).to_contain_text("Je hebt een plaats.")
    expect(main).to_contain_text("Feedback geven in drie stappen")
    expect(main).to_contain_text("vegetarisch")
    expect(visitor.page.get_by_alt_text("QR-code voor bij de deur")).to_be_visible()
    visitor.looks("eigen-pagina")
    visitor.follows("Wijzig", exact=True)
    visitor.looks("wijzigen")
    visitor.types("Heb je dieetwensen?", "geen noten")
    visitor.pushes("Bewaar")
    expect(main).to_contain_text("geen noten")
    _asks_again(somebody(), meeting)


def test_the_last_place_the_waiting_list_and_a_place_that_comes_free(somebody: Callable[..., Visitor]) -> None:
    meeting = _meeting("klein-gezelschap", title="Een klein gezelschap", capacity=1)
    first, second = somebody(), somebody()
    _registers(first, meeting, DANA)
    second.goes_to(f"/bijeenkomsten/{meeting.slug}/aanmelden/")
    expect(second.page.get_by_role("main")).to_contain_text("Alle plaatsen zijn bezet")
    second.looks("vol")
    _registers(second, meeting, WIES)
    do_what_waits()
    second.goes_to(_link_in_mail(WIES))
    expect(second.page.get_by_role("main")).to_contain_text("Je staat op de wachtlijst, op plek 1.")
    second.looks("wachtlijst")
    first.goes_to(_link_in_mail(DANA))
    first.follows("Meld je af")
    first.looks("afmelden")
    first.pushes("Ja, meld me af")
    expect(first.page.get_by_role("main")).to_contain_text("Je bent afgemeld.")
    first.looks("afgemeld")
    do_what_waits()
    assert [subject for to, subject, _ in _mails() if to == WIES][
        -1
    ] == "Er is een plaats voor je: Een klein gezelschap"
    second.goes_to(_link_in_mail(WIES))
    expect(second.page.get_by_role("main")).to_contain_text("Je hebt een plaats.")
    second.follows("Geef je plek door")
    second.looks("doorgeven")
    second.types("Naam van je collega", "Cees Collega")
    second.types("E-mailadres van je collega", "cees@voorbeeld.invalid")
    second.pushes("Geef door")
    expect(second.page.get_by_role("main")).to_contain_text("Je bent afgemeld.")


def test_a_coordinator_checks_in_and_the_certificate_downloads(somebody: Callable[..., Visitor]) -> None:
    meeting = _meeting("regiodag", title="Regiodag samen opleiden", begin=timedelta(hours=1), leader="coordinator")
    rows = _fill(meeting)
    leader = somebody("coordinator")
    leader.goes_to(f"/bijeenkomsten/{meeting.slug}/aanmeldingen/")
    expect(leader.page.get_by_role("main")).to_contain_text("2× vegetarisch")
    leader.looks("lijst")
    leader.follows("Aanwezig", exact=True, within=leader.page.get_by_role("main").or_(leader.page.locator("body")))
    leader.looks("deur")
    leader.types("Zoek op naam of organisatie", "noor", role="searchbox")
    leader.presses("Enter")
    expect(leader.page.locator(".guests li")).to_have_count(1)
    leader.pushes(re.compile("^Aanwezig ?: Noor"))
    expect(leader.page.locator(".guests__in")).to_contain_text("binnen sinds")
    leader.looks("binnen")
    leader.goes_to(f"/bijeenkomsten/{meeting.slug}/aanwezig/{rows[1].public_id}/")
    leader.looks("gescand")
    leader.pushes("Aanwezig", exact=True)
    expect(leader.page.get_by_role("main")).to_contain_text("Binnen sinds")
    leader.looks("gescand-binnen")
    _takes_the_certificate(somebody(), meeting, rows[0])


def test_a_leader_invites_and_writes(somebody: Callable[..., Visitor]) -> None:
    meeting = _meeting("op-uitnodiging", title="Rondetafel over inductie", admission="invited", leader="coordinator")
    leader = somebody("coordinator")
    leader.goes_to(f"/bijeenkomsten/{meeting.slug}/aanmeldingen/uitnodigen/")
    leader.types("Plak wie je uitnodigt", "Gina Gast <gina@voorbeeld.invalid>\neen onbekende club")
    leader.pushes("Bekijk wie een mail krijgt")
    expect(leader.page.get_by_role("main")).to_contain_text("1 mens krijgt een uitnodiging")
    leader.looks("proef")
    leader.pushes("Verstuur de uitnodigingen")
    leader.looks("uitgenodigd")
    do_what_waits()
    guest = somebody()
    guest.goes_to(_link_in_mail("gina@voorbeeld.invalid"))
    expect(guest.page.get_by_role("heading", level=1)).to_have_text("Rondetafel over inductie")
    guest.looks("uitnodiging")
    guest.follows("Ja, ik meld me aan")
    expect(guest.page.get_by_role("textbox", name="Je e-mailadres")).to_have_value("gina@voorbeeld.invalid")
    guest.pushes("Meld je aan")
    expect(guest.page.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")
    leader.goes_to(f"/bijeenkomsten/{meeting.slug}/aanmeldingen/mail/")
    leader.types("Onderwerp", "Neem een voorbeeld mee")
    leader.types("Wat wil je zeggen?", "Breng één voorbeeld uit jouw school mee.")
    leader.pushes("Bekijk voor je verstuurt")
    expect(leader.page.get_by_role("main")).to_contain_text("Dag Gina Gast,")
    leader.looks("mail")
    leader.pushes("Verstuur", exact=True)
    expect(leader.page.get_by_role("status").first).to_contain_text("Verstuurd aan 1 mensen.")
    leader.goes_to(f"/bijeenkomsten/{meeting.slug}/aanmeldingen/vragen/")
    leader.looks("vragen")


@pytest.mark.no_script
def test_registering_without_script(somebody: Callable[..., Visitor]) -> None:
    meeting = _meeting("zonder-script", title="Zonder script", capacity=3)
    visitor = somebody()
    _registers(visitor, meeting, DANA)
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")


def _registers(visitor: Visitor, meeting: Any, email: str, *, looks: tuple[str, ...] = ()) -> None:
    """With an address at once, or first without one and then with Dana's."""
    visitor.goes_to(f"/bijeenkomsten/{meeting.slug}/aanmelden/")
    if looks:
        visitor.looks(looks[0])
    visitor.types("Je naam", "Dana Deelnemer")
    visitor.types("Je e-mailadres", email or "dana@")
    visitor.types("Waar werk of studeer je?", "Basisschool De Proef")
    _chooses_the_next(visitor, "Nog geen keuze", re.compile("^Feedback geven in drie stappen"))
    visitor.types("Heb je dieetwensen?", "vegetarisch")
    visitor.pushes("Meld je aan", exact=True)
    if not email:
        expect(visitor.page.get_by_role("main")).to_contain_text("geldig e-mailadres")
        expect(visitor.page.get_by_role("textbox", name="Heb je dieetwensen?")).to_have_value("vegetarisch")
        visitor.looks(looks[1])
        visitor.types("Je e-mailadres", DANA)
        visitor.pushes("Meld je aan", exact=True)


def _chooses_the_next(visitor: Visitor, stands: str, wanted: re.Pattern[str]) -> None:
    """In a group of radio buttons the tab key stops once, and the arrows choose."""
    visitor.reach("radio", stands)
    visitor.presses("ArrowDown")
    expect(visitor.page.get_by_role("radio", name=wanted)).to_be_checked()


def _asks_again(stranger: Visitor, meeting: Any) -> None:
    """Somebody else types Dana's address: the page is the same, and Dana hears it."""
    _registers(stranger, meeting, DANA)
    expect(stranger.page.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")
    do_what_waits()
    assert [subject for to, subject, _ in _mails() if to == DANA][-1].startswith("Je bent al aangemeld")


def _takes_the_certificate(guest: Visitor, meeting: Any, row: Any) -> None:
    from steunpunt.meetings.models import Meeting, MeetingQuestion  # noqa: PLC0415 - needs the settings

    over = timezone.now() - timedelta(minutes=5)
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=over - timedelta(hours=3), ends_at=over)
    MeetingQuestion.objects.create(
        meeting=meeting, moment="after", kind="yes_no", text="Kom je een volgende keer weer?"
    )
    guest.goes_to(f"/bijeenkomsten/deelname/{row.link}/")
    guest.looks("na-afloop")
    address = guest.reach("link", "Download je bewijs van deelname").get_attribute("href") or ""
    with urllib.request.urlopen(guest.address + address) as answer:
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.read().startswith(b"%PDF-")
    guest.follows("Vertel hoe het was")
    guest.looks("terugblik")
    guest.ticks("ja", role="radio")
    guest.pushes("Verstuur", exact=True)
    expect(guest.page.get_by_role("status").first).to_contain_text("Bedankt.")


def _meeting(slug: str, *, leader: str = "", begin: timedelta = timedelta(days=30), **facts: Any) -> Any:
    """A meeting on the agenda with two parts in the first round."""
    from steunpunt.foundation.accounts.models import User  # noqa: PLC0415 - needs the settings
    from tests.factories.meetings_registration import (  # noqa: PLC0415
        ComingMeetingFactory,
        MeetingLeadFactory,
        PartFactory,
    )

    meeting = ComingMeetingFactory(slug=slug, starts_at=timezone.now() + begin, **facts)
    for title, capacity in (("Lesbezoek met een kijkwijzer", 20), ("Feedback geven in drie stappen", None)):
        PartFactory(meeting=meeting, title=title, capacity=capacity, room="Atelier")
    if leader:
        MeetingLeadFactory(meeting=meeting, account=User.objects.get(email=f"{leader}@example.nl"))
    return meeting


def _fill(meeting: Any) -> list[Any]:
    """Some people with a place, one who waits."""
    from tests.factories.meetings_registration import RegistrationFactory  # noqa: PLC0415 - needs the settings

    names = ["Noor van Dijk", "Sem Bakker", "Fatima El Amrani", "Joost de Wit"]
    rows = [
        RegistrationFactory(meeting=meeting, name=name, turn=turn, diet="vegetarisch" if turn < 3 else "")
        for turn, name in enumerate(names, 1)
    ]
    rows[2].access = "ringleiding"
    rows[2].save()
    RegistrationFactory(meeting=meeting, name="Wil Wachtend", turn=9, state="waiting")
    return rows


def _mails() -> list[tuple[str, str, str]]:
    from steunpunt.foundation.outbox.models import Mail  # noqa: PLC0415 - needs the settings

    return list(Mail.objects.order_by("pk").values_list("to", "subject", "text"))


def _link_in_mail(to: str) -> str:
    """The path of the newest link to a page of one's own."""
    texts = [text for address, _, text in _mails() if address == to]
    return re.findall(r"(/bijeenkomsten/(?:deelname|uitnodiging)/[\w-]+/)", texts[-1])[-1]
