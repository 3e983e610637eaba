"""Cuts a sentence into clauses, and reads the parties and the actors that a stretch of words names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from servanda.reading.context import STATE_WORDS, Context
from servanda.reading.cues import either, words
from servanda.reading.enumerations import LEADS, first_list, last_list
from servanda.reading.mentions import STYLE, Mention
from servanda.reading.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the parties, and by which kind of words they are named."""

    parties: tuple[str, ...]
    kind: str

    @property
    def name(self) -> str:
        """The parties in one string."""
        return " and ".join(self.parties)


_CUT = re.compile(r"[();]| - |: |,? (?:but|while|whereas|although|though) ")
_GROUP = re.compile(
    r"(?:[Tt]he |[Aa]ll |[Bb]oth |[Tt]hese |[Oo]ther |[Oo]ur ){0,2}(?:[\w'-]+ ){0,4}?"
    r"(?P<noun>leaders|heads of state and government|heads of state|heads of government|"
    r"presidents|parties|sides|countries|member states|"
    r"members|states|participants|ministers|governments|delegations|signatories|partners|"
    r"prime ministers|nations)\b"
)


def clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence between brackets, semicolons, colons, dashes and adversatives."""
    begin = 0
    for cut in _CUT.finditer(sentence.plain):
        if cut.start() > begin:
            yield sentence.start + begin, sentence.start + cut.start()
        begin = cut.end()
    if begin < len(sentence.plain):
        yield sentence.start + begin, sentence.end


def parties_in(context: Context, start: int, end: int) -> list[str]:
    """The states that a stretch of words names, by name, adjective, capital or person, each once."""
    found = [mention.party for mention in context.mentioned(start, end, (*STATE_WORDS, "capital"))]
    if not found:
        who = context.people.refer(start, end)
        found = [who.party] if who and who.party else []
    return list(dict.fromkeys(found))


def actor_in(context: Context, start: int, end: int) -> Actor | None:
    """Who acts, by the words before a verb, and in which way they say it; nothing when no actor does."""
    for begin, stop in _chunks(context.plain, start, end):
        found = _actor_of(context, begin, stop)
        if found:
            return _whole_list(context, start, begin, stop, found) if found.kind == "state" else found
    return None


def _whole_list(context: Context, start: int, begin: int, stop: int, found: Actor) -> Actor:
    """All the states of an enumeration that ends in a stretch, also those before its last comma."""
    here = context.mentioned(begin, stop)
    joined = len(here) > 1 or context.plain[begin:stop].lstrip().startswith(("and ", "as well as "))
    listed = last_list(context, start, stop) if joined else []
    return Actor(tuple(dict.fromkeys(mention.party for mention in listed)), "state") if listed else found


def _chunks(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas, dashes and brackets, the nearest to the verb first."""
    cuts = [start, *(start + m.end() for m in re.finditer(r"[,;]\s|\s-\s|[()] ?", plain[start:end]))]
    stops = [*(start + m.start() for m in re.finditer(r"[,;]\s|\s-\s|[()] ?", plain[start:end])), end]
    yield from reversed(list(zip(cuts, stops, strict=True)))


def _actor_of(context: Context, start: int, end: int) -> Actor | None:
    lead = _ADVERBS.match(context.plain, start, end)
    start = lead.end() if lead else start
    words_here = context.plain[start:end].strip()
    if not words_here:
        return None
    if re.match(r"(?:[Tt]hey|[Ii]t)(?: |'|$)", words_here) and (told := reporting(context, start)):
        return told
    if re.match(r"(?:We|we|They|they|I)(?: |$)", words_here):
        return _plural(context, start, words_here.split()[0])
    if re.match(r"(?:[Hh]is|[Hh]er|[Tt]heir) (?:country|government|state)(?: also)?$", words_here):
        who = context.people.before(start)
        return Actor((who.party or who.name,), "state") if who else None
    if re.match(r"(?:[Ii]t|[Tt]he country|[Tt]he Republic)(?: also)?$", words_here):
        return reporting(context, start) or _subject_before(context, start)
    return _stated(context, start, end) or _person(context, start, end) or _group(context, start, end)


