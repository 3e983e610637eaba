"""Who took part: lists under an office, subjects of a verb of presence, persons, bodies and groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from servanda.reading.clauses import actor_in, first_list, full_body, header
from servanda.reading.context import Context
from servanda.reading.cues import words
from servanda.reading.groups import group_name
from servanda.reading.headed import after_header, in_common
from servanda.reading.officers import own_officer
from servanda.reading.offices import key, office_of
from servanda.reading.pairs import ACTS, PAIRED
from servanda.reading.records import Absent, Participant
from servanda.reading.sentences import Sentence, plain_text
from servanda.reading.speech import speech_verb
from servanda.reading.stand_ins import senders, stand_ins
from servanda.words.organisations import organisations
from servanda.words.parties import find_party

_NEGATED = re.compile(
    r"\b(?:not|nobody|no one|absent|missed|missing|without|unable|instead of|excused)\b", re.IGNORECASE
)
_OTHER_TIME = re.compile(
    r"\b(?:had (?:also|earlier|previously)|last (?:year|month|week)|[Aa]t (?:the|a) recent|"
    r"will take part|will attend|are invited|earlier this week|would)\b"
)
_AT_SESSION = re.compile(
    r"\b(?:during|at|opening|closing|addressing) (?:the|this|today's) (?:[\w-]+ ){0,3}?"
    r"(?:summit|session|meeting|sitting|conference|talks|forum)\b"
    r"|\btold (?:his|her|the|their) (?:fellow leaders|counterparts|colleagues|participants|meeting|summit|session)\b"
)
_CEREMONY = re.compile(r"\b(?:in|at) (?:an?|the|today's) (?:[\w-]+ ){0,2}(?:ceremony|summit|session|meeting)\b")
_WE_THE = re.compile(r"\b[Ww]e,? the (?=\w)|\b[Ww]e, (?=\w)")
_SPOKE = re.compile(r" (?:spoke|proposed|reported|suggested|thanked|congratulated)\b")
_OBJECT_OF = re.compile(
    r"\b(?:thanked|praised|congratulated|informed|told|telephoned|called|proposal of|behalf of|"
    r"counterpart) [^,.]{0,40}$"
)


# Where so many are named one by one, the name of their group adds nobody.
_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class _Seen:
    """One reason to think that a party took part."""

    party: str
    person: str | None
    start: int
    end: int
    rule: str


def find_participants(context: Context, absent: tuple[Absent, ...]) -> tuple[Participant, ...]:
    """Every party that took part, once, without those that were absent."""
    missing = {item.party for item in absent}
    seen: dict[str, _Seen] = {}
    for found in _all(context):
        if found.party in missing:
            continue
        known = seen.get(found.party)
        if known is None:
            seen[found.party] = found
        elif known.person is None and found.person:
            seen[found.party] = _Seen(known.party, found.person, known.start, known.end, known.rule)
    if not seen:
        seen = {found.party: found for found in _in_headings(context)}
    singly = [found for found in seen.values() if found.rule != "group" and find_party(found.party)]
    kept = [found for found in seen.values() if found.rule != "group" or found.party == "EU" or len(singly) < _ENOUGH]
    return tuple(_item(context, found) for found in kept)


def _in_headings(context: Context) -> Iterator[_Seen]:
    """The leaders named in a title, for a statement that says nowhere else who made it."""
    for heading in context.headings()[:4]:
        yield from _listed(context, heading.start, heading.end)
        yield from _groups(context, heading.start, heading.end)


def _item(context: Context, found: _Seen) -> Participant:
    person = found.person or _leader(context, found)
    return Participant(party=found.party, person=person, **context.passage(found.start, found.end, found.rule))


def _leader(context: Context, found: _Seen) -> str | None:
    """Who led a party of a list of leaders, where the text names its head somewhere."""
    if found.rule != "leaders of":
        return None
    heads = (*words("heads_of_state"), *words("heads_of_government"))
    for who in context.people.by_party.get(found.party, []):
        if who.office.startswith(heads):
            return who.name
    return None


def _all(context: Context) -> Iterator[_Seen]:
    listing = False
    for sentence in context.body():
        if sentence.role == "item" and listing:
            yield from _persons(context, sentence.start, sentence.end)
            yield from _item_states(context, sentence)
            continue
        listing = sentence.plain.endswith(":") and bool(context.presences(sentence.start, sentence.end))
        if _OTHER_TIME.search(sentence.plain) and not _AT_SESSION.search(sentence.plain):
            continue
        for begin, end in _positive(sentence):
            yield from _paired(context, begin, end)
            for mention in in_common(context, begin, end):
                yield _Seen(mention.party, None, begin, end, "leaders of")
            if any(not context.speech_at(m) for m in _places(context, begin, end)):
                yield from _listed(context, begin, end)
                yield from _subjects(context, begin, end)
                yield from _persons(context, begin, end)
                yield from _offices(context, begin, end)
                yield from _groups(context, begin, end)
        yield from _speakers(context, sentence)
    for party, start, end in (*stand_ins(context), *senders(context)):
        yield _Seen(party, None, start, end, "sent somebody")


def _item_states(context: Context, sentence: Sentence) -> Iterator[_Seen]:
    """A line of a list of those present that begins with a state."""
    for mention in first_list(context, sentence.start, sentence.end):
        yield _Seen(mention.party, None, sentence.start, sentence.end, "listed as present")


def _positive(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence without those that deny: a bracket or clause with `not`."""
    if not _NEGATED.search(sentence.plain):
        yield sentence.start, sentence.end
        return
    begin = 0
    for cut in re.finditer(r" ?[()]|; |,? (?:but|while|whereas|although|though) |$", sentence.plain):
        if not _NEGATED.search(sentence.plain, begin, cut.start()) and cut.start() > begin:
            yield sentence.start + begin, sentence.start + cut.start()
        begin = cut.end()


