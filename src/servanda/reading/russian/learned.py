"""States and organisations that no table knows, learned from how a text speaks of them: `лидеры Болотии и Горании`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from servanda.reading.cues import words as cue
from servanda.reading.russian.gazetteer import Mention
from servanda.reading.russian.lists import listed
from servanda.reading.russian.names import is_office_word
from servanda.reading.russian.new_states import countries_in, republics_in
from servanda.reading.russian.phrases import GENITIVE, nominative
from servanda.reading.russian.tokens import Token, Tokens
from servanda.words.morphology import bare

_ENDINGS = r"(?:ями|ами|иями|ях|ах|ям|ам|ой|ей|ею|ью|ом|ем|ём|ям|ы|и|у|ю|а|я|е|ь|о|й|ов|ев)?"
_ADJECTIVE = r"\w{0,3}?[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)"
COMPLEMENTS = listed("learned.complements")
"""What follows a plural office before its list of states: `главы правительств`, `министры иностранных дел`."""
_REPRESENTED = re.compile(r"([А-ЯЁ][а-яё]+)(?:ию|ью|ье|ну|ру|ку|ду|лу)\s+(?:\w+\s+){0,3}?представл(?:ял|яла|яли|яет)\b")
# More states than these no text makes up; each is looked for in the whole text.
_MOST = 80
_QUOTED = re.compile(r" «[А-ЯЁ][\w -]{2,40}»")
_PATRONYMIC = re.compile(r"(?:вич|вича|вичу|вичем|вна|вны|вне|вну|вной|оглы|кызы)$")
_LIST_JOIN = re.compile(r"\s*(?:,|,?\s+и|,?\s+а также|\s+или|\s+с|,?\s+как и)\s*")
_OLD_GENITIVES = (("ии", ("ия",)), ("ьи", ("ья",)), ("ы", ("а",)), ("и", ("ь", "я", "а")), ("ья", ("ье", "ья")),
                  ("я", ("ь", "й", "я", "е")), ("а", ("", "о")))  # fmt: skip


def learn(plain: str, tokens: Tokens, known: list[Mention]) -> list[Mention]:
    """The mentions of states and organisations that only this text can tell to be such."""
    taken = {place for mention in known for place in range(mention.start, mention.end)}
    republics = list(republics_in(plain, tokens.words, taken))
    taken |= {place for mention in republics for place in range(mention.start, mention.end)}
    states = _states(plain, tokens, taken)
    organisations = list(_organisations(plain, tokens, known))
    taken |= {place for mention in organisations for place in range(mention.start, mention.end)}
    beginning = _by_beginning(tokens) if states else {}
    found = [m for name in states for m in _occurrences(beginning, name) if m.start not in taken]
    return sorted([*republics, *organisations, *found], key=lambda mention: mention.start)


def _states(plain: str, tokens: Tokens, taken: set[int]) -> list[str]:
    """The nominatives of the states, each once."""
    written = {word.text for word in tokens.words if word.capital}
    names = [_nominative(word.text, written) for word in _genitives(plain, tokens.words, taken)]
    names += countries_in(plain, tokens.words, taken)
    for match in _REPRESENTED.finditer(plain):
        if match.start() not in taken:
            name = match[0].split()[0]
            names.append(name if name.endswith("е") else name[:-1] + ("я" if name.endswith("ю") else "а"))
    return list(dict.fromkeys(names))[:_MOST]


def _genitives(plain: str, words: list[Token], taken: set[int]) -> Iterator[Token]:
    """The capitalised genitives after an office or the head of a list, that name no known state and no person."""
    offices, plural = _lemmas("offices"), _lemmas("plural_offices")
    for number, word in enumerate(words[:-1]):
        if word.lemmas & plural and _is_plural(word):
            first = number + 1
            while first < len(words) - 1 and words[first].bare in COMPLEMENTS:
                first += 1
            yield from _listed(plain, words, first, taken)
        elif word.lemmas & offices or word.bare in {"столице", "столица", "столицу"}:
            yield from _owner(plain, words, number, taken)


def _owner(plain: str, words: list[Token], number: int, taken: set[int]) -> Iterator[Token]:
    """The state after an office and what the office is for: `президент Болотии`, `министр торговли Горании`."""
    last = _end_of_office(plain, words, number)
    if last + 1 >= len(words):
        return
    following = words[last + 1]
    apart = last > number and not _is_known_name(following)
    alone = apart or bool(words[number].lemmas & {"делегация", "столица", "сторона", "представитель"})
    single = alone and not _capital_after(plain, words, last + 1)
    if _may_be_state(plain, words[last], following, taken) and (single or not _is_name(plain, words, last)):
        yield following


def _end_of_office(plain: str, words: list[Token], number: int) -> int:
    """The last of the small genitives after an office."""
    last = number
    for before, word in pairwise(words[number : number + 5]):
        genitive = word.can_be("NOUN", "gent") or word.can_be("ADJF", "gent")
        if word.capital or not genitive or plain[before.end : word.start] not in {" ", "\n"}:
            break
        last += 1
    return last


def _is_known_name(word: Token) -> bool:
    return any(form.known and form.marks & {"Name", "Surn"} for form in word.forms)


def _capital_after(plain: str, words: list[Token], number: int) -> bool:
    """Tell whether a capitalised word follows at once."""
    following = words[number + 1 : number + 2]
    return bool(following) and following[0].capital and plain[words[number].end : following[0].start] == " "


@cache
def _lemmas(name: str) -> frozenset[str]:
    return frozenset(bare(word) for word in cue(name, "ru"))


def _is_plural(word: Token) -> bool:
    return any(form.number == "plur" and form.part == "NOUN" for form in word.forms) or word.bare == "руководство"


def _may_be_state(plain: str, before: Token, word: Token, taken: set[int]) -> bool:
    joined = plain[before.end : word.start] in {" ", "\n"}
    if not joined or not word.capital or word.start in taken or len(word.text) < 4 or word.text.isupper():
        return False
    return not is_office_word(word) and (word.can_be("NOUN", "gent") or word.bare.endswith(("ии", "ы", "а", "я")))


def _is_name(plain: str, words: list[Token], number: int) -> bool:
    """Tell whether the words after an office are a person's, who needs no state: two, of which one is a first name."""
    names: list[Token] = []
    for before, word in pairwise(words[number : number + 5]):
        if plain[before.end : word.start] not in {" ", "\n", "-"} or not word.capital:
            break
        names.append(word)
    if len(names) == 1:
        return not names[0].bare.endswith("ии")
    if len(names) == 2:
        return not names[0].bare.endswith("ии") or _is_first_name(names[0])
    return not (names[0].bare.endswith("ии") or _is_first_name(names[1])) or bool(_PATRONYMIC.search(names[1].bare))


