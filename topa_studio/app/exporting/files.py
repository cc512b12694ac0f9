"""Which files of a film an export may open, and what is known of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from topa_studio.base.errors import MediaError
from topa_studio.film.composition import Composition, files_of
from topa_studio.film.export.facts import ClipFacts, Known
from topa_studio.film.export.unread import OUTSIDE, Unread, track_paths
from topa_studio.film.ladder import Source
from topa_studio.media.apart import Apart
from topa_studio.media.stamp import Stamp, stamp_of
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
        self._kept: dict[tuple[bool, Stamp], Asked] = {}

    def of(self, film: Composition) -> tuple[Known, Unread]:
        """What is known of all clips that are shown in it, and what cannot be read of it."""
        known: dict[str, ClipFacts] = {}
        shots: dict[str, str] = {}
        for cut in film.cuts:
            if cut.source is Source.SLATE:
                continue
            facts = self._asked(cut.path, sound=False)
            if isinstance(facts, str):
                shots[cut.key] = facts
            elif facts is not None and cut.source is Source.CLIP:
                known[cut.path] = facts
        asked = ((path, self._asked(path, sound=True)) for path in sorted(track_paths(film)))
        sounds = {path: code for path, code in asked if isinstance(code, str)}
        return known, Unread(shots, sounds)

    def _asked(self, path: str, *, sound: bool) -> Asked:
        place = self._layout.absolute(path)
        if not is_inside_film(self._layout, place):
            return OUTSIDE
        mark = sound, stamp_of(place)
        if mark not in self._kept:
            found = _heard(place) if sound else _seen(place)
            if found == _NOT_ASKED:
                return None
            self._kept[mark] = found
        return self._kept[mark]


def _seen(path: Path) -> Asked:
    try:
        facts = Apart.shared().probe(path)
        size = path.stat().st_size
    except MediaError as error:
        return error.code
    except OSError:
        return "media.missing"
    return ClipFacts(facts.width, facts.height, facts.seconds, size, facts.fps)


def _heard(path: Path) -> Asked:
    try:
        Apart.shared().sound_seconds(path)
    except MediaError as error:
        return error.code
    return None
