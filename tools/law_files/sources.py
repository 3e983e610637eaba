"""The sources of a case: a name that stays the same, and one declaration each."""

from __future__ import annotations

import re

from servanda.acts import Cite
from servanda.acts.declarations import Source
from servanda.days import Day
from tools.law_files.tables import Case

READ = Day.parse("2026-11")
STATUS = Day.parse("2015-03-14")
_PAGE = re.compile(r"mtdsg_no=([IVXLC]+-\d+(?:-\w+)?)|/([IVXLC]+-\d+(?:-\w+)?)\.en\.xml")
_SCRAPED = re.compile(r"github:zmjones/untreaties treaties/([\w-]+)\.csv")
_MEMBERS = re.compile(r"github:globalgov/(\w+) memberships (ECOLEX|HUGGO)_MEM (\S+)")


def sources_of(case: Case) -> list[Source]:
    """The declarations of a case's sources; the one that lists the acts of the parties is the last."""
    found = [_source(str(case["id"]), number, text) for number, text in enumerate(case["sources"], 1)]
    return sorted(found, key=lambda source: source.of.startswith(("untreaties", "ecolex", "huggo")))


def cites(sources: list[Source]) -> tuple[Cite, ...]:
    """The citation of all of them."""
    return tuple(Cite(source.of) for source in sources)


def _source(case: str, number: int, text: str) -> Source:
    page, scraped, members = _PAGE.search(text), _SCRAPED.fullmatch(text), _MEMBERS.fullmatch(text)
    if scraped:
        return scraped_source(scraped[1])
    if members:
        return _members(members[1], members[2], members[3])
    if page:
        place = page[1] or page[2]
        title, publisher = f"Status of treaty {place}", "United Nations Treaty Collection"
        return Source(on=READ, of=f"untc-{place.lower()}", title=title, publisher=publisher, address=text)
    return Source(on=READ, of=f"{case}-page-{number}", title=f"Page on entry into force, {number}", address=text)


def scraped_source(table: str) -> Source:
    """A status page of the depositary as it was on a day, kept as a table."""
    address = f"https://github.com/zmjones/untreaties/blob/003ce13/treaties/{table}.csv"
    title = f"Status page {table} of the United Nations depositary as of 14 March 2015"
    return Source(on=STATUS, of=f"untreaties-{table}", title=title, publisher="zmjones/untreaties", address=address)


def _members(package: str, compiler: str, treaty: str) -> Source:
    """A list of members kept by a compiler, as a research package passes it on."""
    name = re.sub(r"[^a-z0-9]+", "-", f"{compiler} {treaty}".lower())
    title = f"Members of treaty {treaty}, compiled by {compiler}, in the package {package}"
    address = f"https://github.com/globalgov/{package}"
    return Source(on=READ, of=name, title=title, publisher=f"globalgov/{package}, CC BY 4.0", address=address)
