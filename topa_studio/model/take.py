"""What came back, or was brought: takes of a shot, panels, an element's reference images."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.model.marks import NO_MARKS, Marks
from topa_studio.model.request import DEFAULT_PROVIDER

OWN_FILE = "file"
"""The origin of a take that the user brought as a file of their own."""


@dataclass(frozen=True, slots=True)
class Take:
    """One clip of a shot, or one panel.

    Attributes:
        number: from 1, never used twice for one shot.
        path: relative to the film's home, forward slashes.
        digest: the digest of the request that made it; "" where it is not known (older folders).
        credits: what it cost; None where the service did not say.
        flags: codes of what differs from what was asked ("media.length-differs", ...).
        start, seconds: the part of the file that is this shot, for one file a scene; seconds 0:
            the whole file.
        made_at: seconds since 1970.
        origin: `OWN_FILE` where nobody generated it, so that it cost nothing; else "".
        marks: what the user says of it.
        provider: who made it, and is asked for it again.
    """

    number: int
    path: str
    digest: str = ""
    task_id: str = ""
    credits: float | None = None
    sha256: str = ""
    flags: tuple[str, ...] = ()
    start: float = 0.0
    seconds: float = 0.0
    made_at: float = 0.0
    origin: str = ""
    marks: Marks = NO_MARKS
    provider: str = DEFAULT_PROVIDER

    @property
    def is_own(self) -> bool:
        """Whether it is a file of the user's own."""
        return self.origin == OWN_FILE
