"""Reads communiqués: texts into items, each of which quotes the passage it rests on."""

from servanda.reading.loading import LANGUAGES, LIMIT, load
from servanda.reading.reader import read_text
from servanda.reading.records import Reading

__all__ = ["LANGUAGES", "LIMIT", "Reading", "load", "read_text"]
