"""The screen of the register of commitments."""

from servanda.pages.addresses import asks_of
from servanda.pages.commitments import CommitmentsPage, commitments_page
from servanda.pages.narrowing import Wanted
from servanda.pages.parts import View
from servanda.web.screen import Screen


def record(view: View, **asked: str) -> CommitmentsPage:
    """The record of the page, narrowed as the address asks."""
    return commitments_page(view, Wanted(**asked))


SCREEN = Screen("commitments", "commitments", "commitments", record, asks=asks_of("/commitments"))