def _places(context: Context, start: int, end: int) -> list[int]:
    """Where the verbs of presence stand."""
    found = [match.start() for match in context.presences(start, end)]
    found += [match.start() for match in _WE_THE.finditer(context.plain, start, end)]
    return found or [match.start() for match in _CEREMONY.finditer(context.plain, start, end)]


def _listed(context: Context, start: int, end: int) -> Iterator[_Seen]:
    """The leaders of A, B and C; heads of delegation from A and B."""
    for match in header().finditer(context.plain, start, end):
        if context.speech_at(match.start()):
            continue
        names = {h.party: h.name for h in context.held(start, end) if h.name_start >= match.start() and h.party}
        listed = after_header(context, match.end(), end)
        for mention in listed:
            yield _Seen(mention.party, names.get(mention.party), match.start(), end, "leaders of")
        if listed:
            yield from _bodies_after(context, listed[-1].end, end)


def _paired(context: Context, start: int, end: int) -> Iterator[_Seen]:
    """X of A, Y of B and Z of C: whoever is listed so was there."""
    for holder in context.held(start, end):
        if holder.rule in {PAIRED, ACTS} and holder.party and not context.speech_at(holder.start):
            yield _Seen(holder.party, holder.name, start, end, PAIRED)


def _bodies_after(context: Context, start: int, end: int) -> Iterator[_Seen]:
    """Bodies at the end of a list of states: `as well as … and the Africa Finance Corporation`."""
    for mention in context.mentioned(start, end, ("body",)):
        before = context.plain[max(start, mention.start - 12) : mention.start]
        after = context.plain[mention.end : mention.end + 2]
        if " " in mention.party and re.search(r"(?:,|\band|as) (?:the )?$", before) and after[:1] in {",", ".", ""}:
            yield _Seen(mention.party, None, start, end, "body in a list")


def _subjects(context: Context, start: int, end: int) -> Iterator[_Seen]:
    """X and Y took part; the Assembly was represented."""
    for match in context.presences(start, end):
        if context.speech_at(match.start()):
            continue
        yield from _each_by(context, match, end)
        actor = actor_in(context, start, match.start())
        if actor is None or (actor.kind in {"organisation", "body", "capital"} and "represented" not in match[0]):
            continue
        if actor.kind in {"state", "side", "body", "person"}:
            for party in actor.parties:
                if party in context.people.names or (actor.kind == "person" and is_organisation(party)):
                    continue
                person = _representative(context, match, end)
                yield _Seen(_whole(context, party), person, start, end, "subject of presence")


