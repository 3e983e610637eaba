"""The cells of a scoreboard: each number leads to the commitments that it counts.

Written in Python, not as macros, because a scoreboard has thousands of them.
"""

from __future__ import annotations

from functools import cache, lru_cache
from urllib.parse import urlencode

from markupsafe import Markup, escape

from servanda.pages.figures import FigureRow
from servanda.pages.parts import ThingRef
from servanda.pages.scoreboard import ScoreCell
from servanda.words.labels import label
from servanda.words.phrases import counted, render, say

_COLUMNS = {
    "commitments": say("Commitments"),
    "known": say("With information"),
    "not_started": "not started",
    "limited": "limited",
    "substantial": "substantial",
    "complete": "complete",
    "fallen_due": say("Due day passed"),
    "past_due": say("Of these not complete"),
    "long_past_due": say("For two years or more"),
    "average_delay": say("Average delay"),
}
_BESIDE = {"known": "coverage", "past_due": "share_past_due"}
"""The share that stands under a number, of which the number left of it is the whole."""

_NOT_LINKED = "average_delay"


def on_topic(base: str, chosen: str, topic: str) -> str:
    """The address of the commitments of an address that are on a topic, beside the one that the page is narrowed to."""
    both = dict.fromkeys(one for one in (chosen, topic) if one)
    return f"{base}&amp;{urlencode({'topic': ','.join(both)})}" if both else base


@cache
def figure_columns(language: str) -> dict[str, str]:
    """The columns of figures with their names."""
    return {field: _name(words, language) for field, words in _COLUMNS.items()}


def _name(words: str, language: str) -> str:
    return label("performance", words, language) if type(words) is str else render(words, language)


def under(cells: list[ScoreCell], columns: list[ThingRef | None]) -> list[ScoreCell | None]:
    """The cells of a state under the columns of topics; None where it has none."""
    found = {cell.topic.id if cell.topic else "": cell for cell in cells}
    return [found.get(one.id if one else "") for one in columns]


def figure_cells(row: FigureRow, base: str, language: str) -> Markup:
    """The figures in their columns; `base` is the address (as markup) of all commitments they count."""
    return Markup("".join(_cell(row, field, base, before) for field, before in _starts(language)))  # noqa: S704


@cache
def _starts(language: str) -> list[tuple[str, str]]:
    """How the cell of each column starts, but for its class."""
    return [(field, f'data-th="{escape(name)}">') for field, name in figure_columns(language).items()]


def _cell(row: FigureRow, field: str, base: str, start: str) -> str:
    value = getattr(row, field)
    narrowed = "" if field == "commitments" else f"&amp;figure={field}"
    shown = f'<a href="{base}{narrowed}">{value}</a>' if value and field != _NOT_LINKED else escape(value)
    share = f'<div class="meta">{escape(getattr(row, _BESIDE[field]))}</div>' if field in _BESIDE else ""
    return f'<td class="n{" empty" if value == "" else ""}" {start}{shown}{share}</td>'


def heat(row: FigureRow, base: str, language: str) -> Markup:
    """A cell of the picture: the word first, then the numbers; its shade says again how much of what is known is done.

    `base` is the address, as markup, of the commitments that it counts.
    """
    words = _words(language)
    if not row.known:
        shade, first = "none", words["nothing"]
        number = _commitments(row.commitments, language)
        rest = f'<span class="meta"><a href="{base}">{number}</a></span>'
    else:
        shade = str(4 * row.complete // row.known)
        first = words["complete"].format(complete=row.complete, known=row.known)
        first = f'<a href="{base}&amp;figure=complete">{first}</a>' if row.complete else first
        told = words["known"].format(known=row.known, number=row.commitments, share=escape(row.coverage))
        rest = f'<span class="meta"><a href="{base}">{told}</a></span>'
    if row.known and row.past_due:
        told = words["past"].format(number=row.past_due)
        rest += f'<span class="meta"><a href="{base}&amp;figure=past_due">{told}</a></span>'
    return Markup(f'<td class="heat h-{shade}"><b>{first}</b>{rest}</td>')  # noqa: S704 - made of numbers and escaped words


@cache
def _words(language: str) -> dict[str, str]:
    """The sentences of a cell, said once, with gaps for their numbers."""
    said = {
        "nothing": label("performance", "no information", language),
        "complete": render(say("{complete} of {known} complete", complete="{complete}", known="{known}"), language),
        "known": render(
            say("information on {known} of {number} ({share})", known="{known}", number="{number}", share="{share}"),
            language,
        ),
        "past": render(say("past due: {number}", number="{number}"), language),
    }
    return {name: str(escape(words)) for name, words in said.items()}


@lru_cache(maxsize=4096)
def _commitments(number: int, language: str) -> str:
    return str(escape(render(counted("{number} commitment", "{number} commitments", number), language)))
