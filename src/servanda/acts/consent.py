"""Consent to be bound and its history: from full powers to denunciation."""

from __future__ import annotations

from typing import ClassVar, Literal

from servanda.acts.base import Act, Name, Parties, Text
from servanda.days import Day

Means = Literal[
    "ratify", "accept", "approve", "accede", "succeed", "formally-confirm", "complete", "participate", "consent"
]
"""How a party consents; `consent` where the source does not tell by which means."""


class Empower(Act, tag="empower"):
    """Full powers are issued to a person (VCLT, art. 7)."""

    FORM: ClassVar = "of by person"
    EXAMPLE: ClassVar = '2011-10-10 empower cis-2011-fta BY "Prime Minister"'
    of: Name
    by: Parties
    person: Text


class RatifyAtHome(Act, tag="ratify-at-home"):
    """An organ of the state approves by its own law; it never counts between states."""

    FORM: ClassVar = "of by [organ]"
    EXAMPLE: ClassVar = '1993-04-15 ratify-at-home cis-1993-charter RU "Supreme Soviet"'
    of: Name
    by: Parties
    organ: Text = ""
    step: Literal["adopted", "signed-into-law", "first-reading", "committee", "government"] = "adopted"
    about: Literal["consent", "denunciation"] = "consent"


class Receive(Act, tag="receive"):
    """The depositary receives an instrument that is not yet in deposit."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "2012-08-20 receive cis-2011-fta UA"
    of: Name
    by: Parties


class Query(Act, tag="query"):
    """The depositary asks about an instrument it received."""

    FORM: ClassVar = "of by [words]"
    EXAMPLE: ClassVar = '2012-08-20 query cis-2011-fta UA "full powers"'
    of: Name
    by: Parties
    words: Text = ""


class Hold(Act, tag="hold"):
    """The depositary holds an instrument back until something is settled."""

    FORM: ClassVar = "of by [words]"
    EXAMPLE: ClassVar = '2012-08-20 hold cis-2011-fta UA "pending objection"'
    of: Name
    by: Parties
    words: Text = ""


class Consent(Act, tag="consent"):
    """A party expresses consent to be bound; the verb is its means, `on` the deposit or receipt (VCLT, art. 16)."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "2012-08-21 complete cis-2011-fta UA"
    VERBS: ClassVar = Means.__args__  # type: ignore[attr-defined]
    of: Name
    by: Parties
    means: Means
    reservation: Text = ""

    @property
    def verb(self) -> str:
        """The means of consent."""
        return self.means


class ApplyProvisionally(Act, tag="apply-provisionally"):
    """A party applies an instrument before it is in force for it (VCLT, art. 25)."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "1994-04-15 apply-provisionally cis-1994-fta RU TM"
    of: Name
    by: Parties
    until: Day | None = None


class Reserve(Act, tag="reserve"):
    """A party makes a reservation (VCLT, art. 2(1)(d))."""

    FORM: ClassVar = "of by words"
    EXAMPLE: ClassVar = '1992-05-15 reserve cis-1992-rules UA "decisions taken without it are recommendations"'
    of: Name
    by: Parties
    words: Text
    provision: Text = ""


class ModifyReservation(Act, tag="modify-reservation"):
    """A party changes its reservation."""

    FORM: ClassVar = "of by words"
    EXAMPLE: ClassVar = '1995-01-01 modify-reservation cis-1992-rules UA "narrower"'
    of: Name
    by: Parties
    words: Text


class WithdrawReservation(Act, tag="withdraw-reservation"):
    """A party withdraws its reservation (VCLT, art. 22)."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "1996-01-01 withdraw-reservation cis-1992-rules UA"
    of: Name
    by: Parties


class Declare(Act, tag="declare"):
    """A party makes a declaration or states a special position."""

    FORM: ClassVar = "of by words"
    EXAMPLE: ClassVar = '1996-04-12 declare cis-1996-rules AZ "special position, except rule 22"'
    of: Name
    by: Parties
    words: Text


class Communicate(Act, tag="communicate"):
    """A party sends a communication about an instrument."""

    FORM: ClassVar = "of by words"
    EXAMPLE: ClassVar = '2020-12-01 communicate cis-1991-councils MD "attends no session"'
    of: Name
    by: Parties
    words: Text


