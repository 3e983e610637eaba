"""The screen of one commitment: every party's three axes and the history of every score."""

from servanda.pages.commitment import commitment_page
from servanda.web.screen import Screen
from servanda.words.phrases import say

SCREEN = Screen("commitment", "commitments/<path:of>", "commitments", commitment_page, say("no commitment"))
