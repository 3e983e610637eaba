"""The description for machines: it is a schema, and every page answers as it says."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest

from servanda.exchange.openapi import openapi
from servanda.pages.addresses import ADDRESSES
from servanda.pages.faces import to_data
from tests.exchange.test_tables import PAGES as MADE

DESCRIBED = openapi(ADDRESSES, "0.0.0")


def resolved(name: str) -> dict[str, Any]:
    """The schema of a page, with what it refers to."""
    return {"$ref": f"#/components/schemas/{name}", "components": DESCRIBED["components"]}


@pytest.mark.parametrize("name", MADE)
def test_a_page_is_as_its_schema_says(name: str) -> None:
    page = MADE[name]()
    jsonschema_rs.validate(resolved(type(page).__name__), to_data(page))


def test_a_schema_refuses_what_is_no_page() -> None:
    page = to_data(MADE["document"]())
    for broken in ({**page, "as_of": 5}, {**page, "chart": None}, {k: v for k, v in page.items() if k != "state"}):
        assert not jsonschema_rs.is_valid(resolved("DocumentPage"), broken)


def test_every_schema_is_a_schema() -> None:
    for schema in DESCRIBED["components"]["schemas"].values():
        jsonschema_rs.meta.validate({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def test_every_page_has_an_address_for_its_json_and_every_field_says_what_it_holds() -> None:
    assert len([path for path in DESCRIBED["paths"] if path.endswith(".json")]) == len(ADDRESSES)
    records = [schema for schema in DESCRIBED["components"]["schemas"].values() if "description" in schema]
    assert [field for record in records for field in record["properties"].values() if "description" not in field] == []


def test_no_two_operations_have_one_name() -> None:
    names = [path["get"]["operationId"] for path in DESCRIBED["paths"].values()]
    assert len(names) == len(set(names))


def test_what_an_address_may_ask_is_told_of_it() -> None:
    asked = [one["name"] for one in DESCRIBED["paths"]["/search.json"]["get"]["parameters"]]
    assert asked == ["as-of", "known-by", "language", "q", "kind", "organisation", "after"]
    assert "q" not in [one["name"] for one in DESCRIBED["paths"]["/sessions.json"]["get"]["parameters"]]
