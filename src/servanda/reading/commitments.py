"""Commitments: a named actor, the future, and something that one can later check."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator

from servanda.reading.checkable import SUM, concrete_verb, is_checkable
from servanda.reading.clauses import Actor, actor_in, reporting
from servanda.reading.context import Context, one_line
from servanda.reading.cues import either, words
from servanda.reading.offers import offered
from servanda.reading.orders import ordered
from servanda.reading.promises import Promise, clause_end, clause_start
from servanda.reading.records import Commitment
from servanda.reading.sentences import Sentence
from servanda.words.vocabulary import Strength

_ADVERB = (
    r"(?:(?:also|then|now|traditionally|jointly|further|soon|continue to|each|together|never|not|"
    r"immediately|\w+ly) )*"
)
_PROMISES: tuple[tuple[str, Strength, str], ...] = (
    ("will", "pledged", rf"\b(?:will|shall|'ll|is going to|are going to) (?P<never>never )?{_ADVERB}"),
    ("would", "pledged", rf"(?<=\w) (?:would (?!be\b|have\b|not\b|like\b)|(?:was|were) going to ){_ADVERB}"),
    ("plans to", "planned", (
        r"\b(?:plans?|planned|intends?|intended|aims?|expects?|seeks?|is preparing|are preparing|"
        rf"is set|are set|wants?) {_ADVERB}to {_ADVERB}"
    )),
    ("is to", "planned", rf"(?<!which )\b(?:is|are) to (?!be\b){_ADVERB}"),
    ("pledged to", "pledged", (
        r"\b(?:pledged?|pledges|promised?|promises|undertook|undertakes?|vowed|vows?|committed|"
        r"commits?|(?:has|have) committed|guaranteed|reaffirmed (?:its|their|his) (?:pledge|promise|"
        rf"commitment|readiness)|(?:made|gave|gives?|makes?) (?:an? |its )?(?:firm )?(?:commitment|pledge|"
        rf"promise|undertaking)) "
        rf"(?:itself |themselves )?to {_ADVERB}"
    )),
    ("ready to", "pledged", r"\b(?:readiness|willingness|ready|willing) to "),
    ("committed to", "pledged", r"\b(?:commits|committed|pledges|pledged|promises|promised) (?!to |that )"),
    ("offered to", "pledged", rf"\b(?:offered|offers) to (?={either(words('commitments.own_deeds'))}\b)"),
    ("agreed to", "decided", rf"\b(?:[Aa]greed?|[Aa]grees|[Dd]ecided|resolved|determined) (?:also )?to {_ADVERB}"),
)  # fmt: skip
# Words of which a rule's pattern needs one: looked for first, because that is quick.
_NEEDLES: dict[str, tuple[str, ...]] = {
    "will": ("will", "shall", "'ll", "going to"),
    "would": ("would", "going to"),
    "plans to": ("plan", "intend", "aim", "expect", "seek", "prepar", "set ", "want"),
    "is to": ("is to", "are to"),
    "pledged to": ("pledg", "promis", "under", "vow", "commit", "guarant"),
    "ready to": ("read", "willing"),
    "committed to": ("commit", "pledge", "promise"),
    "offered to": ("offer",),
    "agreed to": ("gree", "ecided", "resolved", "determined"),
}
_REPORTED = re.compile(
    r"\b(?:agreed that|decided that|said|told|informed|noted|declared|reported|explained|added|promised|"
    r"announced|assured|confirmed|"
    r"stated|pledged)\b(?! (?:if|that if))"
)
_INTENT = re.compile(
    r"\b(?:announced?|announces|announcing|unveiled|pledged?|pledges|pledging|committed|"
    r"commits)\b(?P<what>[^.;]{0,200})"
)
# A deed in a noun, with a number or a day by which it can be checked.
_DEED = re.compile(
    r" (?:the |an? |its |their )?(?:removal|opening|creation|construction|delivery|provision|donation|release|supply|"
    r"establishment|deployment|allocation|dispatch|abolition|reduction|lifting|closure|purchase|withdrawal|transfer)\b"
)
_INTENT_NOUN = re.compile(r"\b(?:the |its |their |an? )?(?:intent(?:ion)?|plans?|decision) to (?P<verb>\w+)")
_PASSIVE = re.compile(
    r"\b(?:will|shall|(?:is|are) to) (?:also |then |soon |be able to |\w+ly )*be (?:\w+ly |"
    r"jointly )?(?P<verb>sent|handed|submitted|transmitted|forwarded|published|presented|"
    r"delivered|drafted|fixed|determined|communicated|prepared|signed|established|created|opened|launched|completed|built|"
    r"introduced|removed|lifted|abolished|convened|provided|allocated|deployed|appointed|"
    r"circulated|drawn up|set up|worked out|dispatched|adopted|approved|reviewed|finalised|"
    r"finalized|released)\b"
)
_LATER = re.compile(r", (?:which|that) (?:is|are) to be \w+")
_NOT_A_PROMISE = re.compile(
    r"\b(?:hopes?|hope that|is confident|was confident|are confident|believes?|believed|"
    r"expects? that|wish(?:es)?|if|whether|may|might|could|stands? ready|stand ready|should|"
    r"thinks?|convinced|looks? forward|looking forward|sure that)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:by|until|before|from|in|on|within|no later than|at the next|during) ")


def find_commitments(context: Context, taken: list[tuple[int, int]]) -> tuple[Commitment, ...]:
    """Every commitment; `taken` are the passages of decisions and of the next session, apart and in order."""
    found: list[Commitment] = []
    for sentence in context.body():
        seen: set[str] = set()
        for promise in _promises(context, sentence, taken):
            if promise.actor.lower() not in seen:
                seen.add(promise.actor.lower())
                found.append(_item(context, sentence, promise))
    return tuple(found)


def _item(context: Context, sentence: Sentence, promise: Promise) -> Commitment:
    passage = context.passage(sentence.start, sentence.end, promise.rule)
    today = context.day.isoformat() if context.day else ""
    dates = [date.value for date in context.dated(sentence.start, sentence.end)]
    later = [value for value in dates if not today or value > today[: len(value)]]
    deadline = max(later, key=len, default=None)
    return Commitment(
        actor=promise.actor,
        what=promise.what,
        deadline=deadline,
        strength=promise.strength,
        **passage,
    )


def _promises(context: Context, sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Promise]:
    for rule, strength, pattern in _PROMISES:
        if not any(needle in sentence.plain for needle in _NEEDLES[rule]):
            continue
        for match in re.finditer(pattern, sentence.plain):
            if not _overlaps(sentence, match, taken):
                yield from _active(context, sentence, match, rule, strength)
    yield from _passive(context, sentence, taken)
    yield from ordered(context, sentence)
    yield from _announced(context, sentence)
    yield from offered(context, sentence)


def _overlaps(sentence: Sentence, match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    place = sentence.start + match.start()
    number = bisect_right(taken, (place + 1, sys.maxsize)) - 1
    return number >= 0 and place < taken[number][1]


def _active(
    context: Context, sentence: Sentence, match: re.Match[str], rule: str, strength: Strength
) -> Iterator[Promise]:
    start, end = clause_start(sentence, match.start()), clause_end(sentence, match.end())
    before, what = sentence.plain[start : match.start()], sentence.plain[match.end() : end]
    if _NOT_A_PROMISE.search(sentence.plain[max(0, match.start() - 120) : match.start()]) or re.search(
        r"\b(?:that|which|who) (?:\w+ )?$", before
    ):
        return
    if (rule == "agreed to" and _INVITES.match(what)) or (_STANDING.search(before) and not SUM.search(what)):
        return
    if rule == "ready to" and not (
        SUM.search(what) or context.dated(sentence.start + match.end(), sentence.start + end)
    ):
        return
    if rule == "would" and not _REPORTED.search(sentence.plain[: match.start()]):
        return
    actor = actor_in(context, sentence.start + start, sentence.start + match.start())
    actor = actor or _agreed_on(context, sentence, before, (start, match.end()), rule)
    if actor and is_checkable(actor, what, match[0], rule):
        strength = "planned" if re.match(r"(?:try|strive|seek|aim) ", what) else strength
        yield Promise(
            actor.name, one_line(f"never {what}" if "never" in match[0] else what).rstrip("."), strength, rule
        )


_FEW = 6
_AGREED_THAT = re.compile(r"\b(?:agreed|decided|resolved|determined) that $")
# `We are committed to strengthening`: a stance, no promise.
_STANDING = re.compile(r"\b(?:is|are|am|remains?|stay) (?:\w+ly )?$")
_INVITES = re.compile(r"(?:invite|admit|grant|welcome|hold the next|declare|elect|appoint|award|name) ")


# `Canada said that the stations will be up by March`: whoever says so answers for it.
_DONE_BY = re.compile(r"be (?:ready|up|in place|open|opened|completed|finished|delivered|operational|built|launched)\b")


def _agreed_on(context: Context, sentence: Sentence, before: str, span: tuple[int, int], rule: str) -> Actor | None:
    """Whoever it was agreed on that would act; those who meet, where `and agreed to` has no subject of its own."""
    start, place = span
    if rule in {"will", "would"} and _DONE_BY.match(sentence.plain, place) and before[:1].islower():
        return reporting(context, sentence.start + start)
    if rule == "agreed to" and (before.endswith(" and ") or not before.strip()):
        return Actor((context.organisation or "participants",), "we")
    if rule == "agreed to" and before[:1].isupper() and len(before.split()) <= _FEW:
        return Actor((one_line(before),), "body")
    if rule == "will" and _AGREED_THAT.search(sentence.plain[:start]) and before[:1].isalpha():
        return Actor((re.sub(r"^(?:an?|the) ", "", one_line(before)),), "body")
    return None


def _passive(context: Context, sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Promise]:
    """Papers will be sent: the text names no actor, so the organisation's own is meant."""
    match = _PASSIVE.search(sentence.plain)
    if (
        not match
        or _overlaps(sentence, match, taken)
        or _NOT_A_PROMISE.search(sentence.plain[max(0, match.start() - 120) : match.start()])
    ):
        return
    subject = sentence.plain[clause_start(sentence, match.start()) : match.start()]
    agent = re.match(r"(?: \w+){0,2}? by (?:the )?", sentence.plain[match.end() :])
    if _ATTENTION.search(subject) or (_next_meeting(subject) and not agent):
        return
    named = actor_in(context, sentence.start + match.end() + agent.end(), sentence.end) if agent else None
    sent = match["verb"] in {"sent", "handed", "submitted", "transmitted", "forwarded", "circulated", "dispatched"}
    yield Promise(
        named.name if named else _secretariat(context) if sent else context.organisation or "participants",
        one_line(sentence.plain[clause_start(sentence, match.start()) : clause_end(sentence, match.end())]),
        "planned",
        "will be done",
    )


