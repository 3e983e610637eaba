"""`fmt`: a text in canonical form, with its comments kept above their blocks and its bad blocks left as they are."""

from __future__ import annotations

from servanda.text.blocks import Block, split_blocks
from servanda.text.printer import print_act
from servanda.text.reader import read_block


def format_text(text: str, file: str = "-") -> str:
    """The canonical form of a text; comments inside a block move above it; lines that fit nowhere leave it as it is."""
    blocks = split_blocks(text, file)
    if blocks.problems:
        return text
    names = dict.fromkeys(use.name for use in blocks.uses)
    uses = [f"uses {' '.join(names)}"] if names else []
    parts = [*blocks.opening, *uses, *(line for block in blocks.blocks for line in _block(block, file))]
    return "".join(line + "\n" for line in [*parts, *blocks.closing])


def _block(block: Block, file: str) -> list[str]:
    located, _problems = read_block(block, file)
    if located is None:
        return [*block.above, *block.written]
    return [*block.above, *block.comments, print_act(located.act)]
