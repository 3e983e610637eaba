"""States whose leaders stayed away and yet took part: they sent somebody, or spoke by video."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.clauses import parties_in
from servanda.reading.context import Context
from servanda.reading.sentences import Sentence

_STAYED = re.compile(
    r"\b(?:did not|didn't|could not|was unable to|were unable to|would not|declined to|refused to|skipped|"
    r"missed|boycotted|cancelled|"
    r"stayed (?:away|at home)|"
    r"not (?:attend|travel|come)|was absent|were absent)\b"
)
_YET = re.compile(
    r"\b(?:sent|sending|delegated) (?:(?:its|his|her|their|an?|the|only) )?(?:[\w-]+ ){0,3}?"
    r"(?:ministers?|deput(?:y|ies)|ambassadors?|envoys?|representatives?|vice|speakers?|officials?|delegations?)\b|"
    r"\b(?:addressed|joined|spoke|took part|participated|appeared)\b[^.;]{0,60}?\b(?:video|online|remotely|"
    r"virtually)\b|"
    r"\b(?:was|were) represented by\b|\bled the (?:[\w-]+ )?delegation\b"
)
_SENT = re.compile(
    r"\bsent (?:only )?(?:an?|its|their) (?:[\w-]+ ){0,3}?(?:minister|deputy|ambassador|envoy|representative|"
    r"official|delegation)"
    r"\b(?! to\b)"
)
_OWN = re.compile(
    r",? (?:its|their|an?) (?:[\w-]+ ){0,3}(?:minister|deputy|ambassador|envoy|representative|official|delegation)\b"
)
_NOBODY = re.compile(r"\bsent (?:no|neither)\b|\bnot (?:represented|send)\b|\bnor\b")
_NEW_SUBJECT = re.compile(r"; |, (?:while|but|and|whereas) (?=(?:the )?[A-Z])")


def stand_ins(context: Context) -> Iterator[tuple[str, int, int]]:
    """Every such state with the passage that says so."""
    for sentence in context.body():
        begin = 0
        for cut in [*(m.start() for m in _NEW_SUBJECT.finditer(sentence.plain)), len(sentence.plain)]:
            stayed = _STAYED.search(sentence.plain, begin, cut)
            yet = _YET.search(sentence.plain, stayed.end(), cut) if stayed else None
            if stayed and yet and not _NOBODY.search(sentence.plain, begin, cut):
                for party in parties_in(context, sentence.start + begin, sentence.start + stayed.start()):
                    yield party, sentence.start + begin, sentence.start + cut
            begin = cut


def senders(context: Context) -> Iterator[tuple[str, int, int]]:
    """States that sent somebody to the session, whatever their leaders did."""
    for sentence in context.body():
        sent = _SENT.search(sentence.plain)
        subject = context.mentioned(sentence.start, sentence.start + sent.start()) if sent else []
        if sent and subject and subject[0].start == sentence.start and not context.speech_at(sentence.start):
            for mention in subject:
                yield mention.party, sentence.start, sentence.start + sent.end()
            yield from _likewise(context, sentence, sentence.start + sent.end())
        elif sent:
            yield from _after_semicolon(context, sentence, sent)


def _after_semicolon(context: Context, sentence: Sentence, sent: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """`A and B came; C sent its minister and D its ambassador`."""
    begin = sentence.start + sentence.plain.rfind("; ", 0, sent.start()) + 2
    subject = context.mentioned(begin, sentence.start + sent.start())
    if subject and subject[0].start == begin > sentence.start + 1 and not context.speech_at(begin):
        for mention in subject:
            yield mention.party, begin, sentence.start + sent.end()
        yield from _likewise(context, sentence, sentence.start + sent.end())


def _likewise(context: Context, sentence: Sentence, place: int) -> Iterator[tuple[str, int, int]]:
    """`… and India its defence minister`: the verb is not said again."""
    for mention in context.mentioned(place, sentence.end):
        own = _OWN.match(context.plain, mention.end, sentence.end)
        if own:
            yield mention.party, mention.start, own.end()
