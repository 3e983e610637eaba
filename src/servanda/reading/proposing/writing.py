"""Proposals as a text that a person edits: strike what is wrong, then `servanda accept` takes the rest."""

from __future__ import annotations

from servanda.reading.proposing.proposals import Proposed
from servanda.text import print_act


def write_proposals(proposed: Proposed, name: str) -> str:
    """The proposals as .acts text, each under the reason why it is proposed; what was left stands at the end."""
    lines = [
        f"; {len(proposed.proposals)} proposals read from {name}; strike or edit what is wrong, then: servanda accept",
        "",
    ]
    for one in proposed.proposals:
        lines += [f"; {one.reason}", print_act(one.act), ""]
    if proposed.left:
        lines += [f"; read, but not proposed ({len(proposed.left)}):"]
        lines += [f"; - {' '.join(one.words.split())[:100]} — {one.why}" for one in proposed.left]
    return "\n".join(lines) + "\n"
