"""The screen of one presidency: who presides, with whom, who is next and why."""

from servanda.pages.presidency import presidency_page
from servanda.web.screen import Screen
from servanda.words.phrases import say

SCREEN = Screen("presidency", "presidency/<path:organisation>", "presidency", presidency_page, say("no organisation"))
