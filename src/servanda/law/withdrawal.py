"""How a party leaves an instrument by the instrument's own clause: from when, with which notice, and what stays owed.

`clause NAME withdrawal`: `then +12 months` from the receipt of the notice to its effect (as a delay of entry into
force, what is open being settled by the depositary's practice); `notice-after +3 years back from entry-into-force`
where none may be given before; `remains "…"` for each obligation that outlives the withdrawal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from servanda.acts.declarations import Clause
from servanda.law.blocks import Block, blocks_of
from servanda.law.delay_lines import parse_delay, parse_delays
from servanda.law.delays import Delay
from servanda.problems import Place, Problem
from servanda.text.tokens import quoted


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A clause on withdrawal or denunciation."""

    cite: str = ""
    quote: str = ""
    then: tuple[Delay, ...] = ()
    waiting: tuple[Delay, ...] = ()
    remains: tuple[str, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """The clause written back as the lines of its act."""
        waiting = f"notice-after {' then '.join(map(str, self.waiting))} from entry-into-force" if self.waiting else ""
        return (
            *([f"cite {quoted(self.cite)}"] if self.cite else []),
            *([f"quote {quoted(self.quote)}"] if self.quote else []),
            *(f"then {delay}" for delay in self.then),
            *([waiting] if waiting else []),
            *(f"remains {quoted(what)}" for what in self.remains),
        )


def read_withdrawal(act: Clause, places: Sequence[Place] = ()) -> tuple[Withdrawal, list[Problem]]:
    """The clause of an act's lines, and the problems of those that say nothing known."""
    found, problems = Withdrawal(), []
    for block in blocks_of(act.lines, places):
        read = None if block.children else _read(found, block)
        if read is None:
            problems.append(Problem("L101", f"'{block.text}' says nothing that is known", block.place, _KNOWN))
        found = read or found
    return found, problems


def _read(found: Withdrawal, block: Block) -> Withdrawal | None:
    match block.word, block.rest:
        case "cite", [text]:
            return replace(found, cite=text)
        case "quote", [text]:
            return replace(found, quote=text)
        case "remains", [text]:
            return replace(found, remains=(*found.remains, text))
        case "then", words if delay := parse_delay(words):
            return replace(found, then=(*found.then, delay))
        case "notice-after", [*words, "from", "entry-into-force"] if delays := parse_delays(words):
            return replace(found, waiting=delays)
    return None


_KNOWN = 'known lines: cite, quote, then DELAY, notice-after DELAY from entry-into-force, remains "WHAT"'
