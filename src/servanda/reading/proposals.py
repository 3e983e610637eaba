"""Proposals: what somebody suggested that others do or agree to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from servanda.reading.clauses import Actor, actor_in, full_body
from servanda.reading.context import Context, one_line
from servanda.reading.cues import either, words
from servanda.reading.records import Suggestion
from servanda.reading.sentences import Sentence

_SUGGESTS = re.compile(
    r"(?:^(?i:urges|calls (?:up)?on|calls for|invites|recommends|encourages|appeals to)|\b(?:URGES|"
    r"CALLS (?:UP)?ON|CALLS FOR|"
    r"INVITES|RECOMMENDS|ENCOURAGES|APPEALS TO|proposed|proposes|proposing|suggested|"
    r"suggests|offered|offers|invited|invites|urged|"
    r"urges|urge|propose|suggest|invite|recommend|encourage|appeals to|appeal to|called (?:on|upon|for)|"
    r"calls (?:on|upon|for)|call (?:on|upon|for)|encouraged|"
    r"encourages|"
    r"advocated(?: for)?|advocates|pleaded for|(?:floated|aired|made|submitted|tabled|presented|raised) (?:the|an?) "
    r"(?:idea|proposal|suggestion)|would like to see|recommended|recommends|appealed to|put forward|initiated|"
    r"came out (?:for|in favou?r of)|spoke in favou?r of|asked)) (?!by\b)"
)
_NOT_ONE = re.compile(r"\b(?:will|would|to|was|were|been|be|is|are|not|who was) (?:\w+ly )?$")
_OUGHT = re.compile(
    r"\b(?P<who>(?:the |all |our |CIS |these |this |both |other )*(?:(?!that\b|believes\b|"
    r"said\b)[\w-]+ ){0,2}?(?:states|countries|members|parties|partners|governments|sides|"
    r"ministers|we|We|bodies|nations|organi[sz]ations?|instruments?|community|cooperation|"
    r"integration|work|Union|Commonwealth|Organi[sz]ation|Council)) "
    r"(?:should|must|need to|needs to|have to|has to|ought to) (?!not\b|never\b)"
)
_NECESSARY = re.compile(
    r"\b(?:[Ii]t is|it was|considers? it|considered it|believes it is|thinks it) (?:also |"
    r"therefore |equally )?(?:important|necessary|essential|vital|crucial|imperative|expedient|"
    r"advisable|high time|time) (?:for [\w\s]{2,40}? )?(?:to|that) "
    r"|\b(?:[Ss]ees?|saw|stressed|noted|underlined|emphasi[sz]ed|highlighted|"
    r"underscored) the need (?:to|for) "
    r"|\b(?:[Ww]e|I) (?:propose|suggest|call on|call upon|call for|urge|invite|recommend|encourage) "
)
_MODAL = re.compile(r"\b(?:should|must|need|needs|have to|has to|ought)\b")
_SPEAKING = re.compile(
    r"\b(?:believes?|thinks?|said|says|stressed|noted|according to|According to|is confident|"
    r"considers?|told|added|emphasi[sz]ed|recalled|stated|underlined)\b"
)
_OPINION = re.compile(
    r"\b(?:(?:was|is|were|are) of the (?:opinion|view)|took the view|considered|considers|felt|argued|"
    r"maintained|held) that "
)
_LIMIT = 260


def find_proposals(context: Context) -> tuple[Suggestion, ...]:
    """Every proposal with its actor; without one it is nobody's and is left out."""
    found: list[Suggestion] = []
    for sentence in context.body():
        previous: tuple[int, int] | None = None
        for actor, start, end, rule in [
            *_suggested(context, sentence),
            *_in_a_noun(context, sentence),
            *_due(context, sentence),
        ]:
            if previous and start < previous[1] and previous[0] < end:
                continue
            previous = (start, end)
            what = one_line(context.plain[start:end])
            found.append(Suggestion(actor=actor, what=what, **context.passage(start, end, rule)))
    return tuple(found)


