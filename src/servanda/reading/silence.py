"""Says honestly why nothing, or little, was found in a text."""

from __future__ import annotations

from servanda.problems import Problem
from servanda.reading.records import Reading
from servanda.reading.texts import Detected
from servanda.reading.texts.languages import name_of

_HINT = "give the communiqué of a session, with its title and its date line"


def silence(reading: Reading) -> list[Problem]:
    """The problem of a reading without an item, or the warning of one without a session."""
    if not reading.items():
        words = len(reading.text.split())
        found = "it has a single word" if words == 1 else f"none of its {words:,} words tells that an organ met"
        return [Problem("R105", f"nothing found, because the text tells of no session: {found}", None, _HINT)]
    missing = _missing(reading)
    if missing:
        message = f"the text does not say {missing}, so that what was found belongs to no session"
        return [Problem("R105", message, None, _HINT, "warning")]
    return []


def _missing(reading: Reading) -> str:
    """What would be needed to name the session, and is not told."""
    session = reading.session
    day, organ = bool(session and session.date), bool(session and session.organ)
    if day and organ:
        return ""
    return "which organ met" if day else "on which day it was" if organ else "that an organ met, or when"


def in_another_language(found: Detected) -> list[Problem]:
    """The warning that a good part of a text is in another language than the rest."""
    if not found.others:
        return []
    parts = " and ".join(f"{share:.0%} in {name_of(code)}" for code, share in found.others)
    message = f"the text is in {found.name}, but {parts}; it is read as {found.name}"
    hint = "split the text by language, or choose one with --language"
    return [Problem("R112", message, None, hint, "warning")]
