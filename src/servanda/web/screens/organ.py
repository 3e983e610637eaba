"""The screen of one organ: its rules, its members, its sessions."""

from servanda.pages.organs import organ_page
from servanda.web.screen import Screen
from servanda.words.phrases import say

SCREEN = Screen("organ", "organs/<path:of>", "sessions", organ_page, say("no organ"))
