"""Membership: joining, being associated with, observing and leaving an organisation."""

from __future__ import annotations

from typing import ClassVar, Literal

from servanda.acts.base import Act, Name, Parties, Text
from servanda.days import Day


class Join(Act, tag="join"):
    """A party becomes a member; the circle tells which, where an organisation knows more than one."""

    FORM: ClassVar = "of by ['as' circle]"
    EXAMPLE: ClassVar = "1991-12-08 join cis BY as founding"
    of: Name
    by: Parties
    circle: Literal["founding", "member", "party", "participant"] = "member"
    basis: Text = ""


class Associate(Act, tag="associate"):
    """A party becomes an associate member."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "2005-08-26 associate cis TM"
    of: Name
    by: Parties
    basis: Text = ""


class Observe(Act, tag="observe"):
    """A state or an organisation becomes an observer, or a candidate."""

    FORM: ClassVar = "of by ['as' circle]"
    EXAMPLE: ClassVar = "2018-05-14 observe eaeu MD"
    of: Name
    by: Parties
    circle: Literal["observer", "candidate"] = "observer"
    basis: Text = ""


class SuspendRights(Act, tag="suspend-rights"):
    """Rights of membership are suspended, by the organisation or by the member itself."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "2012-06-28 suspend-rights csto UZ"
    of: Name
    by: Parties
    until: Day | None = None


class Leave(Act, tag="leave"):
    """A member gives notice that it leaves, or its membership ends; `effective` is the day it ceases."""

    FORM: ClassVar = "of by ['from' circle]"
    EXAMPLE: ClassVar = "2008-08-18 leave cis GE\n  effective 2009-08-18"
    of: Name
    by: Parties
    circle: Literal["founding", "member", "party", "participant", "associate", "observer", "candidate", ""] = ""
    basis: Text = ""


class Revoke(Act, tag="revoke"):
    """A notice of withdrawal, or a denunciation, is taken back before it takes effect."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "2017-02-10 revoke rome-statute GM"
    of: Name
    by: Parties
