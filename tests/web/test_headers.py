"""The headers of every response: it may load nothing from elsewhere, be framed nowhere, and guess no type."""

from __future__ import annotations

import json
import re

import pytest
from django.core.management import call_command

from servanda.web.assets import asset_path
from servanda.web.settings import values
from tests.web.portal import Portal

POLICY = {
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


@pytest.mark.parametrize(
    "address",
    ["/?as-of=2020-12-18", "/", "/?as-of=x", "/nowhere", "/sessions.json?as-of=2020-12-18", "/health", "style"],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_every_response_carries_the_policies(portal: Portal, address: str, method: str) -> None:
    headers = portal.get(asset_path("servanda.css") if address == "style" else address, method=method).headers
    assert set(headers["content-security-policy"].split("; ")) == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["permissions-policy"].startswith("camera=()")
    assert "set-cookie" not in headers


def test_the_policies_stand_on_what_the_cache_answers(portal: Portal) -> None:
    first, second = (portal.get("/sessions?as-of=2018-01-01") for _ in range(2))
    assert first.headers == second.headers


def test_the_style_sheet_may_be_kept_for_ever_under_its_hashed_name(portal: Portal) -> None:
    page = portal.get("/?as-of=2020-12-18").text
    assert f'href="{asset_path("servanda.css")}"' in page
    answer = portal.get(asset_path("servanda.css"))
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    named = re.findall(r"url\(([^)#]*)\)", answer.text)  # a pattern of the page (url(#…)) is no file
    assert len(named) == 4
    assert {portal.get(f"/static/{name}").headers["content-type"] for name in named} == {"font/woff2"}


def test_django_finds_nothing_to_say_about_the_deployment(portal: Portal) -> None:
    call_command("check", deploy=True, fail_level="WARNING")


def test_the_settings_come_from_the_environment() -> None:
    given = values({"SERVANDA_HOSTS": "treaties.example, www.treaties.example", "SERVANDA_SECRET_KEY": "k"})
    assert given["ALLOWED_HOSTS"] == ["treaties.example", "www.treaties.example"]
    assert given["SECRET_KEY"] == "k"
    assert values({})["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert values({})["SECRET_KEY"] != values({})["SECRET_KEY"]
    assert values({})["DEBUG"] is False


def test_the_log_tells_the_kind_of_page_and_never_what_was_asked(
    portal: Portal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SERVANDA_LOG", "json")
    for address in (
        "/states/BY?as-of=2019-03-04",
        "/states/BY?as-of=2019-03-04",
        "/sessions?as-of=2018-05-06",
        "/nowhere",
    ):
        portal.get(address)
    told = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(one["event"], one.get("page"), one.get("status")) for one in told] == [
        ("answer", "states/<str:code>", 200),
        ("kept answer", None, None),
        ("answer", "sessions", 200),
        ("answer", None, 404),
    ]
    assert not any("BY" in str(one) or "2018" in str(one) or "2019" in str(one) for one in told)
