"""A file as blocks: a head line that begins with a day, and the indented lines under it."""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.problems import Place, Problem
from servanda.text.tokens import Token, split_comment, tokenise


@dataclass(slots=True)
class Line:
    """A line of a block: its number, its indentation in characters, and its tokens."""

    number: int
    indent: int
    tokens: list[Token]


@dataclass(slots=True)
class Block:
    """A head line with the lines under it; comments and the text as written are kept for `fmt`."""

    head: Line
    below: list[Line] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Use:
    """A folder of shipped law that a file uses, and where it says so."""

    name: str
    place: Place


@dataclass(slots=True)
class Blocks:
    """All blocks of a file, the shipped law it uses, and the problems that belong to no block."""

    blocks: list[Block] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    current: Block | None = None


def split_blocks(text: str, file: str) -> Blocks:
    """Cut a text into blocks; a line that fits nowhere is a problem and hides no other."""
    found = Blocks()
    for number, written in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        line, comment = split_comment(written)
        if line.strip():
            _place_line(found, _Read(line, comment, file, number, written))
        elif comment:
            _keep_comment(found, comment, written)
    return found


@dataclass(slots=True)
class _Read:
    line: str
    comment: str
    file: str
    number: int
    written: str


def _keep_comment(found: Blocks, comment: str, written: str) -> None:
    """A comment on a line of its own: indented it belongs to the block above, else to the one below."""
    if found.current and written[0].isspace():
        found.current.comments.append(comment)
        found.current.written.append(written.rstrip())
    else:
        found.closing.append(comment)


def _place_line(found: Blocks, read: _Read) -> None:
    """Begin a block with the line, add it to the last one, or say why it fits nowhere."""
    tokens, problems = tokenise(read.line, read.file, read.number)
    indent = len(read.line) - len(read.line.lstrip())
    if "\t" in read.line[:indent]:
        problems.append(_tab(Place(read.file, read.number, read.line.index("\t") + 1)))
    line = Line(read.number, indent, tokens)
    if indent:
        _add_below(found, line, read, problems)
    elif tokens and tokens[0].text == "uses" and not tokens[0].is_string:
        _add_uses(found, line, read, problems)
    else:
        found.current = Block(line, [], found.closing, [], [read.written.rstrip()], problems)
        found.current.comments += [read.comment] if read.comment else []
        found.blocks.append(found.current)
        found.closing = []


def _add_uses(found: Blocks, line: Line, read: _Read, problems: list[Problem]) -> None:
    if len(line.tokens) == 1 and not problems:
        problems.append(Problem("T202", "no law follows 'uses'", Place(read.file, read.number), "as in: uses law/cis"))
    found.uses += [Use(token.text, Place(read.file, read.number, token.column)) for token in line.tokens[1:]]
    found.problems += problems
    found.opening += [*found.closing, *([read.comment] if read.comment else [])]
    found.closing, found.current = [], None


def _add_below(found: Blocks, line: Line, read: _Read, problems: list[Problem]) -> None:
    if found.current is None:
        place = Place(read.file, read.number, line.indent + 1)
        found.problems.append(
            Problem("T106", "an indented line stands under no head line", place, "begin with a day and a verb")
        )
        return
    found.current.below.append(line)
    found.current.comments += [read.comment] if read.comment else []
    found.current.written.append(read.written.rstrip())
    found.current.problems += problems


def _tab(place: Place) -> Problem:
    return Problem("T104", "a tab is used to indent", place, "indent with two spaces")
