"""What an address may ask, and what is said where it cannot be answered."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.web import query
from tests.web.markup import Markup
from tests.web.portal import Portal


@pytest.mark.parametrize("path", ["/", "/sessions", "/sessions/league/council/2020-12-18", "/states/AT", "/journal"])
def test_an_address_without_a_day_leads_to_the_same_with_today_s(portal: Portal, path: str, monkeypatch) -> None:
    answer = portal.get(path)
    assert (answer.status, answer.headers["location"]) == (302, f"{path}?as-of={query.today()}")
    assert answer.headers["cache-control"] == "no-store"
    known = portal.get(f"{path}.json?known-by=12").headers["location"]
    assert known == f"{path}.json?as-of={query.today()}&known-by=12"


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/?as-of=2020-13-01", 400, "There is no day 2020-13-01 in the calendar"),
        ("/?as-of=2021-02-29", 400, "There is no day"),
        ("/?as-of=nonsense", 400, "is not a whole day"),
        ("/?as-of=", 400, "is not a whole day"),
        ("/?as-of=2020", 400, "is not a whole day"),
        ("/?as-of=20201218", 400, "is not a whole day"),
        ("/?as-of=2020-W51-5", 400, "is not a whole day"),
        ("/?as-of=2020-12-18&as-of=2021-01-01", 400, "twice"),
        ("/?as-of=<script>", 400, "is not a whole day"),
        ("/calendar/20x0?as-of=2020-12-18", 404, "holds no year"),
        ("/organs/league/none?as-of=2020-12-18", 404, "holds no organ"),
        ("/matrix/club?as-of=2020-12-18", 404, "holds no document signed"),
        ("/?as-of=2020-12-18&language=xx", 404, "knows no language"),
        ("/?as-of=2020-12-18&language=", 404, "knows no language"),
        ("/?as-of=2020-12-18&known-by=-1", 400, "neither the number"),
        ("/?as-of=2020-12-18&known-by=2026-13-01", 400, "neither the number"),
        ("/?as-of=2020-12-18&known-by=99999", 404, "there is no entry 99999"),
        ("/?as-of=2020-12-18&known-by=9999-01-01", 404, "has not come"),
        ("/?as-of=2020-12-18&known-by=" + "9" * 250, 400, "neither the number"),
        ("/?as-of=2020-12-18&x=" + "y" * 5000, 414, "too long"),
        ("/documents/" + "x" * 5000 + "?as-of=2020-12-18", 414, "too long"),
        ("/documents/nothing?as-of=2020-12-18", 404, "holds no document"),
        ("/documents/river-treaty?as-of=2001-01-01", 404, "later day"),
        ("/sessions/league/council/2020-12-19?as-of=2020-12-18", 404, "holds no session"),
        ("/states/XX?as-of=2020-12-18", 404, "holds no state"),
        ("/states/at?as-of=2020-12-18", 404, "holds no state"),
        ("/presidency/nobody?as-of=2020-12-18", 404, "holds no organisation"),
        ("/acts/123?as-of=2020-12-18", 404, "holds no act"),
        ("/acts/../../etc/passwd?as-of=2020-12-18", 404, "no page"),
        ("/nowhere", 404, "no page"),
        ("/static/servanda.css", 404, "no page"),
        ("/static/..%2fsettings.py", 404, "no page"),
        ("//evil.example/", 404, "no page"),
    ],
)
def test_what_cannot_be_answered_is_told_in_the_same_layout(
    portal: Portal, address: str, status: int, words: str
) -> None:
    answer = portal.get(address)
    markup = Markup(answer.text)
    assert (answer.status, markup.faults) == (status, [])
    assert words in " ".join(markup.text.split())
    assert "Traceback" not in answer.text
    assert "Sessions" in markup.text
    assert answer.headers["cache-control"] == "no-store"


def test_a_refusal_is_json_for_who_asked_for_json(portal: Portal) -> None:
    answer = portal.get("/documents/nothing.json?as-of=2020-12-18")
    assert (answer.status, answer.headers["content-type"]) == (404, "application/problem+json")
    assert set(answer.json()) == {"status", "title", "detail", "hint"}
    assert portal.get("/?as-of=x", accept="application/json").json()["status"] == 400


def test_a_refusal_keeps_the_day_and_leads_to_the_list(portal: Portal) -> None:
    page = portal.get("/documents/nothing?as-of=2020-12-18").text
    assert 'href="/documents?as-of=2020-12-18"' in page
    assert 'action="/documents/nothing"' in page


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "9999-12-01", "2020-02-29"])
@pytest.mark.parametrize("path", ["/", "/documents", "/documents/canal-treaty", "/states/AT", "/presidency/league"])
def test_any_day_of_the_calendar_may_be_asked_about(portal: Portal, path: str, day: str) -> None:
    assert portal.get(f"{path}?as-of={day}").status in (200, 404)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
@pytest.mark.parametrize("address", ["/?as-of=2020-12-18", "/sessions?as-of=2020-12-18", "/health", "/nowhere"])
def test_only_get_and_head_are_answered(portal: Portal, method: str, address: str) -> None:
    answer = portal.get(address, method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("address", ["/sessions?as-of=2020-12-17", "/states/AT.json?as-of=2020-12-17", "/nowhere"])
def test_head_gives_the_headers_of_get_and_no_body(portal: Portal, address: str) -> None:
    head = portal.get(address, method="HEAD")
    got = portal.get(address)
    assert (head.status, head.body) == (got.status, b"")
    assert head.headers == got.headers
    assert int(got.headers["content-length"]) == len(got.body)


def test_a_foreign_host_is_refused(portal: Portal) -> None:
    assert portal.get("/?as-of=2020-12-18", host="evil.example").status == 400
    assert portal.get("/health", host="localhost:8000").status == 200
    assert portal.get("/health", host="[::1]:8000").status == 200


def test_who_accepts_everything_gets_html(portal: Portal) -> None:
    for accept in ("*/*", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "image/png", ""):
        assert "html" in portal.get("/sessions?as-of=2020-12-18", accept=accept).headers["content-type"]
    chosen = portal.get("/sessions?as-of=2020-12-18", accept="application/json, text/html;q=0.5")
    assert chosen.headers["content-type"] == "application/json"


@settings(max_examples=150, deadline=None)
@given(path=st.text(max_size=30), asked=st.text(max_size=30))
def test_no_address_is_a_fault_of_ours(portal: Portal, path: str, asked: str) -> None:
    raw = path.encode("utf-8", "replace").decode("latin-1")
    for prefix in ("/", "/documents/", "/acts/", "/sessions/"):
        answer = portal.get(f"{prefix}{raw.partition('?')[0]}?as-of=2020-12-18&known-by={quote(asked)}")
        assert answer.status in (200, 302, 400, 404)
