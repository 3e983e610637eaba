"""What happens to every request and response: policies in the headers, limits, and the two faces."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

from servanda.logs import log
from servanda.web.negotiation import without_suffix
from servanda.web.refusal import Refusal
from servanda.web.refusing import refuse
from servanda.words.phrases import say

GetResponse = Callable[[HttpRequest], HttpResponse]

CONTENT = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
LONGEST_PATH, LONGEST_QUERY = 500, 300
LONGEST_QUESTION = 65_000  # bytes: a search of 10,000 characters is read as far as it is one, and says so


def policies(get_response: GetResponse) -> GetResponse:
    """Say in every response that it may load nothing from elsewhere and use nothing of the device."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Content-Security-Policy"] = CONTENT
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if not response.streaming:
            response["Content-Length"] = str(len(response.content))
        return response

    return respond


def logs(get_response: GetResponse) -> GetResponse:
    """Tell of every answer which kind of page it was, its status and its time; neither the address nor who asked."""

    def respond(request: HttpRequest) -> HttpResponse:
        begun = perf_counter()
        response = get_response(request)
        route = getattr(request.resolver_match, "route", None)
        log("answer", page=route, status=response.status_code, ms=round((perf_counter() - begun) * 1000, 1))
        return response

    return respond


def limits(get_response: GetResponse) -> GetResponse:
    """Refuse a host that is not ours, an address that is too long, and every method but GET and HEAD."""

    def respond(request: HttpRequest) -> HttpResponse:
        refusal = _foreign(request) or _too_long(request) or _wrong_method(request)
        return refuse(request, refusal) if refusal else get_response(request)

    return respond


def _foreign(request: HttpRequest) -> Refusal | None:
    try:
        request.get_host()
    except DisallowedHost:
        hint = say("Whoever runs it can add the name to SERVANDA_HOSTS.")
        return Refusal(400, say("Not this host"), say("The portal does not answer under this name."), hint)
    return None


def _too_long(request: HttpRequest) -> Refusal | None:
    most = LONGEST_QUESTION if request.path_info == "/search" else LONGEST_QUERY
    if len(request.path_info) <= LONGEST_PATH and len(request.META.get("QUERY_STRING", "")) <= most:
        return None
    detail = say("No page of the record has an address as long as this one.")
    hint = say("An address needs as-of, known-by and language only.")
    return Refusal(414, say("The address is too long"), detail, hint)


def _wrong_method(request: HttpRequest) -> Refusal | None:
    if request.method in ("GET", "HEAD"):
        return None
    detail = say("A page of the record can be read, not changed: {method} is not answered.", method=request.method)
    hint = say("Acts are entered by those who keep the journal.")
    return Refusal(405, say("Only to be read"), detail, hint, {"Allow": "GET, HEAD"})


def faces(get_response: GetResponse) -> GetResponse:
    """Let every address have its other faces: the same with `.json`, `.csv`, `.pdf` and so on behind it."""

    def respond(request: HttpRequest) -> HttpResponse:
        request.path_info, request.suffix = without_suffix(request.path_info)
        return get_response(request)

    return respond
