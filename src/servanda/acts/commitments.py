"""Commitments: undertaken or owed, planned, due to be reported on, put off, carried over, merged, released."""

from __future__ import annotations

from typing import ClassVar, Literal

from servanda.acts.base import Act, Name, Names, Number, Parties, Party, Text
from servanda.days import Day

CommitmentClass = Literal["legal-obligation", "decision", "political", "presidency", "statement"]


class Undertake(Act, tag="undertake"):
    """Somebody commits to something that can be checked later; classes are never added up across each other.

    Without `by` it is owed under the instrument of `under`, by each state while it is bound. A term `within "30 days"`
    runs for each state from the day on which it is bound (or, undertaken by name, from the day of the act).
    """

    FORM: ClassVar = "of [by] words ['due' due]"
    EXAMPLE: ClassVar = '2020-12-18 undertake cis/chs/2020-12-18/1 BY "send concrete measures to all members"'
    of: Name
    words: Text
    by: Parties = ()
    due: Day | None = None
    rank: CommitmentClass = "statement"
    strength: Literal["decided", "pledged", "planned", ""] = ""
    under: Name = ""
    provision: Text = ""
    within: Text = ""
    indicator: Text = ""
    unit: Text = ""
    baseline: Number | None = None
    target: Number | None = None
    condition: Text = ""
    person: Text = ""
    topics: Names = ()


class Plan(Act, tag="plan"):
    """A measure of a plan: its provision, who answers for it and by when."""

    FORM: ClassVar = "of [by] words ['due' due]"
    EXAMPLE: ClassVar = '2020-12-18 plan cis-2020-plan/1 BY "take stock of the law in force" due 2021'
    of: Name
    words: Text
    by: Parties = ()
    due: Day | None = None
    under: Name = ""
    provision: Text = ""
    responsible: Text = ""
    topics: Names = ()


class Milestone(Act, tag="milestone"):
    """A step on the way of a commitment, with its own due day; it is reported on and assessed by its own name."""

    FORM: ClassVar = "of words ['due' due]"
    EXAMPLE: ClassVar = (
        '2021-01-20 milestone promise/1/m1 "a first draft is sent round" due 2021-03-01\n  under promise/1'
    )
    of: Name
    words: Text
    due: Day | None = None
    under: Name = ""


class RequireReport(Act, tag="require-report"):
    """Reports are due again and again: first on a day, then every so many months, by parties or by each bound state."""

    FORM: ClassVar = "of [by] words 'first' first ['every' every]"
    EXAMPLE: ClassVar = '2021-01-20 require-report plan-1/reports BY KZ "on the plan" first 2021-06-30 every 6'
    of: Name
    words: Text
    first: Day
    by: Parties = ()
    every: Number = 0
    until: Day | None = None
    under: Name = ""


class Classify(Act, tag="classify"):
    """The secretariat registers a commitment in a class; until then a leader's sentence stays a statement."""

    FORM: ClassVar = "of 'as' rank 'by' by"
    EXAMPLE: ClassVar = "2021-01-20 classify cis/chs/2020-12-18/1 as presidency by cis/excom"
    of: Name
    rank: CommitmentClass
    by: Party
    reason: Text = ""


class Extend(Act, tag="extend"):
    """The due day of a commitment is put off."""

    FORM: ClassVar = "of 'to' due"
    EXAMPLE: ClassVar = "2021-12-01 extend cis/chs/2020-12-18/1 to 2022-06-30"
    of: Name
    due: Day
    reason: Text = ""


class Release(Act, tag="release"):
    """A party is released from a commitment."""

    FORM: ClassVar = "of [by]"
    EXAMPLE: ClassVar = "2022-01-01 release cis/chs/2020-12-18/1 BY"
    of: Name
    by: Parties = ()


class Carry(Act, tag="carry"):
    """The file of what is unfinished passes to the next presidency; debtor and due day stay."""

    FORM: ClassVar = "of 'to' to"
    EXAMPLE: ClassVar = "2021-12-31 carry cis/chs/2020-12-18/1 to KZ"
    of: Name
    to: Party


class Merge(Act, tag="merge"):
    """Two records of one commitment become one."""

    FORM: ClassVar = "of 'into' other"
    EXAMPLE: ClassVar = "2021-12-31 merge cis/chs/2020-12-18/2 into cis/chs/2020-12-18/1"
    of: Name
    other: Name


class Supersede(Act, tag="supersede"):
    """A later commitment takes the place of an earlier one."""

    FORM: ClassVar = "of 'with' other"
    EXAMPLE: ClassVar = "2022-10-14 supersede cis/chs/2020-12-18/1 with cis/chs/2022-10-14/1"
    of: Name
    other: Name
