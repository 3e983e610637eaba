"""Promises in nouns and participles: `the offer of X to train`, `X undertaking to pay`, `an assurance that it will`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.checkable import SUM, concrete_verb
from servanda.reading.clauses import parties_in
from servanda.reading.context import Context, one_line
from servanda.reading.enumerations import last_list
from servanda.reading.promises import Promise, clause_end
from servanda.reading.sentences import Sentence

_THAT_IT_WILL = (
    r"that (?:it|he|she|they|(?:his|her|their|its) (?:country|government)) (?:will|would|shall|is going to) "
)
_NOUN = re.compile(
    r"\b(?:[Oo]ffer|pledge|promise|undertaking|assurance|announcement|commitment|intention|readiness|willingness)s? "
    rf"(?:made )?(?:of|by|from) (?P<who>[^,.;]{{3,70}}?),? (?:to |{_THAT_IT_WILL})"
)
_NEEDLE = re.compile(r" (?:of|by|from) [^,.;]{3,70},? (?:to|that) ")
_PARTICIPLE = re.compile(
    r",? (?:undertaking|pledging|promising|volunteering|offering) to |"
    rf",? (?:stating|announcing|indicating|declaring|confirming|adding)(?: for the record)? {_THAT_IT_WILL}"
)
# `(EEC to draft a treaty by May)`: in a list of outcomes the bracket tells who goes on.
_BRACKET = re.compile(r"\((?P<who>(?:the )?[A-Z][^()]{1,60}?) to (?=[a-z])")
_DATED = re.compile(r"\b(?:by|until|before|no later than|within) ")


def offered(context: Context, sentence: Sentence) -> Iterator[Promise]:
    """Every such promise of a sentence that can be checked later."""
    for match in _NOUN.finditer(sentence.plain) if _NEEDLE.search(sentence.plain) else ():
        parties = parties_in(context, sentence.start + match.start("who"), sentence.start + match.end("who"))
        yield from _promise(context, sentence, match, parties[:1])
    for match in _PARTICIPLE.finditer(sentence.plain) if "ing " in sentence.plain else ():
        named = last_list(context, sentence.start, sentence.start + match.start())
        adjacent = named and named[-1].end == sentence.start + match.start()
        yield from _promise(context, sentence, match, [mention.party for mention in named] if adjacent else [])
    for match in _BRACKET.finditer(sentence.plain) if sentence.role == "item" else ():
        if _DATED.search(sentence.plain, match.end()):
            yield from _promise(context, sentence, match, [re.sub("^the ", "", one_line(match["who"]))])


def _promise(context: Context, sentence: Sentence, match: re.Match[str], parties: list[str]) -> Iterator[Promise]:
    what = one_line(sentence.plain[match.end() : clause_end(sentence, match.end())]).rstrip(".)")
    checkable = concrete_verb().match(what) or SUM.search(what)
    dated = context.dated(sentence.start + match.end(), sentence.end)
    if parties and (checkable or dated) and not context.speech_at(sentence.start + match.start()):
        yield Promise(" and ".join(parties), what, "pledged", "offered in a noun")
