"""Rolls of those present in Russian, line by line: `от Республики Индия - Р. Шривастав, национальный координатор`."""

from __future__ import annotations

import re
from dataclasses import replace

from servanda.reading.rolls import ON_ROLL, Entry, Labels, RollLine, cells, find_rolls
from servanda.reading.russian.look import Look, between
from servanda.reading.russian.names import Name, name_at
from servanda.reading.russian.offices import Officer, office_nouns
from servanda.reading.russian.owners import party_of, secretariat_of
from servanda.reading.sentences import Sentence

_NOUNS = (
    r"(?:состав участников|присутствовали?|присутствующие|участвовали?|участники(?: [а-яё]+){0,2}|приглашенные|"
    r"приглашённые|наблюдатели|"
    r"гости|председательствующий|председательствовала?|председатель|секретарь|"
    r"в (?:заседании|работе|совещании|встрече|сессии)(?: [а-яё-]+){0,3} (?:участвовали|приняли участие))"
)
_LEADS = re.compile(
    r"\b(?:приняли участие|участвовали|присутствовали|участвуют|участниками|возглавляли|возглавили|представляли)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:президент|премьер|министр|заместител|замминистра|посол|глава|руководител|представител|координатор|председател|"
    r"секретар|директор|начальник|отсутств|не представлен)",
    re.IGNORECASE,
)
_LABELS = Labels(
    present=re.compile(
        rf"(?:(?:также|на заседании|члены|список) )*{_NOUNS}(?: \(?\d+\)?)?(?::\s*|\s+-\s+|\s*$|\s{{3,}})|"
        rf"от [а-яё -]{{5,60}}:\s*|"
        r"[^.;:]{0,90}?\b(?:приняли участие|участвовали|присутствовали|были представлены|возглавляли|возглавили|"
        r"представляли|"
        r"представили|прибыли|собрались)\b[^.;:]{0,60}:\s*(?=\S)",
        re.IGNORECASE,
    ),
    absent=re.compile(
        r"(?:отсутствовал[аи]?|отсутствующие|отсутствуют|не присутствовали|"
        r"не участвовали)(?: \(?\d+\)?)?(?::\s*|\s+-\s+|\s*$)|"
        r"[^.;:]{0,90}?\b(?:отсутствовали|не были представлены|не участвовали)\b[^.;:]{0,60}:\s*(?=\S)",
        re.IGNORECASE,
    ),
    came_not=re.compile(r"\b(?:отсутств\w+|не (?:участв|присутств|представлен|прибыл)\w*)", re.IGNORECASE),
    leads=lambda sentence: _LEADS.search(sentence.plain) is not None,
    tells=lambda sentence: _TELLS.search(sentence.plain) is not None,
)
_FROM = re.compile(r"(?:от |[Оо]т имени )?")


def entries(look: Look, sentences: list[Sentence], officers: list[Officer]) -> list[Entry[Officer]]:
    """Every line of every roll of the text; `officers` are the offices that the text names."""
    lines = find_rolls(sentences, _LABELS, lambda sentence: _names_party(look, sentence))
    ordered = sorted(officers, key=lambda officer: officer.start)
    found = [_entry(look, line, ordered) for line in (*lines, *_speakers(look.plain))]
    return [entry for entry in found if entry.parties or entry.holder]


_SPEAKER = re.compile(
    r"^(?P<who>(?:Президент|Премьер-министр|Председатель|Министр|Глава|Вице-премьер|Вице-президент|Посол|Представитель)"
    r"(?: [А-ЯЁа-яё-]+){1,8})(?: \([^()\n]{2,60}\))?: (?=[А-ЯЁ«(])",
    re.MULTILINE,
)
# So many labels make a transcript.
_ENOUGH = 3


def _speakers(plain: str) -> list[RollLine]:
    """Who speaks in a transcript, where labels name offices: `Президент Казахстана: Спасибо.`."""
    found = [RollLine(m.start("who"), m.end("who"), absent=False, label="") for m in _SPEAKER.finditer(plain)]
    return found if len(found) >= _ENOUGH else []