def _suggested(context: Context, sentence: Sentence) -> Iterator[tuple[str, int, int, str]]:
    """X proposed, offered, invited, urged, called on."""
    last: Actor | None = None
    for match in _SUGGESTS.finditer(sentence.plain):
        if _NOT_ONE.search(sentence.plain[: match.start()]) or _spoken(context, sentence, match):
            continue
        start = _subject_start(sentence, match.start())
        actor = actor_in(context, sentence.start + start, sentence.start + match.start())
        actor = actor or _relative(context, sentence, match) or last or _same_subject(context, sentence, match)
        actor = actor or _bare_name(sentence, match) or _assembled(context, sentence, start, match)
        if _KEEPS_ON.match(sentence.plain, match.end()) or _own_deed(sentence, match):
            continue
        if actor is None or (match[0].startswith("asked") and "to " not in sentence.plain[match.end() :]):
            continue
        last = actor
        begin = start if len(sentence.plain[start : match.start()]) < 90 else match.start()
        yield actor.name, sentence.start + begin, _before_next(sentence, match), "suggested"


def _before_next(sentence: Sentence, match: re.Match[str]) -> int:
    """Where a proposal ends: with its clause, or where the next one begins."""
    end = _end(sentence, match.end())
    other = _another().search(sentence.plain, match.end())
    return min(end, sentence.start + other.start()) if other else end


@cache
def _another() -> re.Pattern[str]:
    """Where the next proposal of a sentence begins, of the same actor or of another."""
    subject = r"(?:and |while )?(?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,3} "
    return re.compile(rf"(?:,| and)+ (?={_SUGGESTS.pattern})|, (?={subject}{_SUGGESTS.pattern})")


