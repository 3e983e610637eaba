"""Calendars and feeds to subscribe to; they speak of today, as programs that fetch them expect.

`/states/CODE/due.ics` and `due.atom`: what waits for a state. `/states/CODE/calendar.ics`: that, and the sessions that
concern it. `/organs/ID/calendar.ics`: the sessions of an organ. `/journal.atom`: the acts as they are entered.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse

from servanda.acts.declarations import Organ
from servanda.exchange import atom, icalendar, meetings
from servanda.exchange.new_acts import SHOWN, new_acts
from servanda.exchange.notices import notices
from servanda.journal import StoreFailed
from servanda.pages.parts import View
from servanda.web.answering import etag, licensed, unavailable
from servanda.web.library import Unavailable, library
from servanda.web.query import today
from servanda.web.refusal import Refusal
from servanda.web.refusing import refuse
from servanda.words.parties import is_state
from servanda.words.phrases import Phrase, say

Face = Callable[[HttpRequest, View, str], HttpResponse]


def _guarded(face: Face) -> Callable[..., HttpResponse]:
    """Answer from a journal that can be read, and only with what has changed."""

    def respond(request: HttpRequest, name: str = "") -> HttpResponse:
        try:
            tag = f'"{today()}-{etag(request, library().size())[1:]}'
            if tag in request.headers.get("If-None-Match", ""):
                response = HttpResponse(status=304)
            else:
                view = View(library().volume(None, today()).book, today())
                response = licensed(face(request, view, name), view.licence)
        except Refusal as refusal:
            return refuse(request, refusal)
        except (Unavailable, StoreFailed) as failure:
            return refuse(request, unavailable(failure))
        response["ETag"], response["Cache-Control"] = tag, "no-cache"
        return response

    return respond


def _due(_request: HttpRequest, view: View, code: str) -> HttpResponse:
    found = notices(view.book, view.as_of, _state(code), view.tell)
    return _as_calendar(view, icalendar.of_notices(found), view.names.party(code))


def _of_state(request: HttpRequest, view: View, code: str) -> HttpResponse:
    found = icalendar.of_notices(notices(view.book, view.as_of, _state(code), view.tell))
    return _as_calendar(view, [*found, *meetings.of_state(view, code, _host(request))], view.names.party(code))


def _of_organ(request: HttpRequest, view: View, name: str) -> HttpResponse:
    if not view.book.events(Organ, name, view.as_of):
        raise _nothing(say("No such organ"), say("The record holds no organ “{name}”.", name=_printable(name)))
    return _as_calendar(view, meetings.of_organ(view, name, _host(request)), view.names.thing(name))


def _due_feed(request: HttpRequest, view: View, code: str) -> HttpResponse:
    found = atom.of_notices(notices(view.book, view.as_of, _state(code), view.tell))
    title = f"Servanda: {view.names.party(code)}"
    return _as_feed(found, atom.Frame(request.build_absolute_uri(request.path), title, view.book.moment, view.licence))


def _journal(request: HttpRequest, view: View, _name: str) -> HttpResponse:
    """The newest acts, or those before the entry that `before` names."""
    here, last = request.build_absolute_uri(request.path), view.book.head
    before = _before(request, last)
    found = new_acts(library().journal(), min(before - 1, last) if before else last, _host(request))
    links = {"first": here, "alternate": f"{_host(request)}/journal"}
    if found and found[-1].number > 1:
        links["next"] = f"{here}?before={found[-1].number}"
    if before and before + SHOWN <= last:
        links["previous"] = f"{here}?before={before + SHOWN}"
    moment = found[0].item.moment if found else ""
    self_ = f"{here}?before={before}" if before else here
    frame = atom.Frame(self_, "Servanda", moment, view.licence, links, here)
    return _as_feed([one.item for one in found], frame)


def _before(request: HttpRequest, last: int) -> int:
    """The entry that a page of the feed ends before; 0 where none is named. Raises Refusal."""
    asked = request.GET.getlist("before")
    if not asked:
        return 0
    if len(asked) > 1 or not asked[0].isascii() or not asked[0].isdecimal() or not 0 < int(asked[0][:20]) <= last + 1:
        detail = say("“{text}” is no entry of this journal.", text=_printable(" ".join(asked)))
        hint = say("It has {size} entries; leave before out to see the newest.", size=last)
        raise Refusal(404, say("Not known yet"), detail, hint)
    return int(asked[0])


def _as_calendar(view: View, events: list[icalendar.Event], title: str) -> HttpResponse:
    return HttpResponse(icalendar.calendar(events, f"Servanda: {title}", view.licence), content_type=icalendar.TYPE)


def _as_feed(items: list[atom.Item], frame: atom.Frame) -> HttpResponse:
    return HttpResponse(atom.feed(items, frame), content_type=atom.TYPE)


def _state(code: str) -> str:
    """The code of a state; raises Refusal for what is none."""
    if not is_state(code):
        raise _nothing(say("No such state"), say("No state has the code “{name}”.", name=_printable(code)))
    return code


def _nothing(title: Phrase, detail: Phrase) -> Refusal:
    return Refusal(404, title, detail, say("The pages are named at the top."))


def _host(request: HttpRequest) -> str:
    return f"{request.scheme}://{quote(request.get_host(), safe=':[]')}"


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in text)[:100]


calendar, feed, state_calendar = _guarded(_due), _guarded(_due_feed), _guarded(_of_state)
organ_calendar, journal = _guarded(_of_organ), _guarded(_journal)
