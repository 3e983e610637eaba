"""What waits for a state as a calendar and as a feed; they speak of today, as programs that fetch them expect."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from servanda.exchange import atom, icalendar
from servanda.exchange.notices import notices
from servanda.journal import StoreFailed
from servanda.pages.parts import View
from servanda.web.answering import etag, unavailable
from servanda.web.library import Unavailable, library
from servanda.web.query import today
from servanda.web.refusal import Refusal
from servanda.web.refusing import refuse
from servanda.words.parties import is_state

Face = Callable[[HttpRequest, View, str], HttpResponse]


def _guarded(face: Face) -> Callable[[HttpRequest, str], HttpResponse]:
    """Answer for a state that exists, from a journal that can be read."""

    def respond(request: HttpRequest, code: str) -> HttpResponse:
        if not is_state(code):
            return refuse(request, Refusal(404, "No such state", f"No state has the code “{code}”.", "As in BY."))
        try:
            tag = f'"{today()}-{etag(request, library().size())[1:]}'
            if tag in request.headers.get("If-None-Match", ""):
                return HttpResponse(status=304)
            response = face(request, View(library().volume(None, today()).book, today()), code)
        except (Unavailable, StoreFailed) as failure:
            return refuse(request, unavailable(failure))
        response["ETag"], response["Cache-Control"] = tag, "no-cache"
        return response

    return respond


def _calendar(_request: HttpRequest, view: View, code: str) -> HttpResponse:
    data = icalendar.calendar(notices(view.book, view.as_of, code, view.tell), f"Servanda: {view.names.party(code)}")
    return HttpResponse(data, content_type=icalendar.TYPE)


def _feed(request: HttpRequest, view: View, code: str) -> HttpResponse:
    address = request.build_absolute_uri(request.path)
    found = notices(view.book, view.as_of, code, view.tell)
    data = atom.feed(found, f"Servanda: {view.names.party(code)}", address, view.book.moment)
    return HttpResponse(data, content_type=atom.TYPE)


calendar, feed = _guarded(_calendar), _guarded(_feed)
