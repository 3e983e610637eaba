"""A decision of an organ: what its rule makes of the recorded positions, beside the outcome that is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from servanda.acts.declarations import Clause, Instrument, Organ, Table
from servanda.acts.sessions import Attend, Convene, Decide, Position, Silence
from servanda.book import Book, Event
from servanda.law.decisions import DecisionRule, Opened, Outcome, Vote, read_decisions
from servanda.law.reasons import Reason
from servanda.status.membership import members, memberships
from servanda.words.phrases import bracketed, joined, say, term

_ADOPTING = ("adopted", "approved", "signed")
_REFUSING = ("postponed", "sent-back")


@dataclass(frozen=True, slots=True)
class Stand:
    """One party's position on a question, as recorded."""

    party: str
    stance: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Decision:
    """A question before an organ: the rule of that day, the positions, the outcome by the rule and the recorded one."""

    document: str
    session: str
    organ: str
    on: date
    rule: DecisionRule | None
    positions: tuple[Stand, ...]
    by_rule: Outcome
    recorded: str
    difference: str
    reasons: tuple[Reason, ...]

    @property
    def not_bound(self) -> tuple[str, ...]:
        """The parties that declared a lack of interest, which is no obstacle and binds them to nothing."""
        return self.by_rule.not_bound


def decision(book: Book, document: str, session: str, as_of: date) -> Decision | None:
    """The decision on a document at a session, or by an organ between sessions; None where neither is recorded."""
    found = _setting(book, session, as_of)
    if found is None:
        return None
    organ, day = found
    holding = _rule(book, organ, day)
    stands, decided = _stands(book, document, session, as_of), _decided(book, document, session, as_of)
    recorded = decided[-1][0].outcome if decided else ""
    rule = holding[0] if holding else None
    outcome = _by_rule(
        rule, _vote(book, document, session, organ, day, as_of), _questions(book, document, decided, as_of)
    )
    if not stands and not decided and not book.events(Silence, document, as_of):
        outcome = Outcome(None, say("it is not recorded as put to a decision"), (say("a decision"),))
    reasons = (
        *(
            (Reason(say("this version holds since {day}", day=rule.since), holding[1], rule.since, rule.cite),)
            if holding and rule
            else ()
        ),
        *(stand.reason for stand in stands),
        *(outcome.reasons or (Reason(outcome.words),)),
        *(Reason(_recorded(act), event.ids, act.on) for act, event in decided),
    )
    difference = _difference(outcome, recorded)
    return Decision(document, session, organ, day, rule, stands, outcome, recorded, difference, reasons)


def _setting(book: Book, session: str, as_of: date) -> tuple[str, date] | None:
    """The organ and the day: of a session the day it is held, of an organ without a session the day asked about."""
    called = book.acts(Convene, session, as_of)
    if called:
        act = called[-1][0]
        return session.rpartition("/")[0], min((act.day or act.on).last, as_of)
    return (session, as_of) if book.events(Organ, session, as_of) else None


def _rule(book: Book, organ: str, day: date) -> tuple[DecisionRule, tuple[str, ...]] | None:
    """The version of an organ's rule that held on a day, with the ids of its act."""
    for act, event in reversed(book.acts(Clause, organ, day)):
        if act.about == "decisions":
            return read_decisions(act)[0], event.ids
    return None


def _by_rule(rule: DecisionRule | None, vote: Vote, questions: frozenset[str]) -> Outcome:
    if rule is None:
        return Outcome(None, say("no rule of the organ is recorded for this day"), (say("the rule of decision"),))
    return rule.decide(vote, questions)


def _difference(by_rule: Outcome, recorded: str) -> str:
    """In what the record contradicts the rule; nothing where the rule leaves it open."""
    if recorded in _ADOPTING and by_rule.adopted is False:
        return say(
            "recorded as {outcome}, not adopted by the rule: {why}",
            outcome=term("outcome", recorded),
            why=by_rule.words,
        )
    if recorded in _REFUSING and by_rule.adopted:
        return say(
            "recorded as {outcome}, though nothing recorded stands in its way: {why}",
            outcome=term("outcome", recorded),
            why=by_rule.words,
        )
    return ""


