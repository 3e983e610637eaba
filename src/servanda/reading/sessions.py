"""The session itself: which organ met, when, in what format, where, and which state presided."""

from __future__ import annotations

import re
from collections import Counter

from servanda.reading.clauses import parties_in
from servanda.reading.context import Context, one_line
from servanda.reading.cues import either, words
from servanda.reading.dates import full_date
from servanda.reading.mentions import CAPITALISED
from servanda.reading.records import Decision, Session
from servanda.reading.sentences import Sentence
from servanda.words.demonyms import capitals
from servanda.words.parties import find_party
from servanda.words.vocabulary import SessionFormat

_VIDEO = re.compile(
    r"\b(?:video ?-?conference|video ?-?link|video ?-?conferencing|virtual(?:ly)?|online|by video|"
    r"via video|remotely|teleconference)\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"\bhybrid (?:format|mode|meeting|session|summit|event|form)\b|\bheld in (?:a )?hybrid\b", re.IGNORECASE
)
_IN_PERSON = re.compile(
    r"\b(?:in person|in-person|face-to-face|co-?hosted|hosted (?!by video)|"
    r"gathered (?:on \w+ )?(?:at|in)|arrived|on the (?:margins|sidelines) of|at the White House)\b"
)
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|resort of|city of|town of|capital,|capital of) (?P<place>(?:St\. |"
    rf"the (?=Hague))?{CAPITALISED}(?: {CAPITALISED}){{0,2}})"
)
_HELD = re.compile(
    r"\b(?:was|were|is) (?:being )?held\b|\btook place\b|\bheld (?:its|their|a|an|the)\b|\bended\b|\bopened\b"
)
_HELD_IN = re.compile(
    r"\b(?:met|meets?|held|gathered|convened|took place|takes place|hosted|opened|ends?|ended|"
    rf"begins?|opens|arrived|closed|closes|concluded|concludes|assembled|came together) (?:on [\w\s]{{2,30}}? |"
    rf"today |yesterday |"
    r"behind closed doors )?in (?P<place>(?:St\. |"
    rf"the (?=Hague))?{CAPITALISED}(?: {CAPITALISED}){{0,2}})"
)
_PART_VIDEO = re.compile(
    r"\b(?:join(?:ed|s|ing)|participat(?:ed|ing)|addressed|connected|spoke|dialled in|took part|"
    r"taking part)\b[^.;]{0,50}?\b(?:(?:by|via|through|over) (?:a )?video|remotely|virtually|"
    r"online)",
    re.IGNORECASE,
)
_CAPITAL_OF = re.compile(r"\bin (?:the )?(?P<adjective>\w+)(?:'s)? capital\b")
_CHAIRED = re.compile(
    r"\b(?:chaired by|presided over by|under the (?:[Cc]hairmanship|[Cc]hairpersonship|[Pp]residency) of|"
    r"hosted by|headed by|convened by|led by) "
)
_CHAIRS = re.compile(
    r"\b(?:chaired|presided(?=[.,;])|presided over|(?<!co-)(?<!co)hosted|is serving as the [\w']+ Chair(?:man)?|"
    r"as (?:the )?(?:current |this year's )?[Cc]hair(?:man|person)?(?= of\b)|the (?:current )?chair(?:man|"
    r"person)(?= of\b))\b(?! by)"
)
_ORGAN = re.compile(
    r"\b(?:[Ss]ession|[Mm]eeting|[Ss]ummit|[Ss]itting|"
    r"videoconference) of (?:the )?(?P<organ>[A-Z][\w&+-]*(?: (?:of|and|for|the|"
    r"[A-Z][\w&+-]*))* ?)"
)


def find_session(context: Context, decisions: tuple[Decision, ...]) -> Session | None:
    """The session the text reports; nothing for a text in which no organ meets."""
    told = _telling(context)
    if told is None:
        return None
    where = _place(context)
    form = _format(context, where)
    return Session(
        organ=_organ(context),
        organisation=context.organisation or _body_in_heading(context),
        date=_date(context, told),
        format=form,
        place=None if form == "videoconference" else where,
        chair=_chair(context, decisions),
        **context.passage(told.start, told.end, "session"),
    )


def _telling(context: Context) -> Sentence | None:
    """The sentence that tells of the session: the first with a verb of presence and a noun of session."""
    noun = re.compile(rf"\b{either(words('session_nouns'))}\b", re.IGNORECASE)
    body = context.body()
    for sentence in body[:12]:
        if noun.search(sentence.plain) and (
            context.presences(sentence.start, sentence.end) or _HELD.search(sentence.plain)
        ):
            return sentence
    for sentence in body[:12]:
        if noun.search(sentence.plain) or context.presences(sentence.start, sentence.end):
            return sentence
    return body[0] if body else None


def _organ(context: Context) -> str | None:
    named = [match["organ"] for s in context.sentences[:12] if (match := _ORGAN.search(s.plain))]
    organs = [re.sub(r"\s(?:of|and|for|the)$", "", one_line(organ)) for organ in named]
    organs += [m.party for m in context.mentions if m.kind == "body" and " " in m.party]
    organs = [organ for organ in organs if not organ.startswith(("UN ", "United Nations"))]
    likely = [
        organ for organ in organs if re.search(r"Council|Heads|Assembly|Conference|Committee", organ) and " " in organ
    ]
    return next(iter(likely or organs), None)


def _body_in_heading(context: Context) -> str | None:
    """A body named in a heading, for texts that name no known organisation."""
    for heading in context.headings()[:4]:
        found = context.mentioned(heading.start, heading.end, ("body",))
        if found:
            return found[0].party
    named = Counter(m.party for m in context.mentions if m.kind == "body" and " " in m.party)
    party, times = named.most_common(1)[0] if named else ("", 0)
    return party if times > 1 else None


def _date(context: Context, told: Sentence) -> str | None:
    """The day in the sentence that tells of the session, else the day of the text."""
    near = [s for s in context.body()[:2] if s.start < told.start and context.presences(s.start, s.end)]
    for sentence in (told, *near):
        for date in context.dated(sentence.start, sentence.end):
            day = full_date(date.value)
            if day and (context.day is None or abs((context.day - day).days) <= 31):
                return date.value
    return context.day.isoformat() if context.day else None


def _format(context: Context, place: str | None) -> SessionFormat | None:
    first = " ".join(sentence.plain for sentence in context.sentences[:14])
    if _HYBRID.search(first):
        return "hybrid"
    if _VIDEO.search(first):
        part = place is not None and len(_PART_VIDEO.findall(first)) == len(_VIDEO.findall(first))
        return "hybrid" if part else "videoconference"
    return "in person" if place or _IN_PERSON.search(first) else None


def _place(context: Context) -> str | None:
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
        if not near.search(sentence.plain) or context.speech_at(sentence.start + 1):
            continue
        adjective = _CAPITAL_OF.search(sentence.plain)
        if adjective:
            return _capital_of(context, sentence, adjective)
        for match in _PLACE.finditer(sentence.plain):
            if _is_city(sentence.plain, match):
                return match["place"].strip(" .,'")
    return None


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


def _chair(context: Context, decisions: tuple[Decision, ...]) -> str | None:
    """The state that chaired, hosted, or presides in the year of the session."""
    for sentence in context.body()[:20]:
        presiding = re.search(r"\bwith (?P<who>[^.;]{2,80}?) in the chair\b", sentence.plain)
        if presiding:
            start = sentence.start + presiding.start("who")
            return next(iter(parties_in(context, start, sentence.start + presiding.end("who"))), None)
        if context.speech_at(sentence.start + 1):
            continue
        after = _CHAIRED.search(sentence.plain)
        if after:
            parties = parties_in(
                context, sentence.start + after.end(), min(sentence.end, sentence.start + after.end() + 80)
            )
            if parties:
                return parties[0]
        before = _CHAIRS.search(sentence.plain)
        if before and "co-host" not in sentence.plain:
            parties = parties_in(context, sentence.start, sentence.start + before.start())
            if parties:
                return parties[-1]
    return _presiding(context, decisions) or _thanked(context)


def _presiding(context: Context, decisions: tuple[Decision, ...]) -> str | None:
    year = str(context.day.year) if context.day else ""
    for decision in decisions:
        past = re.search(r"\b(?:presid(?:ing|es|ed)|chair(?:ing|s|ed)|holds)\b", decision.evidence)
        if (
            decision.type == "presidency"
            and past
            and (decision.when == year or "this year" in decision.evidence)
            and decision.parties
        ):
            return decision.parties[-1] if "hand" in decision.evidence else decision.parties[0]
    return None


def _thanked(context: Context) -> str | None:
    """`Thanked X for her leadership of the group`."""
    pattern = re.compile(
        r"\bthanked (?P<who>[^.;]{3,80}?) for (?:his|her|its|their) (?:leadership|presidency|chairmanship)\b"
    )
    match = pattern.search(context.plain)
    parties = parties_in(context, match.start("who"), match.end("who")) if match else []
    return parties[0] if parties else None
