"""Obstacles in a market, and how deep instruments go into a topic."""

from __future__ import annotations

from typing import ClassVar, Literal

from servanda.acts.base import Act, Name, Number, Parties, Text
from servanda.days import Day


class Restrict(Act, tag="restrict"):
    """A barrier, exemption, restriction or other limit on an instrument is registered."""

    FORM: ClassVar = "of form ['by' by] ['against' against]"
    EXAMPLE: ClassVar = (
        '2012-09-20 restrict fta-sugar-md exemption by MD against UA\n  under cis-2011-fta\n  subject "sugar"'
    )
    of: Name
    form: Literal[
        "barrier",
        "exemption",
        "exclusion",
        "restriction",
        "obstacle",
        "standstill",
        "phase-out",
        "transitional",
        "suspension",
        "conditional-reaction",
        "non-participation",
        "precedence",
        "permitted-grounds",
    ]
    by: Parties = ()
    against: Parties = ()
    under: Name = ""
    subject: Text = ""
    measure: Text = ""
    until: Day | None = None
    scope: Text = ""


class Lift(Act, tag="lift"):
    """A registered limit ends or is removed."""

    FORM: ClassVar = "of [by]"
    EXAMPLE: ClassVar = "2017-07-01 lift eaeu-by-vat BY"
    of: Name
    by: Parties = ()


class RoadMap(Act, tag="road-map"):
    """A step by which a registered limit is to be removed, with its term."""

    FORM: ClassVar = "of [by] words ['due' due]"
    EXAMPLE: ClassVar = '2017-03-31 road-map eaeu-by-vat BY "one rate for all members" due 2017-07-01'
    of: Name
    words: Text
    by: Parties = ()
    due: Day | None = None


class Appeal(Act, tag="appeal"):
    """A business, a citizen or a state complains of a limit, registered or not yet."""

    FORM: ClassVar = "of words ['against' against]"
    EXAMPLE: ClassVar = '2017-02-01 appeal eaeu-by-vat "the rate for imports is higher" against BY'
    of: Name
    words: Text
    against: Parties = ()
    sender: Text = ""


class Target(Act, tag="target"):
    """A number that a count is to come down to (or to reach) by a day."""

    FORM: ClassVar = "of what number 'by' due"
    EXAMPLE: ClassVar = "2021-01-01 target eaeu obstacles 0 by 2022-12-31"
    of: Name
    what: Name
    number: Number
    due: Day


class Cover(Act, tag="cover"):
    """An instrument or an organisation covers a topic, to a depth."""

    FORM: ClassVar = "of topic [depth]"
    EXAMPLE: ClassVar = "2014-05-29 cover eaeu trade-liberalisation common-rules"
    of: Name
    topic: Name
    depth: Literal["consultation", "coordination", "harmonisation", "common-rules", "common-body"] = "coordination"
    provision: Text = ""
