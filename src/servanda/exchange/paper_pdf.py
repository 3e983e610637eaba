"""A paper as PDF/A, tagged, by typst: the same paper is the same bytes."""

from __future__ import annotations

import dataclasses
import json
from importlib import resources

from servanda.exchange.extras import needed
from servanda.exchange.paper import Paper

STANDARD = "a-2b"


def to_pdf(paper: Paper) -> bytes:
    """The paper as PDF/A-2b; raises Missing where typst is not installed."""
    typst = needed("typst", "papers")
    data = {**dataclasses.asdict(paper), "is_wide": paper.is_wide}
    template = resources.files("servanda.exchange").joinpath("paper.typ").read_bytes()
    made: bytes = typst.compile(template, sys_inputs={"paper": json.dumps(data)}, pdf_standards=[STANDARD])
    return made
