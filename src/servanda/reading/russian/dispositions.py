"""Documents in Russian minutes: ordered in the infinitive, named by a title, put off, sent back, told in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.records import Document
from servanda.reading.russian.context import Context
from servanda.reading.russian.deeds import Verb, actions, clean, document_of
from servanda.reading.russian.directives import directives
from servanda.reading.russian.phrases import nominative
from servanda.reading.russian.titles import Title, kind_of, names_documents, title_about, titles_in
from servanda.reading.russian.tokens import Token
from servanda.reading.sentences import Sentence
from servanda.words.vocabulary import DocumentAction


def directed(context: Context, sentence: Sentence) -> Iterator[Document]:
    """`Принять распоряжение № 14`; `проект одобрить` under a title that names the document."""
    for order in directives(context, sentence):
        infinitives = [w for w in context.words(order.start, order.end) if any(f.part == "INFN" for f in w.forms)]
        acts = [(word, action) for word in infinitives if (action := _directed_action(word))]
        if not acts or _TO_NOTICE.search(context.plain, order.start, order.end):
            continue
        verbs = [Verb(word.start, word.end, action, passive=False) for word, action in acts]
        titles = titles_in(context, order.start, order.end, ("accs",), [(verb.start, verb.end) for verb in verbs[1:]])
        whole = [title for title in titles[:1] if " " in title.text]
        if whole and (verbs[0].action != "other" or verbs[0].start > whole[0].start):
            yield document_of(context, whole[0], verbs[:1])
            continue
        yield from _of_title(context, sentence, order.end, verbs[0].action, titles)


def _directed_action(word: Token) -> DocumentAction | None:
    found = (actions().get(form.base) or _SENT_ON.get(form.base) for form in word.forms if form.part == "INFN")
    return next(filter(None, found), None)


_SENT_ON: dict[str, DocumentAction] = {"направить": "other", "внести": "other", "снять": "other"}


_TO_NOTICE = re.compile(r"\bк сведению\b|\bво внимание\b")


def _of_title(
    context: Context, sentence: Sentence, end: int, action: DocumentAction, named: list[Title]
) -> Iterator[Document]:
    """The document that the title over a sentence names, where the sentence names it no further."""
    title = context.titles.get(sentence.start)
    about = title_about(context, title) if title else None
    if title and about and not any(" " in one.text and "проект" not in one.text.lower() for one in named):
        passage = context.passage(title.start, end, "done with what the title names")
        yield Document(title=clean(about.text), kind=about.kind, action=action, **passage)


def in_passing(context: Context, sentence: Sentence) -> Iterator[Document]:
    """`Конвенция о море, подписанная в Актау`: a document whose past the text tells in passing."""
    for match in _PARTICIPLE.finditer(sentence.plain):
        place = sentence.start + match.start()
        words = context.words(sentence.start, place)
        heads = [n for n, word in enumerate(words) if names_documents(word) and not context.speech_at(word.start)]
        if not heads or context.plain.count(",", words[heads[-1]].end, place) > 1:
            continue
        number = next((n for n in heads if words[n].capital), heads[-1])
        stretch = words[number:]
        text = nominative(context.text, stretch, ("nomn", "loct", "gent", "datv", "ablt", "accs"))
        kind = kind_of(words[number]) or "other"
        if len(stretch) > 1:
            end = sentence.start + match.end()
            action = _PAST.get(match["verb"][:3].lower(), "adopted")
            yield Document(
                title=clean(text), kind=kind, action=action, **context.passage(stretch[0].start, end, "in passing")
            )


_PARTICIPLE = re.compile(
    r", (?P<verb>подписанн|принят|утвержд[её]нн|заключ[её]нн|одобренн)\w+ (?=в[о]? |на |ещ[её] |[0-3]?\d)"
)


_PAST: dict[str, DocumentAction] = {"под": "signed", "зак": "signed", "утв": "approved", "одо": "approved"}


def put_off(context: Context, sentence: Sentence) -> Iterator[Document]:
    """`Подписание соглашения о транзите отложено`; `поставили подписи под декларацией`."""
    for pattern, cases, action in ((_POSTPONED, ("gent", "loct"), "other"), (_HANDS_TO, ("ablt",), "signed")):
        match = pattern.search(sentence.plain)
        if match and not context.speech_at(sentence.start + match.start()):
            start, end = sentence.start + match.start("what"), sentence.start + match.end("what")
            for title in titles_in(context, start, end, cases)[:1]:
                passage = context.passage(
                    sentence.start + match.start(), sentence.start + match.end(), "put off or signed"
                )
                text = nominative(context.text, context.words(title.start, title.end), cases)
                yield Document(title=clean(text), kind=title.kind, action=action, **passage)  # type: ignore[arg-type]


_POSTPONED = re.compile(
    r"\b(?:[Пп]одписание|[Рр]ассмотрение|[Пп]ринятие|[Уу]тверждение|[Оо]бсуждение|"
    r"[Вв]опрос об?)(?: вопроса о)? (?P<what>[^.;]{4,160}?) "
    r"(?:был[оа]? )?(?:решено )?(?:отложен|перенес|отлож|сня)\w+"
)


_HANDS_TO = re.compile(r"\bпоставил\w* (?:свои )?подпис\w+ под (?P<what>[^.;]{4,160})")


def sent_back(context: Context, sentence: Sentence) -> Iterator[Document]:
    """`Документ решено отправить на доработку`: the document named before, where this names it no further."""
    match = _BACK.search(sentence.plain)
    if not match or context.speech_at(sentence.start + match.start()):
        return
    here = titles_in(context, sentence.start + match.start(), sentence.start + match.end(), ("nomn", "accs"))
    full = [title for title in here if " " in title.text]
    before = [
        one for one in context.around(sentence) if one.paragraph == sentence.paragraph and one.start < sentence.start
    ]
    for one in reversed(before) if not full else ():
        full = titles_in(context, one.start, one.end, ("nomn", "accs"))[:1]
        if full:
            break
    for title in full[:1]:
        passage = context.passage(sentence.start + match.start(), sentence.start + match.end(), "sent back")
        yield Document(title=clean(title.text), kind=title.kind, action="other", **passage)


_BACK = re.compile(
    r"\b(?:[Дд]окумент|[Пп]роект|[Тт]екст|[Дд]екларац|[Сс]оглашени|[Кк]онцепци|[Пп]рограмм|[Пп]лан|[Пп]ротокол|[Рр]егламент|[Пп]оложени|[Сс]тратеги|[Дд]оговор|[Кк]онвенци|[Кк]одекс|[Зз]акон|[Зз]аявлени)\w*[^.;]{0,120}?"
    r"\b(?:отправ|направ|верну|возвра|верн|переда)\w+ (?:\w+ )?(?:на доработку|\w+ (?:для|на) (?:доработк|"
    r"уточнени|согласовани)\w*|на дополнительн\w+ \w+|разработчик\w*|"
    r"заказчик\w*|эксперт\w*|юрист\w*)|"
    r"\bна доработку (?:\w+ ){0,2}?(?:отправ|направ|верну|возвра)\w+[^.;]{0,80}"
)
