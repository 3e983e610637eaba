"""One party's own acts on one instrument, as of a day: what its standing is decided from.

A state that continues another is the same person: what was done under the old code is its own act. A notice of
withdrawal that was taken back in time is none (VCLT, art. 68).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from servanda.acts import Act
from servanda.acts.consent import Denounce, Resume, SuspendOperation
from servanda.acts.membership import Revoke
from servanda.book import Book, Event
from servanda.law.facts import Deed, DeedKind
from servanda.law.reasons import Reason
from servanda.status.force import Force
from servanda.status.matter import Matter
from servanda.status.notices import Effect, effect_of
from servanda.status.standing import Answer
from servanda.status.succession import persons

A = TypeVar("A", bound=Act)


@dataclass(frozen=True)
class Own:
    """One party's deeds on one instrument; `asking` are the questions that led here, so that none asks itself."""

    book: Book
    of: str
    party: str
    as_of: date
    testimony: bool
    decide: Callable[[Own], Answer]
    asking: tuple[tuple[str, str], ...] = ()
    shared: Matter | None = None

    @cached_property
    def matter(self) -> Matter:
        """The instrument as of the day, shared with the other parties where these are asked about, too."""
        return self.shared or Matter(self.book, self.of, self.as_of, self.testimony)

    @cached_property
    def persons(self) -> tuple[str, ...]:
        """The codes under which the party acted: its own, and those of the states that it continues."""
        return persons(self.matter.links, self.party)

    @cached_property
    def force(self) -> Force:
        """The force of the instrument."""
        return self.matter.force

    def events(self, kind: type[A]) -> list[Event]:
        """Its events of a kind that are surely done, by day."""
        return self.matter.events(kind, self.persons)

    def acts(self, kind: type[A]) -> list[tuple[A, Event]]:
        """Its acts of a kind with their events, by day."""
        return [(event.act, event) for event in self.events(kind) if isinstance(event.act, kind)]

    def deeds(self, kind: DeedKind) -> list[Deed]:
        """Its deeds of a kind that may be done, by day."""
        return self.matter.deeds(kind, self.persons)

    def last(self, kind: DeedKind) -> Deed | None:
        """Its latest deed of a kind."""
        return next(reversed(self.deeds(kind)), None)

    @cached_property
    def notices(self) -> tuple[Event, ...]:
        """Its notices of denunciation, whole or in part, that were not taken back in time."""
        done = [event for event in self.book.events(Denounce, self.of) if event.on.maybe_by(self.as_of)]
        standing = [event for event in done if event.party in self.persons]
        for back in self.events(Revoke):
            earlier = [event for event in standing if event.on <= back.on]
            if earlier and self._in_time(earlier[-1], back):
                standing.remove(earlier[-1])
        return tuple(event for event in standing if not self.effect(event).premature)

    def _in_time(self, notice: Event, back: Event) -> bool:
        """A notice can be taken back until it takes effect; where the day of effect is not told, it is not judged."""
        effect = self.effect(notice)
        return not (notice.act.effective or effect.reasons) or back.on.first <= effect.on.last

    def effect(self, notice: Event) -> Effect:
        """When a notice takes effect, by the clause and by what it says itself."""
        deed = Deed(notice.party, notice.on, "denounce", notice.ids, notice.act.effective)
        return effect_of(self.book, self.of, deed, self.force.since)

    @cached_property
    def notice(self) -> Deed | None:
        """Its latest notice to leave the whole instrument, with the day on which that takes effect."""
        last = self.leaving
        return Deed(last.party, last.on, "denounce", last.ids, self.effect(last).on) if last else None

    @cached_property
    def leaving(self) -> Event | None:
        """The event of its latest notice to leave the whole instrument."""
        whole = [event for event in self.notices if isinstance(event.act, Denounce) and not event.act.part]
        return whole[-1] if whole else None

    @cached_property
    def premature(self) -> tuple[Reason, ...]:
        """Why a notice of its was none: it was given before the clause allows one."""
        done = [event for event in self.book.events(Denounce, self.of, self.as_of) if event.party in self.persons]
        return tuple(reason for effect in map(self.effect, done) if effect.premature for reason in effect.reasons[:1])

    @cached_property
    def consent(self) -> Deed | None:
        """Its consent: the earliest since it last gave notice, else its latest before."""
        return self.consent_after(self.notice) or self.first_consent

    @cached_property
    def first_consent(self) -> Deed | None:
        """Its consent before its latest notice: the earliest since the notice before that."""
        ends = [event.on for event in self.notices if isinstance(event.act, Denounce) and not event.act.part][:-1]
        before = [deed for deed in self.deeds("consent") if self.notice is None or deed.on <= self.notice.on]
        latest = [deed for deed in before if not ends or deed.on > ends[-1]]
        return next(iter(latest or before[-1:]), None)

    def consent_after(self, notice: Deed | None) -> Deed | None:
        """Its earliest consent after a notice: it came back."""
        if notice is None:
            return None
        return next((deed for deed in self.deeds("consent") if deed.on > notice.on), None)

    @cached_property
    def rests(self) -> tuple[Event, ...]:
        """Its suspensions and resumptions; those before it left and came back are over."""
        came_back = self.consent_after(self.notice)
        done = [*self.events(SuspendOperation), *self.events(Resume)]
        return tuple(event for event in done if came_back is None or event.on >= came_back.on)

    def ask(self, *, of: str = "", party: str = "", as_of: date | None = None) -> Answer | None:
        """The same question about another instrument, party or day; None where it is being asked already."""
        key = (of or self.of, party or self.party)
        if key in self.asking or (key == (self.of, self.party) and as_of is None):
            return None
        here = (self.of, self.party)
        day, asking = as_of or self.as_of, (*self.asking, here)
        shared = self.matter if (key[0], day) == (self.of, self.as_of) else None
        other = Own(self.book, key[0], key[1], day, self.testimony, self.decide, asking, shared)
        return self.decide(other)
