"""The screen of the levels of integration."""

from servanda.pages.levels import levels_page
from servanda.web.screen import Screen

SCREEN = Screen("levels", "levels", "commitments", levels_page)
