"""Cuts a Russian sentence into clauses, and tells who acts in one: the nominatives around its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from servanda.reading.russian.context import Context
from servanda.reading.russian.gazetteer import Mention
from servanda.reading.russian.lists import listed
from servanda.reading.russian.phrases import nominative, spaced
from servanda.reading.russian.tokens import Token
from servanda.reading.sentences import Sentence

_CUT = re.compile(
    r"[;:()«»“”\"]| - |, (?=(?:что|чтобы|а|но|где|когда|если|так как|поскольку|котор\w+|хотя|однако|причём|после чего|"
    r"потому|благодаря чему|в свою очередь|при этом|зато|"
    r"за исключением|кроме|тогда как|в то время как|и (?:что|котор\w+))\b)|"
    r", и (?=(?:[А-ЯЁ]|он |она |они ))"
)
_OPENERS = re.compile(r",? ?(?:что|чтобы|а|но|где|когда|если|так как|поскольку|хотя|однако|причём|и)\b ?")
_JOIN = re.compile(r"\s*(?:,|,?\s+и|,?\s+а также|,?\s+как и|\s+с)\s*")
GROUPS = listed("clauses.groups")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the parties, by which kind of words they are named, and where."""

    parties: tuple[str, ...]
    kind: str
    start: int
    end: int
    person: str | None = None

    @property
    def name(self) -> str:
        """The parties in one string."""
        return (
            " и ".join(self.parties)
            if any(not party.isascii() for party in self.parties)
            else " and ".join(self.parties)
        )


def clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence between brackets, dashes, colons and the conjunctions that open a clause."""
    begin = 0
    for cut in _CUT.finditer(sentence.plain):
        if cut.start() > begin:
            yield sentence.start + begin, sentence.start + cut.start()
        begin = cut.end()
    if begin < len(sentence.plain):
        yield sentence.start + begin, sentence.end


def clause_at(sentence: Sentence, place: int) -> tuple[int, int]:
    """The clause around a place."""
    for start, end in clauses(sentence):
        if start <= place < end:
            return start, end
    return sentence.start, sentence.end


def actor_of(context: Context, sentence: Sentence, verb: Token) -> Actor | None:
    """Who does what a verb says: the nearest nominative before it in its clause, else the first after it."""
    start, end = clause_at(sentence, verb.start)
    found = candidates(context, start, end)
    before = [actor for actor in found if actor.end <= verb.start]
    after = [actor for actor in found if actor.start >= verb.end]
    if before:
        return before[-1]
    if after and _follows(context, verb, after[0]):
        return after[0]
    if verb.start - start > 0 and (start > sentence.start):
        outer = [a for a in candidates(context, sentence.start, start) if a.kind != "group" or a.parties]
        if outer:
            return outer[-1]
    return None


def _follows(context: Context, verb: Token, actor: Actor) -> bool:
    """A subject after its verb stands near it."""
    return len(context.words(verb.end, actor.start)) <= 8


def candidates(context: Context, start: int, end: int) -> list[Actor]:
    """Everything in a stretch that can be a subject, by place."""
    found = [*_officers(context, start, end), *_groups(context, start, end), *_references(context, start, end)]
    covered = [(actor.start, actor.end) for actor in found]
    found += [a for a in _states(context, start, end) if not any(s <= a.start < e for s, e in covered)]
    covered = [(actor.start, actor.end) for actor in found]
    found += [a for a in _bodies(context, start, end) if not any(s <= a.start < e for s, e in covered)]
    told = [match.span() for match in _BY_WHOM.finditer(context.plain, start, end)]
    found = [a for a in found if not any(s < a.start < e for s, e in told)]
    return sorted(found, key=lambda actor: actor.start)


# Who tells so is no subject: `Россия, по словам источника в делегации, внесёт`.
_BY_WHOM = re.compile(r", (?:по (?:словам|данным|сообщению|информации|мнению)|как [а-яё]+л\w*) [^,;.]*,")


def _officers(context: Context, start: int, end: int) -> Iterator[Actor]:
    for officer in context.offices(start, end):
        if "nomn" in officer.cases and officer.rule != "list with names":
            person = officer.name or _person_of(context, officer.start)
            yield Actor((officer.party or spaced(officer.office),), "person", officer.start, officer.end, person)


def _person_of(context: Context, start: int) -> str | None:
    return next((r.who.name for r in context.people.within(start, start + 1)), None)


def _references(context: Context, start: int, end: int) -> Iterator[Actor]:
    spans = [(officer.start, officer.end) for officer in context.offices(start, end)]
    for reference in context.people.within(start, end):
        inside = any(s <= reference.start < e for s, e in spans)
        if "nomn" in reference.cases and not inside:
            who = reference.who
            yield Actor((who.party or who.name,), "person", reference.start, reference.end, who.name)


def _states(context: Context, start: int, end: int) -> Iterator[Actor]:
    """States and capitals in the nominative; those of one list are one actor."""
    listed: list[Mention] = []
    for mention in context.mentioned(start, end, ("state", "capital")):
        if "nomn" not in mention.cases or _is_owned(context, mention):
            continue
        if listed and not _JOIN.fullmatch(context.plain[listed[-1].end : mention.start]):
            yield _joined(listed)
            listed = []
        listed.append(mention)
    if listed:
        yield _joined(listed)


def _joined(listed: list[Mention]) -> Actor:
    parties = tuple(dict.fromkeys(mention.party for mention in listed))
    return Actor(parties, "state", listed[0].start, listed[-1].end)


def _is_owned(context: Context, mention: Mention) -> bool:
    """Names that never change (США, ОАЭ) stand in the genitive after a noun: `президент США`."""
    if len(mention.cases) < 5:
        return False
    words = context.words(max(0, mention.start - 40), mention.start)
    return bool(words) and context.plain[words[-1].end : mention.start] == " " and words[-1].can_be("NOUN")


def _groups(context: Context, start: int, end: int) -> Iterator[Actor]:
    """`Лидеры`, `участники`, `стороны`, `мы`: the states of their list, else the organisation."""
    headers = {header.start: header for header in context.lists(start, end)}
    for word in context.words(start, end):
        header = headers.get(word.start)
        if header and "nomn" in header.cases:
            yield Actor(tuple(dict.fromkeys(s.party for s in header.states)), "group", header.start, header.end)
        elif word.bare in {"мы", "я"}:
            yield _speaking(context, word)
        elif word.lemmas & GROUPS and any(f.case == "nomn" and f.number == "plur" for f in word.forms):
            yield Actor((context.organisation or "participants",), "group", word.start, word.end)


def _speaking(context: Context, word: Token) -> Actor:
    who = speaker_at(context, word.start)
    party = (who[1] or who[0]) if who else context.organisation or "participants"
    return Actor((party,), "we", word.start, word.end, who[0] if who else None)


def speaker_at(context: Context, place: int) -> tuple[str, str | None] | None:
    """The name and party of whoever speaks the direct speech around a place."""
    said = context.speech_at(place)
    if not said:
        return None
    if said.clause:
        for officer in context.offices(*said.clause):
            if officer.name:
                return officer.name, officer.party
        named = context.people.within(*said.clause)
        if named:
            return named[0].who.name, named[0].who.party
    who = context.people.before(said.start)
    return (who.name, who.party) if who else None


def _bodies(context: Context, start: int, end: int) -> Iterator[Actor]:
    """Organs and organisations in the nominative, also by their bare noun: Совет, Комиссия."""
    for mention in context.mentioned(start, end, ("organ", "organisation")):
        if "nomn" in mention.cases and not _is_owned(context, mention):
            yield Actor((mention.party,), "body", mention.start, mention.end)
    for word in context.words(start, end):
        if word.start in context.look.inside:
            continue
        if word.lemmas & listed("body_nouns") and word.can_be("NOUN", "nomn") and _heads_a_body(word):
            yield Actor((nominative(context.plain, [word], ("nomn",)),), "body", word.start, word.end)


def _heads_a_body(word: Token) -> bool:
    singular = any(f.part == "NOUN" and f.case == "nomn" and f.number == "sing" for f in word.forms)
    return singular and (word.capital or word.bare in {"исполком", "секретариат", "комиссия", "совет", "коллегия"})


def is_verb(word: Token, lemmas: frozenset[str], *parts: str) -> bool:
    """Tell whether the word is one of some verbs, in one of some parts of speech (any finite form by default)."""
    if lemmas.isdisjoint(word.lemmas):
        return False
    wanted = parts or ("VERB", "PRTS")
    return any(form.part in wanted and form.base in lemmas for form in word.forms)


def is_future(word: Token) -> bool:
    """Tell whether the word is a verb in the future."""
    return any("futr" in form.marks for form in word.forms)
