"""Tables and lists of outcomes in Russian: `Концепция сотрудничества | утверждена`, `Соглашение о … - подписано`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.records import Document
from servanda.reading.russian.context import Context
from servanda.reading.russian.deeds import actions, clean
from servanda.reading.russian.titles import titles_in
from servanda.reading.russian.tokens import Token
from servanda.reading.sentences import Sentence
from servanda.words.vocabulary import DocumentAction

_CELL = re.compile(r"(?:^|\| *| - )(?P<title>[^|]{8,260}?) (?:\||-) (?P<done>[а-яё][^|]{3,200})(?=\||$)")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_TO_NOTICE = re.compile(r"к сведению|с рассмотрения|не ")
_FIRST = 24
_SENT_ON: dict[str, DocumentAction] = {"направить": "other", "внести": "other"}


def outcomes(context: Context) -> Iterator[Document]:
    """Every document of a table or list whose line says, after it, what became of it."""
    for sentence in context.sentences:
        if " | " in sentence.plain or (sentence.role == "item" and " - " in sentence.plain):
            yield from _in_line(context, sentence)


def _in_line(context: Context, sentence: Sentence) -> Iterator[Document]:
    for match in _CELL.finditer(sentence.plain):
        start, done = sentence.start + match.start("title"), sentence.start + match.start("done")
        aside = _ASIDE.search(context.plain, start, sentence.start + match.end("title"))
        end = aside.start() if aside else sentence.start + match.end("title")
        titles = titles_in(context, start, end, cases=("nomn",))
        deed = next(iter(context.words(done, sentence.start + match.end("done"))), None)
        action = _done(deed) if deed else None
        if titles and titles[0].start - start < _FIRST and deed and action and not _TO_NOTICE.search(match["done"]):
            title = clean(titles[0].text + context.text[titles[0].end : end])
            passage = context.passage(titles[0].start, deed.end, "outcome in a list")
            yield Document(title=title, kind=titles[0].kind, action=action, **passage)


def _done(word: Token) -> DocumentAction | None:
    """What the participle with which a cell begins did with the document."""
    found = (actions().get(form.base) or _SENT_ON.get(form.base) for form in word.forms if form.part == "PRTS")
    return next(filter(None, found), None)
