"""How specific a commitment is, told when it is drafted: who, by when, and by what anybody could tell that it is done.

UPR Info found that most recommendations are too general to be followed up; what is missing is cheapest to add while
the words are still a draft. The rule reads the commitment's fields, never its merits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.status.commitment import Commitment
from servanda.words.phrases import Phrase, say

_NUMBER = re.compile(r"\d")

_MISSING = (
    say("it names nobody who answers for it"),
    say("it has neither a due day nor a term"),
    say("it names no indicator, number or provision by which its performance could be told"),
)


@dataclass(frozen=True, slots=True)
class Specificity:
    """The three questions that a specific commitment answers, and what is missing of them."""

    says_who: bool
    says_when: bool
    says_what: bool
    missing: tuple[Phrase, ...]

    @property
    def is_specific(self) -> bool:
        """Tell whether all three are answered."""
        return not self.missing


def specificity(one: Commitment) -> Specificity:
    """How specific a commitment is."""
    who = bool(one.party)
    when = one.original_due is not None
    what = says_what(one.words, one.provision, one.indicator, one.target)
    missing = (words for answered, words in zip((who, when, what), _MISSING, strict=True) if not answered)
    return Specificity(who, when, what, tuple(missing))


def says_what(words: str, provision: str, indicator: str = "", target: int | None = None) -> bool:
    """Tell whether there is something by which anybody could tell that it is done."""
    return indicator != "" or target is not None or bool(_NUMBER.search(words)) or bool(provision)
