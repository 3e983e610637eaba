"""The screen of the scoreboard."""

from servanda.pages.addresses import asks_of
from servanda.pages.parts import View
from servanda.pages.scoreboard import Asked, ScoreboardPage, scoreboard_page
from servanda.web.screen import Screen


def record(view: View, **asked: str) -> ScoreboardPage:
    """The record of the page, narrowed and ordered as the address asks."""
    return scoreboard_page(view, Asked(**asked))


SCREEN = Screen(
    "scoreboard",
    "scoreboard",
    "commitments",
    record,
    asks=asks_of("/scoreboard"),
)
