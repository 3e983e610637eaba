"""The screen of one session."""

from servanda.pages.sessions import session_page
from servanda.web.screen import Screen
from servanda.words.phrases import say

SCREEN = Screen("session", "sessions/<path:of>", "sessions", session_page, say("no session"))
