"""Documents that were approved, adopted, signed, drafted, proposed or brought into force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from servanda.reading.context import Context
from servanda.reading.cues import by_word, either
from servanda.reading.deeds import action_of, deed_verb, deed_verbs, document_of, documents_of
from servanda.reading.records import Document
from servanda.reading.returned import in_full, outcome, sent_back, under_title
from servanda.reading.sentences import Sentence
from servanda.reading.titles import Title, is_document, kind_of, last_title, singular, titles_in
from servanda.words.vocabulary import DocumentAction

_BE = (
    r"\b(?:was|were|has been|have been|had been|having been|is|are|being|been) (?:also |then |unanimously |"
    r"finally |formally |jointly |officially |subsequently )?"
)
_CLAUSE_START = re.compile(
    r"; |\( ?| that |, (?:and|but|while) (?=(?:the|a|an) )|: |^(?:In|On|At|During|After|"
    r"Following) [^,]{3,80}, "
)
_OBJECT_END = re.compile(
    r"[;:(]|(?<!\bNo)(?<!\bNos)\. | - |, (?:which|who|where|while|after|as|but|noting|establishing|unlocking|thus|"
    r"and (?:agreed|decided|heard|took|discussed|noted|instructed|also decided))\b| (?:during the|"
    r"at (?:the|this|a|today's) (?:[\w-]+ ){0,2}(?:meeting|summit|session|sitting|end|close)|"
    r"and (?:gave|took|made|set|left|put|sent|invited|said|told|urged|called|asked|proposed|thanked|announced|"
    r"pledged)|in the presence|on "
    r"the (?:sidelines|margins)|after (?:decades|years|the)|establishing)\b"
)
_ELLIPSIS = re.compile(
    r"\b(?:two|three|several|both) (?P<noun>[\w-]+):? ?[,:-]? (?P<first>one (?:on|for|about|"
    r"against) .+?)(?:,|;| and) (?P<second>(?:and )?(?:the other|another|a second|the second|"
    r"one) (?:on|for|about|against) [^.;]+)"
)
_ISSUED_ON = re.compile(r"^ (?:also )?(?=on (?!\d))")
_SEVERAL = re.compile(r"(?:the |two |three |several )?(?:[\w-]+ )?(?P<noun>\w+s)(?= on [^.;]{4,200}?,? and on )")
_FRONTED = re.compile(
    r"^(?:Also )?(?P<verb>[Ss]igned|[Aa]pproved|[Aa]dopted|[Ee]ndorsed|[Ii]ssued)\b[^.;]{0,40}? (?:was|were|is|"
    r"are) (?=\w)"
)
_FRONT_VERB = re.compile(r" (?:was|were|is|are) ")
_PARTICIPLE = re.compile(
    r", (?:(?:which|that) (?:\w+ ){0,3}?(?:had |have |has |was |were )(?:been )?)?"
    r"(?P<verb>signed|adopted|approved|concluded) (?=(?:in|on|at|last|back|the previous) )"
)
_NOMINAL = re.compile(
    r"\b(?i:resulted in|led to|culminated in|concluded with|ended with|saw|welcomed|welcomes|witnessed|marked by|"
    r"crowned by|underlined|underscored|highlighted|hailed|celebrated|noted|notes|took note of|announced|recorded) "
    r"(?:with \w+ )?(?:the )?"
    r"(?P<noun>adoption|approval|signing|endorsement|signature|conclusion|ratification)(?:, [^,;.]{3,60},)? of (?=\w)|"
    r"\b(?:gave|give) (?:its|their|his|full|final) (?P<given>approval|endorsement|assent) to (?=\w)"
)
_DEEDS: dict[str, DocumentAction] = {
    "adoption": "adopted", "approval": "approved", "signing": "signed", "endorsement": "approved",
    "signature": "signed", "conclusion": "signed", "ratification": "in force",
    "assent": "approved",
}  # fmt: skip
_FUTURE = re.compile(
    r"\b(?:will|to|would|shall) (?:[\w-]+ly )?(?P<verb>publish|sign|draft|conclude) (?=(?:the|an?|"
    r"its|their|his) )"
)
_TO_COME = re.compile(
    r"(?:, which)? (?:is|are|will) (?:to )?be (?:drafted|prepared|drawn up|elaborated|concluded|"
    r"signed|developed)\b|"
    r"(?:, [^,;.]{3,80},)? (?:is|are|was|were) (?:still |now )?(?:being (?:drafted|prepared|finali[sz]ed|"
    r"negotiated|drawn up)|"
    r"at the [\w ]{0,12}stage of (?:drafting|preparation|negotiation)|under (?:preparation|negotiation))\b"
)
# Whoever is told to sign has an order, and the document is nothing yet.
_AUTHORISED = re.compile(
    r"\b(?i:authori[sz]\w+|mandat\w+|empower\w+|instruct\w+|direct(?:s|ed)|task(?:s|ed)|entrust\w+)\b[^.;]{0,60}$"
)
_IN_WORK = re.compile(r"\bbeing |stage of|under ")
# Words without which no sentence fits the patterns above: looked for first, because that is quick.
_COMING = re.compile(r" be |being |stage of|under ")
_A_DEED = re.compile(r"adoption|approval|signing of|endorse|signature|conclusion|ratific|assent")
_PROPOSED = re.compile(
    r"\bpropos(?:ed|es|ing) (?:to )?(?:draft(?:ing)?|sign(?:ing)?|adopt(?:ing)?|conclud(?:e|ing)|"
    r"draw(?:ing)? up|prepar(?:e|ing)|develop(?:ing)?) "
)
_INCLUDE = re.compile(
    r"^(?:They|These|The (?:other )?documents|Among (?:them|these|those|"
    r"the (?:[\w-]+ ){0,2}documents(?: [\w-]+)?)) (?:also )?(?:include|included|is|are|was|were) |"
    r"\b(?:documents|papers|agreements|instruments)\b[^.;]{0,80},? (?:including|among them|among which(?: are| were)?) "
)
_PAST_PAPERS = re.compile(
    r"\b(?P<verb>signed|adopted|approved)\b.{0,80}\b(?:papers|documents|agreements|package)\b|"
    r"\b(?:papers|documents|agreements|package)\b.{0,60}\b(?P<passive>signed|adopted|approved)\b"
)


def find_documents(context: Context) -> tuple[Document, ...]:
    """Every document with what was done with it, once by its title."""
    rows = (outcome(context, heading) for heading in context.headings() if " | " in heading.plain)
    found = {document.title.lower(): document for row in rows for document in row}
    action: DocumentAction = "signed"
    listing: DocumentAction | None = None
    for sentence in context.body():
        if sentence.role == "item" and listing:
            candidates = list(_items(context, sentence, listing))
        elif context.speech_at(sentence.start + 1):
            continue
        else:
            candidates = [*_active(context, sentence), *_passive(context, sentence), *_other(context, sentence)]
            candidates += [
                *_included(context, sentence, action),
                *sent_back(context, sentence),
                *under_title(context, sentence),
                *outcome(context, sentence),
            ]
            candidates = [in_full(context, sentence, document) for document in candidates]
        papers = _PAST_PAPERS.search(sentence.plain)
        if papers:
            action = action_of(papers["verb"] or papers["passive"])
        if sentence.role != "item":
            listing = action if papers and sentence.plain.endswith(":") else None
        for document in candidates:
            found.setdefault(document.title.lower(), document)
    return tuple(sorted(found.values(), key=lambda document: document.start))


def _active(context: Context, sentence: Sentence) -> Iterator[Document]:
    """Approved the concept and the plan; adopted two programmes: one on A, the other on B."""
    for verb in deed_verbs(sentence.plain):
        before = sentence.plain[: verb.start()]
        if (_NOT_DONE.search(before) and not _RESOLVED_TO.search(before)) or _AGREED_TO.match(
            sentence.plain, verb.start()
        ):
            continue
        if verb[0].endswith("ed") and re.search(rf"{_BE}$", before):
            continue
        several = _SEVERAL.match(sentence.plain, verb.end() + 1)
        if several and is_document(several["noun"]):
            topic = Title(several["noun"], kind_of(several["noun"]), several.start("noun"), several.end("noun"))
            yield from _topics(context, sentence, topic, several.end("noun"), action_of(verb[0]))
            continue
        pair = _ELLIPSIS.match(sentence.plain, verb.end() + 1)
        if pair and is_document(pair["noun"]):
            yield from _pair(context, sentence, pair, action_of(verb[0]))
            continue
        stop = _OBJECT_END.search(sentence.plain, verb.end())
        end = stop.start() if stop else len(sentence.plain)
        whither = _WHITHER.search(sentence.plain, verb.end(), end) if action_of(verb[0]) == "other" else None
        end = whither.start() if whither else end
        other = _next_verb().search(sentence.plain, verb.end(), end)
        if _FRONT_VERB.match(sentence.plain, verb.end()):
            continue
        titles = titles_in(sentence.plain, verb.end(), other.start() if other else end)
        yield from documents_of(context, sentence, titles, action_of(verb[0]), verb.start(), "action before")


# `Refer the draft to the Council`: not a word of its title.
_WHITHER = re.compile(
    r" (?:back )?to (?:the |its |their )?(?=(?:[\w-]+ ){0,3}(?:[A-Z]|next|experts?|committee|working))"
)
# What is still to be done, what was not done, and what would have been done under a condition.
_RESOLVED_TO = re.compile(r"\b(?:agreed|decided|resolved|decides?|resolves?)(?: also)? to $", re.IGNORECASE)
_AGREED_TO = re.compile(r"(?i:agreed|accepted)(?: upon)? (?:to|that)\b")
_NOT_DONE = re.compile(r"(?:\bto|\bnot|\bnever|n't|would (?:\w+ )?have|could (?:\w+ )?have) $")


def _pair(context: Context, sentence: Sentence, pair: re.Match[str], action: DocumentAction) -> Iterator[Document]:
    noun = singular(pair["noun"])
    for part in ("first", "second"):
        topic = re.search(r" ((?:on|for|about|against) .+)", pair[part])
        if topic:
            title = Title(f"{noun} {topic[1].rstrip(' ,.')}", kind_of(noun), pair.start(part), pair.end(part))
            yield document_of(context, sentence, title, action, pair.span(part), "one on, the other on")


def _passive(context: Context, sentence: Sentence) -> Iterator[Document]:
    """A convention was endorsed; statements were issued on A, on B and on C."""
    for match in _done().finditer(sentence.plain):
        starts = [cut.end() for cut in _CLAUSE_START.finditer(sentence.plain, 0, match.start())]
        titles = titles_in(sentence.plain, starts[-1] if starts else 0, _before_aside(sentence, match), passive=True)
        titles = [title for title in titles if not _NONE.match(title.text)]
        action = action_of(match["verb"] or "entered into force")
        several = _ON_BOTH.fullmatch(titles[0].text) if len(titles) == 1 else None
        if several and is_document(several["noun"]):
            yield from _both(context, sentence, titles[0], several, action)
            continue
        topics = _ISSUED_ON.match(sentence.plain[match.end() :])
        if len(titles) == 1 and topics:
            yield from _topics(context, sentence, titles[0], match.end(), action)
            continue
        if len(titles) == 1:
            titles = [_with_year(context, sentence, titles[0], match.end())]
        for title in titles:
            yield document_of(context, sentence, title, action, (title.begin, match.end()), "action after")


@cache
def _done() -> re.Pattern[str]:
    return re.compile(rf"(?:{_BE}(?P<verb>{deed_verb().pattern})|{_IN_FORCE})")


_NONE = re.compile(r"(?:[Nn]o|[Nn]either|[Nn]one of)\b")
_IN_FORCE = r"\b(?:has |have |had )?(?:entered|enters|came|comes|come) into (?:force|effect)\b"
_ASIDE = re.compile(r", (?:agreed|signed|adopted|concluded|approved|negotiated|drafted)(?: [\w-]+){1,6}, $")
_ON_BOTH = re.compile(r"(?:[\w-]+ )?(?P<noun>\w+s) on (?P<first>.+?),? and on (?P<second>.+)")


def _before_aside(sentence: Sentence, match: re.Match[str]) -> int:
    """Where the subject of a verb ends, without what stands between commas: `the protocol, signed in May, …`."""
    aside = _ASIDE.search(sentence.plain[: match.start()])
    return aside.start() if aside else match.start()


def _both(
    context: Context, sentence: Sentence, title: Title, several: re.Match[str], action: DocumentAction
) -> Iterator[Document]:
    """Agreements on A and on B are two."""
    cut = title.begin + several.start("second")
    for topic, begin, end in ((several["first"], title.begin, cut), (several["second"], cut, title.end)):
        whole = Title(f"{singular(several['noun'])} on {topic}", title.kind, begin, end)
        yield document_of(context, sentence, whole, action, (begin, end), "on both")


def _with_year(context: Context, sentence: Sentence, title: Title, place: int) -> Title:
    dates = context.dated(sentence.start + place, sentence.start + place + 12)
    old = dates and context.day and dates[0].value[:4] != str(context.day.year)
    text = f"{title.text} ({dates[0].value[:4]})" if old else title.text
    return Title(text, title.kind, title.begin, title.end)


def _topics(
    context: Context, sentence: Sentence, title: Title, start: int, action: DocumentAction
) -> Iterator[Document]:
    noun = singular(title.text.split()[-1])
    stop = re.compile(r"\. |;|$").search(sentence.plain, start)
    rest = sentence.plain[start : stop.start() if stop else None]
    begin = start
    for part in re.split(r"(?:,|,? and)(?= on )", rest):
        end = begin + len(part)
        whole = Title(f"{noun} {part.strip(' ,.')}", title.kind, begin, end)
        first = title.begin if begin == start else begin
        yield document_of(context, sentence, whole, action, (first, end), "issued on")
        begin = sentence.plain.find(" on ", end) if end < start + len(rest) else end


def _other(context: Context, sentence: Sentence) -> Iterator[Document]:
    """Documents still to come: to be published, drafted, signed."""
    for match in (*_FUTURE.finditer(sentence.plain), *_PROPOSED.finditer(sentence.plain)):
        stop = _OBJECT_END.search(sentence.plain, match.end())
        end = stop.start() if stop else len(sentence.plain)
        action: DocumentAction = "other" if "publish" in match[0] else "proposed"
        titles = titles_in(sentence.plain, match.end(), end)
        if not _AUTHORISED.search(sentence.plain, 0, match.start()):
            yield from documents_of(context, sentence, titles, action, match.start(), "still to come")
    for match in _PARTICIPLE.finditer(sentence.plain):
        titles = last_title(sentence.plain, match.start())
        yield from documents_of(
            context, sentence, titles, action_of(match["verb"]), titles[0].begin if titles else 0, "action in passing"
        )
    fronted = _FRONTED.match(sentence.plain)
    if fronted:
        titles = titles_in(sentence.plain, fronted.end(), len(sentence.plain))
        yield from documents_of(context, sentence, titles, action_of(fronted["verb"]), 0, "action in front")
    for match in _NOMINAL.finditer(sentence.plain) if _A_DEED.search(sentence.plain) else ():
        titles = titles_in(sentence.plain, match.end(), len(sentence.plain))
        yield from documents_of(
            context,
            sentence,
            titles,
            _DEEDS[match["noun"] or match["given"]],
            match.start(match.lastgroup or 0),
            "deed in a noun",
        )
    for match in _TO_COME.finditer(sentence.plain) if _COMING.search(sentence.plain) else ():
        titles = last_title(sentence.plain, match.start())
        action = "drafted" if _IN_WORK.search(match[0]) else "proposed"
        yield from documents_of(context, sentence, titles, action, titles[0].begin if titles else 0, "still to come")


def _included(context: Context, sentence: Sentence, action: DocumentAction) -> Iterator[Document]:
    """They include A and B, after a sentence on papers that were signed."""
    match = _INCLUDE.search(sentence.plain)
    if match:
        titles = titles_in(sentence.plain, match.end(), len(sentence.plain))
        yield from documents_of(context, sentence, titles, action, match.start(), "listed among")


def _items(context: Context, sentence: Sentence, action: DocumentAction) -> Iterator[Document]:
    titles = titles_in(sentence.plain, 0, len(sentence.plain))
    for title in titles[:1]:
        yield document_of(context, sentence, title, action, (0, len(sentence.plain)), "list item")


@cache
def _next_verb() -> re.Pattern[str]:
    """A second verb with objects of its own: `approved A, endorsed B and signed C`."""
    return re.compile(rf"(?:,| and|, and) (?:also |then )?{either(by_word('document_actions'))} ")
