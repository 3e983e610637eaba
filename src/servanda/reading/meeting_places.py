"""Where the session met: told by a sentence or a heading, else beside the date of the dateline."""

from __future__ import annotations

import re

from servanda.reading.clauses import parties_in
from servanda.reading.context import Context
from servanda.reading.cues import either, words
from servanda.reading.mentions import CAPITALISED
from servanda.reading.sentences import Sentence
from servanda.words.demonyms import capitals
from servanda.words.parties import find_party

_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|resort of|city of|town of|capital,|capital of) (?P<place>(?:St\. |"
    rf"the (?=Hague))?{CAPITALISED}(?: {CAPITALISED}){{0,2}})"
)


# `KIGALI, 12 December 2020 - The Council met`: where a report was written.
_WIRE = re.compile(r"(?P<place>[A-Z]{3,}(?:[ -][A-Z]{3,})?),(?: [A-Z][\w ]+,)? [\w ,.]{6,24}?(?: -|\.| \(| /|:)")


_TO_COME = re.compile(
    r"\b(?:shall|will) (?:be held|hold|host|meet|take place|convene)\b|\bnext (?:session|meeting|summit)\b"
)


_VENUE = re.compile(rf"(?:Venue|Place|Location): (?P<place>{CAPITALISED}(?: {CAPITALISED}){{0,2}})")


_DATELINE = re.compile(
    rf"(?P<place>{CAPITALISED}(?: {CAPITALISED}){{0,2}}),(?: [A-Z][\w ]+,)? [\w ,.-]{{8,30}}(?:\([^()]*\))?"
)


_HELD_IN = re.compile(
    r"\b(?:met|meets?|[Hh]eld|gathered|convened|took place|takes place|hosted|opened|ends?|ended|"
    rf"begins?|opens|arrived|closed|closes|concluded|concludes|assembled|came together) (?:on [\w\s]{{2,30}}? |"
    rf"today |yesterday |"
    r"behind closed doors |at the [A-Z][\w' ]{3,40}? )?in (?P<place>(?:St\. |"
    rf"the (?=Hague))?{CAPITALISED}(?: {CAPITALISED}){{0,2}})"
)


_CAPITAL_OF = re.compile(r"\bin (?:the )?(?P<adjective>\w+)(?:'s)? capital\b")


def meeting_place(context: Context) -> str | None:
    """The city where the session met, by a sentence that tells of it or by a heading."""
    for sentence in [*context.headings()[:4], *context.body()[:6]]:
        hosted = re.match(
            r"(?:On [\w ,-]{4,24}, )?(?P<city>[A-Z]\w+(?: [A-Z]\w+)?) (?:hosted|hosts|was the venue)\b", sentence.plain
        )
        if hosted and (hosted["city"] in capitals() or _hosts_session(sentence.plain, hosted)):
            return hosted["city"]
        held = _HELD_IN.search(sentence.plain)
        if held and not context.speech_at(sentence.start + held.start()) and not _no_city(held["place"]):
            return held["place"].strip(" .,'")
    near = re.compile(
        rf"\b(?:held|met|gathered|convened|hosted|meets?|took place|{either(words('session_nouns'))})\b", re.IGNORECASE
    )
    for sentence in [*context.headings()[:4], *context.body()[:6]]:
        if not near.search(sentence.plain) or context.speech_at(sentence.start + 1) or _TO_COME.search(sentence.plain):
            continue
        adjective = _CAPITAL_OF.search(sentence.plain)
        if adjective:
            return _capital_of(context, sentence, adjective)
        for match in _PLACE.finditer(sentence.plain):
            if _is_city(sentence.plain, match):
                return match["place"].strip(" .,'")
    return _beside_date(context)


def _beside_date(context: Context) -> str | None:
    """The town beside the date in a heading: `Tromsø, May 11, 2023`."""
    for heading in context.sentences[:8]:
        venue = _VENUE.match(heading.plain)
        if venue and not _no_city(venue["place"]):
            return venue["place"].strip(" .,'")
    for sentence in context.sentences[:4]:
        wire = _WIRE.match(sentence.plain)
        if wire and context.dated(sentence.start, sentence.start + wire.end()) and not _no_city(wire["place"].title()):
            return wire["place"].title()
    for heading in context.headings()[:5]:
        match = _DATELINE.fullmatch(heading.plain) or _AFTER_DATE.fullmatch(heading.plain)
        if match and context.dated(heading.start, heading.end) and not _no_city(match["place"]):
            return match["place"]
    for sentence in context.body()[:2]:
        opening = _OPENING.match(sentence.plain)
        place = (opening["place"] or opening["alone"]) if opening else None
        if place and not _no_city(place):
            return place.strip(" .,'")
    return None


# `14-15 July 2022, Lusaka, Zambia`; `Lusaka. On 14 July`; `Lusaka, 14 July. The Council`.
_AFTER_DATE = re.compile(
    rf"(?:[A-Z][a-z]+day,? )?(?:\d{{1,2}}[\w -]{{0,24}}?|[A-Z][a-z]+ \d[\d -]{{0,6}},? )\b(?:19|20)\d\d(?:,| -|"
    rf" \|| at| in)? "
    rf"(?P<place>{CAPITALISED}(?: {CAPITALISED}){{0,2}})(?:, [A-Z][\w ]+)?\.?"
)
_OPENING = re.compile(
    rf"(?P<place>{CAPITALISED}(?: {CAPITALISED}){{0,1}})(?:\.|,(?: [A-Z][\w ]+,)?(?= \d| [A-Z][a-z]+\.? \d)) "
    rf"(?:On|Today|This|\d{{1,2}} [A-Z]|[A-Z][a-z]{{2,8}}\.? \d)|"
    rf"(?P<alone>{CAPITALISED})\.$"
)


def _hosts_session(plain: str, hosted: re.Match[str]) -> bool:
    """`Qingdao hosted a meeting of the Council`: a city, if it is no state and no person."""
    event = re.match(r" (?:an?|the) (?:[\w-]+ ){0,5}?(?:meeting|summit|session|sitting)\b", plain[hosted.end() :])
    return event is not None and find_party(hosted["city"]) is None and " " not in hosted["city"]


def _no_city(place: str) -> bool:
    return find_party(place.strip(" .,'")) is not None or place.split(maxsplit=1)[0] in (
        *words("months"),
        *words("no_city"),
    )


def _capital_of(context: Context, sentence: Sentence, named: re.Match[str]) -> str | None:
    states = parties_in(context, sentence.start + named.start(), sentence.start + named.end())
    states = states or parties_in(context, sentence.start, sentence.end)
    cities = [city for city, code in capitals().items() if states and code == find_party(states[-1])]
    return cities[0] if cities else None


def _is_city(plain: str, match: re.Match[str]) -> bool:
    """A capital, or a place held in or followed by its country, that is no state, month or body."""
    place = match["place"].strip(" .,'")
    if place in capitals() or plain[match.start() :].startswith(("resort of", "city of", "town of")):
        return True
    after = plain[match.end() : match.end() + 30]
    country = re.match(r", ([A-Z]\w+(?: [A-Z]\w+)?)", after)
    return bool(country and find_party(country[1]) and not find_party(place))
