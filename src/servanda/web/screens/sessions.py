"""The screen of all sessions."""

from servanda.pages.addresses import asks_of
from servanda.pages.sessions import sessions_page
from servanda.web.screen import Screen

SCREEN = Screen("sessions", "sessions", "sessions", sessions_page, asks=asks_of("/sessions"))
