"""The words of absence in English: where the absent stand before them, and where after."""

from __future__ import annotations

import re

_SESSION = (
    r"(?:summit|session|meeting|sitting|conference|talks|event|forum|gathering|council|"
    r"videoconference|ceremony|proceedings|it)"
)
_NOT = (
    r"(?:did not|didn't|does not|do not|could not|would not|will not|(?:was|were|is|are) (?:unable|not able) to|"
    r"had not|(?:has |have |had )?failed to)"
)

# Where the absent stand before the words: `X was absent`.
BEFORE: tuple[tuple[str, str], ...] = (
    ("was absent", (
        r"\b(?:was|were|is|are|remained) (?:also |both |therefore |thus |again |\w+ly )?(?:absent|missing|"
        r"not present|"
        r"not represented|unrepresented|not in attendance|not invited)\b"
    )),
    ("did not attend", (
        rf"\b{_NOT} (?:be able to )?(?:attend|take part|participate|come|join|appear(?! (?:under|in|on|as|"
        rf"to)\b)|be present|travel|"
        rf"make (?:it|the (?:trip|journey))|fly|"
        rf"arrive|show up|turn up|register|be represented|reach (?:the )?(?:venue|meeting|summit|session|city|"
        rf"capital|hall)|"
        r"respond to (?:the|its|their) invitation|reply|respond|answer(?: the invitation)?|have (?:a |"
        r"any )?representatives?|"
        r"send (?:an? |any |its |their )?(?:representatives?|delegations?|delegates?|ministers?|envoys?|anyone|"
        r"anybody))\b"
    )),
    ("excused itself", (
        r"\b(?:excused (?:itself|himself|herself|themselves|(?:its|his|her|their) absence)|"
        r"absented (?:itself|himself|herself|themselves)|"
        r"(?:sent|sending|convey\w+|express\w+|tender\w+|present\w+|offer\w+|extend\w+|transmitted|gave|made) "
        r"(?:(?:its|his|her|their|sincere|deep) )*(?:apologies|regrets|excuses)(?! (?:to|over|about|at the)\b)|"
        r"stayed away|(?:chose|decided|opted|preferred) not to (?:attend|"
        r"take part|participate|come|join|travel|send)|declined to (?:attend|take part|participate|"
        r"join)|refused to (?:attend|take part|participate)|asked to be excused|apologised for (?:its|"
        r"his|her|their) absence)\b"
    )),
    ("suspended", r"\b(?:(?:is|are|being) (?:still |currently )?suspended from|remain(?:s|ed|ing)? suspended)\b"),
    ("was to come", (
        r"\b(?:was|were) (?:due |expected |supposed |scheduled )?to (?:have )?(?:be(?:en)? represented|attend|attended|"
        r"take part|taken part|come|join|joined|participate|participated)\b"
    )),
    ("not there", (
        r"\b(?:was|were) (?:a no-show|no-shows|not (?:there|(?:in|at|on) the (?:room|hall|table|chamber|call|"
        r"screen)))\b|"
        rf"\b(?:pulled out|withdrew)(?: of| from)?(?: (?:the|this) {_SESSION})?(?=[.,;]|$| at| because| over|"
        rf" due| citing)|"
        r"\bcancelled (?:its|his|her|their) (?:participation|attendance|trip|visit|travel)\b|"
        r"\bstayed (?:at )?home\b|\bgave the \w+ a miss\b|\bsent nobody\b"
    )),
    ("missed", rf"\b(?:boycotted|skipped|missed) (?:the|this|today's) (?:[\w-]+ ){{0,3}}{_SESSION}\b"),
    ("stayed away", (
        r"\b(?:would|will) (?:stay away|be absent|not be (?:present|represented|attending|coming|"
        r"able to (?:attend|come|take part|join)))\b"
    )),
    ("sent nobody", r"\b(?:sent|had) (?:no (?:one|delegation|representatives?|delegates?)|nobody)\b"),
    ("stopped coming", (
        r"\b(?:has|had|have) (?:\w+ ){0,2}?(?:stopped|ceased) (?:coming|attending|"
        r"taking part|participating)\b"
    )),
    ("empty seat", (
        r"(?<=\w)'s? (?:seat|chair) (?:was|remained|stayed|stood) (?:left )?(?:empty|vacant)\b|"
        r"\bleft (?:its|their|his) seats? (?:empty|vacant)\b"
    )),
    ("seat of", r"(?<= )(?:was|were|remained|stayed|stood)(?: left)? (?:empty|vacant|unoccupied)\b"),
)  # fmt: skip

