"""The screen of a year."""

from servanda.pages.calendar import calendar_page
from servanda.web.screen import Screen
from servanda.words.phrases import say

SCREEN = Screen("calendar", "calendar/<str:year>", "sessions", calendar_page, say("no year"))
