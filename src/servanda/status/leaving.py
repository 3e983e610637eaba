"""How a party ceases to be bound: notice and its effect, the end of the treaty, the end of the state itself.

A withdrawal takes effect when its notice has run (VCLT, arts. 54 and 56) and can be taken back until then (art. 68).
"""

from __future__ import annotations

from dataclasses import replace

from servanda.acts.consent import ApplyProvisionally
from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.status.binding import binding
from servanda.status.notices import Effect
from servanda.status.own import Own
from servanda.status.published import published_end
from servanda.status.standing import BOUND, Answer
from servanda.status.succession import Link, end_of_state, eve
from servanda.status.waiting import signed
from servanda.words.phrases import listed, say, term


def leaving(own: Own, bound: Answer | None) -> Answer | None:
    """Its withdrawal is running or has taken effect; one that came before entry into force takes the consent away."""
    notice = own.notice
    if notice is None:
        return None
    effect = notice.effective or notice.on
    told = Reason(
        say("notice of withdrawal on {day}, effective {effect}", day=notice.on, effect=effect), notice.acts, effect
    )
    by_clause = own.effect(own.leaving) if own.leaving else Effect(effect)
    if not effect.surely_by(own.as_of):
        return _with(_running(own, bound, effect, told), by_clause.reasons)
    if own.consent_after(notice) or (bound is None and own.events(ApplyProvisionally)):
        return None
    owed = [Reason(say("stays owed: {what}", what=what), notice.acts, effect) for what in by_clause.remains]
    return _with(_left(own, bound, effect, told), (*by_clause.reasons, *owed))


def _with(answer: Answer | None, reasons: tuple[Reason, ...]) -> Answer | None:
    """The answer with further reasons behind its first."""
    if answer is None:
        return None
    return replace(answer, reasons=(*answer.reasons[:1], *reasons, *answer.reasons[1:]))


def _running(own: Own, bound: Answer | None, effect: Day, told: Reason) -> Answer | None:
    """A running withdrawal will end its being party, perhaps by a consent older than one given since."""
    if own.notice and own.consent_after(own.notice):
        older = None if _is(bound, "party") else binding(own, own.first_consent)
        return (
            Answer("withdrawal running", effect, (told,), older.bound_since)
            if older and older.word == "party"
            else None
        )
    if _is(bound, "contracting State") or (bound is None and own.events(ApplyProvisionally)):
        return None
    return Answer("withdrawal running", effect, (told,), bound.bound_since if bound else None)


def _left(own: Own, bound: Answer | None, effect: Day, told: Reason) -> Answer:
    """Once a party, a former party; else it falls back to what it was before its consent."""
    if bound is None or bound.word not in ("party", "contracting State") or _ever_party(bound, effect):
        return Answer("former party", effect, (told,))
    before = Reason(say("it withdrew before the instrument was in force for it"), told.acts, effect)
    back = signed(own) or Answer("unknown", None, ())
    return Answer(back.word, back.since, (told, before, *back.reasons))


def _is(bound: Answer | None, word: str) -> bool:
    return bound is not None and bound.word == word


def _ever_party(bound: Answer, effect: Day) -> bool:
    """Tell whether the instrument may have been in force for the party before its withdrawal took effect."""
    return bound.word == "party" and bound.since is not None and bound.since.first < effect.last


def published_as_ended(own: Own, bound: Answer | None) -> Answer | None:
    """What others published of its end, where the acts of the record do not show it."""
    if not own.testimony:
        return None
    for code in own.persons:
        day, said = published_end(own.book, own.of, own.as_of, code)
        later = bound is None or bound.since is None or (day is not None and day >= bound.since)
        if day and later and day.surely_by(own.as_of):
            return Answer("former party", day, said)
    return None


def ended(own: Own) -> Answer | None:
    """The instrument itself has ended (VCLT, arts. 54 and 59)."""
    general = own.force
    day = general.ended
    if general.state != "ended" or (day and not day.surely_by(own.as_of)):
        return None
    return Answer("ended with the treaty", day, general.reasons)


def end_of_the_state(own: Own) -> Answer | None:
    """The state has ceased to exist: it was a party until then; its acts stay and count where they counted."""
    found = end_of_state(own.matter.links, own.party)
    if not found:
        return None
    day = found[0].on
    before = own.ask(as_of=eve(day))
    told = Reason(_succeeded(found), tuple(dict.fromkeys(act for link in found for act in link.acts)), day)
    if before is None or before.word == "unknown":
        return Answer("unknown", None, (told,))
    word = "former party" if before.word in BOUND | {"former party"} else before.word
    if word in ("ended with the treaty", "former party"):
        since = before.since if before.word == word else day
        return Answer(word, since, (told, *before.reasons))
    words = say(
        "it was: {standing}; what it did keeps counting, and nothing more can follow",
        standing=term("standing", before.word),
    )
    return Answer("not entitled", day, (told, Reason(words, (), day), *before.reasons))


def _succeeded(found: list[Link]) -> str:
    """What became of a state, in words."""
    first, successors = found[0], listed(link.successor for link in found)
    if first.manner == "continuation":
        return say(
            "{predecessor} was continued by {successors} on {day}",
            predecessor=first.predecessor,
            successors=successors,
            day=first.on,
        )
    return say(
        "{predecessor} ceased to exist and was succeeded by {successors} on {day}",
        predecessor=first.predecessor,
        successors=successors,
        day=first.on,
    )
