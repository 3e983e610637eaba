"""The screen of all documents."""

from servanda.pages.documents import documents_page
from servanda.web.screen import Screen

SCREEN = Screen("documents", "documents", "documents", documents_page)
