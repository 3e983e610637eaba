"""Search over everything the record tells, in every language it tells it in."""

from servanda.search.asking import Asked, read_question
from servanda.search.index import Found, Index, Match, Only
from servanda.search.texts import Told, texts_of

__all__ = ["Asked", "Found", "Index", "Match", "Only", "Told", "read_question", "texts_of"]
