"""A page as a file: tables, papers, linked data, under which name and licence, and what is refused."""

from __future__ import annotations

import csv
import io
import json
import threading
from xml.etree import ElementTree as ET

import pytest

from servanda.exchange import extras
from servanda.web import files
from tests.web.portal import Portal

SESSION = "/sessions/league/council/2020-12-18"
Q = "?as-of=2021-06-01"
LICENCE = '<https://creativecommons.org/licenses/by/4.0/>; rel="license"'


def test_a_table_is_csv_with_all_rows_of_the_page(portal: Portal) -> None:
    page = portal.get(f"{SESSION}.json{Q}").json()
    answer = portal.get(f"{SESSION}.csv{Q}&table=outcomes")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert [row["document_id"] for row in rows] == [one["document"]["id"] for one in page["outcomes"]]
    assert {(row["licence"], row["as_of"]) for row in rows} == {("CC BY 4.0", "2021-06-01")}
    name = "servanda-sessions-league-council-2020-12-18-as-of-2021-06-01-outcomes.csv"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'


def test_the_first_table_is_given_when_none_is_named(portal: Portal) -> None:
    assert portal.get(f"{SESSION}.csv{Q}").body == portal.get(f"{SESSION}.csv{Q}&table=attendance").body


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        (f"{SESSION}.csv{Q}&table=nothing", 404, "attendance"),
        (f"{SESSION}.csv{Q}&table=outcomes&table=outcomes", 400, "twice"),
        (f"{SESSION}.parquet{Q}&table=nothing", 404, "attendance"),
        (f"/sessions.jsonld{Q}", 404, "no single thing"),
        (f"/documents/nothing.csv{Q}", 404, "no document"),
    ],
)
def test_what_no_file_can_be_made_of_is_told_as_json(portal: Portal, address: str, status: int, words: str) -> None:
    answer = portal.get(address)
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")
    assert words in " ".join(str(one) for one in answer.json().values())


@pytest.mark.parametrize(("suffix", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("parquet", b"PAR1")])
def test_papers_and_columns_are_what_they_are_called(portal: Portal, suffix: str, begins: bytes) -> None:
    answer = portal.get(f"{SESSION}/actions.{suffix}{Q}")
    assert (answer.status, answer.body[: len(begins)]) == (200, begins)
    assert answer.headers["content-type"] == files.TYPES[suffix]
    assert answer.headers["content-disposition"].endswith(f'-actions-as-of-2021-06-01.{suffix}"')


@pytest.mark.parametrize("suffix", ["json", "csv", "parquet", "jsonld", "pdf", "docx"])
def test_every_file_has_a_tag_of_its_own_and_the_licence(portal: Portal, suffix: str) -> None:
    first = portal.get(f"{SESSION}.{suffix}{Q}")
    assert (first.status, first.headers["link"]) == (200, LICENCE)
    assert portal.get(f"{SESSION}.{suffix}{Q}", cached=False, if_none_match=first.headers["etag"]).status == 304
    assert first.headers["etag"] != portal.get(f"{SESSION}{Q}").headers["etag"]
    assert portal.get(f"{SESSION}.{suffix}{Q}").body == first.body


def test_linked_data_names_the_thing_on_this_host(portal: Portal) -> None:
    told = json.loads(portal.get(f"{SESSION}.jsonld{Q}").body)
    assert (told["@type"], told["@id"]) == ("Event", f"http://localhost{SESSION}{Q}")


def test_an_address_without_a_day_keeps_the_table(portal: Portal) -> None:
    assert portal.get(f"{SESSION}.csv?table=outcomes").headers["location"].endswith("&table=outcomes")


def test_a_missing_library_is_told_with_what_to_install(portal: Portal, monkeypatch) -> None:
    def missing(module: str) -> None:
        raise ImportError(module)

    monkeypatch.setattr(extras, "import_module", missing)
    answer = portal.get(f"{SESSION}.pdf{Q}", cached=False)
    assert (answer.status, answer.headers["content-type"]) == (503, "text/html; charset=utf-8")
    assert "servanda[papers]" in answer.text


def test_papers_are_made_one_at_a_time(portal: Portal, monkeypatch) -> None:
    monkeypatch.setattr(files, "PATIENCE", 0.01)
    with files._making:
        answer = portal.get(f"{SESSION}.pdf?as-of=2021-06-02")
    assert (answer.status, answer.headers["retry-after"]) == (503, "10")
    assert portal.get(f"{SESSION}.pdf?as-of=2021-06-02").status == 200
    assert isinstance(files._making, type(threading.Lock()))


def test_a_page_too_long_for_paper_is_told_before_it_is_made(portal: Portal, monkeypatch) -> None:
    monkeypatch.setattr(files, "LONGEST", 1)
    answer = portal.get(f"{SESSION}.docx?as-of=2021-06-03")
    assert answer.status == 404
    assert "CSV" in answer.text


def test_the_map_names_pages_that_are_there(portal: Portal) -> None:
    answer = portal.get("/sitemap.xml")
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    places = [one.text or "" for one in ET.fromstring(answer.text).iter(f"{space}loc")]  # noqa: S314 - our own
    assert f"http://localhost{SESSION}" in places
    assert len(places) == len(set(places))
    for place in places:
        assert portal.get(place.removeprefix("http://localhost") + "?as-of=2022-06-01").status == 200, place
    assert portal.get("/sitemap.xml", if_none_match=answer.headers["etag"]).status == 304


def test_crawlers_are_told_where_the_map_is(portal: Portal) -> None:
    answer = portal.get("/robots.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "Sitemap: http://localhost/sitemap.xml" in answer.text.splitlines()
