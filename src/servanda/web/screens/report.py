"""The screen of a presidency's report."""

from servanda.pages.handover import report_page
from servanda.web.screen import Screen
from servanda.words.phrases import say

SCREEN = Screen("report", "presidency/<path:organisation>/report", "presidency", report_page, say("no presidency of"))
