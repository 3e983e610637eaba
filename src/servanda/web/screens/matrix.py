"""The screen of states × documents of an organisation."""

from servanda.pages.matrix import matrix_page
from servanda.web.screen import Screen
from servanda.words.phrases import say

SCREEN = Screen(
    "matrix", "matrix/<path:organisation>", "documents", matrix_page, say("no document signed or consented to within")
)