def _spoken(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    return context.speech_at(sentence.start + match.start()) is not None


def _same_subject(context: Context, sentence: Sentence, match: re.Match[str]) -> Actor | None:
    """`X told … and invited …`: a second verb of whoever the sentence begins with."""
    if not re.search(r"(?:,| and|, and) (?:also )?$", sentence.plain[: match.start()]):
        return None
    who = context.people.refer(sentence.start, min(sentence.end, sentence.start + 60))
    return Actor((who.party or who.name,), "person") if who else _opening(context, sentence)


def _assembled(context: Context, sentence: Sentence, start: int, match: re.Match[str]) -> Actor | None:
    """`The Summit calls upon all States`, `URGES all parties`: whoever meets."""
    before = sentence.plain[start : match.start()]
    if not before.strip() or _MEETING.search(before):
        return Actor((context.organisation or "participants",), "we")
    return None


_MEETING = re.compile(
    r"\b(?:Summit|Meeting|Conference|Session|Council|Assembly|Committee|Authority|Ministers|Leaders|Parties|"
    r"Heads of State"
    r"(?: (?:and|or)(?: of)? Government)?) (?:also |further |strongly |therefore |again )*$"
)


def _in_a_noun(context: Context, sentence: Sentence) -> Iterator[tuple[str, int, int, str]]:
    """`A proposal by Estonia to merge the funds`."""
    for match in _NOUN.finditer(sentence.plain):
        place = sentence.start + match.end()
        states = [m for m in context.mentioned(place, sentence.end) if m.start == place]
        if states and _OF_WHAT.match(context.plain, states[0].end):
            yield states[0].party, sentence.start + match.start(), _end(sentence, match.end()), "proposal in a noun"


_NOUN = re.compile(r"\b(?:[Pp]roposal|[Ss]uggestion|[Ii]nitiative) (?:made )?(?:by|of|from) (?:the )?(?=[A-Z])")
_OF_WHAT = re.compile(r" (?:to|that|for|on) ")


def _own_deed(sentence: Sentence, match: re.Match[str]) -> bool:
    place = match.start()
    return bool(_OWN_DEED.match(sentence.plain, place) or _OFFERED_TO_HOST.match(sentence.plain, place))


def _opening(context: Context, sentence: Sentence) -> Actor | None:
    """The state or body with which a sentence begins: `The Authority recalls … and urges …`."""
    article = re.match(r"(?:The )?", sentence.plain)
    place = sentence.start + (article.end() if article else 0)
    named = [m for m in context.mentioned(place, sentence.end, ("state", "body", "organisation")) if m.start == place]
    if not named:
        return None
    longest = max(named, key=lambda mention: mention.end)
    return Actor((longest.party if longest.kind == "state" else full_body(context, longest),), longest.kind)


# Whoever offers to do something himself promises it, and whoever is wished to go on is asked for nothing new.
_OWN_DEED = re.compile(rf"offer(?:ed|s) to {either(words('commitments.own_deeds'))}\b")
_OFFERED_TO_HOST = re.compile(r"offer(?:ed|s) to host\b.{0,160}\baccepted\b")
_KEEPS_ON = re.compile(r"[^.;,]{2,60}? to (?:remain|continue|stay)\b")
_BARE = re.compile(r"[A-Z][a-z][\w'-]+ (?:also )?$")
_NO_NAME = re.compile(
    r"(?:The|This|That|These|Those|It|He|She|They|We|Others|Some|Several|Many|All|Both|Everyone|Nobody)\b"
)


def _bare_name(sentence: Sentence, match: re.Match[str]) -> Actor | None:
    """A single name with which a sentence begins, of whom the text says nothing more."""
    before = sentence.plain[: match.start()]
    named = _BARE.fullmatch(before) is not None and not _NO_NAME.match(before)
    return Actor((before.split()[0],), "person") if named else None


def _relative(context: Context, sentence: Sentence, match: re.Match[str]) -> Actor | None:
    """`President X, who invited`: the person before the relative pronoun."""
    before = sentence.plain[: match.start()]
    if not re.search(r", (?:who|which) (?:\w+ )?$", before):
        return None
    holders = context.held(sentence.start, sentence.start + match.start())
    if holders and holders[-1].party:
        return Actor((holders[-1].party,), "person")
    states = context.mentioned(sentence.start, sentence.start + match.start())
    return Actor((states[-1].party,), "state") if states else None


def _subject_start(sentence: Sentence, place: int) -> int:
    """Where the words before the verb begin to be its own."""
    cuts = [
        m.end()
        for m in re.finditer(
            r"\bthat |; |: |\b(?:but|while|whereas|because) |, (?:and|but|who|which) ", sentence.plain[:place]
        )
    ]
    begin = cuts[-1] if cuts else 0
    comma = sentence.plain.rfind(", ", begin, place)
    adverbial = re.match(
        r"(?:In|On|At|For|After|Before|During|According|Today|Finally|As|With|To|Because)\b", sentence.plain[begin:]
    )
    return comma + 2 if comma > 0 and adverbial else begin


def _end(sentence: Sentence, place: int) -> int:
    stop = re.compile(
        r";|\. |\.$|, (?:and )?(?:the )?(?:\w+ ){1,3}(?:recalled|said|noted|added|stressed)\b|"
        r", (?:but|while) |[”\"]|, He "
    ).search(sentence.plain, place)
    end = stop.start() if stop else len(sentence.plain)
    return sentence.start + min(end, place + _LIMIT)


def _due(context: Context, sentence: Sentence) -> Iterator[tuple[str, int, int, str]]:
    """States should; it is important to; we see the need to: a proposal of whoever says so."""
    opinion = _OPINION.search(sentence.plain)
    holder = actor_in(context, sentence.start, sentence.start + opinion.start()) if opinion else None
    if opinion and holder and _MODAL.search(sentence.plain, opinion.end()):
        yield holder.name, sentence.start + opinion.start(), _before_next(sentence, opinion), "of the opinion"
    for rule, pattern in (("ought", _OUGHT), ("necessary", _NECESSARY)):
        if rule == "ought" and not _MODAL.search(sentence.plain):
            continue
        for match in pattern.finditer(sentence.plain):
            actor = _speaker(context, sentence, match)
            if actor:
                yield actor, sentence.start + match.start(), _end(sentence, match.end()), rule


def _speaker(context: Context, sentence: Sentence, match: re.Match[str]) -> str | None:
    """The state or name of the person who is speaking; nothing where nobody is reported to speak."""
    place = sentence.start + match.start()
    spoken = context.speech_at(place)
    reported = _SPEAKING.search(sentence.plain[: match.end()]) or _SPEAKING.search(sentence.plain[match.end() :])
    if not spoken and not reported and not re.match(r"(?:[Ww]e|I) ", match[0]):
        return None
    if re.match(r"[Ww]e ", match[0]) and not spoken:
        return context.organisation or "participants"
    who = context.people.refer(sentence.start, place + 1) if not spoken else None
    who = who or (context.people.refer(spoken.end, spoken.end + 60) if spoken else None) or context.people.before(place)
    return (who.party or who.name) if who else None
