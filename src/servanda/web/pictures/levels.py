"""Levels of integration as areas within one another: the widest outside, and in each the topics that it covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from servanda.pages.levels import LevelCell, TopicLevels
from servanda.pages.listed import shown
from servanda.pages.parts import ThingRef
from servanda.web.pictures.drawing import box, picture, text

WIDTH, MARGIN, LINE, COLUMNS = 1000, 22, 22, 2
MOST, LETTERS = 6, 46
"""So many organisations are drawn within one another, and so many letters of a topic."""


def levels_picture(
    organisations: Sequence[ThingRef], topics: Sequence[TopicLevels], title: str, language: str = "en"
) -> Markup:
    """One area for each organisation, with its topics and how deep it goes into each."""
    if not 1 < len(organisations) <= MOST:
        return Markup()
    covered = [_covered(topics, place, language) for place in range(len(organisations))]
    heights = [_height(covered[place:]) for place in range(len(organisations))]
    parts, top = [], 4.0
    for place, one in enumerate(organisations):
        left = 4 + MARGIN * place
        parts.append(box(left, top, WIDTH - 2 * left, heights[place], f"area deep-{place % 3}", one.title))
        parts.append(text(left + 16, top + 28, one.title, "strong"))
        parts += _words(covered[place], left + 16, top + 28)
        top += _own(covered[place])
    told = "; ".join(f"{one.title}: {', '.join(words)}" for one, words in zip(organisations, covered, strict=True))
    return picture("levels", WIDTH, int(heights[0]) + 8, title, told, parts)


def _covered(topics: Sequence[TopicLevels], place: int, language: str) -> list[str]:
    cells = [(row.topic.title, row.levels[place]) for row in topics]
    return [_topic(topic, cell, language) for topic, cell in cells if cell.depth]


def _topic(topic: str, cell: LevelCell, language: str) -> str:
    """A topic with its depth; where no act tells a depth, the topic alone."""
    return _short(topic) + ("" if cell.depth == "not recorded" else f" – {shown(cell, 'depth', language)}")


def _short(words: str) -> str:
    return words if len(words) <= LETTERS else words[: LETTERS - 1].rstrip() + "…"


def _own(words: Sequence[str]) -> float:
    """The height of what an area says by itself, above the next one within it."""
    return 44 + LINE * -(-len(words) // COLUMNS)


def _height(within: Sequence[Sequence[str]]) -> float:
    """The height of an area: what it says, all areas within it, and the margins under them."""
    return sum(map(_own, within)) + MARGIN * (len(within) - 1) / 2 + 8


def _words(words: Sequence[str], left: float, top: float) -> Iterator[str]:
    width = (WIDTH - 2 * left) / COLUMNS
    for number, one in enumerate(words):
        yield text(left + width * (number % COLUMNS), top + LINE * (1 + number // COLUMNS), one)
