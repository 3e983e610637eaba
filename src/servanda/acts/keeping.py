"""Acts about the record itself: claims to check, testimonies to prefer, entries to correct or strike."""

from __future__ import annotations

from typing import ClassVar

from servanda.acts.base import Act, Claim, Name, Text


class Expect(Act, tag="expect"):
    """What somebody else says of a thing, as of the day; it is checked against what is computed."""

    FORM: ClassVar = "of claim"
    EXAMPLE: ClassVar = "2012-09-20 expect cis-2011-fta in force"
    of: Name
    claim: Claim
    known_difference: Text = ""


class AnnounceKey(Act, tag="announce-key"):
    """New keys will sign the checkpoints of the journal; the keys in use until then sign the tree that says so."""

    FORM: ClassVar = "of keys"
    EXAMPLE: ClassVar = (
        '2026-11-01 announce-key journal "example.org/treaties+79aa83e3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"'
    )
    of: Name
    keys: Text


class Prefer(Act, tag="prefer"):
    """One testimony is preferred to another, with the reason; both are named by their heads."""

    FORM: ClassVar = "chosen 'over' other"
    EXAMPLE: ClassVar = (
        '2026-11-01 prefer "1992-01-04 ratify cis-1991-agreement UZ" over "1992-04-01 ratify cis-1991-agreement UZ"\n'
        '  reason "day and month swapped"'
    )
    chosen: Text
    other: Text
    reason: Text = ""


class CorrectEntry(Act, tag="correct-entry"):
    """An entry of the record was wrong: the act of this head is to be read with another head."""

    FORM: ClassVar = "head 'reads' reads"
    EXAMPLE: ClassVar = (
        '2026-11-01 correct-entry "2011-10-18 sign cis-2011-fta AM" reads "2011-10-18 sign cis-2011-fta KG"'
    )
    head: Text
    reads: Text
    reason: Text = ""


class StrikeEntry(Act, tag="strike-entry"):
    """An entry of the record is struck: the act of this head, whole or for one actor, never happened."""

    FORM: ClassVar = "head"
    EXAMPLE: ClassVar = '2026-11-01 strike-entry "2011-10-18 sign cis-2011-fta UZ"\n  reason "entered by mistake"'
    head: Text
    reason: Text = ""
