"""The record: loaded, checked, and entered through one door."""

from servanda.record.accepting import accept
from servanda.record.entering import Entered, book_before, book_of, check_acts, enter, open_book
from servanda.record.loading import LIMIT, Loaded, load

__all__ = ["LIMIT", "Entered", "Loaded", "accept", "book_before", "book_of", "check_acts", "enter", "load", "open_book"]
