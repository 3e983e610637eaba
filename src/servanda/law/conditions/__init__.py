"""The conditions of entry into force: one file each, gathered here into the closed list."""

from servanda.law.conditions.any_of import AnyOf
from servanda.law.conditions.base import Asked, Condition, Finding
from servanda.law.conditions.count import Count
from servanda.law.conditions.each import Each
from servanda.law.conditions.elapsed import Elapsed
from servanda.law.conditions.every import Every
from servanda.law.conditions.named import Named
from servanda.law.conditions.published import Published
from servanda.law.conditions.signed import Signed

SIMPLE = (Count, Every, Named, Signed, Published, Each, Elapsed)

__all__ = [
    "SIMPLE",
    "AnyOf",
    "Asked",
    "Condition",
    "Count",
    "Each",
    "Elapsed",
    "Every",
    "Finding",
    "Named",
    "Published",
    "Signed",
]


def parse_condition(words: list[str]) -> Condition | None:
    """The condition written as these words behind `when`, or None when no kind knows them."""
    for kind in SIMPLE:
        condition = kind.parse(words)
        if condition is not None:
            return condition
    return None
