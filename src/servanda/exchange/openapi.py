"""The description of the portal for machines: OpenAPI 3.1, made from the record types of the pages.

Schemas are JSON Schema 2020-12. Every page is answered as JSON at its path with `.json`, and each of its tables as CSV
at its path with `.csv?table=NAME`.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Iterable
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from servanda.days import Day
from servanda.exchange.licences import licence_identifier
from servanda.exchange.tables import table_names
from servanda.pages.addresses import EVERYWHERE, Address, Ask
from servanda.pages.parts import LICENCE

Json = dict[str, Any]

_VERSION = "3.1.0"
_PART = re.compile(r"(?<=/)[A-Z]+")
_DAY = r"^\d{4}(-\d{2}(-\d{2})?)?~?(\.\.\d{4}(-\d{2}(-\d{2})?)?~?)?$"
_PLAIN: dict[Any, Json] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    Day: {"type": "string", "pattern": _DAY, "description": "A day as the record knows it: EDTF, perhaps partial."},
}
_PARTS = {
    "ID": "The name in the record, as `cis/chs/2020-12-18`; its slashes stand as they are.",
    "CODE": "The code of a state: ISO 3166-1 alpha-2, ISO 3166-3 for former ones.",
    "ORGANISATION": "The name of the organisation in the record.",
    "YEAR": "The year, in four digits.",
}
_REFUSAL: Json = {
    "type": "object",
    "required": ["status", "title", "detail", "hint"],
    "properties": {
        "status": {"type": "integer"},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "hint": {"type": "string"},
    },
}
_REFUSALS = {
    "400": "The address asks for something that cannot be understood.",
    "404": "The record as known, as of the day, has no such thing.",
    "503": "The journal cannot be read now.",
}


def openapi(addresses: Iterable[Address], version: str) -> Json:
    """The whole description of what lies at the addresses."""
    schemas: Json = {"Refusal": _REFUSAL}
    paths: Json = {}
    for address in addresses:
        paths |= _paths(address, schemas)
    return {
        "openapi": _VERSION,
        "info": {
            "title": "Servanda",
            "version": version,
            "description": "The record of what states agreed, as of any day and as known at any moment.",
            "license": {"name": LICENCE, "identifier": licence_identifier(LICENCE)},
        },
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _paths(lies: Address, schemas: Json) -> Json:
    """The addresses of one page: its JSON, and its tables where it has any."""
    path, page = lies.path, lies.page
    parts = _PART.findall(path)
    address = _PART.sub(lambda part: f"{{{part[0].lower()}}}", path)
    about = _sentence(page)
    json = {"application/json": {"schema": _reference(page, schemas)}}
    name = page.__name__.removesuffix("Page")
    found = {f"{address}.json" if path != "/" else "/.json": {"get": _operation(name, about, parts, json, lies.asks)}}
    if names := table_names(page):
        table = Ask("table", {"enum": list(names)}, "Which table; the first when left out.")
        rows = {"text/csv": {"schema": {"type": "string"}}}
        operation = _operation(f"{name}Table", f"A table of: {about}", parts, rows, (*lies.asks, table))
        found[f"{address}.csv" if path != "/" else "/.csv"] = {"get": operation}
    return found


def _operation(name: str, about: str, parts: list[str], content: Json, asks: tuple[Ask, ...]) -> Json:
    refused = {"application/json": {"schema": {"$ref": "#/components/schemas/Refusal"}}}
    return {
        "operationId": name[0].lower() + name[1:],
        "summary": about,
        "parameters": [*map(_part, parts), *map(_asked, (*EVERYWHERE, *asks))],
        "responses": {
            "200": {"description": about, "headers": _ETAG, "content": content},
            "304": {"description": "Nothing has changed since the answer that the request names."},
            **{status: {"description": words, "content": refused} for status, words in _REFUSALS.items()},
        },
    }


def _asked(ask: Ask) -> Json:
    required = ask.name == "as-of"
    return {"name": ask.name, "in": "query", "required": required, "schema": ask.schema, "description": ask.meaning}


_ETAG: Json = {"ETag": {"schema": {"type": "string"}, "description": "Changes with the head of the journal."}}


def _part(name: str) -> Json:
    schema = {"type": "string"}
    return {"name": name.lower(), "in": "path", "required": True, "schema": schema, "description": _PARTS[name]}


def _reference(record: Any, schemas: Json) -> Json:
    """A reference to the schema of a record type, which is written down when it is first met."""
    if record.__name__ not in schemas:
        schemas[record.__name__] = {}
        schemas[record.__name__] = _record(record, schemas)
    return {"$ref": f"#/components/schemas/{record.__name__}"}


def _record(record: Any, schemas: Json) -> Json:
    hints = get_type_hints(record, include_extras=True)
    return {
        "type": "object",
        "description": _sentence(record),
        "required": list(hints),
        "properties": {name: _field(hint, schemas) for name, hint in hints.items()},
    }


def _field(hint: Any, schemas: Json) -> Json:
    """The schema of a field, with what its annotation says of it."""
    if get_origin(hint) is Annotated:
        inner, about = get_args(hint)[:2]
        return {**_type(inner, schemas), "description": about}
    return _type(hint, schemas)


def _type(hint: Any, schemas: Json) -> Json:
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if get_origin(hint) is list:
        return {"type": "array", "items": _type(get_args(hint)[0], schemas)}
    if get_origin(hint) is UnionType:
        return {"anyOf": [{"type": "null"} if one is NoneType else _type(one, schemas) for one in get_args(hint)]}
    assert dataclasses.is_dataclass(hint), f"no schema for {hint}"
    return _reference(hint, schemas)


def _sentence(record: Any) -> str:
    return (inspect.getdoc(record) or "").partition("\n")[0]
