"""The first screen: what waits, and for whom."""

from servanda.pages.today import today_page
from servanda.web.screen import Screen

SCREEN = Screen("today", "", "", today_page)
