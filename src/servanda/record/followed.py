"""What others say of commitments, levels, counts and documents: the meaning of these claims of an `expect` line.

`commitment PARTY timing|performance|standing|class|due WORDS` · `commitment PARTY not owed`
· `report PARTY due DAY received|not received|not owed` · `unfinished NUMBER`
· `level TOPIC DEPTH` · `level TOPIC DEPTH for PARTY` · `less deep than ORGANISATION in TOPIC for PARTY…|nobody`
· `recorded CLASS NUMBER` · `published WHAT NUMBER as WHAT…` (the sum of these counts)
· `provisions stays|changed|left-out|new NUMBER`
· `scale SCALE CLASS PERCENT|nothing` (of the organisation's commitments, with one decimal)
· `documents NUMBER` · `documents from signature|after ratification|after procedures NUMBER`
· `documents signed by all|in force for all|carried out NUMBER`
"""

from __future__ import annotations

from datetime import date

from servanda.book import Book
from servanda.status.barriers import newest_sum, obstacles, recorded
from servanda.status.commitment import Commitment
from servanda.status.commitments import commitments_to
from servanda.status.figures import measured, one_decimal
from servanda.status.funnel import Funnel, funnel
from servanda.status.handover import handover
from servanda.status.levels import Levels
from servanda.status.provisions import FATES, fates
from servanda.status.register import Narrowed, Scored, register
from servanda.status.reporting import reports_due
from servanda.words.scales import scales

KNOWN = (
    "commitment PARTY timing past due, commitment PARTY performance limited, commitment PARTY standing contested, "
    "commitment PARTY class presidency, commitment PARTY due DAY, commitment PARTY not owed, "
    "report PARTY due DAY not received, unfinished NUMBER, level TOPIC DEPTH, level TOPIC DEPTH for PARTY, "
    "less deep than ORGANISATION in TOPIC for PARTY, "
    "recorded barrier NUMBER, published WHAT NUMBER as WHAT WHAT, documents NUMBER, provisions stays NUMBER, "
    "scale g20 political 80.0, "
    "documents signed by all NUMBER"
)


def followed_claim(book: Book, of: str, as_of: date, claim: list[str]) -> str | None:
    """What the claim says, with what is computed in its place; None for a claim of another kind."""
    match claim:
        case ["commitment", party, axis, *words] if words:
            return f"commitment {party} {_on_axis(book, of, as_of, party, axis)}"
        case ["report", party, "due", day, *_state]:
            return f"report {party} due {_report(book, of, as_of, party, day)}"
        case ["unfinished", number] if number.isdecimal():
            return f"unfinished {len(handover(book, of, as_of).unfinished)}"
        case ["level", topic, _depth]:
            return f"level {topic} {Levels(book, (of,), as_of).level(of, topic).depth or 'nothing'}"
        case ["level", topic, _depth, "for", party]:
            return f"level {topic} {Levels(book, (of,), as_of).level(of, topic).of(party) or 'nothing'} for {party}"
        case ["less", "deep", "than", inner, "in", topic, "for", *parties] if parties:
            others = " ".join(_less_deep(Levels(book, (of, inner), as_of), topic)) or "nobody"
            return f"less deep than {inner} in {topic} for {others}"
    return _counted(book, of, as_of, claim)


def _less_deep(levels: Levels, topic: str) -> tuple[str, ...]:
    """Members of the outer organisation for whom it goes less deep into a topic than the inner one."""
    outer, inner = levels.organisations
    found = (one.less_deep for one in levels.differences(inner, outer) if one.topic == topic)
    return next(found, ())


def _counted(book: Book, of: str, as_of: date, claim: list[str]) -> str | None:
    """The claims that end in a number or in what it is a sum of."""
    match claim:
        case ["recorded", form, number] if number.isdecimal():
            return f"recorded {form} {recorded(obstacles(book, as_of, of)).get(form, 0)}"
        case ["published", what, number, "as", *parts] if number.isdecimal() and parts:
            whole, found = newest_sum(book, of, [what], as_of), newest_sum(book, of, parts, as_of)
            told = str(found) if whole == found else f"{whole}, but {found} in all"
            return f"published {what} {told} as {' '.join(parts)}"
        case ["provisions", fate, number] if fate in FATES and number.isdecimal():
            return f"provisions {fate} {sum(one.fate == fate for one in fates(book, of, as_of))}"
        case ["scale", scale, rank, _percent] if scale in scales():
            return f"scale {scale} {rank} {_scaled(book, of, as_of, scale, rank)}"
        case ["documents", *which, number] if number.isdecimal():
            return " ".join(["documents", *which, str(_documents(funnel(book, of, as_of), which))])
    return None


def _on_axis(book: Book, of: str, as_of: date, party: str, axis: str) -> str:
    mine = next((one for one in commitments_to(book, of, as_of) if one.party == party), None)
    if mine is None:
        return "not owed"
    return f"{axis} {_value(mine, axis)}"


def _value(one: Commitment, axis: str) -> str:
    values = {
        "timing": one.timing,
        "performance": one.performance,
        "standing": one.standing,
        "class": one.rank,
        "due": str(one.due) if one.due else "no due day",
    }
    return values.get(axis, f"'{axis}' is none of {', '.join(values)}")


def _report(book: Book, of: str, as_of: date, party: str, day: str) -> str:
    for one in reports_due(book, as_of):
        if (one.id, one.party, str(one.due)) == (of, party, day):
            return f"{day} {'received' if one.received else 'not received'}"
    return f"{day} not owed"


def _scaled(book: Book, of: str, as_of: date, scale: str, rank: str) -> str:
    """The figure of an organisation's commitments of one class by a scale, as a percentage with one decimal."""
    scored = register(book).scores(as_of, Narrowed(organisation=of)).get(rank, Scored())
    value = measured(scales()[scale], scored.tally.figures, scored.all_done, scored.commitments).value
    return "nothing" if value is None else one_decimal(value, 100)


def _documents(found: Funnel, which: list[str]) -> int | str:
    match which:
        case []:
            return found.adopted
        case ["from" | "after", way]:
            return found.commencing(way)
        case ["signed", "by", "all"]:
            return found.signed
        case ["in", "force", "for", "all"]:
            return found.in_force
        case ["carried", "out"]:
            return found.carried_out
    return "of no such kind"
