"""Consults an assistant about a text, and merges what it found with what the rules found."""

from __future__ import annotations

from collections import Counter

import msgspec

from servanda.problems import Problem
from servanda.reading.alike import alike, folded, party_key
from servanda.reading.assistants.answers import Answer, Known, take_answer, told
from servanda.reading.assistants.asking import LISTS, SINGLE, Assistant, Question, questions
from servanda.reading.naming import parties_named
from servanda.reading.records import Consulted, Item, Reading
from servanda.reading.silence import silence

_PIECES = 40


def consult(reading: Reading, assistant: Assistant) -> Reading:
    """The reading with what an assistant added; where the assistant fails, the rules' items with the problem."""
    by, known = f"model {assistant.name}", _known(reading.text)
    answers: list[Answer] = []
    problems: list[Problem] = []
    asked = list(questions(reading.text))
    for question in asked[:_PIECES]:
        answer, problem = _ask(assistant, question, known, by)
        if answer:
            answers.append(answer)
        if problem:
            problems.append(problem)
            break  # an assistant that failed once is not asked again
    if len(asked) > _PIECES:
        message = f"the assistant was asked about the first {_PIECES} of {len(asked)} pieces of the text"
        problems.append(Problem("R115", message, None, "read the text in parts", "warning"))
    return _merged(reading, assistant.name, answers, problems)


def _ask(assistant: Assistant, question: Question, known: Known, by: str) -> tuple[Answer | None, Problem | None]:
    said, problem = assistant.answer(question)
    if said is None:
        return None, problem
    answer = take_answer(said, question, known, by)
    if answer is None:
        message = f"the assistant {assistant.name} answered with something that is no JSON object"
        return None, Problem("R114", message, None, "try again, or another model; the rules' items stand", "warning")
    return answer, None


def _known(text: str) -> Known:
    """What a text names."""
    parties = frozenset(party_key(named.name) for named in parties_named(text))
    return Known(f" {folded(text)} ", parties)


def _merged(reading: Reading, name: str, answers: list[Answer], problems: list[Problem]) -> Reading:
    """The rules' items first; an item that tells the same as another is a double."""
    fields: dict[str, list[Item]] = {kind: list(getattr(reading, kind)) for kind in LISTS}
    single: dict[str, Item | None] = {kind: getattr(reading, kind) for kind in SINGLE}
    dropped: Counter[str] = sum((answer.dropped for answer in answers), Counter())
    given, added = [pair for answer in answers for pair in answer.items], 0
    for kind, item in given:
        if kind in SINGLE:
            new = single[kind] is None
            single[kind] = single[kind] or item
        else:
            new = not any(alike(one, item) for one in fields[kind])
            fields[kind] += [item] if new else []
        added += new
    lists = {kind: tuple(sorted(items, key=lambda item: item.start)) for kind, items in fields.items()}
    consulted = Consulted(
        name=name,
        given=len(given) + dropped.total(),
        added=added,
        doubles=len(given) - added,
        dropped=dropped.total(),
        respaced=sum(answer.respaced for answer in answers),
    )
    kept = [problem for problem in reading.problems if problem.code != "R105"]
    merged = msgspec.structs.replace(reading, **lists, **single, assistant=consulted)
    found = [*kept, *problems, *_dropped(consulted, dropped), *silence(merged)]
    return msgspec.structs.replace(merged, problems=tuple(found))


def _dropped(consulted: Consulted, dropped: Counter[str]) -> list[Problem]:
    if not dropped:
        return []
    reasons = "; ".join(told(dropped))
    message = f"{dropped.total()} of {consulted.given} items of {consulted.name} were dropped: {reasons}"
    return [Problem("R115", message, None, "what is left quotes the text verbatim", "warning")]
