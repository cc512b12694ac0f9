"""A cut that comes back from an editing program: what it would change, and that as one step."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from topa_studio.app.session import DocumentChange, ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.base.regular import read_regular
from topa_studio.film.composition import Composition
from topa_studio.film.interchange.assembling import Facts, Places, assembled, supplies
from topa_studio.film.interchange.conforming import Conforming, conformed, doubling
from topa_studio.film.interchange.formats import kind_of, read
from topa_studio.film.interchange.laid import Change, Reading, laid_beside
from topa_studio.film.interchange.losses import ENDINGS
from topa_studio.film.interchange.manifest import (
    ENDING,
    Exported,
    Manifest,
    before_any_export,
    is_marked,
    manifest_path,
    read_manifest,
)
from topa_studio.film.interchange.manifest import MOST_BYTES as MOST_MANIFEST
from topa_studio.film.interchange.matching import Matcher, names_of_file
from topa_studio.film.interchange.names import stems_of
from topa_studio.film.interchange.returned import MOST_BYTES, Piece, Returned
from topa_studio.film.ladder import Source
from topa_studio.model.marks import TakeRef
from topa_studio.model.rate import MOST_SECONDS, frame_of
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Trouble, reason_of

SUFFIXES = tuple(ENDINGS.values())
"""How names of such files end, for a drop on the window."""

_MOST_MANIFESTS = 50


@dataclass(frozen=True)
class CameBack:
    """A cut laid beside the film.

    Attributes:
        changes: what it would change, shot by shot; () for nothing.
        left: what is left alone, and why.
        unmatched: names of its clips that are no shot of this film.
        film: the film that it was laid beside.
        has_manifest: whether it was known what was exported; else the film as it is was compared.
    """

    path: Path
    kind: str
    conforming: Conforming
    left: tuple[Trouble, ...]
    unmatched: tuple[str, ...]
    film: Scenario
    has_manifest: bool

    @property
    def changes(self) -> tuple[Change, ...]:
        """What it would change."""
        return self.conforming.changes


async def look_at(session: ProjectSession, path: Path) -> CameBack:
    """What a cut from an editing program would change; nothing is changed.

    Raises:
        ProjectError: it cannot be read, or is no cut of this film.
        DocumentError: the film does not take it.
    """
    film = session.composition()
    found = await asyncio.to_thread(_read, session, path, film)
    reading = found.reading
    doubled = film.scenario
    if reading.doubles:
        change = await session.outlook(doubling(reading))
        doubled = film.scenario if change is None else change.after
    made = conformed(reading, doubled)
    left = (*found.edit.told, *(change.trouble for change in reading.odd))
    known = found.manifest is not None
    return CameBack(path, found.kind, made, left, reading.unmatched, film.scenario, known)


async def conform(session: ProjectSession, back: CameBack, label: str) -> DocumentChange | None:
    """Make what `look_at` told as one step called `label`; None where nothing changes.

    Raises:
        StudioError: the film does not take it; nothing has changed.
        OSError: a take cannot be copied.
    """
    if session.film != back.film:
        now = await look_at(session, back.path)
        if now.changes != back.changes:
            raise ProjectError("interchange.changed-meanwhile")
        back = now
    made = back.conforming
    if not made.edits:
        return None
    copies: dict[TakeRef, Path] = {}
    for key, origin in made.copies.items():
        status = session.shot(origin)
        take = status.chosen or status.panel
        if take is not None and not session.film.shot(origin).still:
            ref = TakeRef(key, 0, panel=status.chosen is None)
            copies[ref] = session.path(take.path)
    return await session.takes.edit_with_copies(label, made.edits, copies)


@dataclass(frozen=True)
class _Found:
    kind: str
    edit: Returned
    manifest: Manifest | None
    reading: Reading


def _read(session: ProjectSession, path: Path, film: Composition) -> _Found:
    path, scenario = path.absolute(), session.file.absolute()
    try:
        data = read_regular(path, MOST_BYTES)
    except OSError as error:
        reason = error.strerror or reason_of(error)
        raise ProjectError("interchange.unreadable", path=str(path), reason=reason) from error
    kind = kind_of(path, data)
    edit = read(kind, data, path.parent, film.rate)
    if edit.rate is not None and edit.rate != film.rate:
        rates = {"edit": _told(edit.rate), "film": _told(film.rate)}
        raise ProjectError("interchange.other-rate", **rates)
    folders = [path.parent, session.exports.folder]
    manifest = _manifest(path, film.scenario, scenario, folders, edit.pieces)
    if manifest is not None and manifest.rate != film.rate:
        rates = {"before": _told(manifest.rate), "film": _told(film.rate)}
        raise ProjectError("interchange.rate-since", **rates)
    base = _as_it_is(film, session.path) if manifest is None else manifest.shots
    marked = not edit.film or is_marked(film.scenario, edit.film)
    if not marked and manifest is None:
        raise ProjectError("interchange.nothing-of-film", path=str(path))
    matcher = Matcher(
        base,
        (shot.key for shot in film.scenario.shots()),
        by_manifest=manifest is not None,
        marked=bool(edit.film) and marked,
    )
    pieces, beside = matcher.match(edit.pieces), matcher.match(edit.beside)
    reading = laid_beside(film.scenario, film.rate, base, pieces, beside, _starts(film))
    if not reading.main:
        raise ProjectError("interchange.nothing-of-film", path=str(path))
    return _Found(kind, edit, manifest, reading)


def _told(rate: Fraction) -> str:
    return f"{float(rate):.3f}".rstrip("0").rstrip(".")


def _manifest(
    path: Path, film: Scenario, scenario: Path, folders: list[Path], pieces: Iterable[Piece]
) -> Manifest | None:
    """The manifest beside a cut, else that of this film that knows most of it.

    Raises:
        ProjectError: the one beside it, under its name, is of another film.
    """
    own = manifest_path(path)
    if (found := _readable(own)) is not None:
        if not found.is_of(film, scenario):
            raise ProjectError("interchange.other-film", path=str(own))
        return found
    wanted = {word.casefold() for piece in pieces for word in (piece.name, piece.path)} - {""}
    best: tuple[int, Manifest] | None = None
    for folder in folders:
        for other in _manifests(folder):
            found = _readable(other)
            if found is None or not found.is_of(film, scenario):
                continue
            fits = len(wanted & {word for shot in found.shots for word in _called(shot)})
            if fits and (best is None or fits > best[0]):
                best = fits, found
    return None if best is None else best[1]


def _called(shot: Exported) -> set[str]:
    """What a clip of a shot may be called; some programs keep only the name of its file."""
    own = f"{shot.key}.mp4"
    return {shot.name.casefold(), shot.media.casefold(), *names_of_file(shot.media), own.casefold()}


def _manifests(folder: Path) -> Iterator[Path]:
    """Manifests in a folder, the newest first."""
    try:
        found = [(each.stat().st_mtime, each) for each in folder.glob(f"*{ENDING}")]
    except OSError:
        return
    for _when, each in sorted(found, reverse=True)[:_MOST_MANIFESTS]:
        yield each


def _readable(path: Path) -> Manifest | None:
    try:
        return read_manifest(read_regular(path, MOST_MANIFEST), path.parent)
    except (OSError, ValueError):
        return None


def _as_it_is(film: Composition, place: Callable[[str], Path]) -> tuple[Exported, ...]:
    """The shots as an export would have them that links to all clips."""
    clips = {cut.path: Facts(MOST_SECONDS) for cut in film.cuts if cut.source is Source.CLIP}
    supply = supplies(film, clips)
    stems = stems_of(film.cuts, {})
    shots = {cut.key: place(cut.path) if cut.path else Path(stems[cut.key]) for cut in film.cuts}
    sequence = assembled(film, supply, Places(stems, {}, shots, {}), clips, (2, 2))
    return before_any_export(film.scenario, sequence, supply, stems)


def _starts(film: Composition) -> dict[str, int]:
    """Where in their files takes begin that are parts of longer ones."""
    found = {}
    for cut in film.cuts:
        if cut.source is Source.CLIP:
            first = frame_of(film.scenario.shot(cut.key).trim_start, film.rate)
            start = max(0, frame_of(cut.offset, film.rate) - first)
            if start:
                found[cut.key] = start
    return found
