"""Persons whose office the text tells apart from their name: by an appointment, or in the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from servanda.reading.russian.gazetteer import Mention
from servanda.reading.russian.lists import listed
from servanda.reading.russian.look import Look, between
from servanda.reading.russian.names import Name, name_at, name_words
from servanda.reading.russian.offices import Officer
from servanda.reading.russian.owners import party_of
from servanda.reading.russian.people import surname_pattern
from servanda.reading.russian.tokens import Token
from servanda.reading.sentences import Sentence
from servanda.words.morphology import bare

_APPOINTED = re.compile(
    r"\b(?:назначен|избран|переизбран|утвержд[её]н|назначили|избрали|станет|стал|стала|остаётся|"
    r"останется)[аы]?\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[А-ЯЁ](?:\.-?[А-ЯЁ])+")
_HEADS = listed("joined.heads")


def joined(look: Look, officers: list[Officer], sentences: list[Sentence]) -> Iterator[Officer]:
    """Every person whose name and office stand apart, with the passage from the one to the other."""
    officers = sorted(officers, key=lambda officer: officer.start)
    named = {officer.name.split()[-1] for officer in officers if officer.name}
    taken = {officer.name_start for officer in officers if officer.name}
    body = [sentence for sentence in sentences if sentence.role != "heading"]
    for number, sentence in enumerate(body):
        for name in _free_names(look, sentence, taken):
            if name.text.split()[-1] in named or any(
                surname_pattern(one).fullmatch(bare(name.text.split()[-1])) for one in named
            ):
                continue
            ways = (
                _heading(look, name),
                _of_state(look, sentence, name),
                _appointed(sentence, officers, name),
                _named_before(body[max(0, number - 1)], sentence, officers, name),
                _named_after(sentence, body[min(number + 1, len(body) - 1)], officers, name),
            )
            officer = next((way for way in ways if way), None)
            if officer:
                named.add(name.text.split()[-1])
                yield officer


def _free_names(look: Look, sentence: Sentence, taken: set[int]) -> Iterator[Name]:
    """Full names that belong to no office: a first name that the dictionary knows, and what follows."""
    words = look.tokens.words
    number, last = look.tokens.number(sentence.start), look.tokens.number(sentence.end)
    while number < last:
        parts = name_words(look.plain, words, number, look.inside)
        full = len(parts) >= 2 and parts[0].start not in taken
        if full and (_is_first_name(parts[0]) or _state_after(look, parts[-1].end)):
            name = name_at(look.plain, words, number, look.inside, _case(parts))
            if name:
                yield name
        number += max(1, len(parts))


def _is_first_name(word: Token) -> bool:
    initial = len(word.text) == 1 or _INITIALS.fullmatch(word.text) is not None
    return initial or any("Name" in form.marks for form in word.forms)


def _case(parts: list[Token]) -> str:
    cases = [form.case for form in parts[0].forms if "Name" in form.marks]
    return cases[0] if cases else "nomn"


def _appointed(sentence: Sentence, officers: list[Officer], name: Name) -> Officer | None:
    """`Начальником штаба назначен генерал-полковник Андрей Сердюков`."""
    if not _APPOINTED.search(sentence.plain):
        return None
    here = between(officers, sentence.start, sentence.end)
    inside = [o for o in here if not o.name and "nomn" not in o.cases]
    near = [o for o in inside if "ablt" in o.cases or o.cases & {"gent", "accs", "datv"}]
    if not near:
        return None
    officer = near[0]
    return replace(officer, name=name.text, name_start=name.start, start=min(officer.start, name.start),
                   end=max(officer.end, name.end), rule="appointed")  # fmt: skip


def _state_after(look: Look, end: int) -> Mention | None:
    """The state in brackets that follows a name."""
    state = look.starting.get(end + 2) if look.plain[end : end + 2] == " (" else None
    return state if state and state.kind == "state" and look.plain[state.end : state.end + 1] == ")" else None


def _of_state(look: Look, sentence: Sentence, name: Name) -> Officer | None:
    """`Никол Пашинян (Армения)`: a person of a state, with the plural office before the list where there is one."""
    state = _state_after(look, name.end)
    if state is None:
        return None
    before = [word for word in look.tokens.between(sentence.start, name.start) if word.lemmas & _HEADS]
    noun = next(iter(before[-1].lemmas & _HEADS), "") if before else ""
    office = f"{noun} ({look.plain[state.start : state.end]})" if noun else ""
    return Officer(name.start, state.end + 1, office, noun or "лидер", state.party, name.text, name.start,
                   frozenset(["nomn"]), "name with its state")  # fmt: skip


_LEADING = re.compile(r", (?P<what>возглавля(?:ющий|ющая|вший|вшая) (?:[\w-]+ ?){1,5}?)(?=[,.;)]|$)")


def _heading(look: Look, name: Name) -> Officer | None:
    """`Тигран Саркисян, возглавляющий коллегию`."""
    match = _LEADING.match(look.plain, name.end)
    if not match:
        return None
    party = party_of(look, match.start("what"), match.end("what"))
    return Officer(name.start, match.end("what"), match["what"].strip(), "глава", party, name.text, name.start,
                   frozenset(["nomn"]), "name before office")  # fmt: skip


def _named_before(before: Sentence, sentence: Sentence, officers: list[Officer], name: Name) -> Officer | None:
    """The office is the subject of the sentence before: `Премьер-министр Армении …. О решении Никол Пашинян …`."""
    if before is sentence or before.paragraph != sentence.paragraph:
        return None
    subjects = [o for o in between(officers, before.start, before.end) if "nomn" in o.cases]
    bare_offices = [o for o in subjects if not o.name and o.party and o.noun in _HEADS and o.start < before.start + 30]
    if not bare_offices or any(o.name for o in subjects):
        return None
    officer = bare_offices[0]
    return replace(officer, name=name.text, name_start=name.start, end=name.end, rule="named in the next sentence")


def _named_after(sentence: Sentence, after: Sentence, officers: list[Officer], name: Name) -> Officer | None:
    """The office begins the next sentence: `- подчеркнул Александр Лукашенко. Белорусский президент сообщил`."""
    if after is sentence or after.paragraph != sentence.paragraph:
        return None
    first = [o for o in between(officers, after.start, after.start + 1) if not o.name and o.party and o.noun in _HEADS]
    if not first or "nomn" not in first[0].cases:
        return None
    return replace(
        first[0], name=name.text, name_start=name.start, start=name.start, rule="named in the sentence before"
    )
