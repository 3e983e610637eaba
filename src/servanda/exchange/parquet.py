"""Columns of text from a Parquet file; pyarrow is imported only here, and only when a file is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


class NotReadable(ValueError):
    """The file cannot be read as what it should be; the message says why and what would help."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A column of text: each text once, and for each row the number of its text, or -1 where it has none."""

    codes: NDArray[np.int32]
    texts: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, row: int) -> str:
        code = int(self.codes[row])
        return "" if code < 0 else self.texts[code]

    @staticmethod
    def of(values: Iterable[str | None]) -> Coded:
        """A column of single values."""
        numbers: dict[str, int] = {}
        codes = [-1 if value is None else numbers.setdefault(value, len(numbers)) for value in values]
        return Coded(np.array(codes, dtype=np.int32), tuple(numbers))


def read_parquet(path: Path, wanted: Iterable[str], optional: Iterable[str] = ()) -> dict[str, Coded]:
    """The wanted columns of a file, and the optional ones that it has; raises NotReadable."""
    parquet, invalid = _pyarrow()
    try:
        has = set(parquet.read_schema(path).names)
    except (OSError, invalid) as error:
        raise NotReadable(f"{path} cannot be read as Parquet: {error}") from error
    missing = sorted(set(wanted) - has)
    if missing:
        raise NotReadable(f"{path} has no column {', '.join(missing)}")
    names = [*wanted, *(name for name in optional if name in has)]
    table = parquet.read_table(path, columns=names)
    return {name: _coded(table[name]) for name in names}


def _coded(column: Any) -> Coded:
    whole = column.combine_chunks().dictionary_encode()
    codes = whole.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
    return Coded(codes, tuple(map(str, whole.dictionary.to_pylist())))


def _pyarrow() -> tuple[Any, type[Exception]]:
    try:
        from pyarrow import ArrowInvalid, parquet  # noqa: PLC0415 - an optional extra, loaded when it is needed
    except ImportError as error:
        raise NotReadable("reading Parquet needs pyarrow; install it with: pip install 'servanda[analysis]'") from error
    return parquet, ArrowInvalid
