"""What the process that encodes is told: all it needs, so that it opens nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from topa_studio.base.errors import MediaError
from topa_studio.base.words import fill
from topa_studio.film.export.plan import Plan


class Asked(Protocol):
    """What the process that writes is told, of whatever kind."""

    @property
    def targets(self) -> tuple[Path, ...]:
        """All files that are written."""
        ...

    @property
    def frames(self) -> int:
        """How far it is told to be at its end."""
        ...

    @property
    def writer(self) -> str:
        """The module whose `write` takes it; it knows requests, so that these cannot know it."""
        ...


@dataclass(frozen=True)
class Request:
    """One export, worked out.

    Attributes:
        target: the file that is written; another name than it has in the end.
        files: where the film's files lie, by their path relative to its home.
        faces: pictures of elements by their names, for slates.
        words: sentences of codes in the user's language, for what a slate says of a broken file.
    """

    plan: Plan
    target: Path
    files: Mapping[str, Path]
    faces: Mapping[str, Path] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def targets(self) -> tuple[Path, ...]:
        """All files that are written."""
        return (self.target,)

    @property
    def frames(self) -> int:
        """How many pictures are written."""
        return self.plan.frames

    @property
    def writer(self) -> str:
        """See `Asked`."""
        return "topa_studio.film.export.movie"

    def file(self, relative: str) -> Path:
        """Where a file of the film lies; for one that may not be read, where none is."""
        return self.files.get(relative) or self.target.with_name(f"{self.target.name}.none")

    def face(self, name: str) -> Path | None:
        """The picture of an element; None: there is none."""
        return self.faces.get(name)

    def say(self, error: MediaError) -> str:
        """What is wrong with a file."""
        template = self.words.get(error.code)
        return str(error) if template is None else fill(template, error.code, error.params, _as_is)


@dataclass(frozen=True)
class Work:
    """Requests that are written one after the other.

    Attributes:
        beside: files that go too where whoever asked is gone.
        folders: those that were made for all this; they go then, if they are empty.
    """

    requests: tuple[Asked, ...]
    beside: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()


def _as_is(code: str, _params: Mapping[str, object]) -> str:
    return code
