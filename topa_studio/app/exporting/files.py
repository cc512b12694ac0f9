"""Which files of a film an export may open, and what is known of its clips."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from topa_studio.base.errors import MediaError
from topa_studio.film.composition import Composition, files_of
from topa_studio.film.export.facts import ClipFacts, Known
from topa_studio.film.ladder import Source
from topa_studio.media.apart import Apart
from topa_studio.pipeline.folder.layout import Layout


def readable_files(layout: Layout, film: Composition) -> Mapping[str, Path]:
    """Where the film's files lie; a name that is a link out of its folders is not among them."""
    found = {path: layout.absolute(path) for path in files_of(film)}
    return {path: file for path, file in found.items() if _is_inside(layout, file)}


def _is_inside(layout: Layout, path: Path) -> bool:
    roots = (layout.output, layout.elements)
    if any(path.is_relative_to(root) for root in roots):
        return layout.is_inside(path)
    if not path.is_relative_to(layout.home):
        return True  # the film names it so, and was allowed to
    try:
        return path.resolve().is_relative_to(layout.home.resolve())
    except (OSError, RuntimeError):
        return False


class ClipsKnown:
    """Facts of clips, asked once for each version of a file. Blocks: for one thread at a time."""

    def __init__(self, place: Callable[[str], Path]) -> None:
        self._place = place
        self._kept: dict[tuple[str, int, int], ClipFacts | None] = {}

    def of(self, films: Iterable[Composition]) -> Known:
        """What is known of all clips that are shown in these."""
        paths = {c.path for film in films for c in film.cuts if c.source is Source.CLIP}
        found = {path: self._facts(path) for path in sorted(paths)}
        return {path: facts for path, facts in found.items() if facts is not None}

    def _facts(self, path: str) -> ClipFacts | None:
        place = self._place(path)
        try:
            stat = place.stat()
        except OSError:
            return None
        mark = (str(place), stat.st_mtime_ns, stat.st_size)
        if mark not in self._kept:
            self._kept[mark] = _probed(place, stat.st_size)
        return self._kept[mark]


def _probed(path: Path, size: int) -> ClipFacts | None:
    try:
        facts = Apart.shared().probe(path)
    except MediaError:
        return None
    return ClipFacts(facts.width, facts.height, facts.seconds, size, facts.fps)
