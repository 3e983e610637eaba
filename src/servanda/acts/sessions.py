"""Sessions of organs: called, attended, excused; what is proposed, said and decided there."""

from __future__ import annotations

from typing import ClassVar, Literal

from servanda.acts.base import Act, Name, Names, Number, Parties, Party, Text
from servanda.days import Day


class Convene(Act, tag="convene"):
    """A session is called, or known to have been held; `for` is the day for which it is called."""

    FORM: ClassVar = "of ['for' day]"
    EXAMPLE: ClassVar = "2020-12-18 convene cis/chs/2020-12-18\n  format videoconference\n  chair UZ"
    of: Name
    day: Day | None = None
    format: Literal["videoconference", "in-person", "hybrid", "unknown"] = "unknown"
    character: Literal[
        "regular", "extraordinary", "informal", "jubilee", "founding", "joint", "working", "expert", "planned"
    ] = "regular"
    chair: Party = ""
    place: Text = ""
    country: Party = ""


class Reschedule(Act, tag="reschedule"):
    """A session is moved from one day to another."""

    FORM: ClassVar = "of 'from' earlier ['to' day]"
    EXAMPLE: ClassVar = "2020-10-12 reschedule cis/chs/2020-12-18 from 2020-10-16"
    of: Name
    earlier: Day
    day: Day | None = None


class Credential(Act, tag="credential"):
    """A delegation's credentials are presented or accepted."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "2020-12-18 credential cis/chs/2020-12-18 BY"
    of: Name
    by: Parties
    person: Text = ""


class Attend(Act, tag="attend"):
    """Parties attend a session, at the level of its heads or below."""

    FORM: ClassVar = "of by [level]"
    EXAMPLE: ClassVar = "2020-12-18 attend cis/chs/2020-12-18 AZ BY KG KZ MD RU TJ TM UZ"
    of: Name
    by: Parties
    level: Literal["head", "deputy", "observer", "guest", "unknown"] = "head"
    person: Text = ""
    rank: Text = ""


class Absent(Act, tag="absent"):
    """Parties are reported not to have attended."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "2019-10-11 absent cis/chs/2019-10-11 UA"
    of: Name
    by: Parties


class Excuse(Act, tag="excuse"):
    """A party excuses itself from a session, as a rule by a note, with the reason as given."""

    FORM: ClassVar = "of by [reason]"
    EXAMPLE: ClassVar = '2020-12-18 excuse cis/chs/2020-12-18 AM "unexpected circumstances"'
    of: Name
    by: Parties
    reason: Text = ""


class NoteVerbale(Act, tag="note-verbale"):
    """A diplomatic note is received: from whom, to whom, about what."""

    FORM: ClassVar = "of by [content]"
    EXAMPLE: ClassVar = '2020-12-18 note-verbale cis/chs/2020-12-18 AM "will not attend"'
    of: Name
    by: Parties
    content: Text = ""
    sender: Text = ""
    addressee: Text = ""


class Agenda(Act, tag="agenda"):
    """An item stands on the agenda of a session."""

    FORM: ClassVar = "of number title ['on' document]"
    EXAMPLE: ClassVar = '2020-12-18 agenda cis/chs/2020-12-18 1 "Concept" on cis-2020-concept'
    of: Name
    number: Number
    title: Text
    document: Name = ""


class Say(Act, tag="say"):
    """Exact words spoken at a session."""

    FORM: ClassVar = "of by words"
    EXAMPLE: ClassVar = '2020-12-18 say cis/chs/2020-12-18 BY "We can become stronger"\n  person "A. Lukashenko"'
    of: Name
    by: Party
    words: Text
    person: Text = ""


class Propose(Act, tag="propose"):
    """A party suggests that others do something or agree to something."""

    FORM: ClassVar = "of by words"
    EXAMPLE: ClassVar = (
        '2020-12-18 propose cis/chs/2020-12-18/p1 BY "hold the next session in Minsk"\n  next-session 2021-10-15'
    )
    of: Name
    by: Parties
    words: Text
    person: Text = ""
    next_session: Day | None = None
    organ: Name = ""
    place: Text = ""
    topics: Names = ()


class Position(Act, tag="position"):
    """A party takes a position on a draft or a decision."""

    FORM: ClassVar = "of by stance ['at' session]"
    EXAMPLE: ClassVar = "2024-10-08 position cis-2025-plus AM no-interest at cis/chs/2024-10-08"
    of: Name
    by: Parties
    stance: Literal["for", "against", "abstains", "no-interest", "not-participating", "dissociates", "reserves"]
    session: Name = ""
    words: Text = ""


class Explain(Act, tag="explain"):
    """A party explains its position."""

    FORM: ClassVar = "of by words"
    EXAMPLE: ClassVar = '2024-10-08 explain cis-2025-plus AM "the text needs further study"'
    of: Name
    by: Parties
    words: Text


class Decide(Act, tag="decide"):
    """A session disposes of a document; the parties that took part in it may be named."""

    FORM: ClassVar = "of outcome ['at' session]"
    EXAMPLE: ClassVar = "2020-12-18 decide cis-2020-concept approved at cis/chs/2020-12-18"
    of: Name
    outcome: Literal["adopted", "approved", "took-note", "postponed", "sent-back", "signed"]
    session: Name = ""
    by: Parties = ()
    rule: Name = ""


class Silence(Act, tag="silence"):
    """A silence procedure is opened, broken or passed."""

    FORM: ClassVar = "of step ['until' deadline]"
    EXAMPLE: ClassVar = "2020-05-01 silence cis-2020-strategy opened until 2020-05-15"
    of: Name
    step: Literal["opened", "broken", "passed"]
    deadline: Day | None = None
    by: Parties = ()


class Close(Act, tag="close"):
    """A session is closed."""

    FORM: ClassVar = "of [by]"
    EXAMPLE: ClassVar = "2020-12-18 close cis/chs/2020-12-18 UZ"
    of: Name
    by: Parties = ()
    person: Text = ""


class ApproveRecord(Act, tag="approve-record"):
    """The record of a session is approved."""

    FORM: ClassVar = "of [by]"
    EXAMPLE: ClassVar = "2021-01-15 approve-record cis/chs/2020-12-18"
    of: Name
    by: Parties = ()
