"""From text to acts: every block becomes an act with its place, or problems; one bad block hides no other."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from servanda.acts import VERBS, Act, Cite, Form, form_of
from servanda.acts.base import Shape
from servanda.acts.form import Field, Part
from servanda.days import Day, NotADay
from servanda.problems import Place, Problem
from servanda.text.blocks import Block, Line, Use, split_blocks
from servanda.text.tokens import Token
from servanda.text.values import MANY, Wrong, expected, fits, value_of


@dataclass(frozen=True, slots=True)
class Located:
    """An act with the place of its head line, and the places of its body's lines if it has a body."""

    act: Act
    place: Place
    lines: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """What a text says: its acts, the shipped law it uses, and its problems in the order of the lines."""

    acts: tuple[Located, ...]
    uses: tuple[Use, ...]
    problems: tuple[Problem, ...]


Progress = Callable[[str, int, int], None]
"""What is told while a long text is read: of which file, how many blocks of how many are done."""

_BETWEEN = 500  # blocks


def read(text: str, file: str = "-", told: Progress | None = None) -> Text:
    """Read the acts of a text; `file` names it in places."""
    blocks = split_blocks(text, file)
    acts, problems = [], list(blocks.problems)
    for number, block in enumerate(blocks.blocks):
        if told and number % _BETWEEN == 0:
            told(file, number, len(blocks.blocks))
        located, found = read_block(block, file)
        problems += found
        if located:
            acts.append(located)
    problems.sort(key=lambda problem: (problem.place.line, problem.place.column) if problem.place else (0, 0))
    return Text(tuple(acts), tuple(blocks.uses), tuple(problems))


def read_head(text: str) -> Act | None:
    """The act of a single head line, or None when it is not one."""
    found = read(text, "head")
    return found.acts[0].act if len(found.acts) == 1 and not found.problems else None


def read_block(block: Block, file: str) -> tuple[Located | None, list[Problem]]:
    """The act of one block, or its problems."""
    if block.problems:
        return None, block.problems
    place = Place(file, block.head.number, 1)
    day, verb, problems = _day_and_verb(block.head, file)
    if not verb or day is None:
        return None, problems
    work = _Work(form_of(VERBS[verb]), file, {"on": day}, [], [])
    if work.form.kind.VERBS:
        work.values["means"] = verb
    work.read_head(block.head)
    work.read_below(block.below)
    if work.problems:
        return None, work.problems
    return Located(work.form.kind(**work.values), place, tuple(work.body_places)), []


def _day_and_verb(head: Line, file: str) -> tuple[Day | None, str, list[Problem]]:
    """The day and the verb that begin a head line, or what is wrong with them."""
    place = Place(file, head.number, 1)
    first = head.tokens[0]
    if first.is_string or not first.text[0].isdigit():
        return None, "", [Problem("T102", "a head line begins with a day", place, "write: 2012-08-21 sign …")]
    problems, day = [], None
    try:
        day = Day.parse(first.text)
    except NotADay as error:
        problems.append(Problem("T103", str(error), place, "write the day as 1995-05-01, 1995-05 or 1995"))
    if len(head.tokens) < 2:
        problems.append(Problem("T202", "no verb follows the day", place, "write: 2012-08-21 sign …"))
        return None, "", problems
    verb = head.tokens[1]
    if verb.is_string or verb.text not in VERBS:
        problems.append(_unknown_verb(verb, Place(file, head.number, verb.column)))
        return None, "", problems
    return day, verb.text, problems


def _unknown_verb(verb: Token, place: Place) -> Problem:
    near = difflib.get_close_matches(verb.text.lower(), VERBS, 1)
    hint = f"did you mean {near[0]}?" if near else "docs/reference/acts.md lists the verbs"
    return Problem("T201", f"no act has the verb '{verb.text}'", place, hint)


