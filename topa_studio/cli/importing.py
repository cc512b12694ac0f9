"""`import`: a film out of a script, boards or pictures; a script that is brought in again."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from topa_studio.app.films import RATIOS
from topa_studio.app.opening import Opening
from topa_studio.app.scripts.coming import bring, look
from topa_studio.app.scripts.making import Making, make_at
from topa_studio.app.scripts.sources import DrawnSource, FilmSource, ScriptSource, source_at
from topa_studio.base.errors import ProjectError
from topa_studio.cli.ending import MADE, NOT_ALL, unfinished
from topa_studio.cli.film import opened, run
from topa_studio.cli.printing import tell
from topa_studio.cli.work import Common
from topa_studio.film.scripts.breakdown import Breakdown, Choices
from topa_studio.film.scripts.changes import Change

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
            tell(f"  {number}.{place}  {shot.lasts:g} s  {_short(words)}")
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
    minutes, seconds = divmod(round(film.seconds), 60)
    scenes, shots = _count(len(film.scenes), "scene"), _count(film.count, "shot")
    return f"{scenes}, {shots}, {minutes}:{seconds:02}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def import_again(common: Common, file: str, scenario: str, *, dry_run: bool, sure: bool) -> int:
    """Bring what changed in a script into its film; 1 where words changed by hand are kept."""

    async def work() -> int:
        how = Opening(
            what="import",
            must_write=not dry_run,
            look_only=dry_run,
            allow_outside=common.allow_outside,
        )
        async with opened(Path(scenario), how) as session:
            coming = await look(session, Path(file))
            again = coming.again
            for change in again.changes:
                tell(told(change))
            kept = NOT_ALL if any(change.what == "kept" for change in again.changes) else MADE
            if not again.edits:
                tell("Nothing to bring: the film says what the script says.")
                return kept
            if not again.brings:
                tell("Only the places of shots in the script change.")
            if dry_run:
                return kept
            if not (sure or _agreed()):
                return NOT_ALL
            await bring(session, coming, f"Script {coming.source.name}")
            await session.save()
            return kept

    return run(work)


def _agreed() -> bool:
    """Ask; where nobody is there to answer nothing is brought."""
    if not sys.stdin.isatty():
        raise ProjectError("project.import-unasked")
    return click.confirm("Bring this into the film?")


def told(change: Change) -> str:
    """A change as one line."""
    of = " ".join(filter(None, (change.of, change.number)))
    what = f"{change.what:8}{of}"
    if change.what == "kept":
        says = (
            f"; the script says: {_short(change.after)}" if change.after else "; gone in the script"
        )
        return f"{what}  changed by hand: {_short(change.before)}{says}"
    fields = f" ({', '.join(change.fields)})" if change.fields else ""
    words = " -> ".join(filter(None, (_short(change.before), _short(change.after))))
    return f"{what}{fields}  {words}"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