def reporting(context: Context, place: int) -> Actor | None:
    """`Benin states that it will`, `Canada told the others it'll`: whoever reports it in the same sentence."""
    number = bisect_left(context.sentences, place + 1, key=lambda sentence: sentence.start) - 1
    for mention in reversed(context.mentioned(context.sentences[number].start, place)) if number >= 0 else ():
        if _TELLS.match(context.plain, mention.end, place):
            return Actor((mention.party,), "state")
    return None


_TELLS = re.compile(
    rf"(?:, [^,]{{3,60}},)? (?:also |has |had |then )?(?:{either(words('speech'))}|indicated|expects|intends|"
    rf"plans|hopes) "
)


def _subject_before(context: Context, place: int) -> Actor | None:
    """The state or body with which a sentence before begins, in the same paragraph."""
    number = bisect_left(context.sentences, place, key=lambda sentence: sentence.start) - 1
    paragraph = context.sentences[number].paragraph if number >= 0 else -1
    for sentence in reversed(context.sentences[max(0, number - 3) : number + 1]):
        if sentence.paragraph != paragraph:
            break
        first = context.mentioned(sentence.start, min(sentence.end, place), ("state", "organisation"))
        if first and first[0].start <= sentence.start + 5:
            return Actor((first[0].party,), "state")
    return None


_ADVERBS = re.compile(
    r"(?:[\s\"“]|(?:and|also|therefore|then|however|that|finally|moreover|furthermore|but|"
    r"meanwhile|for its part|today|thus|so|where|because|while|whereas) )*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:'s?)?\s*(?:\([^()]{0,40}\)\s*)?(?:\s*(?:side|delegation|government|leadership|leader|"
    r"(?:(?:first|deputy|vice|foreign|prime|defen[cs]e|finance|interior|trade|energy) )*(?:president|minister|premier)|"
    r"head of state|Group|group|President|authorities|also|has|have|already|both|"
    r"themselves|itself|jointly|further|traditionally|now|today|each|in turn|delegates|"
    r"Foreign Ministry|Government|Administration|officials))*\s*"
)


_ACRONYM = re.compile(r"([A-Z]{3,}[\w-]*)\s*")


def _stated(context: Context, start: int, end: int) -> Actor | None:
    """States, an organisation or a body as the subject itself, not as the owner of it."""
    article = LEADS.match(context.plain, start, end)
    begin = article.end() if article else start
    style = STYLE.match(context.plain, begin, end)
    named = context.mentioned(begin, end)
    if style and named and named[0].start == style.end():
        begin = style.end()
    states = [m for m in first_list(context, begin, end) if m.start >= begin]
    if not states:
        adjective = [m for m in context.mentioned(begin, end, ("demonym",)) if m.start == begin]
        if adjective and re.match(
            r" (?:side|delegation|government|leadership|authorities)\b", context.plain[adjective[0].end : end]
        ):
            return Actor((adjective[0].party,), "side")
    if states and states[0].start <= begin + 4 and _TAIL.fullmatch(context.plain, states[-1].end, end):
        return Actor(tuple(dict.fromkeys(mention.party for mention in states)), "state")
    bodies = [m for m in context.mentioned(begin, end, ("organisation", "body", "capital")) if m.start <= begin + 1]
    for body in sorted(bodies, key=lambda mention: mention.start - mention.end):
        if _TAIL.fullmatch(context.plain, body.end, end):
            return Actor((full_body(context, body),), body.kind)
    pair = _hyphenated(context, begin, end) or _after_adverbial(context, begin, end)
    if pair:
        return pair
    acronym = _ACRONYM.fullmatch(context.plain, begin, end)
    return Actor((acronym[1],), "body") if acronym else None


_OF_BOTH = re.compile(
    r" (?:[A-Z][\w-]* ){0,3}(?:Task Force|Council|Dialogue|Commission|Committee|Group|Forum|[Ss]ummit|[Mm]eeting)\b"
)


