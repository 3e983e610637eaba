"""Reads communiqués in Russian: the same items as in English, by rules that know cases and word order."""

from servanda.reading.russian.reader import read_russian

__all__ = ["read_russian"]
