"""The screen of barriers, exemptions and restrictions."""

from servanda.pages.barriers import barriers_page
from servanda.web.screen import Screen

SCREEN = Screen("barriers", "barriers", "commitments", barriers_page)
