"""What a provider is to the rest of the program; KIE is one, a test double may be another."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from topa_studio.model.request import Request


class TaskState(StrEnum):
    """Where a task of the service stands; an unknown word of the service counts as drawing."""

    WAITING = "waiting"
    DRAWING = "drawing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TaskReport:
    """One answer about a task.

    Attributes:
        word: the service's own word for its state, shown literally.
        urls: result URLs; may be empty although DONE (finished without a result).
        credits: what it cost; None where the service does not say.
        fail_code, fail_text: the service's reason, where FAILED.
        echo: the request as the service stored it, where it tells.
        seconds: how long the service worked.
        created: when the service took the task, seconds since 1970; None where it does not say.
        other: the task that the answer names, where it is not the one that was asked about.
    """

    task_id: str
    state: TaskState
    word: str = ""
    urls: tuple[str, ...] = ()
    credits: float | None = None
    fail_code: str = ""
    fail_text: str = ""
    echo: Mapping[str, Any] = field(default_factory=dict)
    seconds: float | None = None
    created: float | None = None
    other: str = ""


Progress = Callable[[int, int | None], None]
"""Called with bytes so far and bytes in all (None: not told)."""


Sending = Callable[[], Awaitable[None]]
"""Awaited after the connection stands and before the first byte leaves; if it raises, none does."""


class Provider(Protocol):
    """The service that generates. Errors are `base.errors.ProviderError`s, never httpx's.

    `submit` is never retried inside: it raises NotSent, Refused, Throttled or OutcomeUnknown.
    What `sending` raises comes out of `submit` as it is, and nothing was sent.

    Whatever it is paid in: every amount here is in credits, at the rate of its `Service`. Task ids
    are unique over all providers: each but KIE puts its own name ahead, "coins:17".

    Attributes:
        upload_origin: where its uploads are, told from every other place.
        upload_seconds: for how long an upload may be used again.
    """

    upload_origin: str
    upload_seconds: float

    async def submit(self, request: Request, urls: Mapping[str, str], sending: Sending) -> str:
        """Send `request`; `urls` maps each local picture's sha256 to its uploaded URL.

        Returns the task id.
        """
        ...

    async def report(self, task_id: str) -> TaskReport:
        """Ask about a task. Retried inside on passing faults.

        Never says FAILED unless the service's state does. The task stays known whatever is raised,
        and is to be asked about again later.

        Raises:
            Refused: the key is not taken (`stops_queue`); it says nothing about the task.
            ProviderError: the answer tells nothing, or there was none.
        """
        ...

    def matches(self, report: TaskReport, request: Request, urls: Mapping[str, str]) -> bool:
        """Whether a task is the one `request` made, by the report's echo; False without one.

        Args:
            urls: sha256 of each local picture -> the URL it was sent with; one that is not in it
                fits any.
        """
        ...

    def contradicts(self, report: TaskReport, request: Request, urls: Mapping[str, str]) -> bool:
        """Whether a report's echo can only be another request's; False without one."""
        ...

    async def upload(self, path: Path, name: str) -> str:
        """Upload a local file under a unique `name`; returns its URL. Retried inside."""
        ...

    async def fetch(self, url: str, target: Path, progress: Progress) -> None:
        """Download a result to `target`, whole or not at all.

        What has come of it stays in `<target>.part` after a failure, and the next fetch of the
        same address goes on from there.

        Raises:
            ProviderError: it could not be fetched; ask for the task's URLs again.
            OSError: the disk.
        """
        ...

    async def balance(self) -> float:
        """Credits left on the account; free."""
        ...

    async def aclose(self) -> None:
        """Let go of connections."""
        ...
