"""Which shot each clip of an edit is: by the manifest, else by its name, else by its file.

A clip that tells no path may be called by its file's name, with its ending or without. The film's
own files of its shots, `shots/1__2.mp4`, are known without any export.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from topa_studio.base.spelling import composed
from topa_studio.film.interchange.manifest import Exported
from topa_studio.film.interchange.names import stem_in
from topa_studio.film.interchange.returned import Piece


def names_of_file(path: str) -> set[str]:
    """What a clip may be called of which only its file is told, in small letters."""
    file = PurePosixPath(path)
    return {file.name.casefold(), file.stem.casefold()} - {""}


_FOLDER, _BETWEEN = "shots", "__"
"""Where a shot's own file lies, and what stands in its name between scene and shot."""


def key_in(place: str) -> str:
    """The key of the shot whose own file this is, in small letters; "" where it is none."""
    file = PurePosixPath(composed(place))
    told = file.parent.name == _FOLDER if file.parent.name else _BETWEEN in file.stem
    return file.stem.casefold() if told else ""


@dataclass(frozen=True, slots=True)
class Matched:
    """A clip and the key of its shot; None: nobody knows."""

    piece: Piece
    key: str | None


class Matcher:
    """Knows the shots as they were exported.

    Args:
        shots: of the manifest, or of the film as it is where there is none.
        by_manifest: whether names are those of a manifest; else a name means the place of a shot.
        keys: of the shots that are in the film now.
        marked: whether permanent names in the edit itself are of this film.
    """

    def __init__(
        self,
        shots: Iterable[Exported],
        keys: Iterable[str],
        *,
        by_manifest: bool,
        marked: bool,
    ) -> None:
        known = tuple(shots)
        self._shots = {shot.key: shot for shot in known}
        self._keys = frozenset(keys) | frozenset(self._shots)
        self._small = {key.casefold(): key for key in self._keys}
        self._marked = marked
        self._stems = {shot.stem: shot.key for shot in known}
        self._files: dict[str, list[Exported]] = {}
        self._names: dict[str, set[str]] = {}
        for shot in known:
            path = composed(shot.media)
            self._files.setdefault(path, []).append(shot)
            for name in names_of_file(path):
                self._names.setdefault(name, set()).add(path)
        self._by_manifest = by_manifest

    def match(self, pieces: Iterable[Piece]) -> tuple[Matched, ...]:
        """Each clip with its shot."""
        return tuple(Matched(piece, self._key(piece)) for piece in pieces)

    def _key(self, piece: Piece) -> str | None:
        if self._marked and piece.key in self._keys:
            return piece.key
        by_name, by_file = self._by_name(piece.name), self._by_file(piece)
        if by_name is not None and (self._by_manifest or by_file is None):
            return by_name
        own = self._small.get(key_in(piece.path)) or self._small.get(key_in(piece.name))
        return by_file or by_name or own or self._by_name(piece.reel)

    def _by_name(self, name: str) -> str | None:
        stem = stem_in(name)
        return None if stem is None else self._stems.get(stem)

    def _by_file(self, piece: Piece) -> str | None:
        found = self._files_at(piece.path) or self._files_at(piece.name)
        if len(found) > 1:
            # One file for several shots, as of a whole scene: the part of it says which.
            found = [one for one in found if _overlaps(one, piece)]
            found.sort(key=lambda one: abs(one.source - piece.source))
        return found[0].key if found else None

    def _files_at(self, place: str) -> list[Exported]:
        """The shots cut from a file, by its path, else by its name, as it may lie elsewhere."""
        path = composed(place)
        if path in self._files:
            return self._files[path]
        # A name that several files have says nothing.
        paths = self._names.get(PurePosixPath(path).name.casefold(), set())
        return self._files[next(iter(paths))] if len(paths) == 1 else []


def _overlaps(one: Exported, piece: Piece) -> bool:
    return one.source < piece.source + piece.frames and piece.source < one.source + one.frames