def _recorded(act: Decide) -> str:
    return say("recorded as {outcome} on {day}", outcome=term("outcome", act.outcome), day=act.on)


# -- what is recorded -------------------------------------------------------------------------------------


def _decided(book: Book, document: str, session: str, as_of: date) -> list[tuple[Decide, Event]]:
    return [(act, event) for act, event in book.acts(Decide, document, as_of) if act.session == session]


def _questions(book: Book, document: str, decided: list[tuple[Decide, Event]], as_of: date) -> frozenset[str]:
    """The names under which a list may hold the question: the document, its topics, the rule said to be applied.

    A question on which a silence procedure was opened stands on the list `silence`.
    """
    declared = book.declared(Instrument, document)
    rules = (act.rule for act, _event in decided if act.rule)
    silence = ("silence",) if book.events(Silence, document, as_of) else ()
    return frozenset((document, *(declared.topics if declared else ()), *rules, *silence))


def _stands(book: Book, document: str, session: str, as_of: date) -> tuple[Stand, ...]:
    """The newest position of each party; who is named as deciding and took no other position was for it."""
    found = {
        event.party: Stand(
            event.party, "for", Reason(say("{party} took part in it", party=event.party), event.ids, event.on)
        )
        for event in book.events(Decide, document, as_of)
        if event.party and isinstance(event.act, Decide) and event.act.session == session
        if event.act.outcome in _ADOPTING
    }
    found |= {stand.party: stand for stand in _positions(book, document, session, as_of)}
    return tuple(found[party] for party in sorted(found))


def _positions(book: Book, document: str, session: str, as_of: date) -> Iterator[Stand]:
    for event in book.events(Position, document, as_of):
        act = event.act
        if isinstance(act, Position) and act.session in ("", session):
            words = joined(": ", (event.party, term("stance", act.stance)))
            words = joined(" ", (words, bracketed(f'"{act.words}"'))) if act.words else words
            yield Stand(event.party, act.stance, Reason(words, event.ids, event.on))


def _vote(book: Book, document: str, session: str, organ: str, day: date, as_of: date) -> Vote:
    """The question as law sees it: who may vote on that day, who was there, what they said."""
    organisation = organ.partition("/")[0]
    facts = book.facts(day)
    here = facts.group(organ, day)
    tables = {act.of: facts.table(act.of, day) for act, _event in book.acts(Table, None, day)}
    return Vote(
        {stand.party: stand.stance for stand in _stands(book, document, session, as_of)},
        members(book, organisation, day) if here is None else here,
        as_of,
        _present(book, session, as_of),
        frozenset(one.party for one in memberships(book, organisation, day) if one.leaving),
        tables={name: table for name, table in tables.items() if table},
        silence=_silence(book, document, as_of),
    )


def _present(book: Book, session: str, as_of: date) -> frozenset[str] | None:
    """Who is recorded as attending with a vote, or None where no attendance is recorded."""
    attended = book.events(Attend, session, as_of)
    voting = (event for event in attended if isinstance(event.act, Attend) and event.act.level in _VOTING)
    return frozenset(event.party for event in voting) if attended else None


_VOTING = ("head", "deputy", "unknown")


def _silence(book: Book, document: str, as_of: date) -> Opened | None:
    """The last silence procedure that was opened on a document, and what became of it."""
    found: Opened | None = None
    for event in book.events(Silence, document, as_of):
        act = event.act
        assert isinstance(act, Silence)
        if act.step == "opened":
            found = Opened(act.on, act.deadline)
        elif found and act.step == "broken":
            broken = (*found.broken, (event.party or "somebody", act.on))
            found = Opened(found.on, found.deadline, broken, found.passed)
        elif found:
            found = Opened(found.on, found.deadline, found.broken, passed=True)
    return found
