"""The screen of a hand-over: what passes from one presidency to the next."""

from servanda.pages.addresses import asks_of
from servanda.pages.handover import handover_page
from servanda.web.screen import Screen
from servanda.words.phrases import say

SCREEN = Screen(
    "handover",
    "presidency/<path:organisation>/hand-over",
    "presidency",
    handover_page,
    say("no presidency of"),
    asks_of("/presidency/ORGANISATION/hand-over"),
)
