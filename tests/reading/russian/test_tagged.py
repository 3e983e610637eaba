"""Names that a tagger finds where the rules found nobody: asked of a stand-in, and of Natasha where it is installed."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

import pytest

from servanda.reading import read_text
from servanda.reading.russian import tagged
from servanda.reading.russian.tagged import NamesMissing, Tagged, natasha, with_names

# A name that is also a common word: no rule takes it for one.
TEXT = "Заседание Совета глав государств СНГ\n\n18 декабря 2020 года\n\nВыступил президент Армении Сев Саммит.\n"


@pytest.fixture
def reading():
    found = read_text(TEXT)
    assert found.persons == ()
    return found


@pytest.fixture(autouse=True)
def _forget():
    natasha.cache_clear()
    yield
    natasha.cache_clear()


def tagger(*names):
    return lambda text: [Tagged(text.index(name), text.index(name) + len(name), name) for name in names]


def test_a_name_after_an_office_is_a_person(reading):
    person = with_names(reading, tagger("Сев Саммит")).persons[0]
    assert (person.name, person.office, person.rule) == ("Сев Саммит", "президент Армении", "name by the tagger")
    assert reading.text[person.start : person.end] == person.evidence


def test_a_name_without_an_office_is_none(reading):
    assert with_names(reading, tagger("Заседание")).persons == ()


def test_where_the_rules_found_somebody_nobody_else_is_asked():
    found = read_text(TEXT.replace("Сев Саммит", "Ваагн Хачатурян"))
    assert found.persons

    def never(_text):
        raise AssertionError("the tagger was asked")

    assert with_names(found, never) is found


def test_the_library_is_asked_for_its_persons_in_the_nominative(monkeypatch, reading):
    start = TEXT.index("Сев Саммит")
    library = ModuleType("natasha")
    for name in ("Segmenter", "NewsEmbedding", "MorphVocab"):
        setattr(library, name, lambda: None)
    library.NewsMorphTagger = library.NewsNERTagger = lambda _vectors: None

    def span(kind, place):
        return SimpleNamespace(
            type=kind, start=place, stop=place + 10, normal="Сев Саммит", normalize=lambda _words: None
        )

    nothing = lambda _model: None  # noqa: E731  # three methods of a stand-in
    library.Doc = lambda _text: SimpleNamespace(
        segment=nothing, tag_morph=nothing, tag_ner=nothing, spans=[span("PER", start), span("LOC", 0)]
    )
    monkeypatch.setitem(sys.modules, "natasha", library)
    assert [person.name for person in with_names(reading).persons] == ["Сев Саммит"]


def test_without_the_library_a_sentence_says_how_to_get_it(monkeypatch, reading):
    monkeypatch.setitem(sys.modules, "natasha", None)
    with pytest.raises(NamesMissing, match=r"pip install 'servanda\[names\]'"):
        with_names(reading)


def test_the_command_says_it_too(monkeypatch, tmp_path):
    from click.testing import CliRunner

    from servanda.cli.read import command

    monkeypatch.setitem(sys.modules, "natasha", None)
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(command, [str(path), "--names", "--json"])
    assert result.exit_code == 1
    assert "servanda[names]" in result.output


def test_natasha_itself_finds_a_name():
    pytest.importorskip("natasha", reason="the extra `names` is not installed")
    found = tagged.natasha()("Выступил глава делегации Жээнбек Кулубаев.")
    assert [one.name for one in found] == ["Жээнбек Кулубаев"]
