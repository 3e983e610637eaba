"""Tags, 304s and the byte cache: nothing stale is ever answered, and nothing grows without end."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from servanda.acts import to_json
from servanda.journal import open_journal
from servanda.text import read
from servanda.web.cache import Cache
from tests.pages.league import journal
from tests.web.portal import Portal

ADDRESS = "/sessions?as-of=2021-06-01"


@pytest.fixture
def fresh(tmp_path: Path) -> Portal:
    return Portal(journal(tmp_path / "league.db"))


def append(path: Path, text: str) -> None:
    opened, _problems = open_journal(str(path))
    assert opened is not None
    with opened:
        acts = [to_json(one.act) for one in read(text).acts]
        assert opened.append(acts, moment="2026-03-04T05:06:07Z", by="clerk").problems == ()


@pytest.mark.parametrize("cached", [True, False])
def test_who_has_the_newest_answer_gets_304(fresh: Portal, cached: bool) -> None:
    first = fresh.get(ADDRESS, cached=cached)
    again = fresh.get(ADDRESS, cached=cached, if_none_match=f'W/{first.headers["etag"]}, "x"')
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert "content-security-policy" in again.headers
    assert fresh.get(ADDRESS, cached=cached, if_none_match='"other"').status == 200


def test_an_answer_has_the_tag_of_the_head_the_address_and_the_face(fresh: Portal) -> None:
    tags = {
        fresh.get(address, **headers).headers["etag"]
        for address in (ADDRESS, "/sessions.json?as-of=2021-06-01", "/sessions?as-of=2021-06-02")
        for headers in ({}, {"host": "127.0.0.1"})
    }
    assert len(tags) == 6
    assert {tag.partition("-")[0] for tag in tags} == {f'"{fresh.library.size()}'}


def test_a_longer_journal_is_read_again_and_has_other_tags(fresh: Portal) -> None:
    before = fresh.get(ADDRESS)
    append(fresh.path, "2021-05-01 convene league/council/2021-05-01\n")
    after = fresh.get(ADDRESS, if_none_match=before.headers["etag"])
    assert after.status == 200
    assert "1 May 2021" in after.text
    assert "1 May 2021" not in before.text


def test_what_was_known_earlier_stays_as_it_was(fresh: Portal) -> None:
    size = fresh.library.size()
    append(fresh.path, "2021-05-01 convene league/council/2021-05-01\n")
    assert "1 May 2021" not in fresh.get(f"{ADDRESS}&known-by={size}").text
    assert "1 May 2021" in fresh.get(f"{ADDRESS}&known-by={size + 1}").text
    assert "1 May 2021" not in fresh.get(f"{ADDRESS}&known-by=2026-02-03T04:05:06Z").text


def test_only_few_earlier_books_are_kept(fresh: Portal) -> None:
    for number in range(1, 12):
        assert fresh.get(f"/sessions?as-of=2021-01-01&known-by={number}").status == 200
    assert len(fresh.library._volumes) <= 5


def test_a_book_asked_about_very_many_days_is_made_anew(fresh: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("servanda.web.library.DAYS", 3)
    books = {id(fresh.library._volumes.get(None)) for day in range(1, 9) if fresh.get(f"/?as-of=2020-01-{day:02}")}
    assert len(books) > 1


def test_a_journal_that_is_gone_is_told_with_a_hint_and_comes_back(tmp_path: Path) -> None:
    portal = Portal(tmp_path / "league.db")
    page, health = portal.get("/?as-of=2021-01-01"), portal.get("/health")
    assert (page.status, health.status) == (503, 503)
    assert "J104" in page.text
    assert "servanda init" in page.text
    journal(tmp_path / "league.db")
    assert portal.get("/?as-of=2021-01-01").status == 200
    assert portal.get("/health").text == f"ok\nhead {portal.library.size()}\n"


@dataclass
class Counting:
    """An application that counts how often it is asked, and a library of one size."""

    size_of_body: int = 10
    asked: list[str] = field(default_factory=list)

    def size(self) -> int:
        return 7

    def __call__(self, environ, start):
        self.asked.append(environ["PATH_INFO"])
        status = "404 Not Found" if environ["PATH_INFO"] == "/no" else "200 OK"
        start(status, [("ETag", '"tag"'), ("Content-Length", str(self.size_of_body))])
        return [b"x" * self.size_of_body]


def ask(cache: Cache, path: str, method: str = "GET", query: str = "") -> bytes:
    environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "localhost"}
    return b"".join(cache(environ, lambda *_answered: None))


def test_the_cache_asks_once_and_forgets_what_was_asked_for_least_recently() -> None:
    inner = Counting()
    cache = Cache(inner, inner, entries=2)
    for path in ("/a", "/b", "/a", "/c", "/a", "/b"):
        ask(cache, path)
    assert inner.asked == ["/a", "/b", "/c", "/b"]


def test_the_cache_holds_no_more_bytes_than_it_may() -> None:
    inner = Counting(size_of_body=40)
    cache = Cache(inner, inner, size=100)
    for path in ("/a", "/b", "/c", "/c"):
        ask(cache, path)
    assert cache._bytes <= 100
    assert inner.asked == ["/a", "/b", "/c"]


@pytest.mark.parametrize(("path", "method"), [("/no", "GET"), ("/a", "HEAD"), ("/a", "POST")])
def test_only_good_answers_to_get_are_kept(path: str, method: str) -> None:
    inner = Counting()
    cache = Cache(inner, inner)
    ask(cache, path, method)
    ask(cache, path, method)
    assert inner.asked == [path, path]
    assert cache._kept == {}
