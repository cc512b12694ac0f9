"""What a film names outside its own folder: used only after the user has allowed it, once a film.

A film that came from somebody else may name any folder to write its results into, and any picture
to upload. What was allowed is kept in the user's own settings, place by place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from os.path import normpath
from pathlib import Path

from topa_studio.app.user_folder import user_config
from topa_studio.base.errors import NotAllowed
from topa_studio.base.files import write_atomic
from topa_studio.base.json_reader import read_json
from topa_studio.base.regular import read_regular
from topa_studio.model.scenario import Shot
from topa_studio.pipeline.folder.layout import Layout

_NAMED = 3


class Elsewhere:
    """Places outside the folder of one film, and which of them may be used.

    Args:
        film: its scenario file; what was allowed was allowed for this very file.
        all_allowed: the user said so for this run.
        practice: nothing leaves this machine, so pictures may lie where they like.
    """

    def __init__(
        self, film: Path, layout: Layout, *, all_allowed: bool = False, practice: bool = False
    ) -> None:
        self._film = film
        self._layout = layout
        self._all_allowed = all_allowed
        self._practice = practice

    def check_folders(self, other: Layout, *, chosen: bool) -> None:
        """Refuse folders of results outside the film's own, before anything is written. Blocks.

        Args:
            other: where results lie in practice, or for real, so that both are asked at once.
            chosen: the user named the settings file, and so the folders that stand in it.

        Raises:
            NotAllowed: they were not allowed yet.
        """
        home = (self._layout.home,)
        mine = self._layout
        folders = [mine.output, other.output, mine.elements, other.elements]
        if chosen:
            folders = [folder for folder in folders if _lies_in(folder, home)]
        wanted = self._not_allowed(_outside(path, home) for path in folders)
        if wanted:
            names = _listed(wanted)
            film = self._film.name
            raise NotAllowed("project.results-elsewhere", wanted, film=film, names=names)

    def pictures(self, shots: Iterable[Shot]) -> tuple[Path, ...]:
        """Pictures outside the film's folders that these shots name, not allowed yet. Blocks."""
        if self._practice:
            return ()
        names = (name for shot in shots for _, name in shot.own_frames)
        places = (_outside(self._layout.absolute(name), self._roots) for name in names)
        return self._not_allowed(places)

    def may_send(self, path: Path) -> bool:
        """Whether a picture may be uploaded."""
        if self._practice or self._all_allowed:
            return True
        place = _outside(path, self._roots)
        return place is None or self._is_allowed(place)

    def allow(self, paths: Iterable[Path]) -> None:
        """Use these from now on, also after the next start. Raises OSError."""
        found = (_outside(path, (self._layout.home,)) for path in paths)
        remember(self._film, [place for place in found if place is not None])
        self.__dict__.pop("_allowed", None)

    def _not_allowed(self, places: Iterable[Path | None]) -> tuple[Path, ...]:
        """Each once; of a folder and what lies in it the folder alone."""
        if self._all_allowed:
            return ()
        named = dict.fromkeys(place for place in places if place is not None)
        return tuple(
            place
            for place in named
            if not self._is_allowed(place) and not any(up in named for up in place.parents)
        )

    def _is_allowed(self, place: Path) -> bool:
        """It, or a folder that it lies in."""
        return any(str(path) in self._allowed for path in (place, *place.parents))

    @cached_property
    def _allowed(self) -> frozenset[str]:
        return frozenset(_kept().get(_name(self._film), ()))

    @cached_property
    def _roots(self) -> tuple[Path, ...]:
        return (self._layout.home, self._layout.output, self._layout.elements)


def remember(film: Path, places: Sequence[Path]) -> None:
    """Keep what the user allowed this film. Raises OSError."""
    if not places:
        return
    kept = _kept()
    known = dict.fromkeys((*kept.get(_name(film), ()), *map(str, places)))
    path = _file()
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({**kept, _name(film): list(known)}, ensure_ascii=False, indent=1)
    write_atomic(path, f"{text}\n".encode())


def _file() -> Path:
    return user_config() / "allowed.json"


def _kept() -> dict[str, tuple[str, ...]]:
    """Film -> places; what cannot be read was not allowed, and is asked again."""
    try:
        data = read_json(read_regular(_file()))
    except (OSError, ValueError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {
        film: tuple(place for place in places if isinstance(place, str))
        for film, places in data.items()
        if isinstance(places, list)
    }


def _name(film: Path) -> str:
    return str(film.resolve())


def _lies_in(path: Path, roots: Iterable[Path]) -> bool:
    """Whether the name alone says so, without a look at links."""
    plain = Path(normpath(path))
    return any(plain.is_relative_to(normpath(root)) for root in roots)


def _outside(path: Path, roots: tuple[Path, ...]) -> Path | None:
    """Where `path` really ends, outside all `roots`; None: it stays inside."""
    try:
        end = path.resolve()
        ends = [root.resolve() for root in roots]
    except (OSError, RuntimeError, ValueError):
        return Path(normpath(path))
    return None if any(end.is_relative_to(root) for root in ends) else end


def _listed(places: Sequence[Path]) -> str:
    more = len(places) - _NAMED
    words = ", ".join(map(str, places[:_NAMED]))
    return f"{words} (+{more})" if more > 0 else words