@dataclass(slots=True)
class _Work:
    """One block being read: the values found so far, and the problems."""

    form: Form
    file: str
    values: dict[str, Any]
    problems: list[Problem]
    body_places: list[Place]

    def problem(self, code: str, message: str, line: int, column: int, hint: str = "") -> None:
        self.problems.append(Problem(code, message, Place(self.file, line, column), hint))

    # -- the head line -----------------------------------------------------------------------------------

    def read_head(self, head: Line) -> None:
        rest = head.tokens[2:]
        for index, part in enumerate(self.form.head):
            rest = self._read_part(part, rest, self.form.head[index + 1 :], head)
        if rest and not self.problems:
            message = f"'{rest[0].text}' does not belong on this line"
            self.problem("T203", message, head.number, rest[0].column, self._hint_of_form())

    def _read_part(self, part: Part, rest: list[Token], later: tuple[Part, ...], head: Line) -> list[Token]:
        """Take the tokens of one part of the head line; gives what is left."""
        if not _begins(part, rest, later):
            if not part.optional:
                self._missing(part, rest, head)
            return rest
        tokens = rest[1:] if part.keyword else rest
        taken = _take(part.field, tokens, later)
        self._set(part.field, tokens[:taken], head.number, (tokens or rest)[0].column)
        return tokens[taken:]

    def _missing(self, part: Part, rest: list[Token], head: Line) -> None:
        if self.problems:
            return
        wanted = f"'{part.keyword}'" if part.keyword else expected(part.field)
        column = rest[0].column if rest else head.tokens[-1].column + len(str(head.tokens[-1]))
        self.problem("T202", f"here should stand {wanted}", head.number, column, self._hint_of_form())

    def _hint_of_form(self) -> str:
        return f"as in: {self.form.kind.EXAMPLE.splitlines()[0]}"

    # -- the lines below ---------------------------------------------------------------------------------

    def read_below(self, lines: list[Line]) -> None:
        fields = {field.keyword: field for field in self.form.below if field.shape is not Shape.BODY}
        outer = min((line.indent for line in lines), default=0)
        body: list[tuple[int, Line]] = []
        for line in lines:
            if line.tokens and line.tokens[0].text in fields and line.indent == outer:
                self._read_field(fields[line.tokens[0].text], line)
            elif self.form.body:
                body.append((line.indent, line))
            elif line.tokens:
                self._unknown_field(line, list(fields))
        self._set_body(body)

    def _read_field(self, field: Field, line: Line) -> None:
        column = line.tokens[0].column
        if field.shape is Shape.CITES:
            self._add_cite(line)
        elif field.name in self.values:
            self.problem("T205", f"'{field.keyword}' is given twice", line.number, column, "keep one of the lines")
        elif len(line.tokens) < 2:
            self.problem("T206", f"'{field.keyword}' takes {expected(field)}", line.number, column)
        else:
            self._set(field, line.tokens[1:], line.number, line.tokens[1].column)

    def _unknown_field(self, line: Line, known: list[str]) -> None:
        word = line.tokens[0]
        near = difflib.get_close_matches(word.text, known, 1)
        hint = f"did you mean {near[0]}?" if near else f"known here: {', '.join(known)}"
        if word.text in {part.field.keyword for part in self.form.head}:
            hint = f"it stands on the head line, {self._hint_of_form()}"
        self.problem("T204", f"'{word.text}' is no field of this act", line.number, word.column, hint)

    def _add_cite(self, line: Line) -> None:
        cite = _cite(line.tokens[1:])
        if isinstance(cite, Wrong):
            self.problems.append(cite.at(Place(self.file, line.number, line.tokens[0].column)))
        else:
            self.values["source"] = (*self.values.get("source", ()), cite)

    def _set_body(self, body: list[tuple[int, Line]]) -> None:
        if not self.form.body or not body:
            return
        levels = sorted({indent for indent, _ in body})
        self.values[self.form.body.name] = tuple(
            "  " * levels.index(indent) + " ".join(map(str, line.tokens)) for indent, line in body
        )
        self.body_places = [Place(self.file, line.number, indent + 1) for indent, line in body]

    def _set(self, field: Field, tokens: list[Token], line: int, column: int) -> None:
        value = value_of(field, tokens)
        if isinstance(value, Wrong):
            self.problems.append(value.at(Place(self.file, line, column)))
        else:
            self.values[field.name] = value


def _begins(part: Part, rest: list[Token], later: tuple[Part, ...]) -> bool:
    """Tell whether the next token begins a part: its keyword, or the look of its value."""
    if not rest:
        return False
    bare = "" if rest[0].is_string else rest[0].text
    if part.keyword:
        return bare == part.keyword
    return not part.optional or (fits(part.field, rest[0]) and bare not in {one.keyword for one in later if bare})


def _take(field: Field, tokens: list[Token], later: tuple[Part, ...]) -> int:
    """How many tokens belong to a value on the head line."""
    if field.shape is Shape.CLAIM:
        return len(tokens)
    if field.shape is Shape.TEXT:
        alone = any(part.field.shape is Shape.TEXT and not part.keyword for part in later)
        return 1 if alone else _while(tokens, lambda token: token.is_string)
    if field.shape not in MANY:
        return min(1, len(tokens))
    keywords = {part.keyword for part in later}
    words = {option for part in later for option in part.field.options if not part.keyword}
    stops = keywords | words
    return _while(tokens, lambda token: not token.is_string and token.text not in stops)


def _while(tokens: list[Token], holds: Any) -> int:
    for index, token in enumerate(tokens):
        if not holds(token):
            return index
    return len(tokens)


def _cite(tokens: list[Token]) -> Cite | Wrong:
    """A `source` line: a declared source, then the passage, then its place behind `at`; strings side by side join."""
    if not tokens or tokens[0].is_string:
        return Wrong("T206", "'source' takes the name of a declared source", 'as in: source by-press "the words"')
    words = [index for index, token in enumerate(tokens[1:], start=1) if not token.is_string]
    at = words[0] if words else len(tokens)
    if words and (len(words) > 1 or tokens[at].text != "at" or at + 1 == len(tokens)):
        return Wrong("T206", "'source' takes a name, the words, and their place", 'source by-press "words" at "p. 3"')
    passage, place = ("".join(token.text for token in part) for part in (tokens[1:at], tokens[at + 1 :]))
    return Cite(tokens[0].text, passage, place)
