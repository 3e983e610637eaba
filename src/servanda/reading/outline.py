"""The titles that sentences stand under: headings, and the numbered points of minutes. In any language."""

from __future__ import annotations

import re

from servanda.reading.sentences import Sentence

_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)] +$")
_ABOUT = re.compile(r"Об? \S")
_LONGEST = 220
_SHORT = 100


def titles_over(plain: str, sentences: list[Sentence]) -> dict[int, Sentence]:
    """The title over each sentence that stands under one, by the place of the sentence."""
    found: dict[int, Sentence] = {}
    title: Sentence | None = None
    for sentence in sentences:
        if _is_title(plain, sentence):
            title = sentence
        elif title:
            found[sentence.start] = title
    return found


def _is_title(plain: str, sentence: Sentence) -> bool:
    """A heading, a question, or a numbered line that is no sentence: `9. Next meeting`, `3. О проекте соглашения.`."""
    if sentence.role == "heading" or (sentence.plain.endswith("?") and len(sentence.plain) < _SHORT):
        return True
    if len(sentence.plain) > _LONGEST or not _NUMBERED.search(plain, max(0, sentence.start - 12), sentence.start):
        return False
    return _ABOUT.match(sentence.plain) is not None or not sentence.plain.endswith((".", ";", "!", "?", ":"))
