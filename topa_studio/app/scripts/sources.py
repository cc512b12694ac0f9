"""What a film can be made of: a script, boards, a folder of pictures or clips, or a film itself."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from topa_studio.app.films import film_in
from topa_studio.base.errors import MediaError, ProjectError
from topa_studio.base.regular import open_regular, read_regular
from topa_studio.film.scripts.boards import (
    CLIPS,
    OTHERS,
    PICTURES,
    Boards,
    drawn_film,
    natural,
    of_folder,
)
from topa_studio.film.scripts.breakdown import Breakdown, Choices, broken_down
from topa_studio.film.scripts.forms import name_for
from topa_studio.film.scripts.reading import MOST_BYTES, decoded, read_script
from topa_studio.film.scripts.script import Script
from topa_studio.film.scripts.storyboarder import IMAGES, SUFFIX, read_storyboarder
from topa_studio.model.status import reason_of

PASTED = "script.txt"
"""What a script is called that has no file."""
_TRIES = 3
_MOST_BOARD_BYTES = 32 * 1024 * 1024
_MOST_SCENES = 500
_FILMS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Reading:
    """In which form and encoding a script is read; "": as it looks."""

    form: str = ""
    encoding: str = ""


USUAL_READING = Reading()


@dataclass(frozen=True, slots=True)
class ScriptSource:
    """A script that was read; `data` are the bytes of its file, which is called `name`.

    Attributes:
        reading: what was said of how it is to be read.
    """

    name: str
    data: bytes
    script: Script
    reading: Reading = USUAL_READING

    def read_as(self, reading: Reading) -> ScriptSource:
        """The same file read in another way. Raises ProjectError: it is no text then."""
        how = reading.form, reading.encoding
        return ScriptSource(self.name, self.data, read_script(self.data, self.name, *how), reading)

    @property
    def kept_name(self) -> str:
        """The name under which its film keeps it: there it is read in the same form again."""
        return name_for(self.name, self.script.form, self.script.text)

    @property
    def kept_data(self) -> bytes:
        """The bytes that its film keeps: those of its file, unless they look like other letters."""
        chosen = self.reading.encoding
        if not chosen or chosen == decoded(self.data, self.name)[1]:
            return self.data
        text, _encoding = decoded(self.data, self.name, chosen)
        return text.encode("utf-8", "replace")

    def film(self, choices: Choices) -> Breakdown:
        """What it becomes. Raises ProjectError: there is nothing in it."""
        return broken_down(self.script, choices)


@dataclass(frozen=True, slots=True)
class DrawnSource:
    """Boards, or a folder of pictures or clips.

    Attributes:
        files: the file of each board, scene by scene; None: there is none.
        ratio: the format nearest to theirs; "" unknown.
        is_drawn: whether it comes from Storyboarder.
        left: names of pictures and clips of a kind that cannot be taken.
    """

    title: str
    scenes: tuple[Boards, ...]
    files: tuple[tuple[Path | None, ...], ...]
    ratio: str = ""
    is_drawn: bool = False
    left: tuple[str, ...] = ()

    def film(self, _choices: Choices) -> Breakdown:
        """What it becomes."""
        return drawn_film(self.title, self.scenes)

    @property
    def missing(self) -> int:
        """How many boards have no picture."""
        return sum(file is None for scene in self.files for file in scene)


@dataclass(frozen=True, slots=True)
class FilmSource:
    """A film, as the older pipeline and this program write it: it is opened as it is."""

    scenario: Path


Source = ScriptSource | DrawnSource | FilmSource


def script_source(path: Path) -> ScriptSource:
    """The script in a file. Blocks.

    Raises:
        ProjectError: it cannot be read, is none, or changes while it is read.
    """
    data = _steady(path, MOST_BYTES)
    return ScriptSource(path.name, data, read_script(data, path.name))


def pasted(text: str, name: str = PASTED, form: str = "") -> ScriptSource:
    """A script that was typed or pasted. Raises ProjectError."""
    data = text.encode("utf-8", "replace")
    return ScriptSource(name, data, read_script(data, name, form), Reading(form))


def source_at(path: Path) -> Source:
    """What is at a path. Blocks.

    Raises:
        ProjectError: nothing that a film can be made of.
    """
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        raise ProjectError("project.unreadable", path=str(path), reason=reason) from error
    if is_folder:
        return _folder(path)
    suffix = path.suffix.lower()
    if suffix == SUFFIX:
        return _drawn((path,), path.stem)
    if suffix in _FILMS:
        return FilmSource(path)
    if suffix in (*PICTURES, *CLIPS):
        return _pictures(path.stem, path.parent, [path.name])
    return script_source(path)


def _steady(path: Path, most: int) -> bytes:
    """The bytes of a file that no one writes to meanwhile."""
    try:
        for _try in range(_TRIES):
            with open_regular(path) as file:
                before = os.fstat(file.fileno())
                data = file.read(most + 1)
                after = os.fstat(file.fileno())
            if len(data) > most:
                raise ProjectError(
                    "project.script-too-large", path=path.name, limit=most // 1_000_000
                )
            same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
            if same and len(data) == after.st_size:
                return data
    except OSError as error:
        raise ProjectError("project.unreadable", path=str(path), reason=reason_of(error)) from error
    raise ProjectError("project.script-changing", path=str(path))


def _folder(folder: Path) -> Source:
    try:
        return FilmSource(film_in(folder))
    except ProjectError as error:
        if error.code != "project.no-film-in":
            raise
    try:
        names = sorted(os.listdir(folder), key=natural)
    except OSError as error:
        raise ProjectError(
            "project.unreadable", path=str(folder), reason=reason_of(error)
        ) from error
    drawn = [folder / name for name in names if name.lower().endswith(SUFFIX)]
    drawn = drawn or sorted(folder.glob(f"storyboards/*/*{SUFFIX}"), key=lambda p: natural(str(p)))
    if drawn:
        return _drawn(tuple(drawn[:_MOST_SCENES]), folder.name)
    return _pictures(folder.name, folder, names)


def _pictures(title: str, folder: Path, names: list[str]) -> DrawnSource:
    listed = of_folder("", (name for name in names if (folder / name).is_file()))
    if not listed.boards:
        raise ProjectError("project.nothing-to-import", path=str(folder))
    made = (replace(b, seconds=_seconds(folder / b.files[0])) for b in listed.boards)
    boards = replace(listed, boards=tuple(made))
    files = tuple(folder / board.files[0] for board in boards.boards)
    left = tuple(name for name in names if name.lower().endswith(OTHERS))
    return DrawnSource(title, (boards,), (files,), left=left)


def _seconds(file: Path) -> float | None:
    """How long a clip is; None: it is none, or cannot be read."""
    if file.suffix.lower() not in CLIPS:
        return None
    from topa_studio.media.probe import probe

    try:
        return probe(file).seconds or None
    except MediaError:
        return None


def _drawn(files: tuple[Path, ...], title: str) -> DrawnSource:
    scenes, found = [], []
    for file in files:
        try:
            data = read_regular(file, _MOST_BOARD_BYTES)
        except OSError as error:
            raise ProjectError(
                "project.unreadable", path=str(file), reason=reason_of(error)
            ) from error
        scene = read_storyboarder(data, file.stem if len(files) > 1 else "", file.name)
        scenes.append(scene)
        found.append(tuple(_picture(file.parent / IMAGES, board.files) for board in scene.boards))
    if not any(scene.boards for scene in scenes):
        raise ProjectError("project.nothing-to-import", path=str(files[0]))
    ratio = next((scene.ratio for scene in scenes if scene.ratio), "")
    return DrawnSource(title, tuple(scenes), tuple(found), ratio, is_drawn=True)


def _picture(images: Path, names: tuple[str, ...]) -> Path | None:
    return next((images / name for name in names if (images / name).is_file()), None)
