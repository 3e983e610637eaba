"""Cases are text: every `expect` line of a .acts file in this folder is a test, and its sentence is the test's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.acts.keeping import Expect
from servanda.book import Book, Held
from servanda.problems import is_grave
from servanda.record import check_acts, load
from servanda.record.expectations import agrees, computed_claim
from servanda.status.force import force

EXPECTATIONS = ("B201", "B202", "B204")


def pytest_collect_file(file_path, parent):
    return Case.from_parent(parent, path=file_path) if file_path.suffix == ".acts" else None


class Differs(Exception):
    """The sentence that says what was expected, what is computed, and why."""


class Case(pytest.File):
    """One file: a small record, and what is expected of it."""

    def collect(self):
        loaded = load([Path(self.path)])
        found = [*loaded.problems, *check_acts(loaded.acts)]
        problems = [problem for problem in found if problem.code not in EXPECTATIONS]
        if is_grave(problems):
            yield Sound.from_parent(self, name="the file has no problem", problems=problems)
        book = Book.build(Held.of(one.act, one.place, one.lines) for one in loaded.acts)
        expected = [one for one in loaded.acts if isinstance(one.act, Expect) and one.place.file == str(self.path)]
        names = set()
        for one in expected:
            name = f"{one.act.on} {one.act.of} {one.act.claim}"
            name += f" (line {one.place.line})" if name in names else ""
            names.add(name)
            yield Expectation.from_parent(self, name=name, book=book, located=one)
        if not expected:
            yield Sound.from_parent(self, name="the file expects something", problems=["it has no expect line"])


class Sound(pytest.Item):
    """A file with a problem is a failing test of its own."""

    def __init__(self, *, problems, **rest):
        super().__init__(**rest)
        self.problems = problems

    def runtest(self):
        raise Differs("\n".join(map(str, self.problems)))

    def repr_failure(self, excinfo):
        return str(excinfo.value)

    def reportinfo(self):
        return self.path, 0, self.name


class Expectation(pytest.Item):
    """One `expect` line; with a known difference it must differ."""

    def __init__(self, *, book, located, **rest):
        super().__init__(**rest)
        self.book, self.located = book, located

    def runtest(self):
        act = self.located.act
        computed = computed_claim(self.book, act)
        met = computed is not None and agrees(act.claim, computed)
        if met == bool(act.known_difference):
            raise Differs(self.told(act, computed))

    def told(self, act, computed):
        place = f"{self.path.name}:{self.located.place.line}"
        found = force(self.book, act.of, act.on.last, testimony=False)
        why = "".join(f"\n  - {reason.words} [{reason.authority}]" for reason in found.reasons)
        known = "; the known difference is gone" if act.known_difference else ""
        return f"{place}: expected '{act.claim}', computed '{computed}'{known}{why}"

    def repr_failure(self, excinfo):
        return str(excinfo.value) if isinstance(excinfo.value, Differs) else super().repr_failure(excinfo)

    def reportinfo(self):
        return self.path, self.located.place.line - 1, self.name
