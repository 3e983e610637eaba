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
    if proposed.matched:
        lines += ["; names of the text, and what they are in the record:"]
        lines += [f"; - {_short(name)}: {match.name}, because {match.why}" for name, match in proposed.matched]
        lines += [""]
    for one in proposed.proposals:
        lines += [f"; {one.reason}", print_act(one.act), ""]
    if proposed.left:
        lines += [f"; read, but not proposed ({len(proposed.left)}):"]
        lines += [f"; - {_short(one.words)} — {one.why}" for one in proposed.left]
    return "\n".join(lines) + "\n"


def _short(words: str) -> str:
    """Words on one line of a comment."""
    return " ".join(words.split())[:100]
