"""The presidency of an organisation: taken, declined, laid down, and what it puts first."""

from __future__ import annotations

from typing import ClassVar

from servanda.acts.base import Act, Name, Names, Parties, Party, Share, Text
from servanda.days import Period


class Preside(Act, tag="preside"):
    """It is decided, or known, that a state presides for a period; co-chairs may be named."""

    FORM: ClassVar = "of by 'in' period"
    EXAMPLE: ClassVar = "2020-12-18 preside cis BY in 2021\n  co-chairs KZ UZ"
    of: Name
    by: Party
    period: Period
    co_chairs: Parties = ()
    person: Text = ""
    session: Name = ""


class Decline(Act, tag="decline"):
    """A state declines the presidency that was its turn."""

    FORM: ClassVar = "of by 'in' period"
    EXAMPLE: ClassVar = "2016-09-16 decline cis MD in 2017"
    of: Name
    by: Party
    period: Period


class Relinquish(Act, tag="relinquish"):
    """A presiding state lays the presidency down before its term is over."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "2014-03-20 relinquish cis UA"
    of: Name
    by: Party


class Prioritise(Act, tag="prioritise"):
    """A presidency names a priority; a weight says how much of its attention it is to have."""

    FORM: ClassVar = "of by words ['in' period]"
    EXAMPLE: ClassVar = '2020-12-18 prioritise cis BY "standards of living" in 2021'
    of: Name
    by: Party
    words: Text
    period: Period | None = None
    topics: Names = ()
    weight: Share = ""


class Programme(Act, tag="programme"):
    """A presidency publishes its concept or its plan: a document that is declared as an instrument."""

    FORM: ClassVar = "of by document ['in' period]"
    EXAMPLE: ClassVar = "2021-01-20 programme cis BY cis-2021-concept in 2021"
    of: Name
    by: Party
    document: Name
    period: Period | None = None
