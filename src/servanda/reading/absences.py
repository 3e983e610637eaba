"""Who was absent, only where the text says so, and the reason it gives."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from servanda.reading.clauses import clauses, parties_in
from servanda.reading.context import Context, one_line
from servanda.reading.enumerations import first_list, last_list, outside_brackets
from servanda.reading.records import Absent
from servanda.reading.rolls import absent_on
from servanda.reading.sentences import Sentence
from servanda.reading.stand_ins import stand_ins

_SESSION = (
    r"(?:summit|session|meeting|sitting|conference|talks|event|forum|gathering|council|"
    r"videoconference|ceremony|proceedings|it)"
)
_NOT = (
    r"(?:did not|didn't|does not|do not|could not|would not|will not|(?:was|were|is|are) (?:unable|not able) to|"
    r"had not|(?:has |have |had )?failed to)"
)

# Where the absent stand before the words: `X was absent`.
_SUBJECT_BEFORE: tuple[tuple[str, str], ...] = (
    ("was absent", (
        r"\b(?:was|were|is|are|remained) (?:also |both |therefore |thus |again |\w+ly )?(?:absent|missing|"
        r"not present|"
        r"not represented|unrepresented|not in attendance|not invited)\b"
    )),
    ("did not attend", (
        rf"\b{_NOT} (?:be able to )?(?:attend|take part|participate|come|join|appear(?! (?:under|in|on|as|to)\b)|be present|travel|"
        rf"make (?:it|the (?:trip|journey))|fly|"
        rf"arrive|show up|turn up|register|be represented|reach (?:the )?(?:venue|meeting|summit|session|city|capital|hall)|"
        r"respond to (?:the|its|their) invitation|reply|respond|answer(?: the invitation)?|have (?:a |any )?representatives?|"
        r"send (?:an? |any |its |their )?(?:representatives?|delegations?|delegates?|ministers?|envoys?|anyone|anybody))\b"
    )),
    ("excused itself", (
        r"\b(?:excused (?:itself|himself|herself|themselves|(?:its|his|her|their) absence)|"
        r"absented (?:itself|himself|herself|themselves)|"
        r"(?:sent|sending|convey\w+|express\w+|tender\w+|present\w+|offer\w+|extend\w+|transmitted|gave|made) "
        r"(?:(?:its|his|her|their|sincere|deep) )*(?:apologies|regrets|excuses)(?! (?:to|over|about|at the)\b)|stayed away|(?:chose|decided|opted|preferred) not to (?:attend|"
        r"take part|participate|come|join|travel|send)|declined to (?:attend|take part|participate|"
        r"join)|refused to (?:attend|take part|participate)|asked to be excused|apologised for (?:its|"
        r"his|her|their) absence)\b"
    )),
    ("suspended", r"\b(?:(?:is|are|being) (?:still |currently )?suspended from|remain(?:s|ed|ing)? suspended)\b"),
    ("was to come", (
        r"\b(?:was|were) (?:due |expected |supposed |scheduled )?to (?:have )?(?:be(?:en)? represented|attend|attended|"
        r"take part|taken part|come|join|joined|participate|participated)\b"
    )),
    ("not there", (
        r"\b(?:was|were) (?:a no-show|no-shows|not (?:there|(?:in|at|on) the (?:room|hall|table|chamber|call|screen)))\b|"
        rf"\b(?:pulled out|withdrew)(?: of| from)?(?: (?:the|this) {_SESSION})?(?=[.,;]|$| at| because| over| due| citing)|"
        r"\bcancelled (?:its|his|her|their) (?:participation|attendance|trip|visit|travel)\b|"
        r"\bstayed (?:at )?home\b|\bgave the \w+ a miss\b|\bsent nobody\b"
    )),
    ("missed", rf"\b(?:boycotted|skipped|missed) (?:the|this|today's) (?:[\w-]+ ){{0,3}}{_SESSION}\b"),
    ("stayed away", (
        r"\b(?:would|will) (?:stay away|be absent|not be (?:present|represented|attending|coming|"
        r"able to (?:attend|come|take part|join)))\b"
    )),
    ("sent nobody", r"\b(?:sent|had) (?:no (?:one|delegation|representatives?|delegates?)|nobody)\b"),
    ("stopped coming", (
        r"\b(?:has|had|have) (?:\w+ ){0,2}?(?:stopped|ceased) (?:coming|attending|"
        r"taking part|participating)\b"
    )),
    ("empty seat", (
        r"(?<=\w)'s? (?:seat|chair) (?:was|remained|stayed|stood) (?:left )?(?:empty|vacant)\b|"
        r"\bleft (?:its|their|his) seats? (?:empty|vacant)\b"
    )),
    ("seat of", r"(?<= )(?:was|were|remained|stayed|stood)(?: left)? (?:empty|vacant|unoccupied)\b"),
)  # fmt: skip

# `Every member but Suriname took part`.
_ALL_BUT = re.compile(
    r"\b(?:[Aa]ll|[Ee]very|[Ee]ach) (?:[\w-]+ ){0,5}?but (?=(?:the )?[A-Z][^.;]{2,80}?\b(?:attended|took part|participated|"
    r"came|was|were|met|sent|joined)\b)"
)
# Where they stand after: `not attended by X`.
_SUBJECT_AFTER: tuple[tuple[str, str], ...] = (
    ("not attended by", r"\bnot (?:be )?(?:attended|joined) by "),
    ("missed", r"\b[Ww]e (?:only )?missed (?=(?:the )?[A-Z])"),
    ("missed friends", r"\bmissed (?:our|their|his|her|the) (?:colleagues?|friends?|counterparts?|partners?) from "),
    ("nobody came from", (
        r"\b(?:[Nn]obody|[Nn]o one|[Nn]o (?:delegat\w+|representatives?|ministers?)) "
        r"(?:came|attended|arrived|was sent|travelled) from "
    )),
    ("nobody spoke for", r"\b(?:[Nn]obody|[Nn]o one) (?:spoke|sat|answered|signed in) for "),
    ("nobody from", (
        r"\b(?:[Nn]obody|[Nn]o one|[Nn]o (?:delegation|delegates?|representatives?)) (?:from|"
        r"of) (?=[^.;]{0,80}?\b(?:came|attended|took part|was|were|arrived|participated|joined|"
        r"appeared)\b)"
    )),
    ("there was nobody from", (
        r"\b[Tt]here (?:was|were) (?:nobody|no one|no (?:delegations?|"
        r"representatives?|representation)) (?:from|of) "
    )),
    ("without", r"\bwithout (?:the (?:participation|presence|attendance) of |(?:any )?representatives? of )"),
    ("in the absence of", r"\bin the absence of "),
    ("absence of", (
        r"\b(?i:regret(?:s|ted|ting)?|not(?:es|ed|ing)|record(?:s|ed|ing)?|deplor(?:es|ed|ing)|despite|excused?) "
        r"the (?:[a-z]+ )?(?:absence|non-attendance|non-participation) of "
    )),
    ("absent was", (
        r"\b(?:[Aa]bsent|[Mm]issing|[Nn]ot present|"
        r"[Nn]ot represented) (?:from (?:the )?(?:[\w-]+ ){1,4})?(?:was|were|is|are) (?:the )?"
    )),
    ("neither", (
        r"\b[Nn]either (?=(?:the )?[A-Z][^.;]{2,80} nor [^.;]{2,80}?\b(?:attended|came|took part|participated|was|were|"
        r"sent|joined|appeared|turned up|showed up)\b)"
    )),
    ("but for these all", (
        r"\b(?:[Ww]ith the (?:sole )?exception of|[Ee]xcept(?: for)?|[Aa]part from|[Ss]ave for) "
        r"(?=(?:the )?[A-Z][^.;]{2,80}, (?:all|every|each)\b)"
    )),
    ("all except", (
        r"\b(?:[Aa]ll|[Ee]very)\b[^.;]{0,80}?\b(?:except(?: for)?|with the exception of|apart from|"
        r"but for|save) "
    )),
)  # fmt: skip

# Of those who signed or voted, an exception was not absent.
_CAME = re.compile(
    r"\b(?:attend\w*|present|took part|taking part|participat\w+|met|meet|gathered|came|arrived|represented|joined|"
    r"assembled|convened)\b"
)
_OTHER_TIME = re.compile(
    r"\b(?:had also|last (?:year|month|time)|previous(?:ly)?|earlier this|in the past|"
    r"will not attend the next)\b"
)
_CAUSE = re.compile(
    r"\b(?:due to|because of|owing to|on account of|in view of|citing|on (?:the )?grounds of|"
    r"as a result of|by reason of|because) "
)
_CAUSE_END = re.compile(
    r"[.;()“”\"]|, | (?:would|will|did|could|was|were|had|has|and that|so that|which|who) |"
    r" it (?:would|could|was)|$"
)
_WHO_STARTS = re.compile(
    r"(?<!\bof)(?<!\bto)(?<!\bin)(?<!\bby)(?<!\bfor)(?<!\bwith) (?:the )?(?:(?:Prime|Foreign|"
    r"Deputy|First|Vice|President|Minister|Head|King|Emir|Chancellor|its [a-z]+|his [a-z]+|"
    r"the (?:head|leader|president|prime))\b|$)"
)


def find_absent(context: Context) -> tuple[Absent, ...]:
    """Every absent party once, with the passage that says so."""
    found = absent_on(context)
    for sentence in context.body():
        if context.speech_at(sentence.start + len(sentence.plain) // 2):
            continue
        for party, start, end, rule in _in_sentence(context, sentence):
            found.setdefault(party, Absent(party=party, reason=None, **context.passage(start, end, rule)))
    came = {party for party, _, _ in stand_ins(context)}
    kept = [absent for party, absent in found.items() if party not in came and not _represented(context, party)]
    return tuple(_with_reason(context, absent) for absent in kept)


# Without one of these a sentence tells of nobody's absence; most sentences are passed over so.
_TELLS = re.compile(
    r"not\b|n't\b|absen|missing|unrepresented|unable|excus|apolog|regrets|away|declined|refused|boycott|skipped|missed|"
    r"vacant|chose|opted|preferred|nobody|no one|\bno (?:del|rep|min)|without|except|apart from|but for|"
    r"\bsave\b|empty|stopped|ceased|failed|pulled out|withdrew|cancelled|no-show|\b(?:all|every|each)\b.* but |stayed|neither|gave the|suspended|w(?:as|ere) (?:[a-z]+ )?to "
)


def _in_sentence(context: Context, sentence: Sentence) -> Iterator[tuple[str, int, int, str]]:
    if not _TELLS.search(sentence.plain.lower()):
        return
    apologies = _APOLOGIES.search(sentence.plain)
    if apologies:
        for mention in outside_brackets(context, sentence.start + apologies.end(), sentence.end):
            yield mention.party, sentence.start, sentence.end, "apologies from"
    for match in _ALL_BUT.finditer(sentence.plain):
        stop = sentence.start + match.end() + _list_end(sentence.plain[match.end() :])
        for party in parties_in(context, sentence.start + match.end(), stop):
            yield party, sentence.start, sentence.end, "all except"
    for start, end in clauses(sentence):
        clause = context.plain[start:end]
        if _OTHER_TIME.search(_ASIDE.sub(",", clause)):
            continue
        yield from _named_after(context, clause, start, end)
        yield from _named_before(context, clause, start)


def _named_after(context: Context, clause: str, start: int, end: int) -> Iterator[tuple[str, int, int, str]]:
    """`Not attended by X`."""
    for rule, pattern in _SUBJECT_AFTER:
        for match in re.finditer(pattern, clause):
            if rule in {"all except", "but for these all"} and not _CAME.search(clause):
                continue
            stop = start + match.end() + _list_end(clause[match.end() :])
            parties = parties_in(context, start + match.end(), stop)
            for further in _AND_OF.finditer(context.plain, stop, end) if rule == "absence of" else ():
                begin = further.end()
                parties += parties_in(context, begin, begin + _list_end(context.plain[begin:end]))
            for party in parties:
                yield party, start, end, rule


# `The absence of A, which had no flight, and of B`.
_AND_OF = re.compile(r",? and (?:that )?of (?=(?:the )?[A-Z])")


def _named_before(context: Context, clause: str, start: int) -> Iterator[tuple[str, int, int, str]]:
    """`X was absent`."""
    for rule, pattern in _SUBJECT_BEFORE:
        for match in re.finditer(pattern, clause):
            if rule == "seat of" and not _SEAT.search(clause[: match.start()]):
                continue
            if rule == "was to come" and not _BUT.match(context.plain, start + len(clause)):
                continue
            begin = start + _subject_start(clause[: match.start()])
            if _HAVING.search(clause[: match.start()]):
                begin = _own_list(context, begin, start + match.start())
            stop = start + _own_end(clause, match.end())
            for party in _absentees(context, begin, start + match.start()):
                yield party, begin, stop, rule


# Those who come after it may each have their reason in brackets.
_APOLOGIES = re.compile(
    r"\b(?:[Aa]pologies|[Rr]egrets)(?: for absence)? (?:(?:were|was|had been|have been) )?"
    r"(?:(?:received|sent|conveyed|noted|recorded|tendered) )?(?:from|by) "
)


_BUT = re.compile(r",? (?:but|however|though|although)\b")


def _own_list(context: Context, start: int, end: int) -> int:
    """Where the enumeration before a verb begins, after another that ended in `and`: `…, B and C, D and E having`."""
    listed = last_list(context, start, end)
    for number in range(len(listed) - 2, 0, -1):
        if " and " in context.plain[listed[number - 1].end : listed[number].start]:
            return listed[number + 1].start
    return listed[0].start if listed else start


# `A and B having sent their apologies`: only they, not who came before them.
_HAVING = re.compile(r"\b(?:having|being) (?:all |both |also )?$")


def _own_end(clause: str, place: int) -> int:
    """Where the words on these absentees end, if the clause goes on to others."""
    stop = re.compile(r", (?:and|while) (?=(?:the )?[A-Z])").search(clause, place)
    return stop.start() if stop else len(clause)


_ASIDE = re.compile(r", (?:which|who|whose|an?|the|also an?|[a-z]+(?:ed|ing|en)) [^,]*,\s*")
_ASIDE_AT_END = re.compile(rf"{_ASIDE.pattern}$")
_SEAT = re.compile(r"\b(?:seat|chair|place|desk)s?\b")


def _subject_start(before: str) -> int:
    """Where the subject of the verb begins: after the last word that opens a clause."""
    aside = _ASIDE_AT_END.search(before)
    before = before[: aside.start()] if aside else before
    cuts = [
        m.end()
        for m in re.finditer(
            r"\b(?:that|because|since|due to|as|who|which) |\b(?:said|stated|explained|announced) ", before
        )
    ]
    cut = cuts[-1] if cuts else 0
    also = [m.end() for m in re.finditer(r",\s(?:and|while)\s(?=(?:the\s)?[A-Z])", before)]
    if also and re.search(r"\b(?:did|was|were|could|had|sent|took)\b", before[: also[-1]]):
        return max(cut, also[-1])
    last_comma = before.rfind(", ", 0, len(before) - 1)
    opener = before[cut:last_comma] if last_comma > cut else ""
    if opener and re.match(r"\s*(?:In|On|At|For|After|Before|During|According|This|Due|Because|As)\b", opener):
        return last_comma + 2
    return cut


def _absentees(context: Context, start: int, end: int) -> list[str]:
    """The parties of a subject; of a person the state, unless a cause stands between."""
    cause = _CAUSE.search(context.plain, start, end)
    if cause:
        starts = _WHO_STARTS.search(context.plain, cause.end(), end)
        start = starts.start() if starts else start
    return parties_in(context, start, end) or _meant(context, start, end)


def _meant(context: Context, start: int, end: int) -> list[str]:
    """`Russia informed us that it would not come`: the state with which the sentence begins."""
    if not _IT.fullmatch(context.plain, start, end):
        return []
    number = bisect_right(context.sentences, start, key=lambda sentence: sentence.start) - 1
    begin = context.sentences[number].start
    states = first_list(context, begin, start) or context.mentioned(begin, start)[:1]
    return [state.party for state in states]


_IT = re.compile(r"\s*(?:it|they|its \w+|their \w+)?\s*")


def _list_end(after: str) -> int:
    """How far the enumeration of the absent goes."""
    stop = re.search(
        r"[.;()]|, (?!(?:and )?(?:the )?[A-Z])| (?:who|which|whose|because|due|owing|took|attended|"
        r"came|was|were|had|has|in view|on account|at|in|on|during)\b",
        after,
    )
    return stop.start() if stop else len(after)


def _represented(context: Context, party: str) -> bool:
    """A state whose president stayed at home may have sent somebody else."""
    pattern = re.compile(rf"{re.escape(party)}(?:'s [\w\s]{{0,40}})? (?:was|were|is) represented by\b")
    return pattern.search(context.plain) is not None


def _with_reason(context: Context, absent: Absent) -> Absent:
    return msgspec.structs.replace(absent, reason=_reason(context, absent))


def _reason(context: Context, absent: Absent) -> str | None:
    """The cause named in the passage, or in a sentence near it that speaks of the same party's absence."""
    body = context.body()
    first = bisect_right(body, absent.start, key=lambda s: s.end)
    here = body[first : bisect_left(body, absent.end, key=lambda s: s.start)]
    paragraph = here[0].paragraph if here else 0
    begin = bisect_left(body, paragraph - 1, key=lambda s: s.paragraph)
    near = body[begin : bisect_right(body, paragraph + 2, key=lambda s: s.paragraph)]
    stated = _cause_in(context, absent.start, absent.end)
    if stated:
        return stated
    for sentence in (s for s in near if s not in here and _tells_why(context, s, absent.party)):
        reason = _cause_in(context, sentence.start, sentence.end)
        if reason:
            return reason
    return None


def _tells_why(context: Context, sentence: Sentence, party: str) -> bool:
    telling = re.search(
        r"\b(?:attend|absen\w+|note|excus\w+|take part|come|participat\w+|apolog\w+|stay away)\b", sentence.plain
    )
    return telling is not None and party in parties_in(context, sentence.start, sentence.end)


def _cause_in(context: Context, start: int, end: int) -> str | None:
    for cause in _CAUSE.finditer(context.plain, start, end):
        stop = _CAUSE_END.search(context.plain, cause.end(), end)
        finish = stop.start() if stop else end
        who = _WHO_STARTS.search(context.plain, cause.end(), finish)
        for mention in context.mentioned(cause.end(), finish):
            if not re.search(
                r"\b(?:in|of|to|at|on|with|from|for|and|by|between|the) (?:the )?$",
                context.plain[max(0, mention.start - 20) : mention.start],
            ):
                finish = min(finish, mention.start)
        if who and who.start() > cause.end():
            finish = min(finish, who.start())
        reason = one_line(context.text[cause.end() : finish]).strip(" ,")
        if 2 < len(reason) < 160:
            return reason
    return None
