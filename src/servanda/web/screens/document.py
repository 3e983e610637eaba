"""The screen of one document: in force or not, since when and why, and for whom."""

from servanda.pages.documents import document_page
from servanda.web.screen import Screen
from servanda.words.phrases import say

SCREEN = Screen("document", "documents/<path:of>", "documents", document_page, say("no document"))
