"""The session itself: which organ met, when, in what format, where, and which state presided."""

from __future__ import annotations

import re
from collections import Counter

from servanda.reading.clauses import parties_in
from servanda.reading.context import Context, one_line
from servanda.reading.cues import either, words
from servanda.reading.dates import full_date
from servanda.reading.meeting_places import meeting_place
from servanda.reading.records import Decision, Session
from servanda.reading.sentences import Sentence
from servanda.words.vocabulary import SessionFormat

_VIDEO = re.compile(
    r"\b(?:video ?-?conference|video ?-?link|video ?-?conferencing|virtual(?:ly)?|by video|"
    r"(?:held|met|meet\w*|session|summit|join\w*|participat\w+|took part|taking part|attend\w*|connected|"
    r"convened|gathered)"
    r"\b[^.;]{0,40}?\bonline|online (?:meeting|session|summit|format|conference)|"
    r"via video|remotely|teleconference|dial(?:l)?ed in|phoned in|logged in)\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"\bhybrid (?:format|mode|meeting|session|summit|event|form)\b|\bheld in (?:a )?hybrid\b", re.IGNORECASE
)
_IN_PERSON = re.compile(
    r"\b(?:in person|in-person|face-to-face|co-?hosted|hosted (?!by video)|"
    r"gathered (?:on \w+ )?(?:at|in)|arrived|on the (?:margins|sidelines) of|at the White House)\b"
)
_HELD = re.compile(
    r"\b(?:was|were|is) (?:being )?held\b|\btook place\b|\bheld (?:its|their|a|an|the)\b|\bended\b|\bopened\b"
)
_PART_VIDEO = re.compile(
    r"\b(?:join(?:ed|s|ing)|participat(?:ed|ing)|addressed|connected|spoke|dial(?:l)?ed in|phoned in|"
    r"logged (?:in|on)|took part|"
    r"taking part)\b[^.;]{0,50}?\b(?:(?:by|via|through|over) (?:a )?video|remotely|virtually|"
    r"online)|\b(?:others?|some|two|three|several|the rest|those unable)\b[^.;]{0,50}?\b(?:(?:by|via|through|"
    r"over) (?:a )?video|"
    r"remotely|virtually|online)|\b(?:dial(?:l)?ed|phoned|logged) in\b(?! (?:by|via) video)|"
    r"\band by video[- ]?link for\b",
    re.IGNORECASE,
)
_CHAIRED = re.compile(
    r"\b(?:chaired by|presided over by|at the invitation of|under the (?:[Cc]hairmanship|[Cc]hairpersonship|"
    r"[Pp]residency) of|"
    r"hosted by|headed by|convened by|led by) "
)
# `COP14 President X (Switzerland)`, `Chair Y (Kenya)`.
_TITLED = re.compile(
    r"\b(?:COP\w*|Conference|Council|Committee|Assembly|Session|Meeting|Plenary)? ?(?:President|Chair(?:man|"
    r"woman|person)?) "
    r"(?:[A-Z][\w'.-]+ ){1,4}\((?P<who>[A-Z][A-Za-z ]{2,40})\)"
)
_UNDER = re.compile(
    r"\bunder (?:the )?(?P<who>[A-Z][\w ]{2,40}?)(?:'s?)? (?:[Cc]hairmanship|[Cc]hairpersonship|[Pp]residency)\b(?! of)"
)
_CHAIRS = re.compile(
    r"\b(?:chaired|presided(?=[.,;])|presided over|(?<!co-)(?<!co)hosted|is serving as the [\w']+ Chair(?:man)?|"
    r"as (?:the )?(?:current |this year's )?[Cc]hair(?:man|person)?(?= of\b|,)|the (?:current )?chair(?:man|"
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
    where = meeting_place(context)
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
            return next((mention.party for mention in found if " " in mention.party), found[0].party)
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


def _chair(context: Context, decisions: tuple[Decision, ...]) -> str | None:
    """The state that chaired, hosted, or presides in the year of the session."""
    on_roll = _on_roll(context)
    if on_roll:
        return on_roll
    for sentence in context.body()[:20]:
        presiding = re.search(r"\b[Ww]ith (?P<who>[^.;]{2,80}?) in the chair\b", sentence.plain)
        if presiding:
            start = sentence.start + presiding.start("who")
            return next(iter(parties_in(context, start, sentence.start + presiding.end("who"))), None)
        after = _CHAIRED.search(sentence.plain)
        if after and not context.speech_at(sentence.start + after.start()):
            parties = parties_in(
                context, sentence.start + after.end(), min(sentence.end, sentence.start + after.end() + 80)
            )
            if parties:
                return parties[0]
        under = _UNDER.search(sentence.plain)
        parties = (
            parties_in(context, sentence.start + under.start("who"), sentence.start + under.end("who")) if under else []
        )
        if parties:
            return parties[0]
        titled = _titled(context, sentence)
        if titled:
            return titled
        before = _CHAIRS.search(sentence.plain)
        if before and "co-host" not in sentence.plain and not context.speech_at(sentence.start + before.start()):
            parties = parties_in(context, sentence.start, sentence.start + before.start())
            if parties:
                return parties[-1]
    return _presiding(context, decisions) or _thanked(context)


def _titled(context: Context, sentence: Sentence) -> str | None:
    """`COP14 President X (Switzerland)`: the state of whoever presides, unless his office is of a state."""
    match = _TITLED.search(sentence.plain)
    if not match or context.mentioned(sentence.start, sentence.start + match.start("who")):
        return None
    return next(iter(parties_in(context, sentence.start + match.start("who"), sentence.start + match.end("who"))), None)


def _on_roll(context: Context) -> str | None:
    """The single party of a line that says so: `In the chair: Denmark`, `DK - Minister X (chair)`, `CHAIR (Norway)`."""
    for entry in context.roll:
        line = entry.line
        if len(entry.parties) == 1 and _IN_CHAIR.search(f"{line.label}{context.plain[line.start : line.end]}"):
            return entry.parties[0]
    return None


_IN_CHAIR = re.compile(
    r"^(?:the )?chair(?:man|woman|person)?\b|^in the chair|^presiding|\((?:chair|presiding)[^()]*\)|"
    r", (?:in the )?chair$",
    re.IGNORECASE,
)


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
