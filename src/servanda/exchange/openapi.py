"""The description of the portal for machines: OpenAPI 3.1, made from the record types of the pages.

Schemas are JSON Schema 2020-12. Every page is answered as JSON at its path with `.json`, each of its tables as CSV at
its path with `.csv?table=NAME`, and so on; beside the pages stand the calendars and feeds. A test asks the portal what
is written here, and much that is not.
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
from servanda.exchange.jsonld import LINKED
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
    "404": "The record as known, as of the day, has no such thing, or the page no such table or paper.",
    "414": "The address is too long.",
    "503": "The journal cannot be read now, or this portal has not installed what such a file needs.",
}
_BY_SUFFIX: dict[str, tuple[str, str]] = {
    "csv": ("Table", "text/csv"),
    "parquet": ("Columns", "application/vnd.apache.parquet"),
    "jsonld": ("Linked", "application/ld+json"),
    "pdf": ("Paper", "application/pdf"),
    "docx": ("Document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
_WORDS = {
    "csv": "One of its tables.",
    "parquet": "One of its tables, in columns.",
    "jsonld": "The thing it is about, as schema.org names it.",
    "pdf": "To be printed.",
    "docx": "To go on writing in.",
}
_FEEDS: tuple[tuple[str, str, str, str], ...] = (
    ("/states/CODE/due.ics", "dueCalendar", "text/calendar", "What waits for a state today, as a calendar."),
    ("/states/CODE/due.atom", "dueFeed", "application/atom+xml", "What waits for a state today, as a feed."),
    ("/states/CODE/calendar.ics", "stateCalendar", "text/calendar", "What waits for a state, and its sessions."),
    ("/organs/ID/calendar.ics", "organCalendar", "text/calendar", "The sessions of an organ, held and planned."),
    ("/journal.atom", "newActs", "application/atom+xml", "The acts as they are entered, the newest first."),
)
_BEFORE = Ask("before", {"type": "integer", "minimum": 1}, "Only what was entered before this entry.")


def openapi(addresses: Iterable[Address], version: str) -> Json:
    """The whole description of what lies at the addresses."""
    schemas: Json = {"Refusal": _REFUSAL}
    paths: Json = {}
    for address in addresses:
        paths |= _paths(address, schemas)
    for path, name, kind, about in _FEEDS:
        content = {kind: {"schema": {"type": "string"}}}
        asks = (_BEFORE,) if name == "newActs" else ()
        paths[_written(path)] = {"get": _operation(name, about, _PART.findall(path), content, asks)}
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
    """The addresses of one page: its JSON, its tables where it has any, and its papers."""
    page, parts, about = lies.page, _PART.findall(lies.path), _sentence(lies.page)
    name, names = page.__name__.removesuffix("Page"), table_names(page)
    asks = (*EVERYWHERE, *lies.asks)
    json = {"application/json": {"schema": _reference(page, schemas)}}
    found = {f"{_written(lies.path)}.json": {"get": _operation(name, about, parts, json, asks)}}
    for suffix, (what, kind) in _BY_SUFFIX.items():
        is_table = suffix in ("csv", "parquet")
        if (is_table and not names) or (suffix == "jsonld" and page not in LINKED):
            continue
        table = Ask("table", {"enum": list(names)}, "Which table; the first when left out.")
        content = {kind: {"schema": {"type": "string"}}}
        asked = (*asks, table) if is_table else asks
        operation = _operation(f"{name}{what}", f"{_WORDS[suffix]} {about}", parts, content, asked)
        found[f"{_written(lies.path)}.{suffix}"] = {"get": operation}
    return found


def _written(path: str) -> str:
    """A path with its variable parts as OpenAPI writes them."""
    return _PART.sub(lambda part: f"{{{part[0].lower()}}}", path)


def _operation(name: str, about: str, parts: list[str], content: Json, asks: tuple[Ask, ...]) -> Json:
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Refusal"}}}
    refused = {**problem, "text/html": {"schema": {"type": "string"}}}
    to_today = {"302": {"description": "To the same address with today's day, where it names none."}}
    return {
        "operationId": name[0].lower() + name[1:],
        "summary": about,
        "parameters": [*map(_part, parts), *map(_asked, asks)],
        "responses": {
            "200": {"description": about, "headers": _HEADERS, "content": content},
            **(to_today if asks[: len(EVERYWHERE)] == EVERYWHERE else {}),
            "304": {"description": "Nothing has changed since the answer that the request names."},
            **{status: {"description": words, "content": refused} for status, words in _REFUSALS.items()},
        },
    }


def _asked(ask: Ask) -> Json:
    return {"name": ask.name, "in": "query", "required": False, "schema": ask.schema, "description": ask.meaning}


_HEADERS: Json = {
    "ETag": {"schema": {"type": "string"}, "description": "Changes with the head of the journal."},
    "Link": {"schema": {"type": "string"}, "description": "The terms of the licence of the data."},
}


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
