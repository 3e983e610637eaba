"""Writes the record: `python -m tools.cis_record REFERENCE_DIR OUT_DIR`."""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.cis_record.build import build


def main() -> None:
    """Make the record of the tables in one folder and write its files into another."""
    parser = argparse.ArgumentParser(prog="python -m tools.cis_record", description=__doc__)
    parser.add_argument("reference", type=Path, help="the folder of the nine tables")
    parser.add_argument("out", type=Path, help="the folder of the record, as in records/cis")
    asked = parser.parse_args()
    files = build(asked.reference).files()
    asked.out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (asked.out / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(files)} files written to {asked.out}")


if __name__ == "__main__":
    main()
