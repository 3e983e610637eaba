"""Documents that go to a party for its signature, in Russian: `будут направлены в Ереван на подпись`."""

from __future__ import annotations

import re

from servanda.reading.records import Absent, Transmission
from servanda.reading.russian.context import Context
from servanda.reading.russian.phrases import spaced

_SENT = re.compile(
    r"\b(?:направлен\w*|передан\w*|отправлен\w*|направ(?:ят|ит)|передадут|передаст|перешлют|отправят|поступят)\b"
)
_SIGN = re.compile(r"\b(?:на подпись|для подписания|на подписание|для подписи|чтобы (?:\w+ ){0,2}подписал\w*)\b")
_ABSENT = re.compile(r"\b(?:отсутств\w+|не участвовавш\w+|не приехавш\w+)\b")


def find_transmissions(context: Context, absent: tuple[Absent, ...]) -> tuple[Transmission, ...]:
    """Every party to which documents go for signature, once."""
    found: dict[str, Transmission] = {}
    for sentence in context.body():
        sign, sent = _SIGN.search(sentence.plain), _SENT.search(sentence.plain)
        if not sign or not sent:
            continue
        named = context.mentioned(sentence.start + sent.end(), sentence.end, ("state", "capital", "adjective"))
        named = named or context.mentioned(sentence.start, sentence.start + sent.start(), ("state",))
        parties = [m.party for m in named if m.kind != "state" or m.cases & {"datv", "accs"}]
        parties = parties or ([item.party for item in absent] if _ABSENT.search(sentence.plain) else [])
        for party in parties:
            passage = context.passage(sentence.start, sentence.end, "sent for signature")
            found.setdefault(party, Transmission(party=party, what=_what(sentence.plain, sent), **passage))
    return tuple(found.values())


def _what(plain: str, sent: re.Match[str]) -> str:
    papers = re.search(
        r"[^,.;]*\b(?:документ\w*|решени\w*|бумаг\w*|текст\w*|соглашени\w*)\b[^,.;]*", plain[: sent.start()]
    )
    return spaced(papers[0]) if papers else "документы"
