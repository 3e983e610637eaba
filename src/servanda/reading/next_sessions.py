"""When and where the same organ is to meet next, proposed or decided."""

from __future__ import annotations

import re

from servanda.reading.context import Context
from servanda.reading.cues import words
from servanda.reading.datelines import coming_date
from servanda.reading.mentions import CAPITALISED
from servanda.reading.records import NextSession
from servanda.reading.sentences import Sentence
from servanda.words.vocabulary import NextSessionStatus

_NOUN = r"(?:session|summit|meeting|sitting|conference|forum|gathering|council)"
_ORDINAL = (
    r"\b(?:will|would|shall|to|and) (?:host|hold) (?:the|its) (?:\d+(?:st|nd|rd|th)|sixth|seventh|eighth|ninth|tenth|"
    r"eleventh|"
    r"twelfth|\w+teenth|\w+tieth|twenty-\w+|thirty-\w+)"
)
_NEXT = re.compile(
    r"\b(?:next|following|upcoming|second|third|fourth|fifth|future|"
    rf"subsequent) (?:[\w+'-]+ ){{0,6}}?{_NOUN}\b|\b(?:meet|convene|gather|assemble) again\b|"
    rf"\breconvene\b|\bsee each other again\b|\b(?:gather|convene|assemble) next\b|"
    rf"{_ORDINAL} (?:[\w+'-]+ ){{0,3}}?{_NOUN}\b|"
    rf"\b(?:\d+(?:st|nd|rd|th)|[\w-]+(?:th|first|second|third)) (?:[\w'-]+ ){{0,2}}?(?:{_NOUN}|(?-i:[A-Z]{{3,}})) "
    r"(?:will|shall|is (?:to|due)) |"
    rf"\b(?:ordinary|regular|annual) {_NOUN} (?:will|is (?:due|to|set|scheduled|planned))\b|\b(?:will|"
    rf"to) host (?:the|its|a) (?:[\w-]+ ){{1,4}}?{_NOUN}\b|\bnext meet\b|\bmeet "
    rf"next\b|\b{_NOUN} (?:of [\w\s]{{2,50}}? )?(?:in|"
    r"for) (?=20\d\d)",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"\b(?:propos\w+|suggest\w*|invit\w+|offer\w*|recommend\w*|hope\w*)\b")
_DECIDED = re.compile(
    r"\b(?:decided|resolved|agreed|(?:will|would|shall|and) (?:next |then |gather next )?(?:be held|"
    r"see each other|host|hold|"
    r"take place|meet|convene|gather|host|reconvene|"
    r"be hosted|be convened)|scheduled|planned|is to (?:be held|take place|meet)|are to meet|"
    r"set for|due (?:to take place|in|on)|slated|looks? forward to|looking forward to|"
    r"intend\w* to|plans? to|to be held|determined|fixed|confirmed|adopted|takes place|"
    r"appointed for|accepted)\b"
)
_PLACE = re.compile(rf"\b(?:in|at) (?:the city of )?(?P<place>{CAPITALISED}(?: {CAPITALISED}){{0,2}})")
_PAST = re.compile(r"\b(?:was|were) (?:held|hosted)\b|\blast (?:year|meeting|summit)\b")
UNDER_TITLE = "under the title of the next session"
"""The rule of what stands under `Next meeting`."""


def find_next_session(context: Context) -> NextSession | None:
    """The next session; one that was decided before one that was only proposed."""
    found = [item for sentence in context.body() if (item := _in_sentence(context, sentence))]
    decided = [item for item in found if item.status == "decided"]
    return next(iter(decided or found), None)


