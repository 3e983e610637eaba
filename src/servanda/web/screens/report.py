"""The screen of a presidency's report."""

from servanda.pages.handover import report_page
from servanda.web.screen import Screen

SCREEN = Screen("report", "presidency/<path:organisation>/report", "presidency", report_page, "presidency")
