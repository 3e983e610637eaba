"""What every act has, and how an act says its text form.

An act class declares its fields, with a shape each (`Name`, `Parties`, `Text` …), and a `FORM`: the order of what
stands on the head line behind the day and the verb. Fields that the form does not name stand below, indented, each
behind its own name. `servanda.text` reads and prints every act from these declarations alone.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Annotated, ClassVar, Literal, dataclass_transform

import msgspec

from servanda.days import Day


class Shape(Enum):
    """How a value is written."""

    NAME = auto()  # the lower-case name of a thing: cis-2011-fta, cis/chs/2020-12-18
    NAMES = auto()
    PARTY = auto()  # an upper-case code of a state, or the name of an organisation
    PARTIES = auto()
    TEXT = auto()  # a string in double quotes
    NUMBER = auto()
    SHARE = auto()  # a fraction 55/100, kept as text: never a float
    DAY = auto()
    PERIOD = auto()
    WORD = auto()  # one of a closed list
    CLAIM = auto()  # all that follows on the head line, given its meaning elsewhere
    BODY = auto()  # indented lines kept as written, given their meaning in law/
    CITES = auto()  # `source` lines


Name = Annotated[str, Shape.NAME]
Names = Annotated[tuple[str, ...], Shape.NAMES]
Party = Annotated[str, Shape.PARTY]
Parties = Annotated[tuple[str, ...], Shape.PARTIES]
Text = Annotated[str, Shape.TEXT]
Number = Annotated[int, Shape.NUMBER]
Share = Annotated[str, Shape.SHARE]
Claim = Annotated[str, Shape.CLAIM]
Body = Annotated[tuple[str, ...], Shape.BODY]

Confidence = Literal["read", "known", "inferred", "computed-back"]


class Cite(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where an act is told: a declared source, the words in it, and their place."""

    of: Name
    passage: Text = ""
    place: Text = ""


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Act(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """What an actor did, to what, on which day, by which source (design, section 4).

    `on` is the day of the act; `dated` the day on the paper; `effective` the day from which the act itself claims
    effect; `notified` the day on which the depositary circulated it.
    """

    FORM: ClassVar[str] = ""
    EXAMPLE: ClassVar[str] = ""
    VERBS: ClassVar[tuple[str, ...]] = ()

    on: Day
    dated: Day | None = None
    effective: Day | None = None
    notified: Day | None = None
    source: Annotated[tuple[Cite, ...], Shape.CITES] = ()
    confidence: Confidence = "read"
    note: Text = ""

    @property
    def verb(self) -> str:
        """The verb of the act's head line."""
        return str(self.__struct_config__.tag)

    @property
    def object(self) -> str:
        """The name of the thing acted on, or nothing."""
        return getattr(self, "of", "")

    @property
    def actors(self) -> tuple[str, ...]:
        """The codes of those who acted, sorted."""
        by = getattr(self, "by", ())
        return (by,) if isinstance(by, str) else by
