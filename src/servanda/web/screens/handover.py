"""The screen of a hand-over: what passes from one presidency to the next."""

from servanda.pages.handover import handover_page
from servanda.web.screen import Screen

SCREEN = Screen("handover", "presidency/<path:organisation>/hand-over", "presidency", handover_page, "presidency")
