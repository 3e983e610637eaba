"""Writes the shipped treaties: `python -m tools.law_files REFERENCE_DIR OUT_DIR`."""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.law_files.build import build


def main() -> None:
    """Make the treaties from the reference data and write one file each."""
    parser = argparse.ArgumentParser(prog="python -m tools.law_files", description=__doc__)
    parser.add_argument("reference", type=Path, help="the folder with law/final-clauses.json and treaties/")
    parser.add_argument("out", type=Path, help="the folder of the treaties, as in law/instruments")
    asked = parser.parse_args()
    files = build(asked.reference)
    asked.out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (asked.out / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(files)} files written to {asked.out}")


if __name__ == "__main__":
    main()
