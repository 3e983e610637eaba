"""Persons and officers who were there: named beside a verb of presence, or reported to speak at the session."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.clauses import full_body
from servanda.reading.context import Context
from servanda.reading.cues import words
from servanda.reading.enumerations import first_list
from servanda.reading.mentions import STYLED, Mention
from servanda.reading.officers import own_officer
from servanda.reading.offices import Holder, key, office_of
from servanda.reading.seen import Seen
from servanda.reading.sentences import Sentence, plain_text
from servanda.reading.speech import speech_verb
from servanda.words.organisations import organisations

AT_SESSION = re.compile(
    r"\b(?:during|at|opening|closing|addressing) (?:the|this|today's) (?:[\w-]+ ){0,3}?"
    r"(?:summit|session|meeting|sitting|conference|talks|forum)\b"
    r"|\btold (?:his|her|the|their) (?:fellow leaders|counterparts|colleagues|participants|meeting|summit|session)\b"
)


_SPOKE = re.compile(r" (?:spoke|proposed|reported|suggested|thanked|congratulated)\b")


_OBJECT_OF = re.compile(
    r"\b(?:thanked|praised|congratulated|informed|told|telephoned|called|proposal of|behalf of|visit of|"
    r"visit by|invitation of|letter of|letter from|"
    r"counterpart) [^,.]{0,40}$"
)


def whole_body(context: Context, party: str) -> str:
    """A body that any organisation has, with the organisation before it: CIS Executive Committee."""
    if party in words("plain_bodies") and context.organisation:
        return f"{context.organisation} {party}"
    return party


def persons(context: Context, start: int, end: int) -> Iterator[Seen]:
    """Belarus President X took part; chaired by President X; hosted Prime Minister Y."""
    for holder in context.held(start, end):
        if holder.rule == "appointed":
            continue
        who = context.people.known.get(key(plain_text(holder.name))) or context.people.refer(
            holder.name_start, holder.end
        )
        party = (who.party if who else holder.party) or own_officer(context, holder)
        before = context.plain[max(start, holder.start - 60) : holder.start]
        if (
            not party
            or context.speech_at(holder.start)
            or _OBJECT_OF.search(before)
            or re.match(r"(?i)former", holder.office)
        ):
            continue
        if context.plain[holder.end : holder.end + 2] == "'s" or re.search(r"\bof (?:its|their) ", holder.office):
            continue
        yield Seen(
            body_name(context, party, holder.office), who.name if who else holder.name, start, end, "person present"
        )


def offices(context: Context, start: int, end: int) -> Iterator[Seen]:
    """The President of A and the Foreign Minister of B took part, whatever their names."""
    for match in office_of().finditer(context.plain, start, end):
        place = _owner_place(context, match.end(), end)
        state = next(iter(first_list(context, place, end)), None) or _body_at(context, place)
        before = context.plain[max(start, match.start() - 60) : match.start()]
        if state and state.start == place and not _OBJECT_OF.search(before) and not context.speech_at(state.start):
            party = state.party if state.kind == "state" else body_name(context, state.party, match[0])
            yield Seen(party, None, start, end, "office present")


def _owner_place(context: Context, place: int, end: int) -> int:
    """Where the name of the state of an office begins, after its style, or after a body of the state."""
    if context.mentioned(place, place + 60) and context.mentioned(place, place + 60)[0].start == place:
        return place
    style = _STYLES.match(context.plain, place, end)
    return style.end() if style else place


# `of the Federal Republic of`, `of the National Council of`.
_STYLES = re.compile(rf"(?:{STYLED} (?:the )?|(?:[A-Z][\w'-]+ ){{1,3}}of (?:the )?(?:{STYLED} (?:the )?)?)")


def _body_at(context: Context, place: int) -> Mention | None:
    """The organisation or body that is named at a place, by its whole name."""
    named = [m for m in context.mentioned(place, place + 80, ("organisation", "body")) if m.start == place]
    return max(named, key=lambda mention: mention.end, default=None)


def body_name(context: Context, party: str, office: str = "") -> str:
    """The body behind an officer: the whole name of a body, and of an organisation its secretariat."""
    if context.organisation and _in_full_name(context, party):
        return context.organisation
    mention = next((m for m in context.mentions if m.kind == "body" and m.party == party), None)
    if office and re.search(r"\bSecretary[- ]General\b", office) and is_organisation(party):
        return party if party in words("own_secretaries") else f"{party} Secretariat"
    return whole_body(context, full_body(context, mention)) if mention else party


def _in_full_name(context: Context, party: str) -> bool:
    """`The Cooperation Council`: words out of the full name of the organisation that meets."""
    own = (name for name, short in organisations().items() if short == context.organisation)
    return " " in party and any(f"{party} " in name for name in own)


_CALLED = re.compile(r" (?:also )?(?:spoke|proposed|suggested|called (?:on|for)|invited|urged|offered)\b")


def _heads_speaking(context: Context, sentence: Sentence) -> Iterator[Seen]:
    """A head of state or government who proposes or calls for something does so at the session."""
    heads = (*words("heads_of_state"), *words("heads_of_government"), "Minister", "Foreign Minister")
    for holder in context.held(sentence.start, sentence.end):
        if holder.party and holder.party == context.organisation and _by_own(context, holder):
            party = body_name(context, holder.party, holder.office)
            yield Seen(party, holder.name, sentence.start, sentence.end, "spoke at the session")
        near = _CALLED.match(context.plain, holder.end) and not context.speech_at(holder.start)
        if near and holder.party and holder.office.removeprefix(f"{holder.party} ").startswith(heads):
            yield Seen(holder.party, holder.name, sentence.start, sentence.end, "spoke at the session")


def _by_own(context: Context, holder: Holder) -> bool:
    """Tell whether the organisation's own officer is quoted or cited: `according to its Secretary General X`."""
    cited = context.plain.endswith(("according to ", "according to the "), 0, holder.start)
    said = speech_verb().match(context.plain, holder.end + 1) is not None
    return (cited or said) and not context.speech_at(holder.start)


def is_organisation(party: str) -> bool:
    """Tell whether the words are the short name of an organisation."""
    return party in organisations().values()


def speakers(context: Context, sentence: Sentence) -> Iterator[Seen]:
    """Who is reported to speak at the session was there."""
    if not AT_SESSION.search(sentence.plain):
        yield from _heads_speaking(context, sentence)
        return
    for reference in context.people.references(sentence.start, sentence.end):
        who = context.people.resolve(reference)
        spoke = speech_verb().match(context.plain, reference.end + 1) or _SPOKE.match(context.plain, reference.end)
        if who and who.party and spoke and not context.speech_at(reference.start):
            yield Seen(body_name(context, who.party), who.name, sentence.start, sentence.end, "spoke at the session")
