"""The conditions of entry into force: one file each, gathered here into the closed list."""

from servanda.law.conditions.act import ActOn
from servanda.law.conditions.agreement import Agreement
from servanda.law.conditions.all_of import AllOf
from servanda.law.conditions.amount import Amount
from servanda.law.conditions.any_of import AnyOf
from servanda.law.conditions.base import Asked, Condition, Finding, Simple
from servanda.law.conditions.circle import Circle
from servanda.law.conditions.count import Count, Subset
from servanda.law.conditions.each import Each
from servanda.law.conditions.elapsed import Elapsed
from servanda.law.conditions.every import Every
from servanda.law.conditions.fraction import Fraction
from servanda.law.conditions.in_force import InForce
from servanda.law.conditions.named import Named
from servanda.law.conditions.no_clause import NoClause
from servanda.law.conditions.presumed import Presumed
from servanda.law.conditions.published import Published
from servanda.law.conditions.ratio import Ratio
from servanda.law.conditions.selection import Selection
from servanda.law.conditions.share import Share
from servanda.law.conditions.signed import Signed
from servanda.law.conditions.smaller_of import SmallerOf
from servanda.law.conditions.within import Within, windows

SIMPLE: tuple[type[Simple], ...] = (
    Count,
    Named,
    Every,
    Fraction,
    Share,
    Amount,
    Ratio,
    Signed,
    Published,
    Each,
    Elapsed,
    InForce,
    ActOn,
    Agreement,
    NoClause,
    Presumed,
)

__all__ = [
    "SIMPLE",
    "ActOn",
    "Agreement",
    "AllOf",
    "Amount",
    "AnyOf",
    "Asked",
    "Circle",
    "Condition",
    "Count",
    "Each",
    "Elapsed",
    "Every",
    "Finding",
    "Fraction",
    "InForce",
    "Named",
    "NoClause",
    "Presumed",
    "Published",
    "Ratio",
    "Selection",
    "Share",
    "Signed",
    "SmallerOf",
    "Subset",
    "Within",
    "parse_condition",
]


def parse_condition(words: list[str]) -> Condition | None:
    """The condition written as these words behind `when`, or None when no kind knows them."""
    for inner, start, end in windows(words):
        found = _parse_simple(inner)
        if found:
            return Within.of(found, start, end)
    return None


def _parse_simple(words: list[str]) -> Condition | None:
    for kind in SIMPLE:
        condition = kind.parse(words)
        if condition is not None:
            return condition
    return None
