"""What somebody was told to do: instructed, tasked, requested, or named for it in a line of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.clauses import actor_in
from servanda.reading.context import Context, one_line
from servanda.reading.cues import either, words
from servanda.reading.promises import Promise, clause_start
from servanda.reading.sentences import Sentence

_ORDERS = re.compile(
    r"\b(?:was|were|is|are|has been|have been) (?:also )?(?:instructed|tasked|mandated|charged|"
    r"directed|entrusted|commissioned|authori[sz]ed|requested|asked|"
    r"given (?:until [\w ]{4,24}?|\w+ (?:weeks|months|days))) (?:with |to )"
)


# A line of minutes that only says who is to do what.
_ACTION = re.compile(
    r"(?P<label>Actions?(?: points?| items?)?: ?|Follow-up: ?)?(?P<who>(?:The )?[A-Z][\w&-]*(?: (?:of |and |"
    r"for )?[A-Z][\w&-]*){0,5}) to "
    rf"(?={either(words('commitments.concrete'))}\b)"
)


_ORDERING = re.compile(
    r"(?:^(?i:(?:instruct|task|mandate|charge|direct|request|authori[sz]e)s|asks|asked)|"
    r"\b(?:(?:instruct|task|mandate|charge|direct|entrust|request|authori[sz]e)(?:e?d|s)|commissioned|"
    r"(?:INSTRUCT|TASK|MANDATE|DIRECT|REQUEST|AUTHORI[SZ]E)S)|\b(?:asks?|asked)(?= (?:the |its |"
    r"their )(?:[A-Z][\w-]+ ){0,3}(?:[Ss]ecret|[Cc]ommission|[Cc]ommittee|"
    r"[Cc]hair|[Oo]fficials|"
    r"[Ee]xperts|[Ww]orking [Gg]roup))|(?<=\bTo )(?:instruct|task|mandate|charge|direct|entrust|"
    r"request)) (?!for |of |from |by |are |is |was |"
    r"were )(?P<whom>(?:the |its |their |all )?[A-Za-z][^.;,]{2,80}?) (?:to|with) "
)


# `Decision to open talks`: a paper does nothing.
_PAPERS = ("Decision", "Agreement", "Proposal", "Protocol", "Plan", "Request", "Offer", "Appeal", "Resolution")


def ordered(context: Context, sentence: Sentence) -> Iterator[Promise]:
    """The Commission was instructed to settle; the leaders tasked ministers to report."""
    line = _ACTION.match(sentence.plain)
    if line and not line["who"].endswith(("ed", "s", *_PAPERS)) and (line["label"] or sentence.role == "item"):
        what = one_line(sentence.plain[line.end() :]).rstrip(".")
        yield Promise(re.sub("^The ", "", line["who"]), what, "decided", "action point")
        return
    passive = _ORDERS.search(sentence.plain)
    if passive:
        start = clause_start(sentence, passive.start())
        actor = actor_in(context, sentence.start + start, sentence.start + passive.start())
        name = actor.name if actor else _last_words(sentence.plain[start : passive.start()])
        yield Promise(name, one_line(sentence.plain[passive.end() :]).rstrip("."), "decided", "was instructed to")
        return
    active = _ORDERING.search(sentence.plain)
    if active and not context.speech_at(sentence.start + active.start()):
        what = one_line(sentence.plain[active.end() :]).rstrip(".")
        yield Promise(one_line(active["whom"]), what, "decided", "instructed somebody to")


def _last_words(subject: str) -> str:
    chunk = subject.rsplit(", ", 1)[-1]
    return re.sub(r"^(?:the|The|its|their) ", "", one_line(chunk)) or "participants"
