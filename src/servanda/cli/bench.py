"""servanda bench: measure, on this machine; NumPy is imported only when something is measured."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

LABELS = {
    "acts": "acts",
    "instruments": "instruments",
    "parties": "parties",
    "intervals": "intervals of being bound",
    "intervals_ms": "  made in ms, packing included (median of 7)",
    "as_of_ms": "matrix as of a day in ms",
    "as_of": "  the day, as the arrays count",
    "bound": "  cells bound",
    "network_ms": "network of the parties in ms",
    "pairs": "  pairs bound together",
    "peak_rss_mb": "most memory held in MiB",
    "polars_ms": "Polars, the same intervals in ms",
    "pandas_ms": "pandas, the same intervals in ms",
    "ratio_to_polars": "  ratio to Polars",
    "ratio_to_pandas": "  ratio to pandas",
    "book_mb": "a plain book of the same acts in MiB",
    "book_peak_rss_mb": "  most memory held with it in MiB",
}

PAGES = {
    "hello_ms": "an empty page behind the same middleware, ms of processor time",
    "session_ms": "a session with 40 items, as of a day not asked about before, ms",
    "session_again_ms": "  as of a day asked about before, ms",
    "sessions_ms": "the list of 300 sessions, ms",
    "sessions_again_ms": "  as of a day asked about before, ms",
    "matrix_ms": "the matrix of 12 states and 70 instruments, ms",
    "matrix_again_ms": "  as of a day asked about before, ms",
    "cached_per_s": "answers a second that the cache gives, one worker",
    "rss_mb": "memory of the worker with the record of the CIS, MiB",
    "first_page_ms": "from the start of the server to its first page, ms",
}
LAW_LABELS = {
    "instruments": "treaties",
    "standings": "standings of their parties",
    "acts": "acts",
    "why_first_ms": "one party's standing, first question about a treaty, in ms",
    "why_first_slowest_ms": "  the slowest of these",
    "why_again_ms": "one party's standing, any later question, in ms",
    "why_again_slowest_ms": "  the slowest of these",
    "all_ms": "all treaties and parties with all reasons, in ms",
}

TRUST_LABELS = {
    "entries": "entries in the tree",
    "grow_s": "  grown into tiles in s",
    "proofs": "proofs of entries drawn at random",
    "inclusion_ms": "  one made and checked in ms (median)",
    "inclusion_p99_ms": "  99 of 100 within ms",
    "first_proof_ms": "  the first one, no tile in memory, in ms",
    "hashes": "  hashes in the longest",
    "refused": "  refused for the entry before, as they must be",
    "consistency_ms": "one proof of consistency made and checked in ms (median)",
    "sign_ms": "a checkpoint signed with both keys in ms",
    "ed25519_ms": "a cosignature verified in ms, Ed25519",
    "ml_dsa_ms": "a cosignature verified in ms, ML-DSA-44",
}

JOURNAL = {
    "append_ratio": "100 acts a commit, behind the gate: times the time of SQLite alone",
    "append_mean_ratio": "  the same by the mean, folding the table of acts included",
    "append_with_gate_ratio": "  the same with the gate (canonical form, id, names)",
    "append_ms": "  a commit in ms",
    "raw_append_ms": "  SQLite alone in ms",
    "gate_us_per_act": "the gate in microseconds an act",
    "entries": "entries verified",
    "entry_bytes": "  bytes an entry",
    "verify_ratio": "verified by one process: times the processor time of hashing them",
    "verify_shared_ratio": "  by two processes, by the clock on the wall",
    "verify_s": "  verified by one process, s of processor time",
    "hash_s": "  hashed, s of processor time",
    "database_check_s": "  the database's check of itself in s",
    "proof_ms": "inclusion proof from the tiles, made and checked, in ms (median of 200)",
    "tiles_made_s": "  the tiles made once, in s",
    "follow_ms": "a follower has a new entry after at most ms",
    "start_acts": "acts of a record that is opened",
    "start_s": "  the book read from the journal, s of processor time (median of 5)",
    "start_image_s": "  from its image",
    "start_image_ratio": "  the image: times the time of the journal",
}


@click.group("bench")
def command() -> None:
    """Measure how fast this machine answers."""


@command.command("world")
@click.option(
    "--arrays",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An npz file with the unsorted arrays instrument, party, day and kind (0 consent, 1 withdrawal).",
)
@click.option("--acts", type=click.IntRange(1), help="Make up so many acts (1,000,000 when left out).")
@click.option("--compare", "rivals", is_flag=True, help="Also by Polars and pandas, where they are installed.")
@click.option("--growth", is_flag=True, help="Also from 10,000 to 1,000,000 acts.")
@click.option("--plot", type=click.Path(dir_okay=False, path_type=Path), help="Write the growth as SVG into this file.")
@click.option("--book", is_flag=True, help="Also the memory of a plain book of as many acts (takes half a minute).")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def world(
    arrays: Path | None, acts: int | None, rivals: bool, growth: bool, plot: Path | None, book: bool, as_json: bool
) -> None:
    """Measure the whole world in arrays: intervals of being bound, and who is bound as of a day."""
    if arrays and acts:
        raise click.UsageError("--arrays brings its own acts; leave --acts out")
    found = _measured(arrays, acts, rivals)
    points = _grown(plot) if growth or plot else []
    if book:
        found |= _booked(found["acts"])
    _tell(found | ({"growth": points} if points else {}), LABELS, as_json=as_json)
    for point in () if as_json else points:
        click.echo(f"{point['acts']:>12,} acts {point['ms']:>10.3f} ms   n log n: {point['n_log_n_ms']:>10.3f} ms")


@command.command("pages")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def pages(as_json: bool) -> None:
    """Measure what the pages of the portal cost, beside an empty page, and how a server does that keeps answers."""
    from servanda.bench.pages import measure

    found = measure().as_json()
    _tell(found, PAGES, as_json=as_json)


@command.command("law")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def law(as_json: bool) -> None:
    """Measure the engine of law on the shipped treaties: one party's standing, and everything about all of them."""
    from servanda.bench.law import measure

    found = measure().as_json()
    _tell(found, LAW_LABELS, as_json=as_json)


