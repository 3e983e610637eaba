"""The same intervals by other libraries, to compare with; each is imported only when it is asked for.

Both rivals pack the acts into one key and look at the act before and the act after, as the atlas does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from servanda.bench.world import timed
from servanda.status.packing import DAY_BITS, KIND_BITS, NEVER, PARTY_BITS, Columns

_NAMES = ("instrument", "party", "day", "kind")
_PARTY = (1 << PARTY_BITS) - 1
_GROUP = 1 << (DAY_BITS + KIND_BITS)


def compare(columns: Columns) -> dict[str, float | int | None]:
    """Milliseconds and intervals of each rival; None where it is not installed."""
    found: dict[str, float | int | None] = {}
    for name, rival in (("polars", polars_intervals), ("pandas", pandas_intervals)):
        try:
            count, taken = timed(_counting(rival, columns))
        except ImportError:
            count, taken = None, None
        found |= {f"{name}_intervals": count, f"{name}_ms": taken}
    return found


def _counting(rival: Callable[[Columns], Any], columns: Columns) -> Callable[[], int]:
    return lambda: len(rival(columns))


def polars_intervals(columns: Columns) -> Any:
    """The intervals by Polars: one packed key, one sort, global shifts; lazily, which was the fastest form found."""
    import polars as pl

    acts = pl.LazyFrame({name: getattr(columns, name) for name in _NAMES})
    instrument, party, day, kind = (pl.col(name).cast(pl.Int64) for name in _NAMES)
    packed = (instrument * (1 << PARTY_BITS) + party) * _GROUP + day * 2 + kind
    key = pl.col("key")
    before, after, pair = key.shift(1, fill_value=1), key.shift(-1, fill_value=0), key // _GROUP
    is_open = ((key ^ before) < _GROUP) & ((before & 1) == 0)
    changes = acts.select(packed.sort().alias("key")).filter(((key & 1) == 1) == is_open)
    opened = changes.with_columns(after=after).filter((key & 1) == 0)
    end = pl.when((pl.col("after") & 1) == 1).then((pl.col("after") // 2) & NEVER).otherwise(NEVER)
    found = {"instrument": pair // (1 << PARTY_BITS), "party": pair & _PARTY, "start": (key // 2) & NEVER, "end": end}
    return opened.select(**{name: column.cast(pl.Int32) for name, column in found.items()}).collect()


def pandas_intervals(columns: Columns) -> Any:
    """The intervals by pandas: one packed key, one sort, shifts."""
    import pandas as pd

    acts = pd.DataFrame({name: getattr(columns, name) for name in _NAMES})
    party = acts.instrument.astype(np.int64) * (1 << PARTY_BITS) + acts.party
    key = ((party * (1 << DAY_BITS) + acts.day) * 2 + acts.kind).sort_values(ignore_index=True)
    before, withdraws = key.shift(1, fill_value=1), (key & 1) == 1
    is_open = ((key ^ before) < _GROUP) & ((before & 1) == 0)
    changes = key[withdraws == is_open].reset_index(drop=True)
    after = changes.shift(-1, fill_value=0)
    end = ((after // 2) & NEVER).where((after & 1) == 1, NEVER)
    opens = (changes & 1) == 0
    start, group = changes[opens], changes[opens] // _GROUP
    return pd.DataFrame(
        {
            "instrument": group // (1 << PARTY_BITS),
            "party": group & _PARTY,
            "start": (start // 2) & NEVER,
            "end": end[opens],
        }
    )
