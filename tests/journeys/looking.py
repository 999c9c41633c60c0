"""What every page owes every reader: axe finds nothing, nothing is too wide, the focus is seen, the console is quiet."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
_axe = Axe()
WIDER = """
() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.body.querySelectorAll("*")]
    .filter(element => element.getBoundingClientRect().right > wide + 1)
    .slice(0, 5).map(element => element.outerHTML.slice(0, 120));
}
"""
HIDDEN_FOCUS = """
() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  if (box.width < 1 || box.height < 1) return "it has no size";
  const middle = [Math.max(0, box.left) + Math.min(box.width, innerWidth) / 2, box.top + box.height / 2];
  if (box.bottom < 0 || box.top > innerHeight) return "it is outside the window";
  const above = document.elementFromPoint(...middle);
  const same = above && (element.contains(above) || above.contains(element) || [...(element.labels ?? [])].some(label => label.contains(above)));
  return same || middle[1] < 0 || middle[1] > innerHeight ? "" : "it lies behind " + (above?.outerHTML ?? "nothing").slice(0, 120);
}
"""


def assert_accessible(page: Page) -> None:
    found = _axe.run(page, options=RULES).response["violations"]
    _nothing(_told(found), "axe finds", page)


def assert_calm(page: Page, width: int, console: list[str], expected: list[str]) -> None:
    """No sideways scrolling, no error in the console, nothing refused by the content security policy."""
    _nothing(page.evaluate(WIDER), f"wider than {width} px", page)
    _nothing([said for said in console if not any(part in said for part in expected)], "the console says", page)
    console.clear()


def assert_in_sight(page: Page) -> None:
    """The element with the focus can be seen (WCAG 2.4.11)."""
    hidden = page.evaluate(HIDDEN_FOCUS)
    _nothing([hidden] if hidden else [], "the focus cannot be seen", page)


def _nothing(found: list[str], what: str, page: Page) -> None:
    """Every finding in the message, because a list without words helps nobody."""
    if found:
        raise AssertionError("\n".join([f"{what} on {page.url}:", *found]))


def _told(violations: list[dict]) -> list[str]:
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]} {node.get('failureSummary', '')[:240]}"
        for rule in violations
        for node in rule["nodes"][:3]
    ]