@command.command("kept")
@click.option("--commitments", type=click.IntRange(1), default=100_000, show_default=True, help="So many commitments.")
@click.option("--rows", type=click.IntRange(1), default=10_000, show_default=True, help="So many rows of a plan.")
@click.option(
    "--on-pages", type=click.IntRange(1), default=2_000, show_default=True, help="So many commitments on pages."
)
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def kept(commitments: int, rows: int, on_pages: int, as_json: bool) -> None:
    """Measure the scoreboard and hand-over of a large register, and the import of a long plan."""
    from dataclasses import asdict

    from servanda.bench.kept import measure

    found = asdict(measure(commitments, rows, on_pages))
    found |= {f"on_pages_{name}": value for name, value in found.pop("pages").items()}
    _tell(found, {name: name.replace("_", " ") for name in found}, as_json=as_json)


@command.command("trust")
@click.option("--entries", type=click.IntRange(2), default=1_000_000, show_default=True, help="So many in the tree.")
@click.option("--proofs", type=click.IntRange(1), default=1_000, show_default=True, help="So many proofs.")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def trust(entries: int, proofs: int, as_json: bool) -> None:
    """Measure what trust costs: proofs made and checked, signatures verified."""
    from servanda.bench.trust import measure as measure_trust

    found = measure_trust(entries, proofs).as_json()
    _tell(found, TRUST_LABELS, as_json=as_json)


@command.command("journal")
@click.option("--entries", type=click.IntRange(100), help="Verify so many entries (1,000,000 when left out).")
@click.option("--rounds", type=click.IntRange(1), help="Append so many batches of 100 (300 when left out).")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def journal(entries: int | None, rounds: int | None, as_json: bool) -> None:
    """Measure the journal beside the database and the hash alone: ratios on the same bytes in the same run."""
    from servanda.bench.journal import ENTRIES, ROUNDS, measure

    found = measure(entries or ENTRIES, rounds or ROUNDS).as_json()
    _tell(found, JOURNAL, as_json=as_json)


@command.command("reading")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--speed/--no-speed", default=True, help="Also how fast texts are read (takes half a minute).")
@click.option("--megabytes", default=5.0, show_default=True, help="The length of the long text.")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def reading(folder: Path | None, speed: bool, megabytes: float, as_json: bool) -> None:
    """Score the reader against labelled texts, and measure how fast it reads.

    FOLDER holds texts/NAME.txt and gold/NAME.json; without one, the folder `reading` of SERVANDA_REFERENCE, or
    ../shared/reading. Without any, only the speed is measured.
    """
    from servanda.bench.reading import measure_speed, score_folder
    from servanda.bench.scoring import NoGold
    from servanda.cli.bench_reading import gold_folder, lines

    gold = folder or gold_folder()
    try:
        found = score_folder(gold) if gold else {}
    except (NoGold, OSError, ValueError) as error:
        click.echo(f"error: {error}\n  hint: FOLDER holds texts/NAME.txt and gold/NAME.json", err=True)
        sys.exit(1)
    found |= measure_speed(megabytes) if speed else {}
    click.echo(json.dumps(found, ensure_ascii=False) if as_json else "\n".join(lines(found)))


def _tell(found: dict[str, Any], labels: dict[str, str], *, as_json: bool) -> None:
    """Print the figures that were measured, as JSON or a line each with its label."""
    if as_json:
        click.echo(json.dumps(found))
        return
    for name, label in labels.items():
        if found.get(name) is not None:
            click.echo(f"{label:<72} {_written(found[name]):>14}")


def _measured(arrays: Path | None, acts: int | None, rivals: bool) -> dict[str, Any]:
    from servanda.bench.world import ACTS, NotAWorld, make_world, measure, read_world
    from servanda.status.packing import OutOfRange

    try:
        columns = read_world(arrays) if arrays else make_world(acts or ACTS)
        found: dict[str, Any] = measure(columns).as_json()
    except (NotAWorld, OutOfRange) as error:
        click.echo(f"error: {error}\n  hint: an npz file with whole numbers in four arrays of one length", err=True)
        sys.exit(1)
    if rivals:
        from servanda.bench.rivals import compare

        found |= compare(columns)
        for name in ("polars", "pandas"):
            if found[f"{name}_ms"] is not None:
                found[f"ratio_to_{name}"] = round(found["intervals_ms"] / found[f"{name}_ms"], 3)
            else:
                click.echo(f"{name} is not installed", err=True)
    return found


def _grown(plot: Path | None) -> list[dict[str, float]]:
    from servanda.bench.growth import draw, grow

    points = grow()
    if plot:
        plot.write_text(draw(points), encoding="utf-8")
    return [{"acts": point.acts, "ms": point.ms, "n_log_n_ms": point.n_log_n_ms} for point in points]


def _booked(acts: int) -> dict[str, Any]:
    from servanda.bench.memory import in_its_own_process

    return in_its_own_process(acts)


def _written(value: float) -> str:
    return f"{value:,}" if value == int(value) else f"{value:,.3f}"