def _each_by(context: Context, match: re.Match[str], end: int) -> Iterator[_Seen]:
    """A was represented by its minister, and B by its ambassador."""
    for mention in context.mentioned(match.end(), end) if "represented" in match[0] else ():
        before = context.plain[max(match.end(), mention.start - 9) : mention.start]
        if context.plain.startswith(" by ", mention.end) and re.search(r"(?:, |\band )(?:the )?$", before):
            yield _Seen(mention.party, None, match.start(), end, "represented by")


def _representative(context: Context, match: re.Match[str], end: int) -> str | None:
    """Who came for a party that `was represented by` somebody."""
    holders = context.held(match.end(), end) if "represented" in match[0] else []
    return holders[0].name if holders else None


def _whole(context: Context, party: str) -> str:
    """A body that any organisation has, with the organisation before it: CIS Executive Committee."""
    if party in words("plain_bodies") and context.organisation:
        return f"{context.organisation} {party}"
    return party


def _persons(context: Context, start: int, end: int) -> Iterator[_Seen]:
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
        yield _Seen(
            _body_name(context, party, holder.office), who.name if who else holder.name, start, end, "person present"
        )


def _offices(context: Context, start: int, end: int) -> Iterator[_Seen]:
    """The President of A and the Foreign Minister of B took part, whatever their names."""
    for match in office_of().finditer(context.plain, start, end):
        state = next(iter(first_list(context, match.end(), end)), None)
        before = context.plain[max(start, match.start() - 60) : match.start()]
        if (
            state
            and state.start == match.end()
            and not _OBJECT_OF.search(before)
            and not context.speech_at(state.start)
        ):
            yield _Seen(state.party, None, start, end, "office present")


def _body_name(context: Context, party: str, office: str = "") -> str:
    """The body behind an officer: the whole name of a body, and of an organisation its secretariat."""
    mention = next((m for m in context.mentions if m.kind == "body" and m.party == party), None)
    if office and re.search(r"\bSecretary[- ]General\b", office) and is_organisation(party):
        return party if party in words("own_secretaries") else f"{party} Secretariat"
    return _whole(context, full_body(context, mention)) if mention else party


_CALLED = re.compile(r" (?:also )?(?:spoke|proposed|suggested|called (?:on|for)|invited|urged|offered)\b")


def _heads_speaking(context: Context, sentence: Sentence) -> Iterator[_Seen]:
    """A head of state or government who proposes or calls for something does so at the session."""
    heads = (*words("heads_of_state"), *words("heads_of_government"))
    for holder in context.held(sentence.start, sentence.end):
        near = _CALLED.match(context.plain, holder.end) and not context.speech_at(holder.start)
        if near and holder.party and holder.office.removeprefix(f"{holder.party} ").startswith(heads):
            yield _Seen(holder.party, holder.name, sentence.start, sentence.end, "spoke at the session")


def is_organisation(party: str) -> bool:
    """Tell whether the words are the short name of an organisation."""
    return party in organisations().values()


def _groups(context: Context, start: int, end: int) -> Iterator[_Seen]:
    """The G7 leaders; the presidents of the CIS countries."""
    for mention in context.mentioned(start, end, ("organisation",)):
        group = group_name(context.plain, mention, start, end)
        if group and not context.speech_at(mention.start):
            yield _Seen(group, None, start, end, "group")


def _speakers(context: Context, sentence: Sentence) -> Iterator[_Seen]:
    """Who is reported to speak at the session was there."""
    if not _AT_SESSION.search(sentence.plain):
        yield from _heads_speaking(context, sentence)
        return
    for reference in context.people.references(sentence.start, sentence.end):
        who = context.people.resolve(reference)
        spoke = speech_verb().match(context.plain, reference.end + 1) or _SPOKE.match(context.plain, reference.end)
        if who and who.party and spoke and not context.speech_at(reference.start):
            yield _Seen(_body_name(context, who.party), who.name, sentence.start, sentence.end, "spoke at the session")
