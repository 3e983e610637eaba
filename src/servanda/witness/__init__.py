"""The witness: it remembers the last head of a journal, and cosigns a new one only if nothing before it has changed.

    request (text) ─▶ answering ─▶ cosignatures (text)      over HTTP in `serve`, by a file in the command

A member state needs a key and one record for it; the journal's entries are none of its business and it never sees
them. C2SP tlog-witness (https://c2sp.org/tlog-witness).
"""

from servanda.witness.answering import Answer, answer
from servanda.witness.asking import Asked, ask, read_answer
from servanda.witness.house import House, make_house, open_house
from servanda.witness.request import Request, parse_request

__all__ = [
    "Answer",
    "Asked",
    "House",
    "Request",
    "answer",
    "ask",
    "make_house",
    "open_house",
    "parse_request",
    "read_answer",
]
