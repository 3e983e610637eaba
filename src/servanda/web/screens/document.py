"""The screen of one document: in force or not, since when and why, and for whom; with a map when it is asked for."""

from servanda.pages.addresses import asks_of
from servanda.pages.documents import DocumentPage, document_page
from servanda.pages.parts import View
from servanda.web.screen import Screen
from servanda.words.phrases import say


def record(view: View, of: str, **asked: str) -> DocumentPage | None:
    """The record of the page; a map shows nothing that its chart does not hold."""
    return document_page(view, of)


SCREEN = Screen(
    "document", "documents/<path:of>", "documents", record, say("no document"), asks=asks_of("/documents/ID")
)
