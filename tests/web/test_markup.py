"""Every screen is valid HTML by the strict parser of html5lib, in each language."""

from __future__ import annotations

import html5lib
import pytest

from tests.pages.league import entered
from tests.web.portal import Portal
from tests.web.test_screens import PATHS


@pytest.mark.parametrize("language", ["en", "ru", "hy"])
def test_every_screen_is_read_without_a_fault(portal: Portal, language: str) -> None:
    act = "/acts/" + next(one.id for one in entered(portal.path).held if one.act.verb == "complete")
    for path in [*PATHS, act, "/documents/nothing", "/nowhere"]:
        page = portal.get(f"{path}?as-of=2021-06-01&language={language}")
        html5lib.HTMLParser(strict=True).parse(page.body)
