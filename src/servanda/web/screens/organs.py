"""The screen of all organs."""

from servanda.pages.organs import organs_page
from servanda.web.screen import Screen

SCREEN = Screen("organs", "organs", "sessions", organs_page)
