"""Every screen in a real browser: it opens quietly, loads nothing from elsewhere, is accessible, and needs no mouse.

Every screen is opened in each language, and fitted to each width. What takes long (axe-core) looks at every screen in
each language once, at widths that take turns, and once at its dark mode.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from servanda.pages import sections
from servanda.web.screens import SCREENS
from tests.pages.league import entered, journal
from tests.web.browser import chromium, served

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

WIDTHS = (360, 1024, 1920)
LANGUAGES = ("en", "ru")
PATHS = {
    "today": "/",
    "sessions": "/sessions",
    "session": "/sessions/league/council/2020-12-18",
    "calendar": "/calendar/2020",
    "organs": "/organs",
    "organ": "/organs/league/council",
    "documents": "/documents",
    "document": "/documents/river-treaty",
    "matrices": "/matrix",
    "matrix": "/matrix/league",
    "states": "/states",
    "state": "/states/BE",
    "presidencies": "/presidency",
    "presidency": "/presidency/league",
    "commitments": "/commitments",
    "actions": "/sessions/league/council/2020-12-18/actions",
    "absence": "/sessions/league/council/2019-10-11/absent/CH",
    "handover": "/presidency/league/hand-over",
    "report": "/presidency/league/report",
    "commitment": "/commitments/league/council/2020-12-18/1",
    "scoreboard": "/scoreboard",
    "levels": "/levels",
    "barriers": "/barriers",
    "funnel": "/funnel/league",
    "search": "/search",
    "act": "",
    "journal": "/journal",
}
OWN = {"/search": "q=treaty+rivers"}
"""What a screen is asked beside the day."""
REFUSALS = {"not in the record": "/documents/nothing", "no page": "/nowhere"}
AXE = (Path(__file__).parents[1] / "vendor/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = journal(tmp_path_factory.mktemp("browser") / "league.db")
    PATHS["act"] = "/acts/" + next(one.id for one in entered(path).held if one.act.verb == "join")
    with served(path) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


class Watched:
    """A page whose faults are written down: errors, messages of the console, requests to elsewhere."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.page: Page = context.new_page()
        self.site = site
        self.faults: list[str] = []
        self.page.on("console", lambda message: self._note(message.type, message.text))
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", lambda request: self._leaves(request.url))
        self.page.on("requestfailed", self._failed)

    def _note(self, kind: str, text: str) -> None:
        if "404" not in text or "Failed to load resource" not in text:
            self.faults.append(f"{kind}: {text}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the next page was opened before an icon had come
            self.faults.append(f"failed: {request.url} {request.failure}")

    def _leaves(self, url: str) -> None:
        if not url.startswith((self.site, "data:")):
            self.faults.append(f"leaves the machine: {url}")

    def open(self, path: str, language: str = "en", day: str = "2021-01-01") -> Page:
        """Open a page as of a day in a language."""
        own = f"&{OWN[path]}" if path in OWN else ""
        self.page.goto(f"{self.site}{path}?as-of={day}&language={language}{own}")
        return self.page


@pytest.fixture(params=WIDTHS)
def sized(browser: Browser, site: str, request: Any) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": request.param, "height": 900}, reduced_motion="reduce")
    yield Watched(context, site)
    context.close()


def screens() -> dict[str, str]:
    return PATHS | REFUSALS


def test_every_screen_is_opened_here() -> None:
    assert set(PATHS) == {screen.name for screen in SCREENS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_opens_quietly_and_fits_every_width(browser: Browser, site: str, language: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    watched, wide = Watched(context, site), []
    for name, path in screens().items():
        page = watched.open(path, language)
        assert page.locator("h1").count() == 1, name
        assert page.locator("html").get_attribute("lang") == language
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            wide += [f"{name} at {width}"] if beyond > 0 else []
    assert watched.faults == []
    assert wide == []
    context.close()


def violations(page: Page, only: str = "") -> list[str]:
    """What axe-core finds on a page with all its reasons open."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    page.evaluate(AXE)
    options = {"resultTypes": ["violations"]} | ({"runOnly": [only]} if only else {})
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{one['id']}: {[' '.join(node['target']) for node in one['nodes']][:3]}" for one in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(browser: Browser, site: str, language: str) -> None:
    context = browser.new_context(bypass_csp=True)
    watched, found = Watched(context, site), {}
    for number, (name, path) in enumerate(screens().items()):
        watched.page.set_viewport_size({"width": WIDTHS[(number + LANGUAGES.index(language)) % 3], "height": 900})
        found[name] = violations(watched.open(path, language))
    context.close()
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_axe_finds_the_contrasts_of_the_dark_mode_sufficient(browser: Browser, site: str) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme="dark")
    watched, found = Watched(context, site), {}
    for number, (name, path) in enumerate(screens().items()):
        found[name] = violations(watched.open(path, LANGUAGES[number % 2]), "color-contrast")
    context.close()
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_the_first_key_leads_over_the_navigation_to_the_content(sized: Watched) -> None:
    page = sized.open("/documents/river-treaty")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


FOCUS = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  return {tag: one.tagName, text: (one.textContent || one.name || '').trim().slice(0, 40), outline: style.outlineStyle,
          width: parseFloat(style.outlineWidth), seen: box.width > 0 && box.height > 0 && box.bottom > 0 &&
          box.top < innerHeight && box.right > 0 && box.left < innerWidth};
}"""


def test_the_keyboard_reaches_all_in_order_and_shows_where_it_is(sized: Watched) -> None:
    page = sized.open("/documents/river-treaty", day="2021-06-01")
    wanted = page.locator("a[href], summary, input:not([type=hidden]), button, [tabindex='0']").count()
    reached, hidden = 0, []
    for _ in range(wanted * 2 + 20):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUS)
        if at["tag"] == "BODY":
            break
        reached += 1
        if not (at["seen"] and at["outline"] != "none" and at["width"] >= 2):
            hidden.append(at)
    visible = page.evaluate(
        "[...document.querySelectorAll('a[href], summary, input:not([type=hidden]), button, [tabindex=\"0\"]')]"
        ".filter(one => one.checkVisibility({contentVisibilityAuto: true})).length"
    )
    assert hidden == []
    assert reached >= visible


def test_a_reason_opens_by_the_keyboard(sized: Watched) -> None:
    page = sized.open("/documents/river-treaty")
    first = page.locator("#why summary").first
    first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#why details").first.get_attribute("open") is not None
    assert page.locator("#why details code").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_day_can_be_changed_with_and_without_javascript(browser: Browser, site: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    watched = Watched(context, site)
    page = watched.open("/documents/river-treaty", "ru")
    page.locator(".asof input[name=as-of]").fill("2010-07-15")
    page.locator(".asof input[name=known-by]").fill("60")
    page.locator(".asof button").click()
    page.wait_for_url("**/documents/river-treaty?as-of=2010-07-15&known-by=60&language=ru")
    page.locator(".told time[datetime='2010-07-15']").wait_for()
    assert "15 июля 2010" in page.locator(".told").inner_text()
    assert watched.faults == []
    context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_language_can_be_changed_on_the_page(browser: Browser, site: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    watched = Watched(context, site)
    page = watched.open("/states")
    page.get_by_role("link", name="Русский").click()
    page.wait_for_url("**/states?as-of=2021-01-01&language=ru")
    assert page.locator("h1").inner_text() == "Государства"
    assert watched.faults == []
    context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_long_list_is_walked_through_by_its_links(
    browser: Browser, site: str, scripts: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sections, "ROWS", 2 if scripts else 3)  # another number, so that no cache answers for the other
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 390, "height": 800})
    watched = Watched(context, site)
    page = watched.open("/documents", day="2021-02-02" if scripts else "2021-02-03")
    rows, first = page.locator("tbody th a"), page.url
    seen = rows.all_inner_texts()
    while page.get_by_role("link", name="The next rows").count():
        with page.expect_navigation():
            page.get_by_role("navigation", name="Other rows").get_by_role("link", name="The next rows").click()
        assert page.get_by_text(f"Rows {len(seen) + 1}–").is_visible()
        seen += rows.all_inner_texts()
    assert len(seen) == len(set(seen)) > 4
    while page.get_by_role("link", name="The rows before").count():
        with page.expect_navigation():
            page.get_by_role("link", name="The rows before").first.press("Enter")
    assert page.url == first.replace("&language=en", "")
    rows.first.click()
    page.wait_for_url("**/documents/*")
    assert page.locator("h1").inner_text() == seen[0]
    assert watched.faults == []
    context.close()


def test_a_page_prints_its_reasons_and_not_its_controls(sized: Watched) -> None:
    page = sized.open("/documents/river-treaty")
    page.emulate_media(media="print")
    assert not page.locator(".asof form").is_visible()
    assert not page.locator("nav.sections").is_visible()
    assert page.locator(".told").is_visible()
    assert page.locator("#why details .acts code").first.is_visible()


def test_the_reasons_of_a_row_are_printed_where_they_were_opened(sized: Watched) -> None:
    page = sized.open("/commitments", day="2022-06-01")
    reasons = page.locator("td > .aside")
    assert reasons.count() > 1
    reasons.nth(1).locator("summary").click()
    page.emulate_media(media="print")
    printed = [reasons.nth(at).is_visible() for at in range(reasons.count())]
    assert printed == [at == 1 for at in range(len(printed))]
    assert not page.locator(".csv, .choose").first.is_visible()


def test_the_head_and_the_first_column_of_the_matrix_stay(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 400})
    page = Watched(context, site).open("/matrix/league")
    page.evaluate("document.querySelector('.matrix').scrollIntoView()")
    left = page.locator(".matrix tbody th").first.bounding_box()["x"]
    page.evaluate("document.querySelector('.matrix').scrollLeft = 200")
    assert page.locator(".matrix tbody th").first.bounding_box()["x"] == left
    context.close()
