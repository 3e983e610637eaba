"""What the templates can say, in the language of the page: days and words of closed lists, plurals, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from servanda.pages.addresses import FURTHEST
from servanda.pages.days_in_words import long_day
from servanda.pages.listed import shown
from servanda.pages.parts import ThingRef
from servanda.search.index import SHOWN
from servanda.web import pictures
from servanda.web.assets import asset_path
from servanda.web.figures import figure_cells, figure_columns, heat, on_topic, under
from servanda.words.catalogue import translations
from servanda.words.collation import collation_key
from servanda.words.labels import label
from servanda.words.phrases import WITHHELD, render


def render_page(template: str, language: str, context: Mapping[str, Any]) -> str:
    """A page in a language."""
    return environment(language).get_template(template).render(context)


@cache
def environment(language: str) -> Environment:
    """The Jinja2 environment of a language; an unknown name in a template is a fault, not nothing."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    made.finalize = withheld(language)
    made.filters |= {
        "counted": partial(counted, language=language),
        "by_title": partial(by_title, language=language),
        "day": partial(day, language=language),
        "label": partial(labelled, language=language),
        "long": partial(long, language=language),
        "moment": partial(moment, language=language),
        "short": partial(short_day, language=language),
        "shown": partial(shown, language=language),
        "said": partial(render, language=language),
        "written": written_day,
        "figure_cells": partial(figure_cells, language=language),
        "grouped": grouped,
        "heat": partial(heat, language=language),
        "marked": marked,
        "on_topic": on_topic,
        "under": under,
        **{name: _of_page(name) for name in ("thing", "party", "number", "to")},
    }
    made.globals |= {"figure_columns": figure_columns}
    made.globals |= {"foreign": partial(foreign, language=language)}
    made.globals |= {"asset": asset_path, "is_web": is_web, "language": language, "shown": SHOWN, "furthest": FURTHEST}
    made.globals |= {name: partial(getattr(pictures, name), language=language) for name in pictures.__all__}
    return made


def _of_page(name: str) -> Callable[..., object]:
    """A function of the page as a filter: in the rows of a long list it costs a fifth of a call."""

    @pass_context
    def told(context: Context, *values: object) -> object:
        made: object = context.parent[name](*values)
        return made

    return told


def withheld(language: str) -> Callable[[object], object]:
    """What stands in the place of a withheld text, in a language; any other value as it is.

    Everything that a template writes goes through it, so it does no more than compare.
    """
    told = render(WITHHELD, language)
    return lambda value: told if value == WITHHELD else value


@lru_cache(maxsize=16_384)
def day(value: object, language: str = "en") -> Markup:
    """A day in words, with its written form for machines; a span or an estimate has no such form, so it is a title."""
    written = str(value)
    if ".." in written or "~" in written:
        return Markup('<span title="{}">{}</span>').format(written, long_day(written, language))
    return Markup('<time datetime="{}">{}</time>').format(written, long_day(written, language))


def long(value: object, language: str = "en") -> str:
    """A day in words alone, where no markup may stand."""
    return long_day(str(value), language)


@lru_cache(maxsize=16_384)
def short_day(value: object, language: str = "en") -> Markup:
    """A day in figures, for the narrow columns of a matrix."""
    written = str(value)
    return Markup('<time datetime="{}">{}</time>').format(written, pictures.figures(written, language))


@lru_cache(maxsize=16_384)
def written_day(value: object) -> Markup:
    """A day as the record writes it."""
    return escape(str(value))


def counted(number: int, language: str = "en") -> Markup:
    """A number that may be long, its thousands set apart as the language does, with its digits for machines."""
    apart = {"en": ",", "ru": "\N{NO-BREAK SPACE}"}[language]
    return Markup('<data value="{}">{}</data>').format(number, f"{number:,}".replace(",", apart))


@lru_cache(maxsize=4096)
def labelled(word: str, vocabulary: str, language: str = "en") -> Markup:
    """A word of a closed list in the language; English says the word itself where no label differs."""
    return escape(label(vocabulary, word, language))


def moment(written: str, language: str = "en") -> Markup:
    """A moment of the journal in words."""
    clock = f", {written[11:16]} UTC" if len(written) > len("2026-01-02") else ""
    words = long_day(written[:10], language) + clock
    return Markup('<time datetime="{}">{}</time>').format(written, words)


def grouped(rows: Iterable[Any], *names: str) -> list[tuple[tuple[Any, ...], list[Any]]]:
    """Rows that agree in some fields, in the order in which each group first appears."""
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for row in rows:
        groups.setdefault(tuple(getattr(row, name) for name in names), []).append(row)
    return list(groups.items())


def by_title(things: Iterable[ThingRef | None], language: str = "en") -> list[ThingRef | None]:
    """Things, each once, in the alphabet of the language; nothing comes last."""
    return sorted(set(things), key=lambda one: (one is None, collation_key(one.title if one else "", language)))


_LATIN, _CYRILLIC = re.compile(r"[A-Za-zÀ-ž]"), re.compile(r"[Ѐ-ӿ]")


@lru_cache(maxsize=4096)
def foreign(text: str, language: str = "en") -> Markup:
    """The attribute that says the language of a text of the record, where its letters are not those of the page.

    The record writes English and Russian only; a text in the letters of the page needs no word about it.
    """
    latin, cyrillic = len(_LATIN.findall(text)), len(_CYRILLIC.findall(text))
    written = "ru" if cyrillic > latin else "en" if latin else language
    return Markup("") if written == language else Markup(' lang="{}"').format(written)


def marked(text: str, words: Iterable[str]) -> Markup:
    """A text with some of its words marked, each where it stands as a whole word."""
    found = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    if not found:
        return escape(text)
    parts = enumerate(re.split(rf"(?<!\w)({found})(?!\w)", text))
    return Markup("").join(Markup("<mark>{}</mark>").format(one) if place % 2 else one for place, one in parts)


def is_web(address: str) -> bool:
    """Tell whether an address of a source may be a link: nothing but the web's own schemes."""
    return address.startswith(("https://", "http://"))
