"""The screen of all states."""

from servanda.pages.addresses import asks_of
from servanda.pages.states import states_page
from servanda.web.screen import Screen

SCREEN = Screen("states", "states", "states", states_page, asks=asks_of("/states"))
