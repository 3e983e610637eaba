"""The screen of the organisations that have a matrix of states and documents."""

from servanda.pages.matrix import matrices_page
from servanda.web.screen import Screen

SCREEN = Screen("matrices", "matrix", "documents", matrices_page)
