"""`import`: a film out of a script, boards or pictures; a script that is brought in again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from topa_studio.app.films import RATIOS
from topa_studio.app.scripts.making import Making, make_at
from topa_studio.app.scripts.sources import DrawnSource, FilmSource, ScriptSource, source_at
from topa_studio.base.errors import ProjectError
from topa_studio.cli.ending import MADE, NOT_ALL, unfinished
from topa_studio.cli.printing import tell
from topa_studio.cli.work import Common
from topa_studio.film.scripts.breakdown import Breakdown, Choices

_SHOWN = 72


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command says of the film."""

    each: str
    title: str | None
    ratio: str | None
    characters: bool
    places: bool
    captions: bool
    made: tuple[str, ...]
    plain: tuple[str, ...]

    @property
    def choices(self) -> Choices:
        """The choices about a script."""
        found = Choices(self.each, self.characters, self.places, captions=self.captions)
        for name in self.made:
            found = found.with_made(name)
        for name in self.plain:
            found = found.with_plain(name)
        return found


def import_film(file: str, folder: str | None, wanted: Wanted, *, dry_run: bool) -> int:
    """Make a film's folder of what is at `file`; 1 where pictures are missing or left out."""
    if folder is None and not dry_run:
        raise ProjectError("project.import-where")
    with unfinished():
        source = source_at(Path(file))
        if isinstance(source, FilmSource):
            raise ProjectError("project.import-is-film", path=str(source.scenario))
        making = Making(source, wanted.choices)
        film = making.film()
        title = wanted.title or film.title or Path(file).stem
        ratio = wanted.ratio or (source.ratio if isinstance(source, DrawnSource) else "")
        _show(film, title, source)
        if folder is None or dry_run:
            return MADE
        scenario = make_at(Path(folder), title, ratio or RATIOS[0], making)
        tell(f"{scenario}: {_amount(film)}")
    return NOT_ALL if isinstance(source, DrawnSource) and (source.missing or source.left) else MADE


def _show(film: Breakdown, title: str, source: ScriptSource | DrawnSource) -> None:
    tell(title)
    for number, scene in enumerate(film.scenes, 1):
        tell(f"{number}  {scene.title or '-'}  ({_count(len(scene.shots), 'shot')})")
        for place, shot in enumerate(scene.shots, 1):
            words = shot.prompt or shot.title
            short = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
            tell(f"  {number}.{place}  {shot.seconds} s  {short}")
    if film.elements:
        tell("Elements: " + ", ".join(f"@{one.name} {one.shots}" for one in film.elements))
    if film.left:
        tell("Plain words: " + ", ".join(f"{one.name} {one.shots}" for one in film.left))
    if isinstance(source, ScriptSource) and source.script.encoding != "utf-8":
        tell(f"The file was read as {source.script.encoding}. Look whether its letters are right.")
    if isinstance(source, DrawnSource):
        if source.missing:
            tell(f"{_count(source.missing, 'board')} without a picture", err=True)
        _tell_left(source.left)


def _tell_left(names: Iterable[str]) -> None:
    for name in names:
        tell(f"left out, of a kind that cannot be taken: {name}", err=True)


def _amount(film: Breakdown) -> str:
    minutes, seconds = divmod(film.seconds, 60)
    scenes, shots = _count(len(film.scenes), "scene"), _count(film.count, "shot")
    return f"{scenes}, {shots}, {minutes}:{seconds:02}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def import_again(common: Common, file: str, scenario: str, *, dry_run: bool, sure: bool) -> int:
    """Bring what changed in a script into its film."""
    raise ProjectError("project.no-script", path=file)
