"""The shapes of values: which tokens fit a shape, and what they mean."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from servanda.acts.base import Shape
from servanda.acts.form import Field
from servanda.days import Day, NotADay, Period
from servanda.problems import Place, Problem
from servanda.text.tokens import Token
from servanda.words.parties import is_state

_NAME = re.compile(r"[a-z][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)*")
_CODE = re.compile(r"[A-Z]{2}|[A-Z]{4}")
_SHARE = re.compile(r"[0-9]{1,15}/[1-9][0-9]{0,14}")
_NUMBER = re.compile(r"[0-9]{1,15}")

_EXPECTED = {
    Shape.NAME: "a lower-case name such as cis-2011-fta",
    Shape.NAMES: "lower-case names",
    Shape.PARTY: "a state's code such as BY, or an organisation's name",
    Shape.PARTIES: "states' codes such as AM BY, or organisations' names",
    Shape.TEXT: 'a string in "double quotes"',
    Shape.NUMBER: "a whole number",
    Shape.SHARE: "a fraction such as 55/100",
    Shape.DAY: "a day such as 2012-08-21, 2012-08 or 2012",
    Shape.PERIOD: "a period such as 2021 or 2014-01-01..2014-03-20",
    Shape.WORD: "a word of the list",
    Shape.CLAIM: "a claim such as: in force",
}


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a token does not fit; becomes a problem with the token's place."""

    code: str
    message: str
    hint: str = ""
    column: int = 0

    def at(self, place: Place) -> Problem:
        """The problem at a place, or where on its line the wrong one of several values stands."""
        where = replace(place, column=self.column) if self.column else place
        return Problem(self.code, self.message, where, self.hint)


def expected(field: Field) -> str:
    """What should stand there, in words."""
    if field.shape is Shape.WORD:
        return f"one of {', '.join(field.options)}"
    return _EXPECTED[field.shape]


def fits(field: Field, token: Token) -> bool:
    """Tell whether the token may begin a value of the field: the look of it only."""
    if field.shape is Shape.TEXT or token.is_string:
        return field.shape is Shape.TEXT and token.is_string
    if field.shape is Shape.WORD:
        return token.text in field.options
    looks = _LOOKS.get(field.shape)
    return looks is None or bool(looks.fullmatch(token.text))


_LOOKS = {
    Shape.NAME: _NAME,
    Shape.NAMES: _NAME,
    Shape.PARTY: re.compile(rf"{_NAME.pattern}|{_CODE.pattern}"),
    Shape.PARTIES: re.compile(rf"{_NAME.pattern}|[A-Z]+"),
    Shape.NUMBER: _NUMBER,
    Shape.SHARE: _SHARE,
    Shape.DAY: re.compile(r"\d.*"),
    Shape.PERIOD: re.compile(r"\d.*"),
}

MANY = (Shape.NAMES, Shape.PARTIES)


def value_of(field: Field, tokens: list[Token]) -> Any | Wrong:
    """The value of a field written as these tokens, or what is wrong with them."""
    if field.shape in MANY:
        return _many(field, tokens)
    if field.shape is Shape.TEXT and tokens and all(token.is_string for token in tokens):
        return "".join(token.text for token in tokens)
    if field.shape is Shape.CLAIM:
        return " ".join(map(str, tokens))
    if len(tokens) != 1 or (tokens[0].is_string and field.shape is not Shape.TEXT):
        return Wrong("T206", f"'{field.keyword}' takes {expected(field)}")
    return _ONE[field.shape](field, tokens[0].text)


def _many(field: Field, tokens: list[Token]) -> tuple[str, ...] | Wrong:
    one = _party if field.shape is Shape.PARTIES else _name
    found: list[str] = []
    for token in tokens:
        value = one(field, token.text)
        if isinstance(value, Wrong):
            return replace(value, column=token.column)
        found.append(value)
    if not found:
        return Wrong("T206", f"'{field.keyword}' takes {expected(field)}")
    return tuple(sorted(set(found))) if field.shape is Shape.PARTIES else tuple(dict.fromkeys(found))


def _name(field: Field, text: str) -> str | Wrong:
    if _NAME.fullmatch(text):
        return text
    return Wrong("T206", f"'{text}' is not {expected(field)}", "names are lower case, without spaces")


def _party(_field: Field, text: str) -> str | Wrong:
    if text.islower() and len(text) == 2 and is_state(text.upper()):
        return Wrong("T208", f"'{text}' is not a state's code", f"codes are upper case: {text.upper()}")
    if text.isupper():
        return text if is_state(text) else Wrong("T208", f"no state has the code {text}", "ISO 3166-1, two letters: BY")
    if _NAME.fullmatch(text):
        return text
    return Wrong("T208", f"'{text}' is neither a state's code such as BY nor an organisation's name")


def _word(field: Field, text: str) -> str | Wrong:
    if text in field.options:
        return text
    near = difflib.get_close_matches(text, field.options, 1)
    hint = f"did you mean {near[0]}?" if near else ""
    return Wrong("T207", f"'{text}' is not {expected(field)}", hint)


def _looked(pattern: re.Pattern[str], make: Callable[[str], Any]) -> Callable[[Field, str], Any]:
    def read(field: Field, text: str) -> Any:
        if pattern.fullmatch(text):
            return make(text)
        return Wrong("T206", f"'{text}' is not {expected(field)}")

    return read


def _dated(make: Callable[[str], Any]) -> Callable[[Field, str], Any]:
    def read(_field: Field, text: str) -> Any:
        try:
            return make(text)
        except NotADay as error:
            return Wrong("T103", str(error))

    return read


def _text(field: Field, text: str) -> Wrong:
    return Wrong("T206", f"'{text}' is not {expected(field)}", f'write "{text}"')


_ONE: dict[Shape, Callable[[Field, str], Any]] = {
    Shape.NAME: _name,
    Shape.PARTY: _party,
    Shape.WORD: _word,
    Shape.TEXT: _text,
    Shape.NUMBER: _looked(_NUMBER, int),
    Shape.SHARE: _looked(_SHARE, str),
    Shape.DAY: _dated(Day.parse),
    Shape.PERIOD: _dated(Period.parse),
}
