"""Which shot each clip of an edit is: by the manifest, else by its name, else by its file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from topa_studio.film.interchange.manifest import Exported
from topa_studio.film.interchange.names import stem_in
from topa_studio.film.interchange.returned import Piece


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
        self._marked = marked
        self._stems = {shot.stem: shot.key for shot in known}
        self._files: dict[str, list[Exported]] = {}
        self._names: dict[str, list[Exported]] = {}
        for shot in known:
            self._files.setdefault(shot.media, []).append(shot)
            self._names.setdefault(PurePosixPath(shot.media).name.casefold(), []).append(shot)
        self._by_manifest = by_manifest

    def match(self, pieces: Iterable[Piece]) -> tuple[Matched, ...]:
        """Each clip with its shot."""
        return tuple(Matched(piece, self._key(piece)) for piece in pieces)

    def _key(self, piece: Piece) -> str | None:
        if self._marked and piece.key in self._keys:
            return piece.key
        stem = stem_in(piece.name)
        by_name = None if stem is None else self._stems.get(stem)
        by_file = self._by_file(piece)
        if by_name is not None and (self._by_manifest or not piece.path or by_file is None):
            return by_name
        return by_file if by_file is not None else by_name

    def _by_file(self, piece: Piece) -> str | None:
        if not piece.path:
            return None
        path = PurePosixPath(piece.path)
        found = self._files.get(piece.path) or self._names.get(path.name.casefold(), [])
        if len(found) > 1:
            # One file for several shots, as of a whole scene: the part of it says which.
            found = [one for one in found if _overlaps(one, piece)]
            found.sort(key=lambda one: abs(one.source - piece.source))
        return found[0].key if found else None


def _overlaps(one: Exported, piece: Piece) -> bool:
    return one.source < piece.source + piece.frames and piece.source < one.source + one.frames
