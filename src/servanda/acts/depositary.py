"""Acts of the depositary, and settlements of what an instrument means (VCLT, arts. 76 to 79)."""

from __future__ import annotations

from typing import ClassVar

from servanda.acts.base import Act, Name, Parties, Text
from servanda.days import Day


class Circulate(Act, tag="circulate"):
    """The depositary circulates a notification."""

    FORM: ClassVar = "of number"
    EXAMPLE: ClassVar = '2012-08-21 circulate cis-2011-fta "3-12/0123"'
    of: Name
    number: Text


class NotifyForce(Act, tag="notify-force"):
    """The depositary notifies a date of entry into force, of the instrument or for parties."""

    FORM: ClassVar = "of 'since' since ['for' by]"
    EXAMPLE: ClassVar = "2012-09-20 notify-force cis-2011-fta since 2012-09-20"
    of: Name
    since: Day
    by: Parties = ()


class ProposeCorrection(Act, tag="propose-correction"):
    """The depositary proposes to correct an error in a text (VCLT, art. 79)."""

    FORM: ClassVar = "of words"
    EXAMPLE: ClassVar = '2012-01-10 propose-correction cis-2011-fta "article 3: read 4 for 5"'
    of: Name
    words: Text
    until: Day | None = None


class ObjectCorrection(Act, tag="object-correction"):
    """A party objects to a proposed correction."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "2012-02-10 object-correction cis-2011-fta UA"
    of: Name
    by: Parties


class Rectify(Act, tag="rectify"):
    """A procès-verbal of rectification is drawn up."""

    FORM: ClassVar = "of [words]"
    EXAMPLE: ClassVar = '2012-04-10 rectify cis-2011-fta "article 3: 4 for 5"'
    of: Name
    words: Text = ""


class CorrectNotification(Act, tag="correct-notification"):
    """The depositary corrects a date it notified, from the beginning."""

    FORM: ClassVar = "of 'since' since ['for' by]"
    EXAMPLE: ClassVar = "2012-10-01 correct-notification cis-2011-fta since 2012-09-21"
    of: Name
    since: Day
    by: Parties = ()


class Settle(Act, tag="settle"):
    """The parties or an organ settle how a provision is to be read."""

    FORM: ClassVar = "of words"
    EXAMPLE: ClassVar = '2011-10-21 settle basel-ban "three fourths of the Parties at the time of adoption"'
    of: Name
    words: Text
    by: Parties = ()
    provision: Text = ""
