"""The accounts of a journal on a server, made by the very lines that the how-to gives to its operator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from servanda.journal import open_journal, verify
from tests.journal.grounds import MOMENT, make_act

HOW_TO = Path(__file__).parents[2] / "docs/how-to/look-after-a-journal.md"


def lines_of_the_how_to() -> list[str]:
    found = re.search(r"```sql\n(.*?)```", HOW_TO.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1].splitlines()


@pytest.fixture
def clerk(postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A journal whose owner made the tables, and the address by which the clerk works."""
    monkeypatch.setenv("SERVANDA_CHECKPOINTS", str(tmp_path))
    lines = lines_of_the_how_to()
    founding = next(number for number, line in enumerate(lines) if line.startswith("-- as journal_owner"))
    with closing(psycopg.connect(postgres, autocommit=True)) as database:
        for line in lines[:founding]:
            database.execute(line)
        owner = f"{postgres}&options=-csearch_path%3Djournal%20-crole%3Djournal_owner"
        journal, problems = open_journal(owner, create=True)
        assert journal, problems
        journal.close()
        for line in lines[founding + 1 :]:
            database.execute(line)
        yield f"{postgres}&options=-csearch_path%3Djournal%20-crole%3Dclerk"
        database.execute("DROP SCHEMA journal CASCADE")
        database.execute("DROP OWNED BY clerk; DROP ROLE clerk; DROP OWNED BY journal_owner; DROP ROLE journal_owner")


def test_the_clerk_enters_and_reads_but_can_change_nothing(clerk: str) -> None:
    journal, problems = open_journal(clerk)
    assert journal, problems
    with journal:
        assert journal.append([make_act(1), make_act(2)], moment=MOMENT, by="clerk").numbers == (1, 2)
        assert verify(journal, thorough=True).ok
    with closing(psycopg.connect(clerk, autocommit=True)) as database:
        assert database.execute("SELECT count(*) FROM entry").fetchone() == (2,)
        for statement in (
            "UPDATE bundle SET lines = 'x'",
            "DELETE FROM bundle",
            "TRUNCATE bundle",
            "UPDATE act SET number = 7",
            "DELETE FROM head",
            "ALTER TABLE bundle DISABLE TRIGGER ALL",
            "DROP TABLE act",
            "CREATE TABLE more (x int)",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                database.execute(statement)  # type: ignore[call-overload]
