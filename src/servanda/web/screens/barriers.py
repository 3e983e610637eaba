"""The screen of barriers, exemptions and restrictions."""

from servanda.pages.addresses import asks_of
from servanda.pages.barriers import barriers_page
from servanda.web.screen import Screen

SCREEN = Screen("barriers", "barriers", "commitments", barriers_page, asks=asks_of("/barriers"))
