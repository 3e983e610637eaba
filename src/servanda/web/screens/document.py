"""The screen of one document: in force or not, since when and why, and for whom."""

from servanda.pages.documents import document_page
from servanda.web.screen import Screen

SCREEN = Screen("document", "documents/<path:of>", "documents", document_page, "document")
