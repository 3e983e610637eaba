"""The states after an office in the plural: `the leaders of A, B and C`, also behind a dash or a bracket."""

from __future__ import annotations

import re

from servanda.reading.clauses import header
from servanda.reading.context import Context
from servanda.reading.enumerations import first_list
from servanda.reading.mentions import Mention

_HEADED = re.compile(r"(?:[^.;]{0,40}?, |[^.;]{0,40}?\band )?(?:[Tt]he |all )?(?=[A-Za-z])")
_TOGETHER = re.compile(
    r"[),]?(?: -)? (?:today |also |jointly |have |unanimously )*(?:announced?|adopted?|agreed?|reaffirm(?:ed)?|decided|"
    r"issued?|endorsed?|signed?|condemn(?:ed)?|welcomed?|declared?|pledged?|committed|expressed?|approved?|stressed|"
    r"underlined|called|released?|mark(?:ed)?|affirm(?:ed)?|recogni[sz]ed?)\b"
)
_THE_MEMBERS = re.compile(
    r"[^.;:(]{0,80}?\b(?:countries|[Ss]tates|[Mm]embers|nations|partners|[Pp]arties|"
    r"[Oo]bservers)(?: of [^.;:(-]{2,50}?)?(?: - |: |"
    r" \(|, namely | (?=[A-Z]))"
)


def in_common(context: Context, start: int, end: int) -> list[Mention]:
    """The states whose leaders adopted, announced or agreed on something together."""
    lead = _HEADED.match(context.plain, start, end)
    head = header().match(context.plain, lead.end(), end) if lead else None
    listed = after_header(context, head.end(), end) if head else []
    together = len(listed) > 1 and _TOGETHER.match(context.plain, listed[-1].end, end)
    return listed if together else []


def after_header(context: Context, start: int, end: int) -> list[Mention]:
    """The states after `the leaders of`, also behind a dash: `the five countries of the group - A, B and C`."""
    members = _THE_MEMBERS.match(context.plain, start, end)
    return first_list(context, start, end) or (first_list(context, members.end(), end) if members else [])