def _is_first_name(word: Token) -> bool:
    return any(form.known and "Name" in form.marks for form in word.forms)


def _listed(plain: str, words: list[Token], number: int, taken: set[int]) -> Iterator[Token]:
    """Every unknown name of the list that begins here, past the known ones and what stands in brackets."""
    end = words[number - 1].end
    after_state = False
    while number < len(words):
        word, gap = words[number], plain[end : words[number].start]
        if gap.endswith("(") and ")" in plain[word.start : word.start + 60]:
            end = plain.index(")", word.start) + 1
            number = next((n for n in range(number, len(words)) if words[n].start >= end), len(words))
            continue
        if not (gap in {" ", "\n"} or _LIST_JOIN.fullmatch(gap)) or (
            not word.capital and word.text not in {"и", "а", "также"}
        ):
            return
        if not word.capital or "," in gap:
            after_state = False
        if after_state and word.start not in taken:
            end, number = word.end, number + 1  # the name of whoever holds the office there
            continue
        if word.capital and word.start not in taken:
            if not _may_be_state(plain, words[number - 1], word, taken) and gap in {" ", "\n"}:
                return
            if is_office_word(word) or (_is_first_name(word) and not _in_a_list(plain, words, number)):
                return
            yield word
        after_state = word.capital
        end = word.end
        number += 1


def _in_a_list(plain: str, words: list[Token], number: int) -> bool:
    """Tell whether a comma or `и` stands beside the word, and no name."""
    after = plain[words[number].end : words[number].end + 3]
    return after.startswith((",", " и ", " (")) or not re.match(r" [А-ЯЁ]", after)


def _nominative(genitive: str, written: set[str]) -> str:
    """The nominative of a name in the genitive: one that the text itself writes, else the likeliest."""
    for old, endings in _OLD_GENITIVES:
        if genitive.endswith(old):
            likely = [genitive.removesuffix(old) + new for new in endings]
            return next((name for name in likely if name in written and name != genitive), likely[0])
    return genitive


