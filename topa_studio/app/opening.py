"""Opening a film: folder, settings, lock, practice service and provider become one session."""

from __future__ import annotations

from pathlib import Path

from topa_studio.app.session import ProjectSession


async def open_film(
    scenario: Path, *, practice: bool, config: Path | None = None
) -> ProjectSession:
    """Open a scenario file for editing and generating; call `aclose` on the session at the end.

    A film that another process holds opens read-only. File work runs off the loop.

    Raises:
        ProjectError: the file or its settings cannot be used.
    """
    raise NotImplementedError


def sample_copy() -> Path:
    """The user's own copy of the sample film (made at the first call): its scenario file."""
    raise NotImplementedError


def new_film(scenario: Path) -> Path:
    """Write a new film with one empty scene and shot to `scenario`. Raises ProjectError."""
    raise NotImplementedError
