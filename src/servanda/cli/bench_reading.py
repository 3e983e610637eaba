"""The terminal face of `servanda bench reading`, and where its labelled texts lie."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def gold_folder() -> Path | None:
    """The folder of labelled texts: beside SERVANDA_REFERENCE, else ../shared, where there is one."""
    folder = Path(os.environ.get("SERVANDA_REFERENCE") or "../shared") / "reading"
    return folder if (folder / "gold").is_dir() else None


def lines(found: dict[str, Any]) -> Iterator[str]:
    """The scores of all, by language and by provenance; then every miss; then the speed."""
    if "all" in found:
        yield from _table(f"all ({found['texts']} texts)", found["all"])
        for group in ("language", "provenance"):
            for name, counts in found[group].items():
                yield from _table(f"{group}: {name}", counts)
        yield f"every miss ({len(found['misses'])})"
        yield from (f"  {m['text']}  {m['kind']}, {m['how']}: {m['says']}" for m in found["misses"])
    if "texts_per_s" in found:
        yield f"texts of 2 kB a second: {found['texts_per_s']:,}"
        yield f"a text of {found['long_mb']} MB: {found['long_s']} s, {found['long_peak_rss_mb']} MiB at most"


def _table(heading: str, counts: dict[str, Any]) -> Iterator[str]:
    yield heading
    for kind, one in counts.items():
        scores = f"P {one['precision']:.2f}  R {one['recall']:.2f}  F1 {one['f1']:.2f}"
        yield f"  {kind:<14} {scores}  ({one['right']} of {one['labelled']}, {one['found']} found)"
    yield ""
