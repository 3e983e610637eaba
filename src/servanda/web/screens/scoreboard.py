"""The screen of the scoreboard."""

from servanda.pages.scoreboard import scoreboard_page
from servanda.web.screen import Screen

SCREEN = Screen("scoreboard", "scoreboard", "commitments", scoreboard_page)
