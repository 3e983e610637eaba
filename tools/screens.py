"""Takes the pictures of docs/screens: `python -m tools.screens JOURNAL` shows a journal to the system's Chromium."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import ViewportSize

from tests.web.browser import chromium, served

FOLDER = Path(__file__).parents[1] / "docs/screens"
DAY = "2021-01-15"
# Name of the picture, address, language, width and height, colours.
SHOTS = (
    ("today-en", "/", "en", (1280, 860), "light"),
    ("document-en", "/documents/cis-2011-fta", "en", (1280, 1500), "light"),
    ("document-ru-phone", "/documents/cis-2011-fta", "ru", (360, 1100), "light"),
    ("matrix-ru", "/matrix/cis", "ru", (1280, 1000), "light"),
    ("session-ru", "/sessions/cis/chs/2020-12-18", "ru", (1280, 860), "light"),
    ("presidency-en-dark", "/presidency/cis", "en", (1280, 860), "dark"),
    ("calendar-ru", "/calendar/2020", "ru", (1280, 860), "light"),
    ("levels-en", "/levels", "en", (1280, 1000), "light"),
    ("scoreboard-ru", "/scoreboard", "ru", (1280, 1000), "light"),
    ("handover-en", "/presidency/cis/hand-over", "en", (1280, 860), "light"),
    ("search-en", "/search?q=free+trade&", "en", (1280, 860), "light"),
    ("organ-en", "/organs/cis/chs", "en", (1280, 860), "light"),
)


def main() -> None:
    """Take every picture."""
    with served(Path(sys.argv[1])) as site, chromium() as browser:
        for name, path, language, (width, height), scheme in SHOTS:
            viewport: ViewportSize = {"width": width, "height": height}
            context = browser.new_context(viewport=viewport, color_scheme=scheme)
            page = context.new_page()
            page.goto(f"{site}{path}{'' if '?' in path else '?'}as-of={DAY}&language={language}")
            page.screenshot(path=FOLDER / f"{name}.png")
            context.close()


if __name__ == "__main__":
    main()
