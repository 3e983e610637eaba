"""How far a long work is."""

from __future__ import annotations

import io

import pytest

from servanda.cli.progress import shown


class Terminal(io.StringIO):
    """A stream that is looked at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "short", "seen"), [(Terminal, False, True), (Terminal, True, False), (io.StringIO, False, False)]
)
def test_it_is_shown_where_somebody_looks_and_the_work_is_long(monkeypatch, stream, short, seen) -> None:
    monkeypatch.setattr("sys.stderr", stream())
    with shown("verifying", short=short) as told:
        told(1, 4)
        told(6, 8)
    import sys

    written = sys.stderr.getvalue()
    assert [word in written for word in ("verifying", "25%", "75%")] == [seen] * 3


def test_what_is_to_do_may_become_more_on_the_way(monkeypatch) -> None:
    monkeypatch.setattr("sys.stderr", Terminal())
    with shown("reading the files") as told:
        for done, of in ((0, 1), (1, 2), (2, 5), (5, 5)):
            told(done, of)
