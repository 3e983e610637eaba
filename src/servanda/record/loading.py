"""Load a record: the .acts files of a folder, and the shipped law that it uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from servanda.acts import identity
from servanda.data import shipped
from servanda.problems import Place, Problem
from servanda.text import Located, Progress, Text, read

LIMIT = 16 * 1024 * 1024
LONGEST_NAME = 100  # of a path that is named in a message
_SHIPPED = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*(?:\.acts)?")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The acts of a record in the order of its files, each once, and all that is wrong with the texts."""

    acts: tuple[Located, ...]
    problems: tuple[Problem, ...]
    files: int


def load(
    paths: Iterable[Path],
    limit: int = LIMIT,
    *,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
    told: Progress | None = None,
) -> Loaded:
    """Load files and folders, and the shipped law they use; every file is read, whatever is wrong with another.

    `progress` is told how many files are read, and how many are known so far; `told` how far a long one is.
    """
    texts: list[Text] = []
    problems: list[Problem] = []
    waiting, seen = [Path(path) for path in paths], set[Path]()
    while waiting:
        files, missing = _files(waiting.pop(0))
        problems += missing
        for left, file in zip(range(len(files), 0, -1), files, strict=True):
            progress(len(seen), len(seen) + left + len(waiting))
            if file.resolve() not in seen:
                seen.add(file.resolve())
                text, unread = read_file(file, limit, told)
                problems += unread
                texts.append(text)
                waiting += _used(text, problems)
    progress(len(seen), len(seen))
    acts, repeated = _once([act for text in texts for act in text.acts])
    found = [problem for text in texts for problem in text.problems]
    return Loaded(tuple(acts), (*problems, *found, *repeated), len(seen))


def _files(path: Path) -> tuple[list[Path], list[Problem]]:
    try:
        if path.is_dir():
            return sorted(file for file in path.rglob("*.acts") if file.is_file()), []
        if path.is_file():
            return [path], []
    except OSError as error:
        return [], [_unreadable(str(path), error)]
    return [], [Problem("B110", f"there is no file or folder {path}", Place(str(path)), "check the path")]


def _unreadable(name: str, error: OSError) -> Problem:
    """What the system says of a file or folder that is there and cannot be read."""
    name = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"
    return Problem("B110", f"it cannot be read: {error.strerror}", Place(name), "check the path and your rights to it")


def read_file(path: Path, limit: int = LIMIT, told: Progress | None = None) -> tuple[Text, list[Problem]]:
    """Read one file; a file that cannot be read is one problem and holds no acts."""
    problems: list[Problem] = []
    try:
        return _read_within(path, limit, problems, told), problems
    except OSError as error:
        return Text((), (), ()), [_unreadable(str(path), error)]


def _read_within(path: Path, limit: int, problems: list[Problem], told: Progress | None) -> Text:
    name, size = str(path), path.stat().st_size
    if size > limit:
        hint = "split the file, or raise the limit with --limit"
        problems.append(Problem("B111", f"the file has {size:,} bytes; the limit is {limit:,}", Place(name), hint))
        return Text((), (), ())
    try:
        return read(path.read_bytes().decode("utf-8-sig"), name, told)
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        place = Place(name, before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode()) + 1)
        message = f"the file is not UTF-8: byte {error.start} cannot be read"
        problems.append(Problem("T101", message, place, "save it as UTF-8"))
        return Text((), (), ())


def _used(text: Text, problems: list[Problem]) -> list[Path]:
    """The shipped law that a file uses."""
    found = []
    for use in text.uses:
        try:
            found.append(_shipped(use.name))
        except FileNotFoundError:
            problems.append(
                Problem(
                    "B112", f"'{use.name}' is not shipped", use.place, "uses takes a folder or a file such as law/cis"
                )
            )
    return found


def _shipped(name: str) -> Path:
    """The folder of shipped law; no name leads out of it."""
    if not _SHIPPED.fullmatch(name):
        raise FileNotFoundError(name)
    return shipped(name)


def _once(acts: Sequence[Located]) -> tuple[list[Located], list[Problem]]:
    """Every act once; a repetition is a warning that names both places."""
    first: dict[str, Located] = {}
    repeated = []
    for act in acts:
        known = first.setdefault(identity(act.act), act)
        if known is not act:
            message = f"the same act stands at {known.place}; it is entered once"
            repeated.append(Problem("B101", message, act.place, "delete one of them", "warning"))
    return list(first.values()), repeated
