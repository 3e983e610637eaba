"""The screen of the register of commitments."""

from servanda.pages.commitments import commitments_page
from servanda.web.screen import Screen

SCREEN = Screen("commitments", "commitments", "commitments", commitments_page)
