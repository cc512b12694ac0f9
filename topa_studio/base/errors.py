"""Every error of the core is a code with parameters; only the fronts put it into words.

StudioError
├── DocumentError     the scenario file, or an edit of it
├── ProjectError      the film's folder, its lock, its settings
│   ├── NotProven         it may be so: ask the user, and go on if they are sure
│   └── NotAllowed        a place outside the film's folder: ask the user first
├── ProviderError     the service that generates
│   ├── NotSent           nothing left this machine: safe to try again
│   ├── Refused           a definite no, nothing charged
│   ├── Throttled         wait, then try again
│   └── OutcomeUnknown    it may have been accepted: never sent again by itself
└── MediaError        a clip or picture that cannot be read or made
"""

from __future__ import annotations

from pathlib import Path

from topa_studio.base.words import say


class StudioError(Exception):
    """A failure the user is told about: `code` names it, `params` fill its sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return say(self.code, self.params)


class DocumentError(StudioError):
    """The scenario cannot be read, or an edit of it is refused; the text is untouched."""


class ProjectError(StudioError):
    """The film's folder, lock or settings do not allow what was asked."""


class NotProven(ProjectError):
    """What was asked may be right, but only the user can say: ask, then do it with `sure`."""


class NotAllowed(ProjectError):
    """A film names `places` outside its own folder, and only the user can say that it may."""

    def __init__(self, code: str, places: tuple[Path, ...], **params: object) -> None:
        super().__init__(code, **params)
        self.places = places


class MediaError(StudioError):
    """A clip or picture cannot be read or made."""


class ProviderError(StudioError):
    """The service that generates did not do what was asked."""


class NotSent(ProviderError):
    """Nothing of the request left this machine, so it may be tried again."""


class Refused(ProviderError):
    """The service said no before it charged; `stops_queue` where every request would be refused."""

    def __init__(self, code: str, *, stops_queue: bool = False, **params: object) -> None:
        super().__init__(code, **params)
        self.stops_queue = stops_queue


class Throttled(ProviderError):
    """The service asks to wait `retry_after` seconds (None: it did not say how long)."""

    def __init__(self, code: str, *, retry_after: float | None = None, **params: object) -> None:
        super().__init__(code, **params)
        self.retry_after = retry_after


class OutcomeUnknown(ProviderError):
    """The request may have been accepted and charged; only a person may send it again."""
