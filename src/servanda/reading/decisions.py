"""Decisions on presidencies, co-chairs, appointments, membership, budgets, awards and years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.clauses import parties_in
from servanda.reading.context import Context, one_line
from servanda.reading.deciding import Found, decisions_of
from servanda.reading.enumerations import first_list, last_list
from servanda.reading.mentions import Mention
from servanda.reading.next_sessions import UNDER_TITLE
from servanda.reading.presidencies import co_chairs, date_of, incoming, on_roll, presidencies
from servanda.reading.records import Decision, Document, NextSession
from servanda.reading.sentences import Sentence, lowered
from servanda.words.vocabulary import DecisionType

_MEMBERSHIP = re.compile(
    r"\b(?:(?:was|were|has been|have been|is|are|be) (?:granted|given|accorded|received|awarded|"
    r"admitted)|received|obtained|became|become|joined|acceded) (?:to |as )?(?:the |an? )?"
    r"(?:status of (?:an? )?)?(?:[\w-]+ ){0,3}?(?:[Oo]bservers?|[Mm]embers?|[Pp]artners?|membership|"
    r"observer status|partner status|dialogue partners?)\b(?: (?:status|state|states))?"
)
_RETURNED = re.compile(
    r"(?:'s?)? (?:suspension (?:was|has been|is) lifted|(?:was|were|has been|have been) (?:readmitted|"
    r"reinstated|expelled|"
    r"suspended from (?:the|its) ))\b"
)
_CONTRIBUTIONS = re.compile(
    r"\b(?:fixed|set|approved|adopted|raised|froze) (?:the |members?'? |annual )*(?:contributions|assessments|"
    r"scale of)\b"
)
_STATUS_TO = re.compile(
    r"\b(?:observer|member|membership|partner|dialogue partner) ?(?:status|state)? (?:was|were|to|"
    r"is|has been) (?:granted|given|accorded|extended) to |\b(?:grant(?:ed|ing|s)?|giving|gave|give|accord|admitting|"
    r"accorded|admitted|"
    r"welcomed|admit|invited|invite|inviting) (?=(?:the )?[A-Z])(?=[^.;]{0,80}\b(?:status|as a(?:n| new|"
    r" full)? (?:[\w-]+ )?(?:member|observer|partner))\b)|"
    r"\b(?:lift(?:ed|s)?|ended) the suspension of (?=(?:the )?[A-Z])|"
    r"\bapplications? of (?=(?:the )?[A-Z][^.;]{2,60} for (?:[\w-]+ ){0,2}?(?:membership|observer status|"
    r"accession) (?:was|were) "
    r"(?:approved|accepted|granted))|"
    r"\b(?:suspended|reinstated|readmitted|expelled) (?=(?:the )?[A-Z])|"
    r"\b(?:approved|endorsed|launched|completed|finalised|finalized) (?:[\w-]+ ){0,5}?(?:admission|"
    r"accession) of (?=(?:the )?[A-Z])|"
    r"\b(?:admission|accession) of (?=(?:the )?[A-Z][^.;]{2,80} (?:was|were) )"
)
_APPOINTED = re.compile(
    r"\b(?:was|were|has been|have been|is|are) (?:re-?)?(?:appointed|elected|named|confirmed as|"
    r"designated|nominated|chosen) (?!(?:the )?(?:chair|presid)(?:ency|manship))"
)
_TO_HEAD = re.compile(r"\b(?:is to|will|would) (?:head|lead) (?:the )?(?=[A-Z])")
_APPOINTS = re.compile(
    r"\b(?:(?i:appoint(?:ed|s)?|elect(?:ed|s)?)|re-?elected|named|approved the appointment of|"
    r"appointment of) (?=(?:President |Prime Minister |"
    r"Minister )?(?:[A-Z][\w'.-]+ ){1,5}(?:of (?:the )?[A-Z]\w+ |\([A-Z][\w ]+\) )?(?:as|to|for|chairman|chair|"
    r"secretary|president|"
    r"head|director)\b)"
)
_AWARD = re.compile(
    r"\b(?:was|were|has been) (?:awarded(?! the title of .?(?:[A-Z]\w+ )?Capital)|decorated with|presented with|"
    r"conferred|bestowed)\b|"
    r"\bawarded (?:the |an? )?[^.;]{0,60}?\b(?:Order|[Mm]edal|[Pp]rize|badge|certificate|"
    r"[Dd]iploma)\b|\bpresented [^.;]{0,60}?\bwith [^.;]{0,40}?\b(?:Order|[Mm]edal)\b"
)
_YEAR_OF = re.compile(
    r"\b(?:declared?|declaring|proclaim(?:ed|ing)?|announced|designat(?:ed?|ing)|named?|"
    r"naming|(?:resolved|decided|agreed) that|awarded the title)\b[^.;]{0,80}?\b(?:[Yy]ear of|"
    r"[Cc]apitals? of|[Dd]ay of|[Cc]ultural [Cc]apital)\b"
)
_MANDATE = re.compile(r"\b(?:extended|renewed|prolonged|ended|terminated) the mandate of\b")
_NEW_BODY = re.compile(
    r"\b(?:establishment|creation|founding) of (?:the |an? )(?:[\w-]+ ){0,4}?(?:[Ss]ecretariat|[Cc]ouncil|"
    r"[Cc]ommittee|[Cc]ommission|"
    r"[Ff]und|[Bb]ank|[Cc]entre|[Cc]enter|[Ff]orum|[Gg]roup)\b|"
    r"\b(?:(?<=[Tt]o )(?:establish|create|set up)|establish(?:ed|ing)|set up|created|founded|launched|"
    r"decided to (?:establish|create|"
    r"set up)) (?:it as )?(?:the |an? )(?:[\w-]+ ){0,5}?(?:organi[sz]ation|office|agency|unit|facility|"
    r"observatory|academy|university|panel|council|committee|"
    r"commission|body|format|fund|bank|centre|center|secretariat|group|forum|assembly|alliance|"
    r"association|union|board|headquarters|court|institute|dialogue|mechanism|task force|troika|mission|"
    r"network|platform|hub)\b"
)

_FOUNDING = re.compile(r"stablish|reat|set up|ounde|ounding|aunched|ESTABLISH|CREATE|SET UP")
# How far the states may stand before the verb.
_NEAR = 20


_WISHED = re.compile(r"\b(?:propos\w+|suggest\w+|called (?:for|on)|urged|invited|recommended|advocated)\b[^.;]{0,40}$")


def find_decisions(
    context: Context, documents: tuple[Document, ...], next_session: NextSession | None
) -> tuple[Decision, ...]:
    """Every decision, once by its type, its parties and its time."""
    found: list[Found] = list(on_roll(context))
    for sentence in context.body():
        if not context.speech_at(sentence.start + 1):
            found += [*_re_elected(context, sentence), *incoming(context, sentence)]
            found += [*presidencies(context, sentence), *co_chairs(context, sentence), *_persons(context, sentence)]
            found += [*_memberships(context, sentence), *_others(context, sentence)]
    decisions = decisions_of(context, found)
    return tuple(sorted([*decisions, *_budgets(documents), *_next(context, next_session)], key=lambda d: d.start))


def _persons(context: Context, sentence: Sentence) -> Iterator[Found]:
    for rule, pattern in (("appointed", _APPOINTED), ("to head", _TO_HEAD), ("appoints", _APPOINTS)):
        for match in pattern.finditer(sentence.plain):
            if _is_chair(context, sentence, match):
                continue
            start = sentence.start if rule != "appoints" else sentence.start + match.start()
            stop = _clause_stop(sentence, match.end())
            person = context.people.refer(sentence.start, sentence.start + stop)
            named = re.search(r"(?:[A-Z][\w'-]+ ){2,}", sentence.plain[: match.end() + 60])
            if person or named or context.mentioned(sentence.start, sentence.start + match.start()):
                states = context.mentioned(sentence.start, sentence.start + match.start(), ("state", "demonym"))
                parties = tuple(dict.fromkeys(m.party for m in states))
                what = one_line(sentence.plain[:stop])
                yield Found("appointment", what, parties, None, start, sentence.start + stop, rule)
                break


_AS_CHAIR = re.compile(
    r"(?:as )?(?:its |the )?(?:next |new )?(?:[Cc]hair|presidency)\b(?! of the (?:[Bb]oard|[Cc]omm))"
)


_RE_ELECTED = re.compile(
    r"\b(?:re-?)?(?:elected|appointed|named|confirmed) (?P<whom>[^.;,]{3,60}?) (?:as )?(?:its |the )?(?:next |new )?"
    r"chair(?:man|person|woman)?(?= for\b| of the (?:organi[sz]ation|union|group|bloc|authority)\b|$|\.)",
    re.IGNORECASE,
)


def _re_elected(context: Context, sentence: Sentence) -> Iterator[Found]:
    """The Authority re-elected X as chairman: the state of X presides."""
    match = _RE_ELECTED.search(sentence.plain)
    if match:
        start, end = sentence.start + match.start(), sentence.start + match.end()
        parties = parties_in(context, sentence.start + match.start("whom"), sentence.start + match.end("whom"))
        if parties:
            when, last = date_of(context, sentence, start, end)
            what = f"{parties[0]} presides" + (f" in the {context.organisation}" if context.organisation else "")
            yield Found("presidency", what, (parties[0],), when, start, max(end, last), "elected to the chair")


def _is_chair(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    """A state that was confirmed as the chair was appointed to nothing else."""
    states = last_list(context, sentence.start, sentence.start + match.start())
    adjacent = bool(states) and states[-1].end + 1 >= sentence.start + match.start()
    return adjacent and _AS_CHAIR.match(sentence.plain, match.end()) is not None


def _clause_stop(sentence: Sentence, place: int) -> int:
    stop = re.compile(r"[.;] |[.;]$|, (?:while|and|who|which) ").search(sentence.plain, place)
    return stop.start() if stop else len(sentence.plain)


def _memberships(context: Context, sentence: Sentence) -> Iterator[Found]:
    for match in _MEMBERSHIP.finditer(sentence.plain):
        begin = sentence.start + match.start()
        states = last_list(context, max(sentence.start, begin - 120), begin)
        if not (states and begin - states[-1].end < _NEAR):
            states = _sentence_subject(context, sentence, match)
        if states:
            yield _membership(context, sentence, states, states[0].start, sentence.start + match.end())
    for match in _RETURNED.finditer(sentence.plain):
        states = last_list(context, sentence.start, sentence.start + match.start())
        if states and states[-1].end == sentence.start + match.start():
            yield _membership(context, sentence, states, states[0].start, sentence.start + match.end())
    for match in _STATUS_TO.finditer(sentence.plain):
        states = first_list(
            context, sentence.start + match.end(), min(sentence.end, sentence.start + match.end() + 120)
        )
        if states:
            yield _membership(context, sentence, states, sentence.start + match.start(), states[-1].end)


def _sentence_subject(context: Context, sentence: Sentence, match: re.Match[str]) -> list[Mention]:
    """The states with which a sentence begins, where the verb is its second: `X signed it and will become …`."""
    if not re.search(r"\band (?:will |would |thus |is to )*$", sentence.plain[: match.start()]):
        return []
    return first_list(context, sentence.start, sentence.start + match.start())


def _membership(context: Context, sentence: Sentence, states: list[Mention], start: int, end: int) -> Found:
    parties = tuple(dict.fromkeys(mention.party for mention in states))
    when, _ = date_of(context, sentence, start, end)
    day = context.day.isoformat() if context.day else None
    return Found("membership", one_line(context.plain[start:end]), parties, when or day, start, end, "membership")


def _others(context: Context, sentence: Sentence) -> Iterator[Found]:
    kinds: tuple[tuple[DecisionType, str, re.Pattern[str]], ...] = (
        ("award", "award", _AWARD),
        ("other", "year or capital of", _YEAR_OF),
        ("other", "new body", _NEW_BODY),
        ("other", "mandate", _MANDATE),
        ("budget", "contributions", _CONTRIBUTIONS),
    )
    for kind, rule, pattern in kinds:
        if rule == "new body" and not _FOUNDING.search(sentence.plain):
            continue
        match = pattern.search(lowered(sentence.plain) if rule == "new body" else sentence.plain)
        if match and not (rule == "new body" and _WISHED.search(sentence.plain[: match.start()])):
            stop = sentence.start + _clause_stop(sentence, match.end())
            start = sentence.start + match.start()
            parties = tuple(dict.fromkeys(m.party for m in context.mentioned(start, stop))) if kind == "award" else ()
            when, _ = date_of(context, sentence, start, sentence.start + match.end())
            yield Found(kind, one_line(context.plain[start:stop]), parties, when, start, stop, rule)


def _budgets(documents: tuple[Document, ...]) -> Iterator[Decision]:
    """A budget that was approved is a decision too."""
    for document in documents:
        if "budget" in document.title.lower() and document.action in {"approved", "adopted", "signed"}:
            year = re.search(r"\b(?:19|20)\d\d\b", document.title)
            yield Decision(
                type="budget",
                what=document.title,
                when=year[0] if year else None,
                evidence=document.evidence,
                start=document.start,
                end=document.end,
                rule="budget approved",
            )


# What is only planned or scheduled nobody has decided on at this session.
_RESOLVED = re.compile(
    r"\b(?:resolved|decided|agreed|accepted|to be held|is due|(?:is|are) to take place|(?:will|would|shall|to|"
    r"and) (?:then |also )?(?:be held|"
    r"be hosted|be convened|take place|"
    r"host|hold|meet|gather|convene|reconvene))\b"
)


def _next(context: Context, next_session: NextSession | None) -> Iterator[Decision]:
    """A next session on which those who meet resolved, of the state that hosts it."""
    item = next_session
    resolved = item and (item.rule == UNDER_TITLE or _RESOLVED.search(item.evidence))
    if item and item.status == "decided" and resolved and not _INTENDED.search(item.evidence):
        yield Decision(
            type="next session",
            what="next session",
            parties=_hosts(context, item),
            when=item.date,
            evidence=item.evidence,
            start=item.start,
            end=item.end,
            rule="resolved to meet",
        )


_INTENDED = re.compile(r"\b(?:plan(?:s|ned)?|intend\w*|scheduled|hopes?|looks? forward|looking forward)\b")


def _hosts(context: Context, item: NextSession) -> tuple[str, ...]:
    """The state of the place, by its name or its capital."""
    named = context.mentioned(item.start, item.end, ("state", "capital"))
    by_place = [m.party for m in named if item.place and context.plain[m.start : m.end] == item.place]
    return tuple((by_place or [m.party for m in named if m.kind == "state"])[-1:])
