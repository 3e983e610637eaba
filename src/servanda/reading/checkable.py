"""Tells a promise that can be checked from goodwill: what would exist, or would have happened?"""

from __future__ import annotations

import re
from functools import cache

from servanda.reading.clauses import Actor
from servanda.reading.cues import either, words

_TOPIC_VERBS = re.compile(
    r"(?:pay|focus|devote|give)\b|(?:preside|chair|take\w* over|assume|attend|meet|gather|head|"
    r"lead|hold the (?:presidency|chair)|host the next|become|remain)\b|be "
)
_THING = re.compile(r"(?:the|a|an|its|their|his|her|this|these) ")
_NAMED = re.compile(
    r"(?:\b[A-Z][\w-]+ ){1,6}(?:Conference|Forum|Summit|Fund|Agreement|Treaty|Convention|Protocol|"
    r"Initiative|Plan|Programme|Program|Centre|Center|Corridor|Dialogue|Ministerial|Declaration|"
    r"Bank|Project|Network|Partnership|Framework)\b"
)
_NUMBER = re.compile(
    r"(?<![\w-])\d[\d.,]*(?!\w| February)|\b(?:hundred|thousand|million|billion|two|three|four|"
    r"five|six|seven|eight|nine|ten|twelve|dozen)\b"
)
_FOUNDING = re.compile(
    r"(?:establish|creat|launch|sett|conven|publish|open|build|sign|ratify|appoint|"
    r"provid|host|releas)(?:t?ing)(?: up)? "
    r"(?:an?|the|its|their|two|three|four|five|\d)\b"
)
SUM = re.compile(
    r"(?:[$€£¥] ?\d|\b\d[\d.,]* (?:million|billion|trillion)\b|\bUSD\b|"
    r"\b(?:a|one|two|three|four|five|six|seven|eight|nine|ten|half a|several|\w+ hundred) (?:million|billion)\b)"
)


_COUNTED = (
    r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|"
    r"\w+ hundred|\w+ thousand)"
)
_QUANTITY = re.compile(rf"(?:an additional |a further |up to |another |some )?{_COUNTED} \w")
_LIKEWISE = re.compile(r"do (?:likewise|the same|so)\b")
_DONE = re.compile(
    r"be (?:ready|up|in place|open|opened|completed|finished|delivered|operational|built|launched)\b.*\b(?:by|"
    r"before|in|from|until) "
)
_READY = re.compile(r"have (?:the |an? |its )?[\w' -]{3,60}? (?:ready|in place|completed|finished|built|operational)\b")


def is_checkable(actor: Actor, what: str, verb: str, rule: str) -> bool:
    """Tell whether somebody could later say that it was done: what would exist or have happened."""
    if _DONE.match(what):
        return True
    if _TOPIC_VERBS.match(what) or (rule != "committed to" and _THING.match(what)):
        return False
    if actor.kind == "said" and "want" in verb and not _points(what):
        return False
    if "never" in verb.split() or (rule == "pledged to" and _FOUNDING.match(what)):
        return True
    if rule == "offered to" or _LIKEWISE.match(what) or _READY.match(what):
        return True
    if "not" in verb.split():
        return actor.kind != "person" and concrete_verb().match(what) is not None
    points = _points(what)
    if rule == "committed to" and not (SUM.search(what) or _QUANTITY.match(what)):
        return _FOUNDING.match(what) is not None
    vague = _vague().match(what) is not None
    if vague and "continue" in verb:
        return points >= 1
    concrete = concrete_verb().match(what) is not None
    if actor.kind in {"we", "group"} and rule != "agreed to":
        return points >= 1 + vague or (concrete and not vague and _soft().match(what) is None)
    if vague and not concrete:
        return (
            points >= 1
            or _deeds().search(what) is not None
            or (actor.kind == "state" and rule == "plans to" and " with " in what)
        )
    return concrete or points >= 1


def _points(what: str) -> int:
    """How many things make the words checkable: a sum or number, a date, a named instrument."""
    dated = re.search(
        r"\b(?:19|20)\d\d\b|\b(?:January|February|March|April|June|July|August|September|October|"
        r"November|December)\b",
        what,
    )
    instrument = _NAMED.search(what)
    return bool(SUM.search(what) or _NUMBER.search(what)) + bool(dated) + bool(instrument)


@cache
def concrete_verb() -> re.Pattern[str]:
    """A verb of something that one can later check."""
    return re.compile(rf"(?:also |jointly |\w+ly )*(?:try to |strive to )?{either(words('commitments.concrete'))}\b")


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(rf"{either(words('commitments.vague'))}\b")


@cache
def _soft() -> re.Pattern[str]:
    """Verbs with which a group speaks of its aims: alone they promise nothing that can be checked."""
    return re.compile(rf"{either(words('commitments.soft'))}\b")


@cache
def _deeds() -> re.Pattern[str]:
    """A second verb that can be checked: `work to develop the space, … remove barriers`."""
    strong = [
        "remove",
        "abolish",
        "lift",
        "unify",
        "eliminate",
        "ratify",
        "sign",
        "publish",
        "establish",
        "create",
        "build",
        "send",
        "submit",
        "launch",
        "implement",
    ]
    return re.compile(rf"(?:, |\band |\bto ){either(strong)}\b")
