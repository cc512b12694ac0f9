"""Whether anything new may be sent: a pause of the user, or a trouble every request would meet."""

from __future__ import annotations

import asyncio
import logging

from topa_studio.base.errors import StudioError
from topa_studio.base.signal import Signal
from topa_studio.base.words import say
from topa_studio.model.status import Trouble
from topa_studio.pipeline.sending.ending import JobStopped

log = logging.getLogger(__name__)


class Gate:
    """Open or closed; where nobody can open it again, a stop is for good.

    A hold is a short stop of its own, beside a pause of the user: it ends by itself.

    Signals:
        stopped: nothing more is sent, because every request would meet the same trouble (no
            credits, no key, a disk that takes no task id).
    """

    def __init__(self, *, unattended: bool) -> None:
        self.stopped: Signal[Trouble] = Signal()
        self._unattended = unattended
        self._open = asyncio.Event()
        self._open.set()
        self._stop: Trouble | None = None
        self._hold: Trouble | None = None
        self._told: Trouble | None = None
        self._free = asyncio.Event()
        self._free.set()

    @property
    def paused(self) -> bool:
        """Whether nothing new is sent until somebody presses Continue."""
        return not self._open.is_set()

    @property
    def why(self) -> Trouble | None:
        """The trouble that stopped it; None where nothing did, or the user paused."""
        return self._stop

    @property
    def holds(self) -> Trouble | None:
        """Why it is held for a while, until that is over by itself; None where it is not."""
        return self._hold

    @property
    def waits(self) -> Trouble | None:
        """Why nothing new is sent at this moment; None where it is."""
        if self._stop is not None:
            return self._stop
        return Trouble("pipeline.paused") if self.paused else self._hold

    @property
    def is_held(self) -> bool:
        """Whether nothing new is sent."""
        return self.paused or self.is_over or self._hold is not None

    @property
    def is_over(self) -> bool:
        """Whether nothing will be sent any more, since nobody can press Continue."""
        return self._unattended and self._stop is not None

    def pause(self) -> None:
        """Send nothing new; what was sent is still watched."""
        self._open.clear()

    def resume(self) -> None:
        """Send again."""
        self._stop = None
        self._open.set()

    def stop(self, error: StudioError) -> None:
        """Every request would meet this trouble; it is told once."""
        log.info("nothing more is sent: %s", error)
        before, self._stop = self._stop, Trouble(error.code, error.params)
        if self._unattended:
            self.let_go()
        else:
            self.pause()
        if before != self._stop:
            self.stopped.emit(self._stop)

    def hold(self, why: Trouble) -> None:
        """Send nothing new until `let_go`: it ends by itself, without the user."""
        log.info("wait: %s", say(why.code, why.params))
        self._hold = why
        self._free.clear()

    def tell_hold(self) -> None:
        """The hold lasts: tell it, once."""
        if self._hold is not None and self._hold != self._told:
            self._told = self._hold
            self.stopped.emit(self._hold)

    def let_go(self) -> None:
        """The hold is over."""
        if self._hold is not None:
            log.info("it goes on")
        self._hold = self._told = None
        self._free.set()

    async def opened(self) -> None:
        """Wait while paused or held. Raises JobStopped where nobody can go on."""
        while self.is_held:
            if self._unattended and self._stop is not None:
                raise JobStopped(self._stop.code, **self._stop.params)
            await self._open.wait()
            await self._free.wait()
