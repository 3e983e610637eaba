"""The screen of the file of a state that did not attend a session."""

from servanda.pages.absence import absence_page
from servanda.web.screen import Screen
from servanda.words.phrases import say

SCREEN = Screen(
    "absence", "sessions/<path:of>/absent/<str:code>", "sessions", absence_page, say("no absence from a session")
)
