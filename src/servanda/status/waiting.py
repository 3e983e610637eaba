"""Standings short of consent: provisional application, signature, an instrument received, being entitled or not."""

from __future__ import annotations

from servanda.acts import Act
from servanda.acts.consent import ApplyProvisionally, Denounce, Disclaim, Hold, Query, Receive
from servanda.acts.documents import Confirm, Open, Sign, Transmit
from servanda.book import Event
from servanda.days import Day
from servanda.law.facts import Deed
from servanda.law.reasons import Reason
from servanda.status.membership import members
from servanda.status.own import Own
from servanda.status.standing import Answer, Word
from servanda.words.phrases import joined, say, term


def provisional(own: Own) -> Answer | None:
    """Applies the instrument provisionally; its notice not to become a party ends that (VCLT, art. 25)."""
    applied = own.acts(ApplyProvisionally)
    if not applied or own.force.state == "ended":
        return None
    act, event = applied[-1]
    if act.until and act.until.surely_by(own.as_of):
        return None
    since = act.effective or act.on
    told = Reason(say("applies it provisionally since {day}", day=since), event.ids, since, "VCLT, art. 25(1)")
    notice = _notice_after(own, event)
    if notice is None:
        return Answer("applying provisionally", since, (told,))
    effect = notice.act.effective or notice.on
    if effect.surely_by(own.as_of):
        return None
    words = say("notified on {day} that it will not become a party, effective {effect}", day=notice.on, effect=effect)
    return Answer("applying provisionally", since, (told, Reason(words, notice.ids, effect, "VCLT, art. 25(2)")))


def _notice_after(own: Own, event: Event) -> Event | None:
    """Its notice, after it began to apply the instrument, that it will not become a party."""
    whole = [one for one in own.notices if isinstance(one.act, Denounce) and not one.act.part]
    return next((one for one in (*own.events(Disclaim), *whole) if one.on >= event.on), None)


def signed(own: Own) -> Answer | None:
    """Signed, disclaimed its signature, or sent an instrument that is not in deposit yet."""
    deed = own.last("signature")
    told = (Reason(say("signed on {day}", day=deed.on), deed.acts, deed.on),) if deed else ()
    left = own.notice.on if own.notice else None
    received = [event for event in own.events(Receive) if left is None or event.on > left]
    disclaimed = [event for event in own.events(Disclaim) if deed is None or event.on >= deed.on]
    if received and (not disclaimed or received[-1].on >= disclaimed[-1].on):
        return _later("received but not deposited", received[-1], (*told, *_held(own, received[-1])))
    if disclaimed:
        return _later("signatory that disclaimed", disclaimed[-1], told)
    return Answer(_signatory(own), deed.on, told) if deed else None


def _later(word: Word, event: Event, told: tuple[Reason, ...]) -> Answer:
    words = say("{standing} on {day}", standing=term("standing", word), day=event.on)
    return Answer(word, event.on, (*told, Reason(words, event.ids, event.on)))


def _held(own: Own, received: Event) -> list[Reason]:
    """Why the depositary does not take the instrument in deposit yet."""
    kinds: tuple[type[Act], ...] = (Query, Hold)
    found = [event for kind in kinds for event in own.events(kind) if event.on >= received.on]
    done = {"query": say("the depositary asked about it"), "hold": say("the depositary holds it")}
    words = [(joined(": ", (done[event.act.verb], getattr(event.act, "words", ""))), event) for event in found]
    return [Reason(text, event.ids, event.on) for text, event in words]


def _signatory(own: Own) -> Word:
    """A signature ad referendum waits for its confirmation (VCLT, art. 12(2)(b))."""
    manners = [act.manner for act, _event in own.acts(Sign)]
    return "signatory ad referendum" if manners[-1:] == ["ad-referendum"] and not own.events(Confirm) else "signatory"


def entitled(own: Own) -> Answer:
    """Whether it may become a party: it was asked to, or the instrument is open to it (VCLT, arts. 12 and 15)."""
    for asked, event in own.book.acts(Transmit, own.of, own.as_of):
        if own.party in asked.to:
            told = Reason(
                say("sent for {purpose} on {day}", purpose=term("purpose", asked.purpose), day=asked.on),
                event.ids,
                asked.on,
            )
            return Answer("entitled", asked.on, (told,))
    opened = own.book.acts(Open, own.of, own.as_of)
    open_still = [(act, event) for act, event in opened if not (act.until and act.until.last < own.as_of)]
    circles = [(_is_in(own, act), act, event) for act, event in open_still]
    for inside, act, event in circles:
        if inside:
            return Answer("entitled", act.on, (Reason(_opened(act), event.ids, act.on), *_through_organisations(own)))
    if circles and all(inside is False for inside, _act, _event in circles):
        return Answer("not entitled", None, tuple(_closed(own, act, event) for _inside, act, event in circles))
    return _unknown(own, opened)


def _is_in(own: Own, act: Open) -> bool | None:
    """Tell whether an instrument is open to the party; None where the record does not tell."""
    if not act.among:
        return True if own.party.isupper() else None
    group = own.book.facts(own.as_of).group(act.among, own.as_of)
    circle = members(own.book, act.among, own.as_of) if group is None else group
    return own.party in circle if circle else None


def _opened(act: Open) -> str:
    what = term("opening", act.what)
    words = say("open for {what} since {day}", what=what, day=act.on)
    if act.among:
        words = say("open to {circle} for {what} since {day}", circle=act.among, what=what, day=act.on)
    return say("{opened} until {day}", opened=words, day=act.until) if act.until else words


def _closed(own: Own, act: Open, event: Event) -> Reason:
    return Reason(
        say("{opened}, and {party} is not among these", opened=_opened(act), party=own.party), event.ids, act.on
    )


def _unknown(own: Own, opened: list[tuple[Open, Event]]) -> Answer:
    """Nothing is known of it; a window that is over is told."""
    told = Reason(say("the record holds no act of {party} on {instrument}", party=own.party, instrument=own.of))
    over: list[tuple[Open, Event, Day]] = [(act, event, act.until) for act, event in opened if act.until]
    closed = [Reason(say("{opened}: over", opened=_opened(act)), event.ids, until) for act, event, until in over]
    return Answer("unknown", None, (told, *closed, *_through_organisations(own)))


def _through_organisations(own: Own) -> list[Reason]:
    """The organisations it is a member of that consented: they are parties beside their members, not for them."""
    deeds = [deed for deed in own.book.facts(own.as_of).deeds(own.of, "consent") if not deed.party.isupper()]
    found = [deed for deed in deeds if own.party in members(own.book, deed.party, own.as_of)]
    return [Reason(_through(deed), deed.acts, deed.on) for deed in found]


def _through(deed: Deed) -> str:
    return say(
        "its organisation {organisation} consented on {day}; "
        "what that binds its members to, the treaty or its law tells",
        organisation=deed.party,
        day=deed.on,
    )
