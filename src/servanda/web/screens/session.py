"""The screen of one session."""

from servanda.pages.sessions import session_page
from servanda.web.screen import Screen

SCREEN = Screen("session", "sessions/<path:of>", "sessions", session_page, "session")
