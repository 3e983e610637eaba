"""The screen of all presidencies."""

from servanda.pages.presidency import presidencies_page
from servanda.web.screen import Screen

SCREEN = Screen("presidencies", "presidency", "presidency", presidencies_page)
