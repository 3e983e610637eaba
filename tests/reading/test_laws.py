"""What holds for every text: no crash, no invention, no slowness."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.reading import read_text
from servanda.reading.sentences import normalise

PIECES = st.sampled_from(
    [
        "The leaders of",
        "Belarus",
        "Armenia and Moldova",
        "were absent",
        "will send",
        "the documents",
        "to Yerevan for signature",
        "“We agree,”\n    ",
        "he said",
        ".",
        ",",
        "(",
        ")",
        '"',
        "”",
        "“",
        "\n\n",
        "\n",
        " ",
        "approved the plan of",
        "it",
        "on 15 October 2021",
        "next year",
        "takes over the presidency",
        "its co-chairs\n    ",
        "President",
        "Petar Primer",
        "of",
        "Chairman of the CIS Executive Committee",
        "proposed to",
        "hold the next session in Minsk",
        "$5 million\n    ",
        "was appointed",
        "because of",
        "- ",
        "Prime Minister of",
        ", who invited",
        ":",
        "U.S.",
        "R.",
        "’s",
        "31 February 2021",
        "12",
        "\ufeff",
        "é",
        "Страна",
        "的",
        "Лидеры Болотии, Горании и",
        "Президент России Владимир Путин",
        "не присутствовал",
        "намерена направить",
        "«Мы построим мост, — сказал он. — ",
        "»",
        "— заявил",
        "утверждены план и",
        "концепцию развития Озёрного союза",
        "с 1 января 2024 года председательство переходит к",
        "Казахстану",
        "следующее заседание пройдёт в Минске",
        "К.-Ж.",
        "которого",
        "ё",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join)
)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_item_quotes_its_passage(text):
    normal = normalise(text)
    for item in read_text(text).items():
        assert item.evidence == normal[item.start : item.end]
        assert item.evidence.strip()


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["en", "ru"]))
def test_every_item_quotes_its_passage_in_either_language(text, language):
    normal = normalise(text)
    for item in read_text(text, language=language).items():
        assert item.evidence == normal[item.start : item.end]
        assert item.evidence.strip()
        assert item.rule


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text):
    assert read_text(text) == read_text(text)


@pytest.mark.parametrize(
    "piece", ["a ", "A ", "(", "“", "the plan of ", "Belarus, ", "President of ", "will be ", "1 ", ", and the ",
     "а ", "А ", "«", "план ", "Россия, ", "президент ", "будет ", " — сказал он. — ", "Лидеры Аа и Бб, ", "главы "]
)  # fmt: skip
def test_a_long_text_of_one_piece_is_read_to_its_end(piece):
    reading = read_text(piece * (20_000 // len(piece)))
    assert reading.session is None or reading.session.evidence
