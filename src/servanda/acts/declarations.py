"""Declarations: the things that other acts speak of, and the law that applies to them."""

from __future__ import annotations

from typing import ClassVar, Literal

from servanda.acts.base import Act, Body, Name, Names, Number, Parties, Party, Text
from servanda.days import Day, Period


class Source(Act, tag="source"):
    """A publication that tells of acts; `on` is the day of publication."""

    FORM: ClassVar = "of title ['publisher' publisher]"
    EXAMPLE: ClassVar = '2020-12-18 source by-press "Session of the Council of Heads of State" publisher "Press"'
    of: Name
    title: Text
    publisher: Text = ""
    address: Text = ""
    language: Text = ""
    sha256: Text = ""


class Organisation(Act, tag="organisation"):
    """An organisation, or a treaty regime without organs, is founded or first recorded."""

    FORM: ClassVar = "of title"
    EXAMPLE: ClassVar = '1991-12-08 organisation cis "Commonwealth of Independent States"'
    of: Name
    title: Text
    title_ru: Text = ""
    short: Text = ""
    character: Text = ""
    seat: Text = ""
    languages: Text = ""
    level: Text = ""
    founded_by: Names = ()
    until: Day | None = None


class Organ(Act, tag="organ"):
    """An organ of an organisation, with its composition and its rule of decision."""

    FORM: ClassVar = "of title"
    EXAMPLE: ClassVar = '1991-12-30 organ cis/chs "Council of Heads of State"'
    of: Name
    title: Text
    title_ru: Text = ""
    composition: Text = ""
    meets: Text = ""
    chair: Text = ""
    decides: Text = ""
    rule: Names = ()
    quorum: Text = ""
    basis: Text = ""


class Instrument(Act, tag="instrument"):
    """A treaty, decision, statement or other document is adopted or first recorded under a name."""

    FORM: ClassVar = "of title"
    EXAMPLE: ClassVar = '2011-10-18 instrument cis-2011-fta "Treaty on a free trade area"'
    of: Name
    title: Text
    title_ru: Text = ""
    character: Text = ""
    within: Name = ""
    place: Text = ""
    topics: Names = ()
    reservations: Text = ""
    withdrawal: Text = ""


class Depositary(Act, tag="depositary"):
    """Somebody is designated depositary of an instrument, or takes the function over."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "2011-10-18 depositary cis-2011-fta cis/excom"
    of: Name
    by: Party
    zone: Text = ""


class Clause(Act, tag="clause"):
    """A final clause of an instrument, as it holds from a day; its lines are given meaning in `law`."""

    FORM: ClassVar = "of about"
    EXAMPLE: ClassVar = (
        '2011-10-18 clause cis-2011-fta entry-into-force\n  cite "art. 22"\n  when 3 notifications\n  then +30 days'
    )
    of: Name
    about: Literal[
        "entry-into-force",
        "withdrawal",
        "provisional-application",
        "presidency",
        "decisions",
        "accession",
        "reservations",
    ]
    lines: Body = ()


class Practice(Act, tag="practice"):
    """A practice of a depositary, dated and quoted."""

    FORM: ClassVar = "by"
    EXAMPLE: ClassVar = '1999-01-01 practice un-secretary-general\n  cite "Summary of Practice, para. 236"\n  days +n'
    by: Party
    lines: Body = ()


class Group(Act, tag="group"):
    """A named set of parties, as it stands from a day until another declaration."""

    FORM: ClassVar = "of members"
    EXAMPLE: ClassVar = "1993-01-22 group cis-founders AM AZ BY KG KZ MD RU TJ TM UA UZ"
    of: Name
    members: Parties
    title: Text = ""


class Table(Act, tag="table"):
    """A table of weights of parties, with its version and cut-off day; a line `weight CODE FRACTION` each."""

    FORM: ClassVar = "of title"
    EXAMPLE: ClassVar = '2015-12-12 table shares-2015 "Shares"\n  version "FCCC/CP/2015/10"\n  weight BY 1/2'
    of: Name
    title: Text
    version: Text = ""
    cut_off: Day | None = None
    state: Literal["provisional", "verified"] = "verified"
    lines: Body = ()


class Topic(Act, tag="topic"):
    """An area of cooperation under which instruments and commitments are counted."""

    FORM: ClassVar = "of title"
    EXAMPLE: ClassVar = '2020-12-18 topic digital-economy "Digital economy"'
    of: Name
    title: Text
    title_ru: Text = ""
    sphere: Text = ""


class Office(Act, tag="office"):
    """A person holds an office of a state or an organisation for a period."""

    FORM: ClassVar = "by person title ['in' period]"
    EXAMPLE: ClassVar = '2020-12-18 office BY "A. Lukashenko" "President of Belarus" in 2020-12-18..'
    by: Party
    person: Text
    title: Text
    period: Period | None = None


class StateSuccession(Act, tag="state-succession"):
    """States replace another in the responsibility for a territory's foreign relations (VCST, art. 2(1)(b)).

    A `continuation` is the same state under another code or name. How it came about says what the law makes of the
    predecessor's treaties; `on` is the day of the succession.
    """

    FORM: ClassVar = "by 'to' to 'as' manner"
    EXAMPLE: ClassVar = "1993-01-01 state-succession CZ SK to CSHH as dissolution"
    by: Parties
    to: Party
    manner: Literal["continuation", "dissolution", "separation", "unification", "decolonisation", "absorption"]


class Naming(Act, tag="name"):
    """A party or a thing is called by a name, in a language, from a day."""

    FORM: ClassVar = "by title 'in' language"
    EXAMPLE: ClassVar = '1991-12-08 name RU "Russia" in en'
    by: Party
    title: Text
    language: Name


class Tally(Act, tag="count"):
    """A published count of something, kept to be compared with what is computed."""

    FORM: ClassVar = "of what number"
    EXAMPLE: ClassVar = "2017-03-31 count eaeu barriers 9"
    of: Name
    what: Name
    number: Number
    scope: Text = ""
