"""The screen of what became of an organisation's documents."""

from servanda.pages.funnel import funnel_page
from servanda.web.screen import Screen
from servanda.words.phrases import say

SCREEN = Screen("funnel", "funnel/<path:of>", "documents", funnel_page, say("no organisation"))
