"""The screen of all documents."""

from servanda.pages.addresses import asks_of
from servanda.pages.documents import documents_page
from servanda.web.screen import Screen

SCREEN = Screen("documents", "documents", "documents", documents_page, asks=asks_of("/documents"))
