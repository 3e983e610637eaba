"""The screen of a session's action table."""

from servanda.pages.actions import actions_page
from servanda.web.screen import Screen
from servanda.words.phrases import say

SCREEN = Screen("actions", "sessions/<path:of>/actions", "sessions", actions_page, say("no session"))
