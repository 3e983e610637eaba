"""The running portal against its own description: what schemathesis makes up of it finds nothing."""

from __future__ import annotations

from typing import Any

import hypothesis
import pytest
import schemathesis

from servanda.exchange.openapi import openapi
from servanda.pages.addresses import ADDRESSES
from tests.web.portal import Portal

SETTINGS = hypothesis.settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(hypothesis.HealthCheck),
)
REFUSED = ["400", "404", "414"]
DESCRIBED = openapi(ADDRESSES, "0.0.0")


@pytest.fixture(scope="session")
def described(portal: Portal) -> Any:
    portal.get("/health")
    config = schemathesis.Config.from_dict({"checks": {"negative_data_rejection": {"expected-statuses": REFUSED}}})
    return schemathesis.openapi.from_wsgi("/openapi.json", portal.application, config=config)


def test_the_portal_tells_what_it_answers(portal: Portal) -> None:
    answer = portal.get("/openapi.json")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
    assert answer.json()["paths"].keys() == DESCRIBED["paths"].keys()
    assert portal.get("/openapi.json", if_none_match=answer.headers["etag"]).status == 304
    assert portal.get("/openapi").status == 404


def strategies(operation: Any) -> list[Any]:
    """What is right, and what is wrong where anything can be wrong."""
    modes = [schemathesis.GenerationMode.POSITIVE]
    if any(one.definition.get("in") == "query" for one in operation.iter_parameters()):
        modes.append(schemathesis.GenerationMode.NEGATIVE)
    return [operation.as_strategy(generation_mode=mode) for mode in modes]


@pytest.mark.slow
@pytest.mark.parametrize("path", DESCRIBED["paths"])
def test_every_address_answers_as_it_is_described(portal: Portal, described: Any, path: str) -> None:
    portal.get("/health")  # the portal of this test, whichever another test has made meanwhile
    for strategy in strategies(described[path]["GET"]):

        @SETTINGS
        @hypothesis.given(case=strategy)
        def ask(case: Any) -> None:
            answer = case.call()
            if answer.status_code == 302:  # an address without a day: what matters is the answer it leads to
                case.query = {**(case.query or {}), "as-of": "2021-06-01"}
                answer = case.call()
            case.validate_response(answer)

        ask()


def test_a_page_that_is_not_as_described_would_be_found(portal: Portal, described: Any) -> None:
    case = described["/sessions.json"]["GET"].Case(query={"as-of": "2021-06-01"})
    answer = case.call()
    case.validate_response(answer)
    answer.headers["content-type"] = ["text/plain"]
    with pytest.raises(schemathesis.core.failures.FailureGroup):
        case.validate_response(answer)
