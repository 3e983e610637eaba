"""Commitments: undertaken, planned, reported on, assessed, contested, carried over."""

from __future__ import annotations

from typing import ClassVar, Literal

from servanda.acts.base import Act, Name, Names, Parties, Party, Text
from servanda.days import Day

CommitmentClass = Literal["legal-obligation", "decision", "political", "presidency", "statement"]
Grade = Literal["not-started", "limited", "substantial", "complete"]


class Undertake(Act, tag="undertake"):
    """Somebody commits to something that can be checked later; classes are never added up across each other."""

    FORM: ClassVar = "of by words ['due' due]"
    EXAMPLE: ClassVar = '2020-12-18 undertake cis/chs/2020-12-18/1 BY "send concrete measures to all members"'
    of: Name
    by: Parties
    words: Text
    due: Day | None = None
    rank: CommitmentClass = "statement"
    strength: Literal["decided", "pledged", "planned", ""] = ""
    under: Name = ""
    person: Text = ""
    topics: Names = ()


class Plan(Act, tag="plan"):
    """A measure of a plan: who answers for it and by when."""

    FORM: ClassVar = "of by words ['due' due]"
    EXAMPLE: ClassVar = '2020-12-18 plan cis-2020-plan/1 BY "take stock of the law in force" due 2021'
    of: Name
    by: Parties
    words: Text
    due: Day | None = None
    under: Name = ""


class Report(Act, tag="report"):
    """An actor reports how far its own commitment is performed."""

    FORM: ClassVar = "of by grade"
    EXAMPLE: ClassVar = '2021-06-01 report cis/chs/2020-12-18/1 BY substantial\n  evidence "sent on 1 March"'
    of: Name
    by: Parties
    grade: Grade
    evidence: Text = ""


class Comment(Act, tag="comment"):
    """The actor concerned comments on an assessment (right of reply)."""

    FORM: ClassVar = "of by words"
    EXAMPLE: ClassVar = '2021-07-01 comment cis/chs/2020-12-18/1 BY "the annex was sent as well"'
    of: Name
    by: Parties
    words: Text


class Assess(Act, tag="assess"):
    """Somebody else assesses how far a commitment is performed, on a named guideline."""

    FORM: ClassVar = "of 'for' party grade 'by' by"
    EXAMPLE: ClassVar = "2021-07-15 assess cis/chs/2020-12-18/1 for BY complete by cis/excom"
    of: Name
    party: Party
    grade: Grade
    by: Party
    guideline: Text = ""
    evidence: Text = ""


class Challenge(Act, tag="challenge"):
    """Another contests a report or an assessment."""

    FORM: ClassVar = "of by words"
    EXAMPLE: ClassVar = '2021-08-01 challenge cis/chs/2020-12-18/1 KZ "not received"'
    of: Name
    by: Parties
    words: Text


class Extend(Act, tag="extend"):
    """The due day of a commitment is put off."""

    FORM: ClassVar = "of 'to' due"
    EXAMPLE: ClassVar = "2021-12-01 extend cis/chs/2020-12-18/1 to 2022-06-30"
    of: Name
    due: Day


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
