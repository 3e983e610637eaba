"""Documents in a Russian text and what was done with them: `утверждены положение …, структура … и бюджет`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.records import Document
from servanda.reading.russian.context import Context
from servanda.reading.russian.deeds import Verb, actions, clean, document_of
from servanda.reading.russian.dispositions import directed, in_passing, put_off, sent_back
from servanda.reading.russian.lists import listed
from servanda.reading.russian.outcomes import outcomes
from servanda.reading.russian.titles import Title, names_documents, titles_in
from servanda.reading.russian.tokens import Token
from servanda.reading.sentences import Sentence
from servanda.words.morphology import bare
from servanda.words.vocabulary import DocumentAction

_PART = re.compile(r"; |, (?:а|но|при этом|тогда как) (?!также)|\. ")
_AMONG = re.compile(
    r"\b(?:[Сс]реди (?:них|документов|подписанных|принятых)|[Вв] (?:их|том) числе|[Вв] числе (?:\w+ )?документов)\b"
)
_FORCE = re.compile(r"\bвступ\w+ в силу\b")
_INTENDED = listed("documents.intended")
_SIGNING = re.compile(
    r"\b(?:состоял\w+|произошл\w+|прошл\w+|завершил\w+)\b.{0,40}\bподписани\w+\b|\bцеремони\w+ подписания\b|"
    r"\b(?:подписание|утверждение|принятие)\b(?=[^.;]{0,80}\bсостоял)|"
    r"\bстал\w* (?:подписание|принятие|утверждение)\b|\bзавершил\w+ (?:подписанием|принятием|утверждением)\b",
    re.IGNORECASE,
)


def find_documents(context: Context) -> tuple[Document, ...]:
    """Every document with what was done with it, once by its title."""
    found: dict[str, Document] = {bare(document.title): document for document in outcomes(context)}
    last: DocumentAction = "signed"
    listing = False
    for sentence in context.body():
        if sentence.role == "item" and listing:
            documents = list(_item(context, sentence, last))
        else:
            listing = sentence.plain.rstrip().endswith(":") and _opens_a_list(context, sentence)
            if context.speech_at(sentence.start + 1):
                continue
            documents = [*directed(context, sentence), *_in_sentence(context, sentence, last)]
            documents += [*in_passing(context, sentence), *sent_back(context, sentence), *put_off(context, sentence)]
            verbs = _verbs(context, sentence.start, sentence.end)
            last = verbs[-1].action if verbs else last
        for document in documents:
            found.setdefault(bare(document.title), document)
    return tuple(sorted(found.values(), key=lambda document: document.start))


def _opens_a_list(context: Context, sentence: Sentence) -> bool:
    """Tell whether a sentence that ends in a colon brings in a list of documents."""
    words = context.words(sentence.start, sentence.end)
    if _AMONG.search(sentence.plain) or any(names_documents(word) for word in words):
        return True
    return bool(_verbs(context, sentence.start, sentence.end))


def _item(context: Context, sentence: Sentence, action: DocumentAction) -> Iterator[Document]:
    words = context.words(sentence.start, sentence.end)
    stop = re.search(r"[;.]?\s*$", sentence.plain)
    end = sentence.start + (stop.start() if stop else len(sentence.plain))
    titles = titles_in(context, sentence.start, end, cases=("nomn", "accs"))
    first = titles[0] if titles and titles[0].start <= sentence.start + 40 else None
    if first and words:
        text = first.text + context.text[first.end : end]
        yield Document(
            title=clean(text), kind=first.kind, action=action, **context.passage(sentence.start, end, "list item")
        )


def _in_sentence(context: Context, sentence: Sentence, last: DocumentAction) -> Iterator[Document]:
    several = ":" in sentence.plain
    told: list[Verb] = []
    for start, end in _parts(sentence):
        verbs = _verbs(context, start, end)
        if several and told and not verbs:
            verbs = [Verb(start, start, told[-1].action, passive=False)]  # `Одобрены: проект …; план …`
        told = verbs
        if not verbs and _AMONG.search(context.plain[start:end]):
            verbs = [Verb(start, start, last, passive=False)]
        signing = None if verbs else _SIGNING.search(context.plain, start, end)
        if signing:
            verbs = [Verb(signing.start(), signing.end(), "signed", passive=False)]
        if verbs:
            cases = ("gent",) if signing else ("nomn", "accs")
            begin = verbs[0].end if signing else start
            for title in titles_in(context, begin, end, cases, [(verb.start, verb.end) for verb in verbs]):
                if _denied(context, title, end):
                    continue
                yield document_of(context, title, verbs)


def _denied(context: Context, title: Title, end: int) -> bool:
    """`Декларацию подписывать не стали`, `протокол не подписали`: what was not done is no deed."""
    return _NOT_DONE.match(context.plain, title.end, end) is not None


_NOT_DONE = re.compile(
    r"[^,.;:()]{0,60}?\bне (?:подпис|принял|утверд|одобр|согласов|стал[аио]?\b|рассматрив|обсужд|удал|поддерж|"
    r"готов|смог)"
)


def _parts(sentence: Sentence) -> Iterator[tuple[int, int]]:
    begin = 0
    for cut in _PART.finditer(sentence.plain):
        yield sentence.start + begin, sentence.start + cut.start()
        begin = cut.end()
    yield sentence.start + begin, sentence.end


def _verbs(context: Context, start: int, end: int) -> list[Verb]:
    """The verbs of a stretch that do something with documents."""
    found = []
    words = context.words(start, end)
    for number, word in enumerate(words):
        action = _action(words, number)
        if action and not context.speech_at(word.start):
            begin = words[number - 1].start if number and words[number - 1].bare in _BE else word.start
            found.append(Verb(begin, word.end, action, any(f.part == "PRTS" for f in word.forms)))
    force = _FORCE.search(context.plain, start, end)
    if force:
        found.append(Verb(force.start(), force.end(), "in force", passive=True))
    return sorted(found, key=lambda verb: verb.start)


_BE = listed("documents.be")


def _action(words: list[Token], number: int) -> DocumentAction | None:
    """What a verb does with documents, if it is one of theirs."""
    word = words[number]
    if actions().keys().isdisjoint(word.lemmas):
        return None
    before = words[number - 1].bare if number else ""
    following = {w.bare for w in words[number + 1 : number + 4]}
    denied = [w.bare for w in words[number + 1 : number + 3]]
    if (
        before == "не"
        or (denied[:1] == ["не"] and denied[1:] and denied[1] in _BE)
        or following & {"участие", "участия", "внимание", "меры", "решения", "сведению"} & _NO_OBJECTS
    ):
        return None
    for form in word.forms:
        action = actions().get(form.base)
        if not action or form.part not in {"VERB", "PRTS", "INFN"}:
            continue
        if form.part == "INFN":
            intended = any(w.lemmas & _INTENDED for w in words[max(0, number - 9) : number])
            return "proposed" if intended else None
        if before in {"будет", "будут"} or "futr" in form.marks:
            return "proposed" if action in {"signed", "adopted", "approved", "drafted"} else None
        return action
    return None


_NO_OBJECTS = frozenset(["участие", "участия", "внимание", "сведению"])
