"""The reader's speed and growth, run by hand: `python bench/reading.py`; ratios within one run."""

from __future__ import annotations

import time
from pathlib import Path

from servanda.reading import read_text

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "cis-2020-12-18.txt"
PIECES = ("a ", "(", "the plan of ", "Belarus, ", "President of ", "will be ", "1 ", ", and the ")


def seconds(text: str) -> float:
    """The shortest of three readings, in seconds."""
    found = []
    for _round in range(3):
        begin = time.perf_counter()
        read_text(text)
        found.append(time.perf_counter() - begin)
    return min(found)


def main() -> None:
    """Print texts a second, and how the time grows when a text of one piece is twice as long."""
    text = EXAMPLE.read_text(encoding="utf-8")
    read_text(text)
    once = seconds(text)
    rate = len(text) / 2000 / once
    print(f"{len(text):,} characters: {1000 * once:.1f} ms, {rate:.0f} texts of 2 kB a second")
    for piece in PIECES:
        short, long = (seconds(piece * (size // len(piece))) for size in (15_000, 30_000))
        print(f"{piece!r:16} 30 kB in {1000 * long:6.0f} ms, {long / short:.1f} times 15 kB")


if __name__ == "__main__":
    main()
