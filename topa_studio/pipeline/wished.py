"""What stands in line or is worked on now, in memory: since when, why it waits, how it ended."""

from __future__ import annotations

import logging
import time

from topa_studio.base.signal import Signal
from topa_studio.base.words import say
from topa_studio.model.status import Trouble
from topa_studio.pipeline.job import Kind, Wish

log = logging.getLogger(__name__)
Subject = tuple[Kind, str]
"""What a change is about: an element (VIEW) or a shot (PANEL, CLIP), by key."""


class Wished:
    """What flows are about, before and between their jobs.

    Signals:
        changed: the subject of which something changed.
    """

    def __init__(self) -> None:
        self.changed: Signal[Subject] = Signal()
        self._waiting: dict[Subject, float] = {}
        self._variants: dict[Subject, int] = {}
        self._because: dict[Subject, dict[int, Trouble]] = {}
        self._trouble: dict[Subject, Trouble] = {}

    def wait(self, subject: Subject, variants: int = 0) -> None:
        """The subject is wished and stands in line; see `Wish` for its variants."""
        self._waiting[subject] = time.time()
        self._variants[subject] = variants
        kind, key = subject
        for each in (Kind.PANEL, Kind.CLIP) if kind is Kind.CLIP else (kind,):
            self._trouble.pop((each, key), None)
        self.changed.emit(subject)

    def end_wait(self, subject: Subject, trouble: Trouble | None = None) -> None:
        """The flow for the subject is over; `trouble` says why without a result."""
        self._waiting.pop(subject, None)
        self._variants.pop(subject, None)
        self._because.pop(subject, None)
        if trouble is not None:
            self._trouble[subject] = trouble
        self.changed.emit(subject)

    def waiting_since(self, subject: Subject) -> float | None:
        """Since when the subject stands in line (seconds since 1970); None: it does not."""
        return self._waiting.get(subject)

    def variants(self, subject: Subject) -> int:
        """How many variants of a subject are wished at once; 0: it is wished alone, or not."""
        return self._variants.get(subject, 0)

    def waiting(self) -> tuple[Subject, ...]:
        """All subjects in line, in the order they were wished; a clip's panel goes with it."""
        clips = {key for kind, key in self._waiting if kind is Kind.CLIP}
        return tuple(s for s in self._waiting if s[0] is not Kind.PANEL or s[1] not in clips)

    def because(self, wish: Wish, why: Trouble | None) -> None:
        """Why the flow of a wish waits at this moment; None: it does not."""
        subject = wish.subject
        reasons = self._because.setdefault(subject, {})
        if why is not None:
            log.debug("wait: %s: %s", wish.key, say(why.code, why.params))
            reasons[wish.number] = why
        else:
            reasons.pop(wish.number, None)
        self.changed.emit(subject)

    def waits_for(self, subject: Subject) -> Trouble | None:
        """Why the flow of a subject waits; None where nothing is known."""
        return next(reversed(self._because.get(subject, {}).values()), None)

    def to_front(self, subject: Subject) -> None:
        """The subject stands first in line."""
        if subject in self._waiting:
            self._waiting = {subject: self._waiting.pop(subject), **self._waiting}
            self.changed.emit(subject)

    def trouble(self, subject: Subject) -> Trouble | None:
        """Why the last flow for the subject ended without a result."""
        return self._trouble.get(subject)

    def troubled(self) -> tuple[Subject, ...]:
        """All subjects whose last flow ended without a result."""
        return tuple(self._trouble)

    def calm(self, subject: Subject) -> None:
        """What the last flow of a subject ended with does not count any more."""
        if self._trouble.pop(subject, None) is not None:
            self.changed.emit(subject)
