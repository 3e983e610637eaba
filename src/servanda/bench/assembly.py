"""A made-up organisation that is larger than the record: sessions by the hundred, one with many items, and treaties.

Nothing in it is about anybody: its states are codes, its titles are numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

SESSIONS, ITEMS, INSTRUMENTS = 300, 40, 70
STATES = ("AM", "AZ", "BY", "GE", "KG", "KZ", "MD", "RU", "TJ", "TM", "UA", "UZ")
ORGAN = "assembly/council"
FIRST = date(1995, 1, 10)
DAYS_BETWEEN = 30


def last_session() -> str:
    """The name of the session with all the items."""
    return f"{ORGAN}/{_day(SESSIONS - 1)}"


def last_day() -> date:
    """The day of the last session."""
    return _day(SESSIONS - 1)


def assembly() -> str:
    """The record of the organisation, as a text of acts."""
    return "\n".join([*_organisation(), *_treaties(), *_sessions(), *_items()]) + "\n"


def _day(number: int) -> date:
    return FIRST + timedelta(days=DAYS_BETWEEN * number)


def _organisation() -> Iterator[str]:
    yield '1995-01-01 organisation assembly "Assembly of the bench"'
    yield f'1995-01-01 organ {ORGAN} "Council of the bench"'
    yield f"1995-01-01 join assembly {' '.join(STATES)}"


def _treaties() -> Iterator[str]:
    """Treaties that need three consents; one state more takes part in each that follows, and begins anew."""
    for number in range(INSTRUMENTS):
        of, day = f"assembly-treaty-{number}", _day(3 * number)
        several = sorted(STATES[: 4 + number % (len(STATES) - 3)])
        yield f'{day} instrument {of} "Treaty of the bench no. {number}"\n  within assembly\n  character "treaty"'
        yield f'{day} clause {of} entry-into-force\n  cite "art. 9"\n  when 3 deposits\n  then +30 days'
        yield f"{day} sign {of} {' '.join(several)}"
        yield from (f"{day + timedelta(days=40 * at)} ratify {of} {code}" for at, code in enumerate(several[:-1], 1))


def _sessions() -> Iterator[str]:
    for number in range(SESSIONS):
        of, away = f"{ORGAN}/{_day(number)}", STATES[number % len(STATES)]
        present = " ".join(code for code in STATES if code != away)
        how = "in-person" if number % 2 else "videoconference"
        yield f"{_day(number)} convene {of}\n  format {how}\n  chair {away}"
        yield f"{_day(number)} attend {of} {present}"
        yield f'{_day(number)} excuse {of} {away} "other duties"'


def _items() -> Iterator[str]:
    """The last session: documents decided on and sent for signature, and things said and promised."""
    of, day, present = last_session(), last_day(), " ".join(STATES[1:])
    for number in range(ITEMS):
        document = f"assembly-paper-{number}"
        yield f'{day} instrument {document} "Paper of the bench no. {number}"\n  within assembly'
        yield f'{day} agenda {of} {number + 1} "Paper no. {number}" on {document}'
        yield f"{day} decide {document} approved at {of}\n  by {present}"
        yield f"{day} transmit {document} to {STATES[0]} for signature"
        yield f'{day} undertake {of}/{number} {STATES[1]} "carry out paper no. {number}" due {day.year + 1}'
