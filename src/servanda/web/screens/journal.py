"""The screen of the journal: how many entries, the hash that stands for them, the newest."""

from servanda.pages.journal import JournalPage, journal_page
from servanda.pages.parts import View
from servanda.web.library import library
from servanda.web.screen import Screen


def record(view: View) -> JournalPage:
    """The record of the page, from the journal that is open in this thread."""
    return journal_page(view, library().journal())


SCREEN = Screen("journal", "journal", "journal", record)
