"""Somebody at a browser: walks with the keyboard only, and looks at every page with the eyes of the tests."""

import os
import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, Response, expect

from .looking import assert_accessible, assert_calm, assert_in_sight

MOST_TABS = 400
"""A page on which something lies further away than this is no page for the keyboard."""


class Visitor:
    """One person with one tab. No mouse: whatever cannot be reached with tab and keys does not exist."""

    def __init__(
        self, context: BrowserContext, address: str, story: str, width: int, *, has_scripts: bool = True
    ) -> None:
        self.context = context
        self.address = address
        self.story = story
        self.width = width
        self.has_scripts = has_scripts
        """Without scripts axe cannot run either; the same pages are seen by it in other journeys."""
        self.expects: list[str] = []
        """Parts of messages in the console that belong to the story, such as a 404."""
        self.console: list[str] = []
        self.page: Page = context.new_page()
        self._listen()

    def goes_to(self, path: str) -> None:
        """Type an address."""
        self._arrives(self.page.goto(self.address + path))

    def reach(
        self, role: str, name: str | re.Pattern[str], *, exact: bool = False, within: Locator | None = None
    ) -> Locator:
        """Tab to the element with this role and name."""
        return self.tabs_to((within or self.page).get_by_role(role, name=name, exact=exact).first)  # type: ignore[arg-type]

    def tabs_to(self, wanted: Locator) -> Locator:
        """Tab until the element has the focus; fails when it cannot be reached or the focus cannot be seen."""
        expect(wanted).to_be_visible()
        element = wanted.element_handle()
        for _ in range(MOST_TABS):
            if element.evaluate("element => element === document.activeElement"):
                assert_in_sight(self.page)
                return wanted
            self.page.keyboard.press("Tab")
        raise AssertionError(f"with {MOST_TABS} tabs {wanted} was not reached on {self.page.url}")

    def opens(self, summary: str, *, within: Locator | None = None) -> None:
        """Unfold what is folded under this text; nothing to do when the page is wide enough to show it."""
        fold = (within or self.page).locator("summary", has_text=summary).first
        if not fold.is_visible() or fold.evaluate("element => element.parentElement.open"):
            return
        self.tabs_to(fold)
        self.page.keyboard.press("Enter")
        expect(fold.locator("xpath=..")).to_have_attribute("open", "")

    def takes_the_menu_to(self, name: str) -> None:
        """By the main menu, which is folded on a narrow screen."""
        self.opens("Menu", within=self.page.get_by_role("banner"))
        self.follows(name, exact=True, within=self.page.get_by_role("navigation", name="Hoofdmenu"))

    def takes_the_section_to(self, name: str) -> None:
        """By the bar of the section in which the visitor is."""
        self.follows(name, exact=True, within=self.page.get_by_role("navigation", name=re.compile("^In dit deel")))

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def follows(self, name: str | re.Pattern[str], *, exact: bool = False, within: Locator | None = None) -> None:
        """Reach a link and go where it leads."""
        self.reach("link", name, exact=exact, within=within)
        self._leave_by("Enter")

    def pushes(self, name: str | re.Pattern[str], *, exact: bool = False, within: Locator | None = None) -> None:
        """Reach a button that brings another page."""
        self.reach("button", name, exact=exact, within=within)
        self._leave_by("Enter")

    def types(self, label: str | re.Pattern[str], text: str, *, role: str = "textbox") -> Locator:
        """Reach a field and replace what stands in it."""
        field = self.reach(role, label)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)
        return field

    def picks_day(self, label: str, day: str) -> None:
        """Fill a native date field (ISO) part by part, in the order in which this browser shows the parts."""
        field = self.tabs_to(self.page.get_by_label(label).first)
        year, month, date = day.split("-")
        self.page.keyboard.type(f"{date}{month}{year}")
        if field.input_value() != day:
            self.presses("Shift+Tab", "Shift+Tab")
            self.page.keyboard.type(f"{month}{date}{year}")
        expect(field).to_have_value(day)

    def picks_time(self, label: str, clock: str) -> None:
        """Fill a native time field (HH:MM) part by part, however this browser counts the hours."""
        field = self.tabs_to(self.page.get_by_label(label, exact=True).first)
        hour, minute = clock.split(":")
        self.page.keyboard.type(f"{hour}{minute}")
        if field.input_value() != clock:
            element = field.element_handle()
            while element.evaluate("element => element === document.activeElement"):
                self.presses("Shift+Tab")
            self.presses("Tab")
            self.page.keyboard.type(f"{int(hour) % 12 or 12:02}{minute}{'PM' if int(hour) >= 12 else 'AM'}")
        expect(field).to_have_value(clock)

    def chooses(self, label: str | re.Pattern[str], option: str) -> None:
        """Choose in a list by typing how the option begins."""
        field = self.reach("combobox", label)
        self.page.keyboard.type(option)
        expect(field.locator("option:checked")).to_have_text(re.compile(re.escape(option)))

    def ticks(self, label: str | re.Pattern[str], *, role: str = "checkbox") -> None:
        box = self.reach(role, label)
        self.page.keyboard.press("Space")
        expect(box).to_be_checked()

    def looks(self, name: str) -> None:
        """Check the page as it stands: accessible, nothing wider than the screen, no errors in the console."""
        expect(self.page.locator("h1")).to_have_count(1)
        assert_calm(self.page, self.width, self.console, self.expects)
        if self.has_scripts:
            assert_accessible(self.page)
        self.photographs(name)

    def photographs(self, name: str) -> None:
        folder = os.environ.get("STEUNPUNT_SCREENSHOTS")
        if folder:
            place = Path(folder) / self.story
            place.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=place / f"{name}-{self.width}.png", full_page=True)
            # Taking a picture makes the browser tool try inline styles from then on; without pictures none are seen.
            self.expects.append("Applying inline style")

    def _leave_by(self, key: str) -> None:
        """Press a key that brings another page, and wait until it is there."""
        with self.page.expect_navigation(wait_until="load") as navigation:
            self.page.keyboard.press(key)
        self._arrives(navigation.value)

    def _arrives(self, answer: Response | None) -> None:
        """A refusal may belong to the story and then shows in the console; a broken page never does."""
        if answer is not None and answer.status >= 400:
            assert answer.status < 500, f"{answer.status} on {answer.url}"
            self.expects.append(f"status of {answer.status}")

    def _listen(self) -> None:
        self.page.on("console", lambda said: self.console.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
