"""Reads communiqués: texts into items, each of which quotes the passage it rests on."""

from servanda.reading.loading import LANGUAGES, LIMIT, load
from servanda.reading.reader import Progress, read_taken, read_text
from servanda.reading.records import Reading
from servanda.reading.texts import Taken, take

__all__ = ["LANGUAGES", "LIMIT", "Progress", "Reading", "Taken", "load", "read_taken", "read_text", "take"]
