"""Texts in: the main text of a file in any format that secretaries get, with what the file says about itself."""

from servanda.reading.texts.languages import Detected, detect
from servanda.reading.texts.taking import LIMIT, Origin, Taken, take

__all__ = ["LIMIT", "Detected", "Origin", "Taken", "detect", "take"]