def _by_beginning(tokens: Tokens) -> dict[str, list[Token]]:
    """The words of a text by their first three letters, which no case and no adjective changes."""
    found: dict[str, list[Token]] = {}
    for word in tokens.words:
        found.setdefault(word.bare[:3], []).append(word)
    return found


def _occurrences(beginning: dict[str, list[Token]], name: str) -> Iterator[Mention]:
    """Where the text names the state in any case, or by its adjective."""
    stem = name.rstrip("аяоеьйыи") if name[-1] in "аяоеьйыи" else name
    stem = name[:-1] if name.endswith(("ия", "ья", "ье")) else stem
    noun = re.compile(rf"{re.escape(stem)}{_ENDINGS}")
    adjective = re.compile(rf"{re.escape(bare(stem.rstrip('иь')))}{_ADJECTIVE}")
    for word in beginning.get(bare(name)[:3], ()):
        if word.capital and noun.fullmatch(word.text):
            yield Mention(word.start, word.end, "state", name, _cases(word.text, name, stem))
        elif adjective.fullmatch(word.bare):
            yield Mention(word.start, word.end, "adjective", name, word.cases("ADJF"))


def _cases(text: str, name: str, stem: str) -> frozenset[str]:
    """The cases in which a learned name may stand, by its ending."""
    if text == name:
        return frozenset({"nomn"} if name[-1] in "ая" else {"nomn", "accs"})
    ending = text[len(stem) :]
    cases = {"у": {"accs", "datv"}, "ю": {"accs", "datv"}, "е": {"datv", "loct"}, "и": {"gent", "datv", "loct"},
             "ы": {"gent"}, "а": {"gent"}, "я": {"gent"}}  # fmt: skip
    return frozenset(cases.get(ending, {"ablt"}))


def _organisations(plain: str, tokens: Tokens, known: list[Mention]) -> Iterator[Mention]:
    """Unions and leagues with a name of their own: Озёрный союз, Союз прибрежных республик."""
    whole = [m for m in known if m.kind in {"organisation", "organ"} and " " in plain[m.start : m.end].strip()]
    longer = {place for m in whole for place in range(m.start, m.end)}
    nouns, words = _lemmas("organisation_nouns"), tokens.words
    for number, word in enumerate(words):
        if not word.lemmas & nouns or word.start in longer or word.text.isupper():
            continue
        quoted = _QUOTED.match(plain, word.end)
        if quoted:
            name = nominative(plain, [word], ("gent", "nomn", "datv", "ablt", "loct", "accs")) + quoted[0]
            yield Mention(word.start, quoted.end(), "organisation", _like_a_title(name), word.cases("NOUN"))
            continue
        first = number
        while first and _is_its_adjective(plain, words[first - 1], words[first], longer):
            first -= 1
        if first < number and words[first].capital:
            name = nominative(plain, words[first : number + 1], ("gent", "nomn", "datv", "ablt", "loct", "accs"))
            yield Mention(words[first].start, word.end, "organisation", _like_a_title(name), word.cases("NOUN"))
        elif word.capital and not _at_sentence_start(plain, word):
            yield from _with_genitive(plain, words, number)


def _is_its_adjective(plain: str, before: Token, word: Token, longer: set[int]) -> bool:
    joined = plain[before.end : word.start] in {" ", "\n"}
    return joined and before.start not in longer and before.forms[0].part == "ADJF" and before.bare not in _GENERIC


_GENERIC = listed("learned.generic")


def _like_a_title(name: str) -> str:
    return name[:1].upper() + name[1:]


def _with_genitive(plain: str, words: list[Token], number: int) -> Iterator[Mention]:
    """`Союз прибрежных республик`: the noun with the genitives that follow it."""
    last = number
    for before, word in pairwise(words[number : number + 4]):
        joined = plain[before.end : word.start] in {" ", "\n"}
        if (
            not joined
            or not (word.can_be("ADJF", "gent") or word.can_be("NOUN", "gent"))
            or (is_office_word(word) and word.capital)
        ):
            break
        last += 1
    if last > number:
        stretch = words[number : last + 1]
        name = nominative(plain, stretch, (*GENITIVE, "nomn", "datv", "ablt", "loct"))
        yield Mention(stretch[0].start, stretch[-1].end, "organisation", name, words[number].cases("NOUN"))


def _at_sentence_start(plain: str, word: Token) -> bool:
    before = plain[max(0, word.start - 3) : word.start].strip()
    return not before or before[-1] in '.!?"»”:'
