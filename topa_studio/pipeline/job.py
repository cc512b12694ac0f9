"""One wish is one job: what is asked, how far it is, and which steps are allowed, in one table."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from topa_studio.model.request import DEFAULT_PROVIDER, Request
from topa_studio.model.status import Stage, Trouble
from topa_studio.model.wish import Kind, Variant, Wish

__all__ = ["Kind", "Wish"]


class State(StrEnum):
    """How far a job is, as it stands in the database.

    INTENT: wished, nothing sent. SENDING: the first byte leaves, the outcome is open.
    SUBMITTED: the service gave a task id. READY: finished there, not yet here. DONE: here.
    FAILED: a definite no. UNKNOWN: sent, and no answer: only the user may decide.
    DROPPED: given up before anything was sent, or left by the user.
    """

    INTENT = "intent"
    SENDING = "sending"
    SUBMITTED = "submitted"
    READY = "ready"
    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"
    DROPPED = "dropped"


ALLOWED: Mapping[State, frozenset[State]] = {
    State.INTENT: frozenset({State.SENDING, State.FAILED, State.DROPPED}),
    State.SENDING: frozenset(
        {State.SUBMITTED, State.FAILED, State.UNKNOWN, State.INTENT}
    ),  # back to INTENT: the service said "wait", so nothing was accepted
    State.SUBMITTED: frozenset({State.READY, State.FAILED}),
    State.READY: frozenset({State.DONE, State.READY, State.SUBMITTED}),
    State.UNKNOWN: frozenset({State.SUBMITTED, State.DROPPED}),
    State.DONE: frozenset(),
    State.FAILED: frozenset(),
    State.DROPPED: frozenset(),
}

OPEN = frozenset({State.INTENT, State.SENDING, State.SUBMITTED, State.READY, State.UNKNOWN})
PAID = frozenset({State.SUBMITTED, State.READY})

_STAGES: Mapping[State, Stage] = {
    State.INTENT: Stage.IN_LINE,
    State.SENDING: Stage.SENDING,
    State.SUBMITTED: Stage.DRAWING,
    State.READY: Stage.DOWNLOADING,
    State.DONE: Stage.MADE,
    State.FAILED: Stage.FAILED,
    State.UNKNOWN: Stage.NEEDS_YOU,
    State.DROPPED: Stage.NOT_MADE,
}


LEFT = "pipeline.left"
"""Code of a job that the user left although it may have been charged: it counts as spent."""
LEFT_FREE = "pipeline.left-free"
"""Code of a job that the user left and knows not to be charged."""


NO_FILE = "pipeline.no-file"
"""Code of a job that the service calls finished for minutes, and gives no file of."""
OTHERS_RESULT = "pipeline.others-result"
"""Code of a job whose task, by the service's own word, is another request's."""
HELD = frozenset({NO_FILE, OTHERS_RESULT})
"""Codes of jobs that are paid for and wait for the user to look again."""
CONTENT_REFUSED = "pipeline.content-refused"
"""Code of a job that the service does not draw as it is."""
SURE = "sure"
"""Word of a job's consent: the user takes the result, whatever the service says of it."""


class IllegalStep(Exception):
    """A job was asked to go where its state does not lead: a mistake of the program."""


@dataclass(frozen=True, slots=True)
class Job:
    """A stored job. Times are seconds since 1970; `request` is None for adopted older tasks.

    Attributes:
        estimate: credits it was expected to cost; `credits` what it did cost, once known.
        word: the service's own word for how far it is; not stored.
        run: the press or command it belongs to; "" for what is older.
        sent_with: picture's SHA-256 -> the URL that went out with the request.
        consent: what the user allowed beyond the guards, words of `Consent`; which variant it is.
        token: its name in the day's ledger; "" where it is in none.
        provider: who is asked for it.
    """

    id: int
    wish: Wish
    state: State
    request: Request | None
    digest: str
    path: str
    estimate: float | None
    created: float
    task_id: str = ""
    urls: tuple[str, ...] = ()
    credits: float | None = None
    trouble: Trouble | None = None
    sent: float = 0.0
    finished: float = 0.0
    word: str = ""
    run: str = ""
    sent_with: Mapping[str, str] = field(default_factory=dict)
    consent: str = ""
    token: str = ""
    provider: str = DEFAULT_PROVIDER

    @property
    def name(self) -> str:
        """For the log: "clip 1__2 3"."""
        return f"{self.wish.kind} {self.wish.key} {self.wish.number}"

    @property
    def variant(self) -> Variant | None:
        """Which of several that were wished at once it is; None: it was wished alone."""
        return Variant.in_words(self.consent)

    @property
    def stage(self) -> Stage:
        """The job's state in the words of the screen."""
        if self.is_held:
            return Stage.NEEDS_YOU
        waiting = {"waiting", "queuing", "pending", "queued"}
        if self.state is State.SUBMITTED and (self.word in waiting or not self.word):
            return Stage.IN_LINE
        return _STAGES[self.state]

    @property
    def is_held(self) -> bool:
        """Whether it is paid for, and nobody asks about it until the user has it looked at."""
        told = self.trouble is not None and self.trouble.code in HELD
        return self.state in PAID and told

    @property
    def is_coming(self) -> bool:
        """Whether it is paid for, and its result comes without the user."""
        return self.state in PAID and not self.is_held

    @property
    def needs_user(self) -> bool:
        """Whether only the user may decide what becomes of it."""
        return self.state is State.UNKNOWN or self.is_held

    @property
    def is_sent(self) -> bool:
        """Whether anything of it left this computer, so that it stands in line no more."""
        unsent = self.state is State.DROPPED and not self.was_left
        return not unsent and self.state is not State.INTENT

    @property
    def is_barred(self) -> bool:
        """Whether the very same request would only cost again: charged and failed, or refused."""
        refused = self.trouble is not None and self.trouble.code == CONTENT_REFUSED
        return self.state is State.FAILED and (refused or (self.credits or 0.0) > 0)

    @property
    def may_have_cost(self) -> bool:
        """Whether credits may be gone for it though there is no task: that counts as spent."""
        if self.state in (State.SENDING, State.UNKNOWN):
            return True
        left = self.trouble is not None and self.trouble.code == LEFT
        return self.state is State.DROPPED and left

    @property
    def is_in_vain(self) -> bool:
        """Whether it ended with nothing, and nothing of it can turn up any more."""
        return self.state is State.FAILED or (self.state is State.DROPPED and not self.was_left)

    @property
    def was_left(self) -> bool:
        """Whether the user left it without an answer: its task may still turn up."""
        code = "" if self.trouble is None else self.trouble.code
        return self.state is State.DROPPED and code in (LEFT, LEFT_FREE)

    def dropped(self) -> Job:
        """The job, given up before anything of it was sent."""
        return self.to(State.DROPPED, finished=time.time())

    def recalled(self) -> Job:
        """The job as it was before the user left it. Raises IllegalStep where they did not."""
        if not self.was_left:
            raise IllegalStep(f"job {self.id}: {self.state} was not left by the user")
        return replace(self, state=State.UNKNOWN, trouble=None)

    def to(self, state: State, **changes: object) -> Job:
        """The job one step further. Raises IllegalStep where the table has no such step."""
        if state not in ALLOWED[self.state]:
            raise IllegalStep(f"job {self.id}: {self.state} -> {state}")
        return replace(self, state=state, **changes)  # type: ignore[arg-type]
