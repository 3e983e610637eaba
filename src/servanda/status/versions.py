"""Which amendments of an instrument bind a party (VCLT, art. 40(4) and (5)).

An amending agreement binds those that consent to it. Who becomes a party to the treaty after that, and says nothing
else, is party to it as amended; towards those not bound by the amendment, to the treaty unamended.
"""

from __future__ import annotations

from servanda.acts.documents import Amend
from servanda.law.reasons import Reason
from servanda.status.force import force
from servanda.status.own import Own
from servanda.status.standing import BOUND, Answer
from servanda.words.phrases import say


def versions_of(own: Own, answer: Answer) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
    """The amendments that bind a party, by day, and why."""
    if answer.word not in BOUND:
        return (), ()
    found = {}
    for act, event in own.book.acts(Amend, own.of, own.as_of):
        reason = _bound_by(own, answer, act)
        if reason:
            found[act.other] = Reason(reason.words, (*event.ids, *reason.acts), reason.on, reason.authority)
    return tuple(found), tuple(found.values())


def _bound_by(own: Own, answer: Answer, act: Amend) -> Reason | None:
    """Why an amendment binds a party, or nothing."""
    general = force(own.book, act.other, own.as_of, testimony=own.testimony)
    if act.scope == "for-all":
        since = general.since if own.book.clause(act.other, own.as_of) else (act.effective or act.on)
        holds = since is not None and since.surely_by(own.as_of) and general.state != "ended"
        words = say("amended for all by {other} since {day}", other=act.other, day=since) if since else ""
        return Reason(words, (), since, "VCLT, art. 40(1)") if holds else None
    other = own.ask(of=act.other)
    if other and other.word in BOUND:
        acts = tuple(dict.fromkeys(known for reason in other.reasons for known in reason.acts))
        words = say("bound by the amendment {other}", other=act.other)
        if other.bound_since:
            words = say("bound by the amendment {other} since {day}", other=act.other, day=other.bound_since)
        return Reason(words, acts, other.bound_since, "VCLT, art. 40(4)")
    if other and other.word == "former party":
        return None
    in_force = general.state == "in force" and general.since is not None
    if in_force and answer.bound_since and general.since and answer.bound_since > general.since:
        words = say("became a party after {other} was in force, and so to the treaty as amended", other=act.other)
        return Reason(words, (), answer.bound_since, "VCLT, art. 40(5)(a)")
    return None
