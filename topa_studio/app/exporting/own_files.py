"""What belongs to the film itself: no export is ever written there, whatever it may replace."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from topa_studio.base.errors import MediaError
from topa_studio.film.composition import Composition, files_of
from topa_studio.model.scenario import Scenario
from topa_studio.pipeline.folder.layout import PICTURES, SOUNDS, Layout

_PRACTICE = "-practice"


@dataclass(frozen=True)
class OwnFiles:
    """Of one film: its scenario and settings, results, sounds, pictures, and all that it shows."""

    scenario: Path
    layout: Layout

    def refuse(self, targets: Iterable[Path], film: Composition) -> None:
        """Raises MediaError "export.own-file": one of `targets` is such a file. Blocks."""
        home = self.layout.home.absolute()
        shown = map(self._place, {*files_of(film), *_named(film.scenario)})
        files = [self.scenario.absolute(), home / "config.yaml", *shown]
        folders = list(self._folders(home))
        for target in targets:
            if any(_same(target, file) for file in files) or any(
                _same(above, folder) for above in _above(target) for folder in folders
            ):
                raise MediaError("export.own-file", path=str(target))

    def _place(self, path: str) -> Path:
        return self.layout.absolute(path).absolute()

    def _folders(self, home: Path) -> Iterator[Path]:
        """Where results and sounds lie: of the film, of practice, and of films beside it."""
        yield home / SOUNDS
        yield home / PICTURES
        yield self.layout.film_folder
        for folder in (self.layout.output, self.layout.elements):
            name = folder.name.removesuffix(_PRACTICE)
            for one in (folder.with_name(name), folder.with_name(name + _PRACTICE)):
                yield one / ".topa"
                if not any(_same(one, above) for above in (home, *home.parents)):
                    yield one
        yield from (one for one in home.glob("output*") if (one / ".topa").is_dir())


def _named(film: Scenario) -> Iterator[str]:
    """What the scenario names, also where it is not seen or heard now; addresses harm nothing."""
    for track in film.film.audio:
        yield track.file
    for element in film.elements:
        yield from element.image_urls
    for shot in film.shots():
        yield from filter(None, (shot.still, shot.start, shot.end))


def _above(target: Path) -> tuple[Path, ...]:
    """The folders over it, as it is named and as it lies."""
    try:
        really = target.resolve()
    except (OSError, RuntimeError):
        really = target
    return (*target.parents, *really.parents)


def _same(one: Path, other: Path) -> bool:
    """Whether two names are of one file: by links, too, and where the disk knows no capitals."""
    if one == other:
        return True
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return False
