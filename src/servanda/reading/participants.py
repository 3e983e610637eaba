"""Who took part: lists under an office, subjects of a verb of presence, persons, bodies and groups."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.clauses import Actor, actor_in, header
from servanda.reading.context import Context
from servanda.reading.cues import words
from servanda.reading.enumerations import first_list, last_list
from servanda.reading.groups import group_name
from servanda.reading.headed import after_header, in_common
from servanda.reading.pairs import ACTS, PAIRED
from servanda.reading.present_persons import (
    AT_SESSION,
    body_name,
    is_organisation,
    offices,
    persons,
    speakers,
    whole_body,
)
from servanda.reading.records import Absent, Participant
from servanda.reading.rolls import ON_ROLL, present_on
from servanda.reading.seen import Seen, once
from servanda.reading.sentences import Sentence
from servanda.reading.shouted import delegations
from servanda.reading.stand_ins import senders, stand_ins
from servanda.words.parties import find_party

_NEGATED = re.compile(
    r"\b(?:not|nobody|no one|absent|missed|missing|without|unable|instead of|excused)\b", re.IGNORECASE
)
_OTHER_TIME = re.compile(
    r"\b(?:had (?:also|earlier|previously)|last (?:year|month|week)|[Aa]t (?:the|a) recent|"
    r"will take part|will attend|are invited|earlier this week|would)\b"
)
_CEREMONY = re.compile(r"\b(?:in|at) (?:an?|the|today's) (?:[\w-]+ ){0,2}(?:ceremony|summit|session|meeting)\b")
_WE_THE = re.compile(r"\b[Ww]e,? the (?=\w)|\b[Ww]e, (?=\w)")


# Where so many are named one by one, the name of their group adds nobody.
_ENOUGH = 4


def find_participants(context: Context, absent: tuple[Absent, ...]) -> tuple[Participant, ...]:
    """Every party that took part, once, without those that were absent."""
    seen = once(_all(context), {item.party for item in absent})
    if not seen:
        seen = {found.party: found for found in _in_headings(context)}
    singly = [found for found in seen.values() if found.rule != "group" and find_party(found.party)]
    kept = [found for found in seen.values() if found.rule != "group" or found.party == "EU" or len(singly) < _ENOUGH]
    return tuple(_item(context, found) for found in kept)


def _in_headings(context: Context) -> Iterator[Seen]:
    """The leaders named in a title, for a statement that says nowhere else who made it."""
    for heading in context.headings()[:4]:
        yield from _listed(context, heading.start, heading.end)
        yield from _groups(context, heading.start, heading.end)


def _item(context: Context, found: Seen) -> Participant:
    person = found.person or _leader(context, found)
    return Participant(party=found.party, person=person, **context.passage(found.start, found.end, found.rule))


def _leader(context: Context, found: Seen) -> str | None:
    """Who led a party of a list of leaders, where the text names its head somewhere."""
    if found.rule != "leaders of":
        return None
    heads = (*words("heads_of_state"), *words("heads_of_government"))
    for who in context.people.by_party.get(found.party, []):
        if who.office.startswith(heads):
            return who.name
    return None


def _all(context: Context) -> Iterator[Seen]:
    for party, person, start, end in present_on(context):
        yield Seen(body_name(context, party), person, start, end, ON_ROLL)
    loud = list(delegations(context.plain, context.mentions))
    listing = False
    for sentence in context.body():
        for mention in loud:
            if sentence.start <= mention.start < sentence.end and sentence.asserts():
                yield Seen(mention.party, None, sentence.start, sentence.end, "delegation in capitals")
        if sentence.role == "item" and listing:
            yield from persons(context, sentence.start, sentence.end)
            yield from _item_states(context, sentence)
            continue
        listing = sentence.plain.endswith(":") and bool(context.presences(sentence.start, sentence.end))
        if _OTHER_TIME.search(sentence.plain) and not AT_SESSION.search(sentence.plain):
            continue
        for begin, end in _positive(sentence):
            yield from _paired(context, begin, end)
            for mention in in_common(context, begin, end):
                yield Seen(mention.party, None, begin, end, "leaders of")
            if any(not context.speech_at(m) for m in _places(context, begin, end)):
                yield from _listed(context, begin, end)
                yield from _subjects(context, begin, end)
                yield from _for_each(context, begin, end)
                yield from persons(context, begin, end)
                yield from offices(context, begin, end)
                yield from _groups(context, begin, end)
        yield from speakers(context, sentence)
    for party, start, end in (*stand_ins(context), *senders(context)):
        yield Seen(party, None, start, end, "sent somebody")


def _item_states(context: Context, sentence: Sentence) -> Iterator[Seen]:
    """A line of a list of those present that begins with a state."""
    for mention in first_list(context, sentence.start, sentence.end):
        yield Seen(mention.party, None, sentence.start, sentence.end, "listed as present")


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


def _listed(context: Context, start: int, end: int) -> Iterator[Seen]:
    """The leaders of A, B and C; heads of delegation from A and B."""
    for match in header().finditer(context.plain, start, end):
        if context.speech_at(match.start()):
            continue
        names = {h.party: h.name for h in context.held(start, end) if h.name_start >= match.start() and h.party}
        listed = after_header(context, match.end(), end)
        for mention in listed:
            yield Seen(mention.party, names.get(mention.party), match.start(), end, "leaders of")
        if listed:
            yield from _bodies_after(context, listed[-1].end, end)


def _paired(context: Context, start: int, end: int) -> Iterator[Seen]:
    """X of A, Y of B and Z of C: whoever is listed so was there."""
    for holder in context.held(start, end):
        if holder.rule in {PAIRED, ACTS} and holder.party and not context.speech_at(holder.start):
            yield Seen(holder.party, holder.name, start, end, PAIRED)


def _bodies_after(context: Context, start: int, end: int) -> Iterator[Seen]:
    """Bodies at the end of a list of states: `as well as … and the Africa Finance Corporation`."""
    for mention in context.mentioned(start, end, ("body",)):
        before = context.plain[max(start, mention.start - 12) : mention.start]
        after = context.plain[mention.end : mention.end + 2]
        if " " in mention.party and re.search(r"(?:,|\band|as) (?:the )?$", before) and after[:1] in {",", ".", ""}:
            yield Seen(mention.party, None, start, end, "body in a list")


def _subjects(context: Context, start: int, end: int) -> Iterator[Seen]:
    """X and Y took part; the Assembly was represented."""
    for match in context.presences(start, end):
        if context.speech_at(match.start()):
            continue
        yield from _each_by(context, match, end)
        after = match[0].lower().endswith((" were", " was", " by", " of", " for"))
        for mention in first_list(context, match.end(), end) if after else ():
            yield Seen(mention.party, None, start, end, "subject of presence")
        actor = actor_in(context, start, match.start()) or _right_before(context, start, match.start())
        if actor is None or (actor.kind in {"organisation", "body", "capital"} and "represented" not in match[0]):
            continue
        if actor.kind in {"state", "side", "body", "person"}:
            for party in actor.parties:
                if party in context.people.names or (actor.kind == "person" and is_organisation(party)):
                    continue
                person = _representative(context, match, end)
                yield Seen(whole_body(context, party), person, start, end, "subject of presence")


def _right_before(context: Context, start: int, place: int) -> Actor | None:
    """`A attended as an observer and B took part`: the states right before a second verb."""
    listed = last_list(context, start, place)
    if not listed or context.plain[listed[-1].end : place].strip(" "):
        return None
    before = context.plain[max(start, listed[0].start - 12) : listed[0].start]
    return Actor(tuple(mention.party for mention in listed), "state") if _NEW_CLAUSE.search(before) else None


_NEW_CLAUSE = re.compile(r"(?:\band|,|\bwhile|\bbut) (?:the )?$")


def _for_each(context: Context, start: int, end: int) -> Iterator[Seen]:
    """Present were, for Kenya, X; for Uganda, Y."""
    for mention in context.mentioned(start, end):
        before, after = (
            context.plain[max(start, mention.start - 8) : mention.start],
            context.plain[mention.end : mention.end + 3],
        )
        if _FOR.search(before) and re.match(r", [A-Z]", after):
            holder = next(iter(context.held(mention.end, end)), None)
            yield Seen(mention.party, holder.name if holder else None, start, end, "spoke for a state")


_FOR = re.compile(r"\b[Ff]or (?:the )?$")


def _each_by(context: Context, match: re.Match[str], end: int) -> Iterator[Seen]:
    """A was represented by its minister, and B by its ambassador."""
    for mention in context.mentioned(match.end(), end) if "represented" in match[0] else ():
        before = context.plain[max(match.end(), mention.start - 9) : mention.start]
        if context.plain.startswith(" by ", mention.end) and re.search(r"(?:[,;] |\band )(?:the )?$", before):
            yield Seen(mention.party, None, match.start(), end, "represented by")


def _representative(context: Context, match: re.Match[str], end: int) -> str | None:
    """Who came for a party that `was represented by` somebody."""
    holders = context.held(match.end(), end) if "represented" in match[0] else []
    return holders[0].name if holders else None


def _groups(context: Context, start: int, end: int) -> Iterator[Seen]:
    """The G7 leaders; the presidents of the CIS countries."""
    for mention in context.mentioned(start, end, ("organisation",)):
        group = group_name(context.plain, mention, start, end)
        if group and not context.speech_at(mention.start):
            yield Seen(group, None, start, end, "group")