class Object(Act, tag="object"):
    """A party objects to a reservation or an act of another (VCLT, art. 20)."""

    FORM: ClassVar = "of by 'to' to [effect]"
    EXAMPLE: ClassVar = "1993-01-01 object cis-1992-rules MD to UA"
    of: Name
    by: Parties
    to: Parties
    effect: Literal["simple", "excludes-relations"] = "simple"
    words: Text = ""


class AcceptReservation(Act, tag="accept-reservation"):
    """A party accepts a reservation of another (VCLT, art. 20)."""

    FORM: ClassVar = "of by 'of-party' to"
    EXAMPLE: ClassVar = "1993-01-01 accept-reservation cis-1992-rules BY of-party UA"
    of: Name
    by: Parties
    to: Parties


class AcceptAccession(Act, tag="accept-accession"):
    """A party accepts the accession of another, where the instrument asks for it (as Hague 1980, art. 38(4))."""

    FORM: ClassVar = "of by 'of-party' to"
    EXAMPLE: ClassVar = "2012-06-01 accept-accession hcch-1980-abduction UA of-party RU"
    of: Name
    by: Parties
    to: Parties


class WithdrawObjection(Act, tag="withdraw-objection"):
    """A party withdraws its objection to a reservation, or to an accession (VCLT, art. 22(2))."""

    FORM: ClassVar = "of by 'to' to"
    EXAMPLE: ClassVar = "1995-01-01 withdraw-objection cis-1992-rules MD to UA"
    of: Name
    by: Parties
    to: Parties


class ExtendTerritory(Act, tag="extend-territory"):
    """A party extends an instrument to a territory."""

    FORM: ClassVar = "of by territory"
    EXAMPLE: ClassVar = '1990-01-01 extend-territory new-york-1958 GB "Gibraltar"'
    of: Name
    by: Parties
    territory: Text


class ExcludeTerritory(Act, tag="exclude-territory"):
    """A party excludes a territory from an instrument."""

    FORM: ClassVar = "of by territory"
    EXAMPLE: ClassVar = '1990-01-01 exclude-territory new-york-1958 DK "Faroe Islands"'
    of: Name
    by: Parties
    territory: Text


class Opt(Act, tag="opt"):
    """A party accepts an optional provision."""

    FORM: ClassVar = "of by provision"
    EXAMPLE: ClassVar = '1991-01-01 opt iccpr UA "art. 41"'
    of: Name
    by: Parties
    provision: Text


class OptOut(Act, tag="opt-out"):
    """A party excludes a provision from which it may opt out."""

    FORM: ClassVar = "of by provision"
    EXAMPLE: ClassVar = '1991-01-01 opt-out cisg RU "art. 11"'
    of: Name
    by: Parties
    provision: Text


class Disclaim(Act, tag="disclaim"):
    """A signatory makes clear that it will not become a party (VCLT, art. 18(a))."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "2002-05-06 disclaim rome-statute US"
    of: Name
    by: Parties


class Denounce(Act, tag="denounce"):
    """A party denounces or withdraws from an instrument, whole or in part; `effective` when the notice has run."""

    FORM: ClassVar = "of by [part]"
    EXAMPLE: ClassVar = "2008-08-18 denounce cis-1993-charter GE\n  effective 2009-08-18"
    of: Name
    by: Parties
    part: Text = ""


class SuspendOperation(Act, tag="suspend-operation"):
    """A party suspends the operation of an instrument, towards all or towards some (VCLT, arts. 57 to 60)."""

    FORM: ClassVar = "of by ['towards' to]"
    EXAMPLE: ClassVar = "2015-12-16 suspend-operation cis-2011-fta RU towards UA\n  effective 2016-01-01"
    of: Name
    by: Parties
    to: Parties = ()


class Resume(Act, tag="resume"):
    """A party resumes the operation of an instrument."""

    FORM: ClassVar = "of by ['towards' to]"
    EXAMPLE: ClassVar = "2017-01-01 resume cis-2011-fta RU towards UA"
    of: Name
    by: Parties
    to: Parties = ()
