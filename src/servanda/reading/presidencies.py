"""Presidencies and co-chairs, in the many wordings by which they pass from state to state."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from servanda.reading.context import Context
from servanda.reading.deciding import Found
from servanda.reading.enumerations import first_list, last_list
from servanda.reading.mentions import Mention
from servanda.reading.sentences import Sentence

_OFFICE = r"(?:presidency|chairmanship|chairpersonship|chair|Presidency|Chairmanship|Chairpersonship|Chair)"
_RANK = r"(?:the |its |their |his )?(?:rotating |annual |pro tempore )?(?:[\w+-]+ ){0,3}?"
_TAKES = re.compile(
    r"\b(?:takes?|took|taking|taken|assumes?|assumed|assuming|inherits?|holds?|held|holding|"
    rf"accepted|receives?|receive)(?: over| up)? {_RANK}{_OFFICE}\b(?! (?:the|a) )"
)
_TAKES_FROM = re.compile(r"\b(?:takes|will take|took|is to take) over(?= from (?:the )?[A-Z])")
_PRESIDES = re.compile(
    r"\b(?:preside[sd]?|presiding|chair|chairs|chaired|chairing) (?:over|in|at|of)? ?(?!(?:the |"
    r"this |today's )?(?:[\w-]+ ){0,2}(?:meeting|session|summit|talks|sitting|by\b|conference|proceedings|"
    r"Meeting|Session|Summit|discussions?|ceremony|works?|"
    r"board))"
    r"(?=(?:over |in |the |this |next |CIS|[A-Z]{2,})|\d)"
)
_PASSES = re.compile(
    rf"\b{_OFFICE}\b[^.;]{{0,60}}?\b(?:passes|passed|pass|goes|go|moves|move|transferred|"
    rf"handed(?: over)?|transfers|falls|rotates|entrusted) (?:over )?(?:from [\w\s]{{2,40}}? )?to "
)
_HANDS = re.compile(
    r"\b(?:hands?|handed|passes|passed|transfers|transferred|transfer|pass|"
    rf"yields?)(?: over)?(?: on)? {_RANK}(?:{_OFFICE}|gavel)\b[^.;]{{0,40}}? to "
)
_HELD_BY = re.compile(
    rf"\b{_OFFICE}\b[^.;]{{0,50}}?\b(?:will be|is|was|to be) (?:held|taken|assumed|exercised|"
    r"chaired)(?: over)? by "
)
_TRANSFER = re.compile(
    rf"\b(?:transfer|hand-?over|passing) of (?:the )?{_RANK}{_OFFICE}\b[^.;]{{0,80}}? to (?=(?:the )?[A-Z])"
)
_NEXT_CHAIR = re.compile(
    rf"\b(?:next|incoming|new|future) {_OFFICE}\b (?:of the [\w ]{{2,40}} )?(?:will be|is|shall be|"
    rf"is to be) (?=(?:the )?[A-Z])"
)
_OWN = re.compile(rf"(?:'s?) (?:[\w+-]+ ){{0,2}}?{_OFFICE}\b")
_ELECTED_CHAIR = re.compile(
    r"\b(?:was|is|has been|were) (?:elected|chosen|designated|"
    rf"confirmed) (?:as )?(?:the )?(?:next |new )?{_OFFICE}\b"
)
_CO_CHAIRS = re.compile(r"\b[Cc]o-? ?(?:chairs?|chairmen|chairmanship|presidents|presiding states)\b")
_REACH = 70


def incoming(context: Context, sentence: Sentence) -> Iterator[Found]:
    """`FI informed the Ministers of its plans as incoming Presidency (2021)`."""
    match = _INCOMING.search(sentence.plain)
    states = first_list(context, sentence.start, sentence.start + match.start()) if match else []
    if match and len(states) == 1:
        when = match["year"] or (str(context.day.year + 1) if context.day else None)
        what = f"{states[0].party} presides" + (f" in {when}" if when else "")
        end = sentence.start + match.end()
        yield Found("presidency", what, (states[0].party,), when, sentence.start, end, "incoming presidency")


def on_roll(context: Context) -> Iterator[Found]:
    """`In the chair: Denmark (Presidency 2020)`."""
    for entry in context.roll:
        line = entry.line
        match = _PRESIDENCY_OF.search(context.plain, line.start, line.end) if len(entry.parties) == 1 else None
        if match:
            what = f"{entry.parties[0]} presides in {match['year']}"
            yield Found(
                "presidency", what, entry.parties, match["year"], line.start, match.end(), "presidency on a roll"
            )


_INCOMING = re.compile(rf"\bas (?:the )?(?:incoming|next|future) {_OFFICE}\b(?: \(?(?:in |for )?(?P<year>20\d\d)\)?)?")
_PRESIDENCY_OF = re.compile(rf"\b{_OFFICE} (?:in |for )?(?P<year>20\d\d)\b")


def presidencies(context: Context, sentence: Sentence) -> Iterator[Found]:
    """Every passage of a sentence that says who presides, presided or will preside."""
    for rule, pattern, after in (
        ("takes the presidency", _TAKES, False),
        ("takes over from", _TAKES_FROM, False),
        ("presides", _PRESIDES, False),
        ("elected to the chair", _ELECTED_CHAIR, False),
        ("own presidency", _OWN, False),
        ("hands over", _HANDS, True),
        ("presidency passes", _PASSES, True),
        ("presidency passes", _TRANSFER, True),
        ("presidency held by", _HELD_BY, True),
        ("next in the chair", _NEXT_CHAIR, True),
    ):
        for match in pattern.finditer(sentence.plain):
            item = _presidency(context, sentence, match, rule, after=after)
            if item:
                yield item


def _presidency(context: Context, sentence: Sentence, match: re.Match[str], rule: str, *, after: bool) -> Found | None:
    begin, end = sentence.start + match.start(), sentence.start + match.end()
    own = rule == "own presidency"
    before = last_list(context, max(sentence.start, begin - 110), begin)
    if own and (not before or before[-1].end != begin):
        return None
    takers = first_list(context, end, min(sentence.end, end + 60)) if after else before
    if not takers and rule in {"takes the presidency", "takes over from"} and _IT.match(sentence.plain):
        takers = _meant(context, sentence)
    if not takers or _CO_CHAIRS.search(match[0]):
        return None
    givers = [m for m in before if rule == "hands over"]
    parties = tuple(dict.fromkeys(m.party for m in (*takers, *givers, *_from(context, end, sentence.end))))
    stop = max(end, takers[-1].end)
    when, last = date_of(context, sentence, max(sentence.start, min(begin, takers[0].start)), stop)
    if own and when is None:
        return None
    when = _ahead(context, when, match[0], context.plain[stop:last])
    first = min(
        begin, *(m.start for m in takers if m.start >= sentence.start), *(m.start for m in givers), sentence.end
    )
    what = f"{takers[0].party} presides" + (f" in the {context.organisation}" if context.organisation else "")
    return Found("presidency", what, parties, when, first, max(stop, last), rule)


def _ahead(context: Context, when: str | None, verb: str, written: str) -> str | None:
    """`Takes over on January 1`: the next such day, where the text gives no year."""
    today = context.day.isoformat() if context.day else ""
    past = when is not None and len(when) == len("2020-12-18") and when < today
    coming = re.match(r"(?:takes|assumes|holds|receives|inherits|taking|assuming)\b", verb)
    return f"{int(when[:4]) + 1}{when[4:]}" if when and past and coming and not re.search(r"\d{4}", written) else when


_IT = re.compile(r"(?:It|The country|They) ")


def _meant(context: Context, sentence: Sentence) -> list[Mention]:
    """`It takes over the chair`: the state with which the sentence before begins."""
    number = bisect_left(context.sentences, sentence.start, key=lambda one: one.start) - 1
    return first_list(context, context.sentences[number].start, sentence.start)[:1] if number >= 0 else []


def _from(context: Context, start: int, limit: int) -> list[Mention]:
    """The state from which the chair is taken."""
    match = re.compile(r"[^.,;]{0,60}? from ").match(context.plain, start, limit)
    return list(first_list(context, match.end(), min(limit, match.end() + 40))) if match else []


def date_of(context: Context, sentence: Sentence, start: int, end: int) -> tuple[str | None, int]:
    """The date that goes with a passage: soon after it, else just before."""
    limit = min(sentence.end, end + _REACH)
    stop = re.compile(r", (?:and|while|which) |;").search(context.plain, end, limit)
    dates = context.dated(end, stop.start() if stop else limit) or context.dated(start, end)
    if dates:
        return dates[0].value, dates[0].end
    before = context.dated(max(sentence.start, start - 40), start)
    return (before[-1].value, end) if before else (None, end)


def co_chairs(context: Context, sentence: Sentence) -> Iterator[Found]:
    """The states that co-chair."""
    for match in _CO_CHAIRS.finditer(sentence.plain):
        begin, end = sentence.start + match.start(), sentence.start + match.end()
        after = _named_after(context, end, sentence.end)
        states = after or last_list(context, max(sentence.start, begin - 120), begin)
        if states:
            parties = tuple(dict.fromkeys(mention.party for mention in states))
            first, last = min(begin, states[0].start), max(end, states[-1].end)
            when, _ = date_of(context, sentence, first, last)
            inside = context.dated(begin, states[0].start) if after else []
            when = inside[0].value if inside else when
            yield Found("co-chairs", f"{' and '.join(parties)} co-chair", parties, when, first, last, "co-chairs")
            return


def _named_after(context: Context, start: int, end: int) -> list[Mention]:
    """The states after `its co-chairs will be`, across what is said of each."""
    link = re.compile(
        r"[^.;]{0,60}?(?:\b(?:will be|are|were|be|become|remain|of the \w+ are) |: |- | \()(?:the )?"
    ).match(context.plain, start, end)
    if not link:
        return []
    found: list[Mention] = []
    for mention in context.mentioned(link.end(), end):
        gap = context.plain[found[-1].end if found else link.end() : mention.start]
        if not re.fullmatch(r"(?:, (?:which|who) [^,;.]{3,80})?,? ?(?:and )?(?:the )?", gap):
            break
        found.append(mention)
    return found
