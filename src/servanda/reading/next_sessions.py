"""When and where the same organ is to meet next, proposed or decided."""

from __future__ import annotations

import re

from servanda.reading.context import Context
from servanda.reading.cues import words
from servanda.reading.mentions import CAPITALISED
from servanda.reading.records import NextSession
from servanda.reading.sentences import Sentence
from servanda.words.vocabulary import NextSessionStatus

_NOUN = r"(?:session|summit|meeting|sitting|conference|forum|gathering|council)"
_ORDINAL = (
    r"\b(?:will|would|to|and) (?:host|hold) (?:the|its) (?:\d+(?:st|nd|rd|th)|sixth|seventh|eighth|ninth|tenth|"
    r"eleventh|"
    r"twelfth|\w+teenth|\w+tieth|twenty-\w+|thirty-\w+)"
)
_NEXT = re.compile(
    r"\b(?:next|following|upcoming|second|third|fourth|fifth|future|"
    rf"subsequent) (?:[\w+'-]+ ){{0,6}}?{_NOUN}\b|\b(?:meet|convene|gather|assemble) again\b|"
    rf"\breconvene\b|\b(?:gather|convene|assemble) next\b|{_ORDINAL} (?:[\w+'-]+ ){{0,3}}?{_NOUN}\b|"
    rf"\b(?:\d+(?:st|nd|rd|th)|[\w-]+(?:th|first|second|third)) (?:[\w'-]+ ){{0,2}}?{_NOUN} (?:will|shall|"
    rf"is (?:to|due)) |"
    rf"\b(?:ordinary|regular|annual) {_NOUN} (?:will|is (?:due|to|set|scheduled|planned))\b|\b(?:will|"
    rf"to) host (?:the|its|a) (?:[\w-]+ ){{1,4}}?{_NOUN}\b|\bnext meet\b|\bmeet "
    rf"next\b|\b{_NOUN} (?:of [\w\s]{{2,50}}? )?(?:in|"
    r"for) (?=20\d\d)",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"\b(?:propos\w+|suggest\w*|invit\w+|offer\w*|recommend\w*|hope\w*)\b")
_DECIDED = re.compile(
    r"\b(?:decided|resolved|agreed|(?:will|would|and) (?:next |then |gather next )?(?:be held|host|hold|"
    r"take place|meet|convene|gather|host|reconvene|"
    r"be hosted|be convened)|scheduled|planned|is to (?:be held|take place|meet)|are to meet|"
    r"set for|due (?:to take place|in|on)|slated|looks? forward to|looking forward to|"
    r"intend\w* to|plans? to|to be held|determined|fixed|confirmed|adopted|takes place|"
    r"appointed for)\b"
)
_PLACE = re.compile(rf"\b(?:in|at) (?:the city of )?(?P<place>{CAPITALISED}(?: {CAPITALISED}){{0,2}})")
_PAST = re.compile(r"\b(?:was|were) (?:held|hosted)\b|\blast (?:year|meeting|summit)\b")


def find_next_session(context: Context) -> NextSession | None:
    """The next session; one that was decided before one that was only proposed."""
    found = [item for sentence in context.body() if (item := _in_sentence(context, sentence))]
    decided = [item for item in found if item.status == "decided"]
    return next(iter(decided or found), None)


def _in_sentence(context: Context, sentence: Sentence) -> NextSession | None:
    match = _NEXT.search(sentence.plain)
    if not match or context.speech_at(sentence.start + match.start()) or _PAST.search(sentence.plain):
        return None
    status = _status(sentence.plain)
    begin, end = _clause(sentence, match)
    date = _date(context, sentence, begin, end)
    place = _place(sentence, begin, end)
    if status is None or (date is None and place is None) or _of_another_body(context, sentence, match):
        return None
    passage = context.passage(sentence.start + begin, sentence.start + end, "next session")
    return NextSession(date=date, place=place, status=status, **passage)


def _status(plain: str) -> NextSessionStatus | None:
    if _PROPOSED.search(plain):
        return "proposed"
    return "decided" if _DECIDED.search(plain) else None


def _clause(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    begin = max(sentence.plain.rfind("; ", 0, match.start()) + 1, 0)
    stop = re.compile(r";|\. |\.$|, (?:while|but) ").search(sentence.plain, match.end())
    return begin, stop.start() if stop else len(sentence.plain)


def _date(context: Context, sentence: Sentence, begin: int, end: int) -> str | None:
    """The most exact date of the clause that is not past; a bare month is the next one of that name."""
    today = context.day.isoformat() if context.day else ""
    values = [date.value for date in context.dated(sentence.start + begin, sentence.start + end)]
    later = [value for value in values if not today or value > today[: len(value)] or value == today[:4]]
    return max(later, key=len, default=None) or _next_year(values, today)


def _next_year(values: list[str], today: str) -> str | None:
    """A month or day without a year that lies behind the text's day means next year's."""
    for value in values:
        if today and value[:4] == today[:4] and value < today[: len(value)]:
            return f"{int(value[:4]) + 1}{value[4:]}"
    return None


def _place(sentence: Sentence, begin: int, end: int) -> str | None:
    for match in _PLACE.finditer(sentence.plain, begin, end):
        place = match["place"].strip(" .,'")
        if place.split()[0] not in words("months") and not re.match(r"(?:The|A|An|CIS|EAEU|CSTO|Council)\b", place):
            return place
    return None


def _of_another_body(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    """The next meeting of some other organisation is not ours."""
    start, end = sentence.start + match.start(), sentence.start + match.end() + 60
    near = context.mentioned(start, min(end, sentence.end), ("organisation",))
    other = [
        m
        for m in near
        if m.party != context.organisation and re.search(r" (?:of (?:the )?)?$|next ", context.plain[start : m.start])
    ]
    ministers = re.search(r"\b(?:Foreign|Finance|Defen[cs]e|Trade|Energy|Economy|Health) Minist", match[0])
    if ministers and not any("Minist" in sentence.plain for sentence in context.headings()):
        return True
    coalition = re.match(
        r" of (?:the )?(?:Global|Coalition|Contact|International|Conference)",
        context.plain[sentence.start + match.end() : sentence.end],
    )
    return bool(other) or coalition is not None
