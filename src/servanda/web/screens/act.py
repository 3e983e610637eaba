"""The screen of one act: its text, where it is told, and its entry."""

from servanda.pages.acts import act_page
from servanda.web.screen import Screen
from servanda.words.phrases import say

SCREEN = Screen("act", "acts/<str:act_id>", "journal", act_page, say("no act"))
