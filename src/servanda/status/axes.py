"""The three axes of a commitment, each by a rule of its own: timing, performance, standing.

They are never folded into one. A comment or a challenge changes no grade; only a published assessment does, and an
assessment is never overwritten: the history keeps each score with who gave it, when, on what guideline and why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from servanda.acts.commitments import Merge, Release, Supersede
from servanda.acts.monitoring import Assess, Challenge, Comment, Report
from servanda.book import Book
from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.status.happened import Happened, happened
from servanda.words.phrases import say, term

Timing = Literal["no due day", "not due", "due", "past due", "closed"]
Performance = Literal["no information", "not-started", "limited", "substantial", "complete"]
Stand = Literal["not reported", "self-reported", "draft", "assessed", "commented", "contested", "settled"]
ScoreKind = Literal["self-report", "coding", "draft", "assessment"]

_STAGES: dict[str, ScoreKind] = {"coding": "coding", "draft": "draft", "published": "assessment"}


@dataclass(frozen=True, slots=True)
class Score:
    """One grade that was given: by whom, when, in which capacity, on what guideline, with what evidence, and why."""

    on: Day
    kind: ScoreKind
    grade: str
    by: str
    coder: str
    guideline: str
    evidence: str
    why: str
    open_until: Day | None
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What was answered to a report or an assessment: a comment of the party, or a challenge of another."""

    on: Day
    kind: Literal["comment", "challenge"]
    by: str
    words: str
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """How one party's commitment was followed up, as of a day: grades and answers, each by day."""

    later: Happened
    of: str
    party: str
    as_of: date
    scores: tuple[Score, ...]
    replies: tuple[Reply, ...]
    basis: Score | None
    """The score that holds: the newest published assessment, else the newest self-report."""

    def last(self, kind: ScoreKind) -> Score | None:
        """The newest score of a kind."""
        return _last(self.scores, kind)

    @property
    def completed(self) -> Day | None:
        """The day of the grade that tells that it is complete."""
        return self.basis.on if self.basis and self.basis.grade == "complete" else None


def followed_up(book: Book, of: str, party: str, as_of: date) -> Followed:
    """How a party's commitment was followed up, as of a day."""
    later = happened(book)
    scores = _scores(later, of, party, as_of)
    basis = _last(scores, "assessment") or _last(scores, "self-report")
    return Followed(later, of, party, as_of, scores, _replies(later, of, party, as_of), basis)


def _last(scores: tuple[Score, ...], kind: ScoreKind) -> Score | None:
    for score in reversed(scores):
        if score.kind == kind:
            return score
    return None


def _scores(later: Happened, of: str, party: str, as_of: date) -> tuple[Score, ...]:
    """Every grade given, by day; on one day in an order that does not hang on the order of entry."""
    found = [
        Score(act.on, "self-report", act.grade, party, "", "", act.evidence, "", None, event.ids)
        for act, event in later.acts(Report, of, as_of, party)
        if act.grade
    ]
    found += [
        Score(act.on, _STAGES[act.stage], act.grade, act.by, act.coder, act.guideline, act.evidence, act.reason,
              act.comment_until, event.ids)
        for act, event in later.acts(Assess, of, as_of, party)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda score: (score.on, score.acts)) if len(found) > 1 else found)


def _replies(later: Happened, of: str, party: str, as_of: date) -> tuple[Reply, ...]:
    """The comments of the party and the challenges that concern it, by day."""
    found = [
        Reply(act.on, "comment", party, act.words, event.ids) for act, event in later.acts(Comment, of, as_of, party)
    ]
    found += [
        Reply(act.on, "challenge", " ".join(act.by), act.words, event.ids)
        for act, event in later.acts(Challenge, of, as_of)
        if not act.against or party in act.against
    ]
    return tuple(sorted(found, key=lambda reply: (reply.on, reply.acts)))


def performance(followed: Followed) -> tuple[Performance, tuple[Reason, ...]]:
    """How far it is performed, by the score that holds; without one there is no information, which is no failure."""
    basis = followed.basis
    if basis is None:
        return "no information", ()
    words = (
        say("assessed as {grade} on {day}", grade=term("performance", basis.grade.replace("-", " ")), day=basis.on)
        if basis.kind == "assessment"
        else say(
            "self-reported as {grade} on {day}", grade=term("performance", basis.grade.replace("-", " ")), day=basis.on
        )
    )
    return basis.grade, (Reason(words, basis.acts, basis.on),)  # type: ignore[return-value]


def standing_of(followed: Followed) -> tuple[Stand, tuple[Reason, ...]]:
    """How far what is known of it is agreed: reported, assessed, commented, contested, settled.

    Contested: a challenge is not older than the score that holds. Settled: an assessment was published after the
    challenge. Commented: the party's comment is not older than the draft or the assessment that it answers.
    """
    basis, draft = followed.basis, followed.last("draft")
    told = tuple(_replied(reply) for reply in followed.replies) if basis or draft else ()
    if basis is None:
        return ("commented" if _after(followed, draft, "comment") else "draft") if draft else "not reported", told
    if _after(followed, basis, "challenge"):
        return "contested", told
    if basis.kind == "assessment" and any(reply.kind == "challenge" for reply in followed.replies):
        return "settled", told
    answered = draft if draft and draft.on <= basis.on and basis.kind == "assessment" else basis
    if _after(followed, answered, "comment"):
        return "commented", told
    if draft and draft.on > basis.on:
        return "draft", told
    return "assessed" if basis.kind == "assessment" else "self-reported", told


def _after(followed: Followed, score: Score | None, kind: str) -> bool:
    return score is not None and any(one.kind == kind and one.on >= score.on for one in followed.replies)


def _replied(reply: Reply) -> Reason:
    if reply.kind == "comment":
        return Reason(say("commented on {day}", day=reply.on), reply.acts, reply.on)
    return Reason(say("contested on {day} by {parties}", day=reply.on, parties=reply.by), reply.acts, reply.on)


def timing(followed: Followed, due: Day | None) -> tuple[Timing, tuple[Reason, ...]]:
    """Where it stands in time: closed, without a due day, not due, due (within a partial day), past due."""
    closing = _closed(followed)
    if closing:
        return "closed", (closing,)
    if due is None:
        return "no due day", ()
    if due.last < followed.as_of:
        return "past due", (Reason(say("due {day}", day=due), (), due),)
    return ("due" if due.first <= followed.as_of else "not due"), ()


def _closed(followed: Followed) -> Reason | None:
    """Released, merged into another, superseded, or assessed as complete with nobody contesting it."""
    later, of, as_of = followed.later, followed.of, followed.as_of
    for release, event in later.acts(Release, of, as_of):
        if not release.by or followed.party in release.by:
            return Reason(say("released on {day}", day=release.on), event.ids, release.on)
    for merge, event in later.acts(Merge, of, as_of):
        return Reason(say("merged into {other} on {day}", other=merge.other, day=merge.on), event.ids, merge.on)
    for instead, event in later.acts(Supersede, of, as_of):
        return Reason(say("superseded by {other} on {day}", other=instead.other, day=instead.on), event.ids, instead.on)
    basis = followed.basis
    if basis is None or (basis.kind, basis.grade) != ("assessment", "complete"):
        return None
    if _after(followed, basis, "challenge"):
        return None
    return Reason(say("assessed as complete on {day}", day=basis.on), basis.acts, basis.on)