_ATTENTION = re.compile(r"\b(?:attention|focus|emphasis|priority|importance)\b", re.IGNORECASE)


def _next_meeting(subject: str) -> bool:
    return (
        re.search(r"\b(?:next|following) (?:[\w-]+ ){0,3}(?:session|summit|meeting|sitting)\b", subject, re.IGNORECASE)
        is not None
    )


def _secretariat(context: Context) -> str:
    """The body that would do it: an executive committee or secretariat of the text, else the organisation."""
    for mention in context.mentions:
        if mention.kind == "body" and re.search(r"Executive Committee|Secretariat|Commission\b", mention.party):
            return mention.party
    return context.organisation or "participants"


def _announced(context: Context, sentence: Sentence) -> Iterator[Promise]:
    """Announced $560 million in new funding; announced the intent to provide."""
    for match in _INTENT.finditer(sentence.plain):
        intent = _INTENT_NOUN.match(match["what"].lstrip())
        deed = _DEED.match(match["what"]) and context.dated(
            sentence.start + match.end("what") - len(match["what"]), sentence.start + match.end("what")
        )
        if not (SUM.search(match["what"]) or deed or (intent and concrete_verb().match(intent["verb"]))):
            continue
        actor = actor_in(
            context, sentence.start + clause_start(sentence, match.start()), sentence.start + match.start()
        )
        actor = (
            actor
            or actor_in(context, sentence.start, sentence.start + match.start())
            or _first_subject(context, sentence)
        )
        if actor and not context.speech_at(sentence.start + match.start()):
            yield Promise(actor.name, one_line(match["what"]), "planned" if intent else "pledged", "announced")
            return


def _first_subject(context: Context, sentence: Sentence) -> Actor | None:
    """The person with whom the sentence begins, for a second verb that has no subject of its own."""
    who = context.people.refer(sentence.start, min(sentence.end, sentence.start + 60))
    return Actor((who.party or who.name,), "person") if who else None
