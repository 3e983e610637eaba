"""How well and how fast texts are read: scores of a folder of labelled texts, and the speed on texts of two sizes."""

from __future__ import annotations

import time
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import msgspec

from servanda.bench.scoring import Score, labelled_texts, score_text
from servanda.bench.world import peak_rss_mb
from servanda.data import shipped
from servanda.reading import read_text


def score_folder(folder: Path) -> dict[str, Any]:
    """The scores of a folder: of all texts, by language, by provenance, and every miss."""
    whole, groups = Score(), {"language": dict[str, Score](), "provenance": dict[str, Score]()}
    texts = 0
    for one in labelled_texts(folder):
        reading = read_text(one.text)
        score = score_text(one, reading)
        whole.add(score)
        groups["language"].setdefault(one.language or reading.language, Score()).add(score)
        groups["provenance"].setdefault(one.provenance, Score()).add(score)
        texts += 1
    parts = {name: {key: _counts(score) for key, score in found.items()} for name, found in groups.items()}
    misses = [msgspec.to_builtins(miss) for miss in whole.misses]
    return {"texts": texts, "all": _counts(whole), **parts, "misses": misses}


def _counts(score: Score) -> dict[str, Any]:
    return {kind: count.as_json() for kind, count in sorted(score.counts.items())}


def measure_speed(megabytes: float = 5.0) -> dict[str, float]:
    """Texts of 2 kB a second on one core; the seconds of it and the memory that a long text takes."""
    text = (shipped("examples") / "cis-2020-12-18.txt").read_text(encoding="utf-8")
    with get_context("spawn").Pool(1) as pool:
        return {"texts_per_s": round(_rate(text[:2000]), 1), **pool.apply(_long_text, (text, megabytes))}


def _rate(text: str) -> float:
    """Texts a second: the best of five rounds of twenty, for the machine is shared."""
    read_text(text)
    best = float("inf")
    for _round in range(5):
        begin = time.process_time()
        for _time in range(20):
            read_text(text)
        best = min(best, time.process_time() - begin)
    return 20 / best


def _long_text(text: str, megabytes: float) -> dict[str, float]:
    size = int(megabytes * 1_000_000)
    long = _varied(text, size)
    read_text(text)
    begin = time.process_time()
    read_text(long)
    seconds = time.process_time() - begin
    return {"long_mb": megabytes, "long_s": round(seconds, 2), "long_peak_rss_mb": peak_rss_mb()}


def _varied(text: str, size: int) -> str:
    """Copies of a text with other persons, years and titles: what repeats itself would flatter whoever remembers."""
    copies = []
    for number in range(size // len(text) + 1):
        name = "".join("bdfgklmnprst"[number // 12**place % 12] + "aeiou"[number // 5**place % 5] for place in range(4))
        year = str(2021 + number % 30)
        copy = text.replace("Lukashenko", name.capitalize()).replace("2021", year)
        copies.append(copy.replace("revised Concept", f"revised {name.capitalize()} Concept"))
    return "\n\n".join(copies)[:size]
