"""The screen of all states."""

from servanda.pages.states import states_page
from servanda.web.screen import Screen

SCREEN = Screen("states", "states", "states", states_page)
