"""The screen of a search over everything that the record tells."""

from servanda.pages.addresses import asks_of
from servanda.pages.parts import View
from servanda.pages.search import SearchPage, search_page
from servanda.search import Only
from servanda.web.library import library
from servanda.web.screen import Screen


def record(view: View, q: str = "", kind: str = "", organisation: str = "", after: int = 0) -> SearchPage:
    """The record of the page, from the index of the book that the view is of."""
    return search_page(view, library().index(view.book), q, Only(kind, organisation), after)


SCREEN = Screen(
    "search",
    "search",
    "search",
    record,
    asks=asks_of("/search"),
)
