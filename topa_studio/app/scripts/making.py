"""The folder of a film that is made of a script, of boards or of pictures: whole, or none."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from topa_studio.app.films import FILM_FILE, NewFilm, free_folder, kept_name, names_in
from topa_studio.app.scripts.sources import DrawnSource, ScriptSource
from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.base.files import sync_folder, write_atomic
from topa_studio.base.yaml_reader import MAX_BYTES
from topa_studio.film.scripts.breakdown import USUAL, Breakdown, Choices
from topa_studio.film.scripts.writing import film_text
from topa_studio.model.status import reason_of

SCRIPTS = "script"
"""The folder in a film's own in which scripts lie as they were imported."""


@dataclass(frozen=True, slots=True)
class Making:
    """What a new film is made of.

    Attributes:
        practised: whether it is worked on with the practice service at first: pictures and clips
            lie there, too.
    """

    source: ScriptSource | DrawnSource
    choices: Choices = USUAL
    practised: bool = False

    def film(self) -> Breakdown:
        """What it becomes. Raises ProjectError: nothing."""
        return self.source.film(self.choices)


def make_in(inside: NewFilm, making: Making) -> Path:
    """Make the film in a folder of its own inside another; its scenario file. Blocks.

    Raises:
        StudioError: it cannot be made; nothing is left.
    """

    def land(staged: Path) -> Path:
        while True:
            folder = free_folder(inside.title, inside.inside, names_in(inside.inside))
            try:
                _land(staged, folder)
            except FileExistsError:
                continue  # another program was faster: the next number then
            return folder

    return _made(inside.inside, land, inside.title, inside.ratio, making)


def make_at(folder: Path, title: str, ratio: str, making: Making) -> Path:
    """Make the film's folder just there; its scenario file. Blocks.

    Raises:
        StudioError: something is there, or it cannot be made; nothing is left.
    """
    folder = Path(os.path.abspath(folder))
    if folder.name.casefold() == "scenario" or not folder.name:
        raise ProjectError("project.import-name", path=str(folder))
    if os.path.lexists(folder):
        raise ProjectError("project.import-exists", path=str(folder))

    def land(staged: Path) -> Path:
        try:
            _land(staged, folder)
        except FileExistsError as error:
            raise ProjectError("project.import-exists", path=str(folder)) from error
        return folder

    return _made(folder.parent, land, title, ratio, making)


def _land(staged: Path, folder: Path) -> None:
    """Give the finished folder its name. Raises FileExistsError: it is another's."""
    if os.path.lexists(folder):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    try:
        staged.rename(folder)
    except OSError as error:
        if error.errno in (errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder)) from error
        raise
    sync_folder(folder.parent)


def _made(
    above: Path, land: Callable[[Path], Path], title: str, ratio: str, making: Making
) -> Path:
    found = making.film()
    name, script = "", making.source
    if isinstance(script, ScriptSource):
        name = f"{SCRIPTS}/{kept_name(script.kept_name)}"
    text = film_text(found, title, ratio, name).encode()
    if len(text) > MAX_BYTES:
        raise ProjectError("project.import-too-large", limit=MAX_BYTES // 1_000_000)
    staged = above / f".new-{secrets.token_hex(6)}"
    try:
        above.mkdir(parents=True, exist_ok=True)
        staged.mkdir()
        try:
            if isinstance(script, ScriptSource):
                write_atomic(staged / name, script.kept_data)
            else:
                _lay_files(staged, script, practised=making.practised)
            write_atomic(staged / FILM_FILE, text)
            return land(staged) / FILM_FILE
        except BaseException:
            shutil.rmtree(staged, ignore_errors=True)
            raise
    except StudioError:
        raise
    except OSError as error:
        raise ProjectError("project.no-copy", path=str(above), reason=reason_of(error)) from error


def _lay_files(home: Path, drawn: DrawnSource, *, practised: bool) -> None:
    """Pictures as panels and clips as takes, where the film finds them."""
    from topa_studio.app.config import readable_config
    from topa_studio.app.project import layout_of
    from topa_studio.film.scripts.boards import CLIPS
    from topa_studio.pipeline.job import Kind
    from topa_studio.pipeline.takes.laid_down import lay_down

    scenario = home / FILM_FILE
    settings = readable_config(home, None, {})
    layouts = [layout_of(scenario, settings, practice=which) for which in (False, True)]
    for number, scene in enumerate(drawn.files, 1):
        for shot, file in enumerate(scene, 1):
            if file is not None:
                kind = Kind.CLIP if file.suffix.lower() in CLIPS else Kind.PANEL
                for layout in layouts[: 2 if practised else 1]:
                    lay_down(layout, kind, f"{number}__{shot}", file)
