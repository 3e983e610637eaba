"""The closed vocabularies of what is read from a communiqué: a field never holds another word."""

from __future__ import annotations

from typing import Literal, get_args

SessionFormat = Literal["videoconference", "in person", "hybrid"]
DocumentKind = Literal[
    "concept",
    "plan",
    "agreement",
    "treaty",
    "protocol",
    "statement",
    "declaration",
    "decision",
    "resolution",
    "strategy",
    "programme",
    "other",
]
DocumentAction = Literal["approved", "adopted", "signed", "drafted", "proposed", "in force", "other"]
DecisionType = Literal[
    "presidency", "co-chairs", "appointment", "next session", "membership", "budget", "award", "other"
]
Strength = Literal["decided", "pledged", "planned"]
NextSessionStatus = Literal["proposed", "decided"]
CommitmentClass = Literal[
    "legal obligation",
    "decision of an organ",
    "political commitment",
    "presidency's promise",
    "leader's statement",
]
SearchKind = Literal[
    "state",
    "organisation",
    "organ",
    "session",
    "document",
    "commitment",
    "proposal",
    "statement",
    "topic",
    "barrier",
    "source",
    "act",
]
How = Literal["exact", "form", "similar", "beginning"]

SESSION_FORMATS: tuple[str, ...] = get_args(SessionFormat)
DOCUMENT_KINDS: tuple[str, ...] = get_args(DocumentKind)
DOCUMENT_ACTIONS: tuple[str, ...] = get_args(DocumentAction)
DECISION_TYPES: tuple[str, ...] = get_args(DecisionType)
STRENGTHS: tuple[str, ...] = get_args(Strength)
NEXT_SESSION_STATUSES: tuple[str, ...] = get_args(NextSessionStatus)
COMMITMENT_CLASSES: tuple[str, ...] = get_args(CommitmentClass)
SEARCH_KINDS: tuple[str, ...] = get_args(SearchKind)
WAYS_TO_MATCH: tuple[str, ...] = get_args(How)

VOCABULARIES: dict[str, tuple[str, ...]] = {
    "format": SESSION_FORMATS,
    "kind": DOCUMENT_KINDS,
    "action": DOCUMENT_ACTIONS,
    "decision": DECISION_TYPES,
    "strength": STRENGTHS,
    "next session": NEXT_SESSION_STATUSES,
    "class": COMMITMENT_CLASSES,
    "search": SEARCH_KINDS,
    "match": WAYS_TO_MATCH,
}
"""Every vocabulary by the name under which the tables of labels hold it."""
