"""Documents that were sent back, put off or sent on, and those that only the title over a sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from servanda.reading.context import Context
from servanda.reading.deeds import action_of, documents_of
from servanda.reading.records import Document
from servanda.reading.sentences import Sentence
from servanda.reading.titles import last_title, titles_in

_MOVED = re.compile(r" back |sent|forwarded|transmitted|submitted|circulated")
_GOES_BACK = re.compile(
    r"(?:[,;] (?:which|that))? (?:(?:goes?|went|is going|will go|is to go) back to|"
    r"(?:was|were|has been|have been|is|are) (?:sent|forwarded|transmitted|submitted|"
    r"circulated)(?: back)?(?: to [\w ]{3,40}?)? "
    r"for (?:signature|approval|comments?|further|consideration|ratification))\b"
)


def sent_back(context: Context, sentence: Sentence) -> Iterator[Document]:
    """`Sent the agreement back to the experts`."""
    for match in _BACK.finditer(sentence.plain):
        titles = titles_in(sentence.plain, match.start("what"), match.end("what"))
        yield from documents_of(context, sentence, titles[:1], "other", match.start(), "sent back")
    for match in _BACK_TO.finditer(sentence.plain):
        titles = titles_in(sentence.plain, match.end(), len(sentence.plain))
        yield from documents_of(context, sentence, titles[:1], "other", match.start(), "sent back")
    for match in _GOES_BACK.finditer(sentence.plain) if _MOVED.search(sentence.plain) else ():
        titles = last_title(sentence.plain, match.start())
        yield from documents_of(context, sentence, titles, "other", titles[0].begin if titles else 0, "sent back")


_BACK = re.compile(r"\b(?:sent|referred|handed|passed|sends|transmitted|forwarded|remitted|"
    r"refers|(?:agreed|decided|resolved) to (?:refer|send|transmit|forward|remit|"
    r"submit)) (?P<what>[^.;]{3,120}?) (?:back )?to (?=(?:the |its |their )?"
                   r"(?:[\w-]+ ){0,2}?(?:experts?|officials|working|committee|drafters|negotiators|ministers|"
                   r"commission|secretariat|council|summit|assembly|bureau|next)\b)",
                   re.IGNORECASE)  # fmt: skip


# `REFERS BACK to the Committee the draft Statute`.
_BACK_TO = re.compile(
    r"\b(?:refer(?:s|red)?|remit(?:s|ted)?|sen(?:ds?|t)|return(?:s|"
    r"ed)?) back to (?:the )?[A-Z][^.;,]{3,70}? (?=(?:the|an?|its) )",
    re.IGNORECASE,
)


def outcome(context: Context, sentence: Sentence) -> Iterator[Document]:
    """`Timetable for the market approved` in a list or table of outcomes: a title, and what became of it."""
    done = _OUTCOME.match(sentence.plain) if sentence.role != "body" or " | " in sentence.plain else None
    titles = titles_in(sentence.plain, done.start("title"), done.end("title")) if done else []
    if done and titles and titles[0].begin - done.start("title") < _FIRST and not _SAID.search(done["title"]):
        action = action_of(done["verb"]) if done["verb"] else "other"
        passage = context.passage(sentence.start, sentence.start + done.end(), "outcome in a list")
        yield Document(title=titles[0].text, kind=titles[0].kind, action=action, **passage)


_FIRST = 6
_SAID = re.compile(r"\b(?:which|that|been|be|having|recalls?|recalled)\b", re.IGNORECASE)
_OUTCOME = re.compile(
    r"(?:[^|]{1,12}\| )?(?P<title>[A-Z][^.;|]{6,180}?)(?: \||:| -|,)? (?:(?:was|were|has been|unanimously|"
    r"provisionally) )*"
    r"(?:(?P<verb>approved|adopted|endorsed|signed|ratified|initialled|deferred|postponed)|considered|referred|returned|"
    r"withdrawn|not agreed)\b(?= *(?:$|[,;:.()|]|by |with |on |at |in |and |to |back |until ))"
)


def under_title(context: Context, sentence: Sentence) -> Iterator[Document]:
    """`Approved without remarks.` under the title of a document: what its title names."""
    title = context.titles.get(sentence.start)
    done = _BARE.match(sentence.plain)
    named = titles_in(title.plain, 0, len(title.plain)) if title and done else []
    if title and done and named:
        passage = context.passage(title.start, sentence.start + done.end(), "done with what the title names")
        yield Document(title=named[0].text, kind=named[0].kind, action=action_of(done["verb"]), **passage)


_BARE = re.compile(
    r"(?:Decision: )?(?P<verb>Approved|Adopted|Endorsed|Signed|Deferred|Postponed|Returned|Referred)\b(?! by )"
)


def in_full(context: Context, sentence: Sentence, document: Document) -> Document:
    """`The Action Plan` under its own title means the whole of it."""
    title = context.titles.get(sentence.start)
    named = titles_in(title.plain, 0, len(title.plain))[:1] if title else []
    longer = named and named[0].text.lower().startswith(f"{document.title.lower()} ")
    return msgspec.structs.replace(document, title=named[0].text) if longer else document
