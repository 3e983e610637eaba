"""The proof of an entry as a file: whoever has it needs the portal no more."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from servanda.journal import StoreFailed
from servanda.pages.journal import proof_text
from servanda.web.library import Unavailable, library
from servanda.web.refusal import Refusal
from servanda.web.refusing import refuse


def proof(request: HttpRequest, number: int) -> HttpResponse:
    """The `.tlog-proof` of an entry, under the newest checkpoint that was signed; C2SP tlog-proof."""
    try:
        text, problem = proof_text(library().journal(), str(number))
    except (StoreFailed, Unavailable):
        return refuse(
            request, Refusal(503, "The journal cannot be read", "The proof cannot be made now.", "Try later.")
        )
    if problem:
        return refuse(request, Refusal(404, "There is no such proof", problem.message, problem.hint))
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="entry-{number}.tlog-proof"'
    response["Cache-Control"] = "no-cache"  # a later checkpoint may have more witnesses
    return response
