"""Which files of a film an export may open, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from topa_studio.app.exporting.asked_once import AskedOnce, Wanted
from topa_studio.base.errors import MediaError
from topa_studio.film.composition import Composition, files_of
from topa_studio.film.export.facts import ClipFacts, Known
from topa_studio.film.export.unread import OUTSIDE, Unread, track_paths
from topa_studio.film.ladder import Source
from topa_studio.media.apart import Apart
from topa_studio.pipeline.folder.layout import Layout

Asked = ClipFacts | str | None
"""Facts of what is shown; None of what is heard; else the code of why it cannot be read."""

# There was no child to look: that is no fault of the file, and may be asked again.
_NOT_ASKED = "media.not-opened"


def readable_files(layout: Layout, film: Composition) -> Mapping[str, Path]:
    """Where the film's files lie; a name that is a link out of its folders is not among them."""
    found = {path: layout.absolute(path) for path in files_of(film)}
    return {path: file for path, file in found.items() if is_inside_film(layout, file)}


def is_inside_film(layout: Layout, path: Path) -> bool:
    """Whether a file may be opened: no link in the film's folders leads out of them."""
    roots = (layout.output, layout.elements)
    if any(path.is_relative_to(root) for root in roots):
        return layout.is_inside(path)
    if not path.is_relative_to(layout.home):
        return True  # the film names it so, and was allowed to
    try:
        return path.resolve().is_relative_to(layout.home.resolve())
    except (OSError, RuntimeError, ValueError):
        return False


class FilesKnown:
    """Facts of a film's files, asked once for each version. Blocks: for one thread at a time."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._asked = AskedOnce(_told)

    def of(self, film: Composition) -> tuple[Known, Unread]:
        """What is known of all clips that are shown in it, and what cannot be read of it."""
        cuts = [cut for cut in film.cuts if cut.source is not Source.SLATE]
        tracks = sorted(track_paths(film))
        told = self._all([*((cut.path, False) for cut in cuts), *((path, True) for path in tracks)])
        known: dict[str, ClipFacts] = {}
        shots: dict[str, str] = {}
        for cut in cuts:
            facts = told.get((cut.path, False))
            if isinstance(facts, str):
                shots[cut.key] = facts
            elif facts is not None and cut.source is Source.CLIP:
                known[cut.path] = facts
        asked = ((path, told.get((path, True))) for path in tracks)
        sounds = {path: code for path, code in asked if isinstance(code, str)}
        return known, Unread(shots, sounds)

    def _all(self, wanted: Iterable[Wanted]) -> dict[Wanted, Asked]:
        places = {each: self._layout.absolute(each[0]) for each in wanted}
        inside = {
            each: place for each, place in places.items() if is_inside_film(self._layout, place)
        }
        outside: dict[Wanted, Asked] = {each: OUTSIDE for each in places if each not in inside}
        return outside | self._asked.of(inside)


def _told(apart: Apart, path: Path, is_heard: bool) -> Asked:
    """Raises MediaError where nothing was told of the file."""
    try:
        if is_heard:
            apart.sound_seconds(path)
            return None
        facts = apart.probe(path)
        size = path.stat().st_size
    except MediaError as error:
        if error.code == _NOT_ASKED:
            raise
        return error.code
    except OSError:
        return "media.missing"
    return ClipFacts(facts.width, facts.height, facts.seconds, size, facts.fps)
