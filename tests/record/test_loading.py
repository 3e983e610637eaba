"""Loading a record: what it tells on the way."""

from __future__ import annotations

from pathlib import Path

from servanda.record import load


def test_each_file_is_told_as_it_is_read_and_the_end_is_the_number_of_all(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.acts").write_text(f'2020-01-01 organisation {name} "{name}"\n', encoding="utf-8")
    told: list[tuple[int, int]] = []
    found = load([tmp_path, tmp_path / "a.acts"], progress=lambda done, of: told.append((done, of)))
    assert found.files == 3
    assert told[0] == (0, 4)  # the file that is named twice counts until it is looked at
    assert told[-1] == (3, 3)
    assert [done for done, _of in told] == sorted(done for done, _of in told)
    assert all(done <= of for done, of in told)
