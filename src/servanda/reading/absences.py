"""Who was absent, only where the text says so, and the reason it gives."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from servanda.reading.absent_forms import AFTER, ALL_BUT, BEFORE, TELLS
from servanda.reading.clauses import clauses, parties_in
from servanda.reading.context import Context, one_line
from servanda.reading.enumerations import first_list, last_list, outside_brackets
from servanda.reading.records import Absent
from servanda.reading.rolls import absent_on
from servanda.reading.sentences import Sentence
from servanda.reading.stand_ins import stand_ins

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


def _in_sentence(context: Context, sentence: Sentence) -> Iterator[tuple[str, int, int, str]]:
    if not TELLS.search(sentence.plain.lower()):
        return
    apologies = _APOLOGIES.search(sentence.plain)
    if apologies:
        for mention in outside_brackets(context, sentence.start + apologies.end(), sentence.end):
            yield mention.party, sentence.start, sentence.end, "apologies from"
    for match in ALL_BUT.finditer(sentence.plain):
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
    for rule, pattern in AFTER:
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
    for rule, pattern in BEFORE:
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
