"""Cuts the names of documents out of a stretch of words: `the revised concept of A and the plan of B to it`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from servanda.reading.cues import by_word, either, words
from servanda.words.vocabulary import DocumentKind

_PREPOSITION = re.compile(
    r" (?:of|for|on|to|in|with|at|against|until|between|concerning|regarding|about|by|from|among|"
    r"under|that|which|establishing|granting|creating|amending|launching|governing|admitting|appointing)\b"
)
_LEAD = re.compile(
    r"\s*(?:also |both |jointly |including |namely |and |, ?)*"
    r"(?:(?:the |further )*(?:consideration|discussion|examination|adoption|approval|signing|"
    r"signature) of )?(?:the |a |an |its |their |this |that |these |those |"
    r"such )?(?:historic |landmark )?",
    re.IGNORECASE,
)
_TITLE_END = re.compile(
    r",? (?:which|who|where|until(?= (?:its|their|the next|a later))|pending|as annexed|as attached|annexed|"
    r"contained|reproduced|set out|"
    r"as amended|as set|as contained|drafted|"
    r"prepared|submitted|developed|adopted|signed|approved|aimed|"
    r"designed|based|attached|sent|negotiated|reached|presented|today|later|too|in full|as well|"
    r"said|before|after|during|by the end|by (?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|but|though|while|"
    r"titled|entitled|called)\b|, (?:in the amount|worth|with|"
    r"totalling|"
    r"under)\b| with (?:an? |the |some |minor |no )*(?:reservation|amendment|change|remark|correction|"
    r"modification|comment)s?\b|, (?!and\b)(?=[a-z]+(?:ed|ing)\b)"
)
_COUNT = re.compile(
    r"(?:[Aa]round |[Aa]bout |[Mm]ore than |[Oo]ver |[Nn]early |[Aa] total of |[Ss]ome |"
    r"[Ii]n all,? )*(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|thirteen|fourteen|"
    r"sixteen|"
    r"twenty|dozens? of|(?:[Aa] )?number of|[Ss]everal|(?:[Aa] )?package of|(?:[Aa] )?series of)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """The name of a document, its kind, and its place in the sentence."""

    text: str
    kind: DocumentKind
    begin: int
    end: int


def titles_in(plain: str, start: int, end: int, *, passive: bool = False) -> list[Title]:
    """The names in a stretch, read until something follows that is no document."""
    parts = _parts(plain, start, end)
    if passive:
        return _from_the_end(plain, parts)
    found: list[Title] = []
    for begin, stop in parts:
        title = _title(plain, begin, stop, found)
        if title is None:
            break
        found.append(title)
    return found


def _from_the_end(plain: str, parts: list[tuple[int, int]]) -> list[Title]:
    """The names that end where the verb begins: the last, and those joined to it."""
    found: list[Title] = []
    for begin, stop in reversed(parts):
        title = _title(plain, begin, stop, [])
        if title is None:
            break
        found.insert(0, title)
    return found


def last_title(plain: str, end: int) -> list[Title]:
    """The document named last before a place: `… the text of a treaty on water`."""
    starts = [match.start() for match in _determined().finditer(plain, 0, end)]
    title = _title(plain, starts[-1], end, []) if starts else None
    return [title] if title else []


def _parts(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [(start, start)]
    cuts += [match.span() for match in _separator().finditer(plain, start, end)]
    stops = [begin for begin, _ in cuts[1:]] + [end]
    return [(cut[1], stop) for cut, stop in zip(cuts, stops, strict=True) if stop > cut[1]]


def _title(plain: str, begin: int, stop: int, before: list[Title]) -> Title | None:
    lead = _LEAD.match(plain, begin, stop)
    first = lead.end() if lead else begin
    cut = _TITLE_END.search(plain, first, stop)
    stop = cut.start() if cut else stop
    text = re.sub(r"(?: (?:and|as well as))?[ ,.;:“”\"'-]*$", "", re.sub(r"\s+", " ", plain[first:stop])).strip(
        " ,.;:“”\"'-"
    )
    head = _head(text)
    noun = _last_noun(head)
    if noun is None or len(text) > 240 or (_is_generic(head, noun, text)):
        return None
    return Title(_resolved(text, before), kind_of(noun), first, stop)


def _head(text: str) -> str:
    """The words before the first preposition, which hold the noun of the document."""
    bare = re.sub(r"^(?:an? |a total of |a number of |a package of |a series of |a set of )", "", text)
    cut = re.compile(rf"{_PREPOSITION.pattern}|[,(“\"]").search(bare)
    return bare[: cut.start()] if cut else bare


def _last_noun(head: str) -> str | None:
    """The noun of a document with which the head ends, give or take a word."""
    found = list(_noun().finditer(head))
    if not found or len(head.split()) > 10:
        return None
    after = [word for word in head[found[-1].end() :].split() if word.lower() not in {"no.", "no", "nos."}]
    return found[-1][0] if len(after) <= 1 or (len(after) <= 4 and after[0][0] in "(“\"'0123456789") else None


def _is_generic(head: str, noun: str, text: str) -> bool:
    """Papers, documents and decisions that nothing further names."""
    if noun.lower() not in words("generic_documents"):
        return False
    if _COUNT.match(text):
        return False
    bare = re.sub(r"^(?:following|all|both|various|other|same|final|important|joint|relevant|more) ", "", head)
    if re.search(r" (?:granting|establishing|creating|amending|admitting|appointing) ", text):
        return False
    if noun.lower() == "decision" and re.search(r"decision to \w", text):
        return False
    topic = r" (?:on|for|about|concerning|regarding|of) " if noun.lower() in _OF_SOMETHING else _TOPIC
    return len(bare.split()) <= 1 and not re.search(topic, text)


_TOPIC = r" (?:on|for|about|concerning|regarding) "
# What these are of is what they are: a list of projects, the rules of procedure.
_OF_SOMETHING = frozenset(["list", "report", "rules", "principles", "standards", "structure", "model"])


def _resolved(text: str, before: list[Title]) -> str:
    """`the plan to it` with the document that `it` means."""
    if not before or not re.search(r" (?:to|for|of) it$| thereto$", text):
        return text
    noun_phrase = _head(before[-1].text)
    bare = re.sub(r" thereto$", " to it", text)
    return re.sub(r" it$", f" the {noun_phrase}", bare)


def kind_of(noun: str) -> DocumentKind:
    """The kind of a document by its noun."""
    return by_word("document_kinds").get(noun.lower(), "other")  # type: ignore[return-value]


def singular(noun: str) -> str:
    """The singular of a regular plural."""
    return re.sub(r"s$", "", re.sub(r"ies$", "y", noun))


def is_document(word: str) -> bool:
    """Tell whether a word is a noun of a document."""
    return word.lower() in by_word("document_kinds")


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"(?i:\b{either(by_word('document_kinds'))}\b)")


@cache
def _determined() -> re.Pattern[str]:
    noun = either(by_word("document_kinds"))
    return re.compile(rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir) (?=(?:[\w'-]+ ){{0,4}}?(?i:{noun})\b)")


@cache
def _separator() -> re.Pattern[str]:
    """What stands between two documents of a list: a comma or `and` before a determiner or a document's noun."""
    noun = either(by_word("document_kinds"))
    article = r"(?:the|an?|its|their|two|three|several) "
    plain_word = r"(?!(?:of|on|for|in|to|with|between|among|at|by)\b)[\w'-]+ "
    near = rf"(?:{article})?(?:{plain_word}){{0,4}}?(?i:{noun})\b"
    return re.compile(
        rf" and (?=(?:more than |over |some |about )?\d+ (?:[\w-]+ ){{0,2}}(?i:{noun})\b)|"
        rf", (?:and |as well as |also )*(?={near})| (?:and|as well as|along with|"
        rf"together with) (?:also )?(?={article}(?:[\w'-]+ ){{0,4}}?(?i:{noun})\b)|; (?:and )?"
    )