def _in_sentence(context: Context, sentence: Sentence) -> NextSession | None:
    match = _LABEL.match(sentence.plain) or _NEXT.search(sentence.plain) or _under_title(context, sentence)
    if not match or context.speech_at(sentence.start + match.start()) or _PAST.search(sentence.plain):
        return None
    status = _status(sentence.plain, match)
    begin, end = _clause(sentence, match)
    date = coming_date(context, sentence.start + begin, sentence.start + end)
    place = _place(sentence, begin, end) or _host(context, sentence) or _last_word(sentence, match)
    if status is None or (date is None and place is None) or _of_another_body(context, sentence, match):
        return None
    rule = "next session" if match[0] else UNDER_TITLE
    passage = context.passage(sentence.start + begin, sentence.start + end, rule)
    return NextSession(date=date, place=place, status=status, **passage)


def _under_title(context: Context, sentence: Sentence) -> re.Match[str] | None:
    """Whatever stands under `Next meeting` tells of it."""
    title = context.titles.get(sentence.start)
    about = title and (_TITLE.fullmatch(title.plain) or _ASKED.search(title.plain))
    return re.match("", sentence.plain) if about else None


_ASKED = re.compile(rf"\b(?:meet|meeting|gather|convene) (?:next|again)\b.*\?$|\bnext {_NOUN}\b.*\?$", re.IGNORECASE)


_TITLE = re.compile(
    rf"(?:(?:date|dates|time|place|venue|and|of|the|on)[ ,]+)*next(?: (?:\w+ )?(?:{_NOUN}|meetings))?[ .:]*",
    re.IGNORECASE,
)


def _status(plain: str, match: re.Match[str]) -> NextSessionStatus | None:
    if _PROPOSED.search(plain):
        return "decided" if _ACCEPTED.search(plain) else "proposed"
    if _LABEL.match(plain):
        return "decided"
    return "decided" if not match[0] or _DECIDED.search(plain) else None


# Who offered was taken at his word.
_ACCEPTED = re.compile(r"\b(?:accepted|welcomed|agreed|approved|endorsed|supported)\b")


def _clause(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    begin = max(sentence.plain.rfind("; ", 0, match.start()) + 1, 0)
    stop = re.compile(r";|\. |\.$|, (?:while|but) ").search(sentence.plain, match.end())
    return begin, stop.start() if stop else len(sentence.plain)


def _place(sentence: Sentence, begin: int, end: int) -> str | None:
    for match in _PLACE.finditer(sentence.plain, begin, end):
        place = match["place"].strip(" .,'")
        if place.split()[0] not in words("months") and not re.match(r"(?:The|A|An|CIS|EAEU|CSTO|Council)\b", place):
            return place
    return None


def _host(context: Context, sentence: Sentence) -> str | None:
    """`Nepal offered to host the next meeting`, `hosted by Bhutan`: the state that receives it."""
    match = _HOSTED.search(sentence.plain)
    states = context.mentioned(sentence.start, sentence.end) if match else []
    if not match or not states:
        return None
    after = [m for m in states if match["by"] and m.start >= sentence.start + match.end()]
    before = [m for m in states if m.end <= sentence.start + match.start()]
    return (after[0] if after else before[-1]).party if after or before else None


_HOSTED = re.compile(r"\b(?:(?P<by>hosted by )|(?:to|will|would|shall) host\b)")


def _last_word(sentence: Sentence, told: re.Match[str]) -> str | None:
    """`12 March 2021, Tallinn.`, `Next meeting: Riga, 4 June`: the town that stands beside the day."""
    if told[0] and not told[0].endswith((": ", "- ")):
        return None
    match = _BESIDE.search(sentence.plain, told.end())
    place = match["place"].strip(" .") if match else None
    return place if place and place.split()[0] not in words("months") else None


_LABEL = re.compile(
    r"(?:(?:Date|Place|Venue)[\w ]{0,20} of )?(?:the )?[Nn]ext (?:meeting|session|summit|sitting)\s*(?:: | - )"
)
_BESIDE = re.compile(rf"(?:, |^|(?<=: )|(?<=- ))(?P<place>{CAPITALISED}(?: {CAPITALISED})?)(?:,|\.?$)")


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
