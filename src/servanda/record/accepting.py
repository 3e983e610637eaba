"""Accept proposals: what a person has looked through is checked once more, then entered.

Every act must quote the passage it rests on; where the text is at hand, the passage must stand in it, verbatim, at its
place. Proposals come as .acts text (edited or not); what the reader gives as JSON is turned into acts before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from servanda.acts import Cite
from servanda.acts.declarations import Source
from servanda.book import Book
from servanda.journal import Journal
from servanda.problems import Place, Problem, is_grave
from servanda.record.entering import Entered, book_of, enter
from servanda.text import Located, read

Standing = Callable[[Sequence[Located], Book], Iterable[Problem]]
"""Asks whether those whom acts name stand in their passages: the reader knows how, and the record not the reader."""


def accept(
    journal: Journal,
    data: bytes,
    name: str,
    text: str | None = None,
    *,
    moment: str,
    by: str,
    standing: Standing | None = None,
) -> Entered:
    """Enter proposals written as .acts text; with a problem nothing is entered."""
    try:
        proposals = read(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        message = f"the proposals are not UTF-8: byte {error.start} cannot be read"
        return Entered(0, 0, (Problem("T101", message, Place(name), "save the file as UTF-8"),))
    problems = [*proposals.problems, *_passages(proposals.acts, text), *_empty(proposals.acts, name)]
    if standing:
        problems += standing(proposals.acts, book_of(journal))
    if is_grave(problems):
        return Entered(0, 0, tuple(problems))
    return enter(journal, proposals.acts, moment=moment, by=by)


def _empty(acts: Sequence[Located], name: str) -> Iterator[Problem]:
    if not acts:
        hint = "servanda read FILE > proposals writes them"
        yield Problem("B402", "there is no proposal to accept", Place(name), hint)


def _passages(acts: Sequence[Located], text: str | None) -> Iterator[Problem]:
    """No passage, no proposal; and a passage must stand in the text."""
    for one in acts:
        if isinstance(one.act, Source):
            continue
        quoted = [cite for cite in one.act.source if cite.passage]
        if not quoted:
            hint = 'add: source NAME "the words"; servanda load enters acts that rest on no text'
            yield Problem("B401", "a proposal must quote the passage it rests on", one.place, hint)
        for cite in quoted:
            if text is not None and not _stands(cite, text):
                hint = "the words must be those of the text, at their place"
                yield Problem("B403", f'the text does not say "{cite.passage[:60]}" there', one.place, hint)


def _stands(cite: Cite, text: str) -> bool:
    start, _, end = cite.place.partition("-")
    if start.isdecimal() and end.isdecimal():
        return text[int(start) : int(end)] == cite.passage
    return cite.passage in text
