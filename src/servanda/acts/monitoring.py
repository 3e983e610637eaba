"""Monitoring: the guideline, the choice of commitments, reports, assessments, comments and challenges."""

from __future__ import annotations

from typing import ClassVar, Literal

from servanda.acts.base import Act, Name, Names, Number, Parties, Party, Text
from servanda.days import Day, Period

Grade = Literal["not-started", "limited", "substantial", "complete"]
Stage = Literal["coding", "draft", "published"]


class Guideline(Act, tag="guideline"):
    """What earns which grade, for which period; it is fixed before anything is scored on it."""

    FORM: ClassVar = "of title ['for' period] 'by' by"
    EXAMPLE: ClassVar = (
        '2021-01-10 guideline grades-2021 "Grades for 2021" for 2021 by cis/excom\n  complete "in force"'
    )
    of: Name
    title: Text
    by: Party
    period: Period | None = None
    complete: Text = ""
    substantial: Text = ""
    limited: Text = ""
    not_started: Text = ""


class Select(Act, tag="select"):
    """Commitments are chosen for assessment, by a rule that is told; figures of them name that rule."""

    FORM: ClassVar = "of words 'by' by"
    EXAMPLE: ClassVar = '2021-01-15 select sample-2021 "all that falls due in 2021" by cis/excom\n  chosen promise/1'
    of: Name
    words: Text
    by: Party
    chosen: Names = ()
    out_of: Number | None = None


class Report(Act, tag="report"):
    """An actor reports how far its own commitment is performed, or sends a report that was due."""

    FORM: ClassVar = "of by [grade]"
    EXAMPLE: ClassVar = '2021-06-01 report cis/chs/2020-12-18/1 BY substantial\n  evidence "sent on 1 March"'
    of: Name
    by: Parties
    grade: Grade | Literal[""] = ""
    evidence: Text = ""
    answers: Day | None = None
    value: Number | None = None


class Assess(Act, tag="assess"):
    """Somebody else assesses how far a commitment is performed, on a named guideline.

    A `coding` is one coder's own grade, a `draft` is sent to the party for comment until a day, and only what is
    `published` is a score. A later published assessment takes the place of an earlier one and says why.
    """

    FORM: ClassVar = "of 'for' party grade 'by' by [stage]"
    EXAMPLE: ClassVar = "2021-07-15 assess cis/chs/2020-12-18/1 for BY complete by cis/excom"
    of: Name
    party: Party
    grade: Grade
    by: Party
    stage: Stage = "published"
    coder: Text = ""
    guideline: Name = ""
    comment_until: Day | None = None
    evidence: Text = ""
    reason: Text = ""


class Comment(Act, tag="comment"):
    """The actor concerned comments on an assessment (right of reply)."""

    FORM: ClassVar = "of by words"
    EXAMPLE: ClassVar = '2021-07-01 comment cis/chs/2020-12-18/1 BY "the annex was sent as well"'
    of: Name
    by: Parties
    words: Text


class Challenge(Act, tag="challenge"):
    """Another contests a report or an assessment; `against` names whose, else all are meant."""

    FORM: ClassVar = "of by words ['against' against]"
    EXAMPLE: ClassVar = '2021-08-01 challenge cis/chs/2020-12-18/1 KZ "not received"'
    of: Name
    by: Parties
    words: Text
    against: Parties = ()