def with_rolls(officers: list[Officer], roll: list[Entry[Officer]]) -> list[Officer]:
    """The offices of a text and those of its rolls, who are of the party that their line names."""
    taken = {entry.holder.name_start: entry.holder for entry in roll if entry.holder}
    spans = [(one.start, one.end) for one in taken.values()]
    others = [o for o in officers if not any(start <= o.start and o.end <= end for start, end in spans)]
    return [*others, *taken.values()]


def _names_party(look: Look, sentence: Sentence) -> bool:
    lead = _FROM.match(sentence.plain)
    place = sentence.start + (lead.end() if lead else 0)
    return place in look.starting and (bool(lead and lead[0]) or " - " in sentence.plain)


def _entry(look: Look, line: RollLine, officers: list[Officer]) -> Entry[Officer]:
    parts = cells(look.plain, line)
    known = [o for o in between(officers, line.start, line.end) if o.rule != "list with names"]
    if line.label:
        parties = _labelled(look, line, known)
    else:
        end = parts[0][1] if parts else line.end
        states = [m.party for m in look.mentions(line.start, end) if m.kind == "state"]
        parties = tuple(dict.fromkeys(states)) or _body(look, line.start, end)
    if len(parties) > 1:
        return Entry(line, parties)
    named = next((o for o in known if o.name), None)
    if named:
        return Entry(
            line,
            parties or tuple(filter(None, [named.party])),
            replace(named, party=named.party or next(iter(parties), None)),
        )
    return Entry(line, parties, _in_cells(look, line, parts[not line.label :], next(iter(parties), None)))


def _labelled(look: Look, line: RollLine, known: list[Officer]) -> tuple[str, ...]:
    """The parties of a line with its own label: those of its offices, and the states that stand for themselves."""
    owned = [(o.start, o.party) for o in known if o.party]
    inside = {place for o in known for place in range(o.start, o.end)}
    states = [
        (m.start, m.party) for m in look.mentions(line.start, line.end) if m.kind == "state" and m.start not in inside
    ]
    return tuple(dict.fromkeys(party for _, party in sorted([*owned, *states]) if party))


def _body(look: Look, start: int, end: int) -> tuple[str, ...]:
    """`Секретариат ШОС`: the body of an organisation between two places."""
    party = party_of(look, start, end)
    secretariat = any(word.bare.startswith("секретариат") for word in look.tokens.between(start, end))
    if party is None or (secretariat and " " not in party):
        party = secretariat_of(party) if party else None
    return (party,) if party else ()


def _in_cells(look: Look, line: RollLine, parts: list[tuple[int, int]], party: str | None) -> Officer | None:
    """A name in one cell of a line, and its office in another."""
    for start, end in parts:
        words = look.tokens.between(start, end)
        name = name_at(look.plain, look.tokens.words, look.tokens.number(start), look.inside) if words else None
        if name and name.end >= words[-1].end:
            return _officer(look, line, name, [part for part in parts if part != (start, end)], party)
    return None


_BARE = re.compile(r"[:\s]+$")


def _officer(
    look: Look, line: RollLine, name: Name, others: list[tuple[int, int]], party: str | None
) -> Officer | None:
    for start, end in others:
        words = look.tokens.between(start, end)
        noun = next((word for word in words if word.lemmas & office_nouns()), None)
        if noun:
            owner = party or party_of(look, start, end, noun)
            return Officer(line.start, line.end, look.plain[start:end], noun.bare, owner, name.text, name.start,
                           frozenset(["nomn"]), ON_ROLL)  # fmt: skip
    office = _BARE.sub("", line.label).capitalize()
    if not office or others:
        return None
    start = line.start - len(line.label)
    return Officer(start, line.end, office, office.lower(), party, name.text, name.start, frozenset(["nomn"]), ON_ROLL)