# `Every member but Suriname took part`.
ALL_BUT = re.compile(
    r"\b(?:[Aa]ll|[Ee]very|[Ee]ach) (?:[\w-]+ ){0,5}?but (?=(?:the )?[A-Z][^.;]{2,80}?\b(?:attended|took part|"
    r"participated|"
    r"came|was|were|met|sent|joined)\b)"
)
# Where they stand after: `not attended by X`.
AFTER: tuple[tuple[str, str], ...] = (
    ("not attended by", r"\bnot (?:be )?(?:attended|joined) by "),
    ("missed", r"\b[Ww]e (?:only )?missed (?=(?:the )?[A-Z])"),
    ("missed friends", r"\bmissed (?:our|their|his|her|the) (?:colleagues?|friends?|counterparts?|partners?) from "),
    ("nobody came from", (
        r"\b(?:[Nn]obody|[Nn]o one|[Nn]o (?:delegat\w+|representatives?|ministers?)) "
        r"(?:came|attended|arrived|was sent|travelled) from "
    )),
    ("nobody spoke for", r"\b(?:[Nn]obody|[Nn]o one) (?:spoke|sat|answered|signed in) for "),
    ("nobody from", (
        r"\b(?:[Nn]obody|[Nn]o one|[Nn]o (?:delegation|delegates?|representatives?)) (?:from|"
        r"of) (?=[^.;]{0,80}?\b(?:came|attended|took part|was|were|arrived|participated|joined|"
        r"appeared)\b)"
    )),
    ("there was nobody from", (
        r"\b[Tt]here (?:was|were) (?:nobody|no one|no (?:delegations?|"
        r"representatives?|representation)) (?:from|of) "
    )),
    ("without", r"\bwithout (?:the (?:participation|presence|attendance) of |(?:any )?representatives? of )"),
    ("in the absence of", r"\bin the absence of "),
    ("absence of", (
        r"\b(?i:regret(?:s|ted|ting)?|not(?:es|ed|ing)|record(?:s|ed|ing)?|deplor(?:es|ed|ing)|despite|excused?) "
        r"the (?:[a-z]+ )?(?:absence|non-attendance|non-participation) of "
    )),
    ("absent was", (
        r"\b(?:[Aa]bsent|[Mm]issing|[Nn]ot present|"
        r"[Nn]ot represented) (?:from (?:the )?(?:[\w-]+ ){1,4})?(?:was|were|is|are) (?:the )?"
    )),
    ("neither", (
        r"\b[Nn]either (?=(?:the )?[A-Z][^.;]{2,80} nor [^.;]{2,80}?\b(?:attended|came|took part|participated|was|were|"
        r"sent|joined|appeared|turned up|showed up)\b)"
    )),
    ("but for these all", (
        r"\b(?:[Ww]ith the (?:sole )?exception of|[Ee]xcept(?: for)?|[Aa]part from|[Ss]ave for) "
        r"(?=(?:the )?[A-Z][^.;]{2,80}, (?:all|every|each)\b)"
    )),
    ("all except", (
        r"\b(?:[Aa]ll|[Ee]very)\b[^.;]{0,80}?\b(?:except(?: for)?|with the exception of|apart from|"
        r"but for|save) "
    )),
)  # fmt: skip

# Without one of these a sentence tells of nobody's absence; most sentences are passed over so.
TELLS = re.compile(
    r"not\b|n't\b|absen|missing|unrepresented|unable|excus|apolog|regrets|away|declined|refused|boycott|skipped|missed|"
    r"vacant|chose|opted|preferred|nobody|no one|\bno (?:del|rep|min)|without|except|apart from|but for|"
    r"\bsave\b|empty|stopped|ceased|failed|pulled out|withdrew|cancelled|no-show|\b(?:all|every|each)\b.* but |"
    r"stayed|neither|gave the|suspended|w(?:as|ere) (?:[a-z]+ )?to "
)
