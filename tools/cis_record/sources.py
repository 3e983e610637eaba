"""The sources: one declaration for each address that some row names, with a name that stays the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from servanda.acts import Cite
from servanda.acts.declarations import Source
from servanda.days import Day, NotADay
from tools.cis_record.tables import Row

# The pages were read in this month; the day on which most of them were published is not known.
READ = Day.parse("2026-11")
FOUNDING = "http://president.gov.by/en/news_en/view/session-of-cis-council-of-heads-of-state-25088/"
FOUNDING_NAME = "by-press-2020-12-18"

_DATE = re.compile(r"/(20\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/-])")
_REVISION = re.compile(r"revision of (\d+) May (\d{4})")
_WORDS = 4


class Sources:
    """The names of all sources, and their declarations."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._confidence: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            self._confidence[row["source"]].add(row["confidence"])
        self._names = _names(sorted(self._confidence))

    def cite(self, row: Row, passage: str = "") -> tuple[Cite, ...]:
        """The citation of a row's source."""
        return (Cite(self._names[row["source"]], passage),)

    def declarations(self) -> list[Source]:
        """One declaration each, by name."""
        pairs = sorted((name, text) for text, name in self._names.items())
        return [self._declaration(name, text) for name, text in pairs]

    def _declaration(self, name: str, text: str) -> Source:
        if text == FOUNDING:
            return Source(
                on=Day.parse("2020-12-18"),
                of=name,
                title="Session of CIS Council of Heads of State",
                publisher="Press Service of the President of Belarus",
                address=text,
                language="en",
            )
        address, _, about = text.partition(" (")
        host = urlsplit(address).hostname or address
        title = _sentence(about.removesuffix(")")) if about else f"Page at {host}"
        if self._confidence[text] == {"known"}:
            note = "The place to verify what is known; not a page that was read."
            return Source(on=READ, of=name, title=title, address=address, confidence="known", note=note)
        return Source(on=_day(text), of=name, title=title, address=address)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _names(texts: list[str]) -> dict[str, str]:
    """A name for each source text: its host and the first words of its page; a number where that is not enough."""
    taken: Counter[str] = Counter()
    names = {}
    for text in texts:
        name = FOUNDING_NAME if text == FOUNDING else _name(text)
        taken[name] += 1
        names[text] = name if taken[name] == 1 else f"{name}-{taken[name]}"
    return names


def _name(text: str) -> str:
    parts = urlsplit(text.partition(" (")[0])
    host = _slug((parts.hostname or "").removeprefix("www."))
    host = f"site-{host}" if host[:1].isdigit() else host
    segments = [part for part in unquote(parts.path).split("/") if _slug(part)]
    page = _slug(f"{segments[-1] if segments else ''} {parts.query}").split("-")[:_WORDS]
    return "-".join([host, *(word for word in page if word)])


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _day(text: str) -> Day:
    """The day of publication where the address or the text tells it, else the month of reading."""
    revision = _REVISION.search(text)
    if revision:
        return Day.parse(f"{revision[2]}-05-{int(revision[1]):02}")
    for found in _DATE.finditer(text):
        try:
            return Day.parse("-".join(found.groups()))
        except NotADay:
            continue
    return READ
