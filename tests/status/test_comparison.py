"""Two versions of a text, compared by article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from servanda.status.comparison import articles, compare, kept

one_word = st.sampled_from(["states", "trade", "meet", "free", "year", "digital"])
words = st.lists(one_word, min_size=1, max_size=6).map(" ".join)
texts = st.lists(words, max_size=6).map(
    lambda bodies: "".join(f"Article {number}\n{body}\n" for number, body in enumerate(bodies, start=1))
)


def test_articles_are_found_in_english_and_russian():
    assert articles("Preamble.\nArticle 1\nOne.\nСтатья 2.\nДва.\n3. Three") == {
        "": "Preamble.", "1": "One", "2": "Два", "3": "Three",
    }  # fmt: skip


def test_articles_of_a_concept_are_found_by_their_parts():
    text = "Концепция\n5. Сферы\n5.1. экономика\n5.2 Политика\nпрошло\n"
    text += "2.5 раза больше\n12.10.2021 принято\nСтатья 5.1\nТорговля"
    assert articles(text) == {
        "": "Концепция", "5": "Сферы", "5.1": "экономика",
        "5.2": "Политика прошло 2.5 раза больше 12.10.2021 принято", "5.1 (4)": "Торговля",
    }  # fmt: skip


def test_an_article_that_moved_is_renumbered_not_new():
    found = compare(
        "Article 1\nfree trade among all states\n", "Article 1\nnew\nArticle 2\nfree trade among all states\n"
    )
    assert [(one.old, one.new, one.change) for one in found] == [("", "1", "new"), ("1", "2", "renumbered")]


@given(texts)
def test_a_text_compared_with_itself_stays(text):
    found = compare(text, text)
    assert {one.change for one in found} <= {"same"}
    assert kept(found) == (len(found), len(found))


@given(texts, texts)
def test_every_article_of_both_texts_stands_once_and_whole(old, new):
    found = compare(old, new)
    before, after = articles(old), articles(new)
    assert sorted(one.old for one in found if one.change != "new") == sorted(before)
    assert [one.new for one in found if one.change != "left out"] == list(after)
    for one in found:
        pieces = {
            kind: " ".join(piece.words for piece in one.pieces if piece.kind in ("kept", kind))
            for kind in ("out", "in")
        }
        if one.change != "new":
            assert pieces["out"] == before[one.old]
        if one.change != "left out":
            assert pieces["in"] == after[one.new]