def _hyphenated(context: Context, begin: int, end: int) -> Actor | None:
    """The U.S.-Japan Council: both of them."""
    here = context.mentioned(begin, end, (*STATE_WORDS, "organisation"))
    joined = len(here) > 1 and here[0].start == begin and context.plain[here[0].end : here[1].start] == "-"
    if joined and _OF_BOTH.match(context.plain, here[1].end, end):
        return Actor(tuple(_whole_name(mention) for mention in here[:2]), "side")
    return None


_ADVERBIAL = re.compile(r"(?:Under|In|At|During|Within|With|After|Following|As part of|According to) [a-z]")


def _after_adverbial(context: Context, begin: int, end: int) -> Actor | None:
    """Under the declaration the United States: no comma stands before the subject."""
    if not _ADVERBIAL.match(context.plain, begin, end):
        return None
    states = [m for m in context.mentioned(begin, end) if _TAIL.fullmatch(context.plain, m.end, end)]
    led = states and re.search(
        r"(?<!of)(?<!in)(?<!with)(?<!from)(?<!to) (?:the )?$", context.plain[begin : states[-1].start]
    )
    return Actor((states[-1].party,), "state") if led else None


def _whole_name(mention: Mention) -> str:
    return "European Union" if mention.party == "EU" else mention.party


def _person(context: Context, start: int, end: int) -> Actor | None:
    for reference in context.people.references(start, end):
        who = context.people.resolve(reference)
        rest = context.plain[reference.end : end]
        if who and len(rest) < 30 and not rest.startswith("'"):
            return Actor((who.party or who.name,), "person")
        break
    own = _OWN_OFFICER.match(context.plain, start, end)
    if own and not context.plain[own.end() : end].strip():
        return Actor((" ".join(filter(None, (context.organisation, own[1]))),), "officer")
    office = re.match(r"[Tt]he ((?:[A-Z][\w-]+ ){1,4})of (?:the )?", context.plain[start:end])
    if office and any(
        word in office[1] for word in ("Secretary", "Chair", "Director", "Head", "President", "Minister")
    ):
        owner = context.mentioned(start + office.end(), end, ("organisation", "body", "state"))
        if owner and owner[0].start == start + office.end():
            return Actor((f"{owner[0].party} {office[1].strip()}",), "officer")
    return None


# An officer or body of the organisation that meets, named by the bare office.
_OWN_OFFICER = re.compile(
    r"\s*[Tt]he ((?:Deputy )?Secretary[- ]General|Executive Secretary|Director[- ]General|Chair(?:man|woman|person)?|"
    r"Presidency|Secretariat|Ministers of [A-Z]\w+|(?:Foreign|Finance|Trade|Defen[cs]e|Energy) Ministers)\b"
)


def _group(context: Context, start: int, end: int) -> Actor | None:
    match = _GROUP.match(context.plain, start, end)
    if not match or len(context.plain[match.end() : end].split()) > 12:
        return None
    rest = context.plain[match.end() : end]
    if rest.strip() and not re.match(r" (?:of|also|from|in|and|at|agreed|have|both|all|present)\b", rest):
        return None
    inside = context.mentioned(start, end)
    if inside:
        return Actor(tuple(dict.fromkeys(mention.party for mention in inside)), "group")
    return _plural(context, start, match[0])


def _plural(context: Context, start: int, words_here: str) -> Actor:
    """`We` and `the leaders`: the organisation whose members they are, or the speaker's state."""
    speaker = context.people.before(start) if context.speech_at(start) else None
    if speaker and words_here in {"We", "we", "I"}:
        return Actor((speaker.party or speaker.name,), "said")
    return Actor((context.organisation or "participants",), "we")


def full_body(context: Context, body: Mention) -> str:
    """The full name of a body that is named by its last word only: the Commission."""
    if " " in body.party or body.kind != "body":
        return body.party
    longer = [
        m.party for m in context.mentions if m.kind == "body" and m.start < body.start and body.party in m.party.split()
    ]
    whole = [name for name in longer if " " in name]
    return whole[-1] if whole else body.party


@cache
def header() -> re.Pattern[str]:
    """The plural office before a list of states: `the leaders of`."""
    return re.compile(rf"\b(?P<header>(?i:{either(words('headers'))})) (?:of|from) (?:the )?")
