"""The life of a document: drafted, cleared, signed, transmitted, amended, replaced, ended."""

from __future__ import annotations

from typing import ClassVar, Literal

from servanda.acts.base import Act, Name, Names, Number, Parties, Text
from servanda.days import Day


class Draft(Act, tag="draft"):
    """A version of a document is tabled."""

    FORM: ClassVar = "of [by]"
    EXAMPLE: ClassVar = "2019-10-30 draft cis-2020-concept\n  version 1"
    of: Name
    by: Parties = ()
    version: Number | None = None
    sha256: Text = ""


class Clear(Act, tag="clear"):
    """Experts agree a draft; what stays in brackets is said."""

    FORM: ClassVar = "of [by] ['at' session]"
    EXAMPLE: ClassVar = "2019-10-31 clear cis-2020-concept AM AZ BY at cis/expert-group/2019-10-30"
    of: Name
    by: Parties = ()
    session: Name = ""
    brackets: Text = ""


class Return(Act, tag="return"):
    """A draft is sent back."""

    FORM: ClassVar = "of [by] ['at' session]"
    EXAMPLE: ClassVar = "2010-12-10 return cis-2010-crime-programme at cis/chs/2010-12-10"
    of: Name
    by: Parties = ()
    session: Name = ""


class Initial(Act, tag="initial"):
    """Negotiators put their initials to a text (VCLT, art. 10)."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "2011-06-01 initial cis-2011-fta BY"
    of: Name
    by: Parties


class Authenticate(Act, tag="authenticate"):
    """A text is established as authentic and definitive (VCLT, art. 10)."""

    FORM: ClassVar = "of [by]"
    EXAMPLE: ClassVar = "2011-10-18 authenticate cis-2011-fta"
    of: Name
    by: Parties = ()
    languages: Text = ""


class Open(Act, tag="open"):
    """An instrument is opened for signature or accession, to all or to a group or an organisation's members."""

    FORM: ClassVar = "of 'for' what ['until' until]"
    EXAMPLE: ClassVar = "2011-10-18 open cis-2011-fta for signature"
    of: Name
    what: Literal["signature", "accession"]
    until: Day | None = None
    among: Name = ""


class Sign(Act, tag="sign"):
    """Parties sign an instrument: simply, ad referendum, or definitively (VCLT, arts. 10 to 12).

    `by-succession` where a successor state takes over its predecessor's signature: it never counts as consent.
    """

    FORM: ClassVar = "of by [manner]"
    EXAMPLE: ClassVar = "2011-10-18 sign cis-2011-fta AM BY KG KZ MD RU TJ UA"
    of: Name
    by: Parties
    manner: Literal["simple", "ad-referendum", "definitive", "by-succession"] = "simple"
    person: Text = ""
    reservation: Text = ""


class Confirm(Act, tag="confirm"):
    """A signature ad referendum is confirmed (VCLT, art. 12(2)(b))."""

    FORM: ClassVar = "of by"
    EXAMPLE: ClassVar = "2012-01-10 confirm cis-2011-fta KG"
    of: Name
    by: Parties


class Transmit(Act, tag="transmit"):
    """A document is sent to parties that have still to act on it."""

    FORM: ClassVar = "of 'to' to 'for' purpose"
    EXAMPLE: ClassVar = "2020-12-18 transmit cis-2020-concept to AM for signature"
    of: Name
    to: Parties
    purpose: Literal["signature", "ratification", "approval", "information"]


class CertifyCopy(Act, tag="certify-copy"):
    """A certified copy is issued."""

    FORM: ClassVar = "of ['to' to]"
    EXAMPLE: ClassVar = "2011-11-01 certify-copy cis-2011-fta to AM BY"
    of: Name
    to: Parties = ()


class Amend(Act, tag="amend"):
    """One instrument amends another: among those that consent to it, or for all parties (VCLT, art. 40)."""

    FORM: ClassVar = "of 'by' other [scope]"
    EXAMPLE: ClassVar = "2024-10-08 amend cis-2011-fta by cis-2013-uz-protocol"
    of: Name
    other: Name
    scope: Literal["among-parties", "for-all"] = "among-parties"


class Replace(Act, tag="replace"):
    """One instrument replaces another, for all or only among its own parties."""

    FORM: ClassVar = "of 'with' other [scope]"
    EXAMPLE: ClassVar = "2020-12-18 replace cis-2007-concept with cis-2020-concept"
    of: Name
    other: Name
    scope: Literal["for-all", "among-parties"] = "for-all"


class Provision(Act, tag="provision"):
    """What becomes of a provision of a document in the one that replaces or amends it; `words` name the provision."""

    FORM: ClassVar = "of words fate ['in' other]"
    EXAMPLE: ClassVar = '2020-12-18 provision cis-2007-concept "key provisions" stays in cis-2020-concept'
    of: Name
    words: Text
    fate: Literal["stays", "changed", "left-out", "new"]
    other: Name = ""
    article: Text = ""
    becomes: Text = ""


class Terminate(Act, tag="terminate"):
    """An instrument ends."""

    FORM: ClassVar = "of ['by' other]"
    EXAMPLE: ClassVar = "2000-12-01 terminate cis-1993-chairing"
    of: Name
    other: Name = ""


class Publish(Act, tag="publish"):
    """A document is published."""

    FORM: ClassVar = "of [by]"
    EXAMPLE: ClassVar = "2021-01-20 publish cis-2021-presidency-concept BY"
    of: Name
    by: Parties = ()


class Register(Act, tag="register"):
    """An instrument is registered, as under article 102 of the Charter of the United Nations."""

    FORM: ClassVar = "of 'with' register [number]"
    EXAMPLE: ClassVar = '1994-06-22 register cis-1993-charter with unts "31139"'
    of: Name
    register: Name
    number: Text = ""


class Inform(Act, tag="inform"):
    """A party informs an organisation of an instrument or a measure, without legal effect on it."""

    FORM: ClassVar = "of by 'to' to"
    EXAMPLE: ClassVar = "2025-12-15 inform cis-2023-services RU to wto"
    of: Name
    by: Parties
    to: Names
