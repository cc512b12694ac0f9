"""Asks before a film uses a folder or a picture outside its own folder; once for each film."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from topa_studio.app.elsewhere import remember
from topa_studio.app.opening import Opening, open_film
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import NotAllowed

translate = QCoreApplication.translate
_NAMED = 8


async def open_with_leave(
    parent: Callable[[], QWidget], scenario: Path, how: Opening
) -> ProjectSession:
    """Open a film; one whose results would lie outside its folder is asked about first.

    Raises:
        NotAllowed: the user did not allow it; nothing was written.
        ProjectError: the film cannot be opened.
    """
    try:
        return await open_film(scenario, how)
    except NotAllowed as error:
        if not await _folders_allowed(parent(), scenario, error.places):
            raise
        await asyncio.to_thread(remember, scenario, error.places)
    return await open_film(scenario, how)


async def pictures_allowed(window: QWidget, session: ProjectSession, keys: Sequence[str]) -> bool:
    """Whether the pictures that these shots name may be uploaded; asked for the whole film."""
    from topa_studio.ui.dialogs import confirm

    film, elsewhere = session.film, session.elsewhere
    pressed = [film.shot(key) for key in keys if film.has_shot(key)]
    if not await asyncio.to_thread(elsewhere.pictures, pressed):
        return True
    places = await asyncio.to_thread(elsewhere.pictures, film.shots())
    sure = await confirm(
        window,
        translate("Elsewhere", "Upload pictures from outside the film's folder?"),
        translate(
            "Elsewhere",
            "This film names these pictures, and they would be sent to the service:\n"
            "{places}\n\nIf the film came from somebody else and these are private, do not"
            " send them. You are asked once for this film.",
        ).format(places=_lines(places)),
        yes=translate("Elsewhere", "Upload them"),
        no=translate("Elsewhere", "Do not send"),
    )
    if sure:
        await asyncio.to_thread(elsewhere.allow, places)
    return sure


async def _folders_allowed(parent: QWidget, scenario: Path, places: Sequence[Path]) -> bool:
    from topa_studio.ui.dialogs import confirm

    return await confirm(
        parent,
        translate("Elsewhere", "Use folders outside the film's own?"),
        translate(
            "Elsewhere",
            "The settings of {film} put its results here:\n{places}\n\nIf the film came from"
            " somebody else, do not allow it: it could write among your own files. You are asked"
            " once for this film.",
        ).format(film=scenario.name, places=_lines(places)),
        yes=translate("Elsewhere", "Use these folders"),
        no=translate("Elsewhere", "Do not open"),
    )


def _lines(places: Sequence[Path]) -> str:
    more = len(places) - _NAMED
    lines = [str(place) for place in places[:_NAMED]]
    return "\n".join([*lines, f"(+{more})"] if more > 0 else lines)
