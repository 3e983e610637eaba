"""A sign of life for whoever watches the portal: `ok`, and the number of the newest entry."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from servanda.web.library import Unavailable, library


def health(request: HttpRequest) -> HttpResponse:
    """Say ok when the journal can be read, else 503 and the codes of the problems."""
    try:
        text, status = f"ok\nhead {library().size()}\n", 200
    except Unavailable as failure:
        codes = " ".join(problem.code for problem in failure.problems)
        text, status = f"the journal cannot be read: {codes}\n", 503
    response = HttpResponse(text, content_type="text/plain; charset=utf-8", status=status)
    response["Cache-Control"] = "no-store"
    return response
