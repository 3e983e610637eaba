"""The screen of one state: what waits for it, and how it stands towards each document."""

from servanda.pages.states import state_page
from servanda.web.screen import Screen
from servanda.words.phrases import say

SCREEN = Screen("state", "states/<str:code>", "states", state_page, say("no state"))
