"""What stands over a field of a page: its name in plain words, in the language of the page."""

from __future__ import annotations

from servanda.words.labels import labels


def heading(field: str, language: str = "en") -> str:
    """The heading of a field: from the labels of the language, else the name of the field in plain words."""
    return labels(language).get("field", {}).get(field) or field.replace("_", " ")
