"""What is known of the files a film shows and hears, each asked once for each version of it."""

from __future__ import annotations

from topa_studio.app.exporting.files import is_inside_film
from topa_studio.base.errors import MediaError
from topa_studio.film.composition import Composition
from topa_studio.film.interchange.assembling import Facts
from topa_studio.film.ladder import Source
from topa_studio.film.sound import CLIP
from topa_studio.media.apart import Apart
from topa_studio.media.stamp import Stamp, stamp_of
from topa_studio.model.rate import rate_of
from topa_studio.pipeline.folder.layout import Layout


class MediaFacts:
    """Facts of the clips and sounds of a film. Blocks: for one thread at a time."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._kept: dict[tuple[bool, Stamp], Facts | None] = {}

    def of(self, film: Composition) -> dict[str, Facts]:
        """Those of its files that can be read, by path relative to the film's home."""
        clips = {cut.path for cut in film.cuts if cut.source is Source.CLIP}
        sounds = {part.path for part in film.parts if part.kind != CLIP}
        asked = [*((path, False) for path in clips), *((path, True) for path in sounds)]
        known = {path: self._asked(path, sound=sound) for path, sound in asked}
        return {path: facts for path, facts in known.items() if facts is not None}

    def _asked(self, path: str, *, sound: bool) -> Facts | None:
        place = self._layout.absolute(path)
        if not is_inside_film(self._layout, place):
            return None
        mark = sound, stamp_of(place)
        if mark not in self._kept:
            try:
                seconds = Apart.shared().sound_seconds(place) if sound else 0.0
                self._kept[mark] = Facts(seconds) if sound else self._seen(path)
            except MediaError:
                return None
        return self._kept[mark]

    def _seen(self, path: str) -> Facts | None:
        facts = Apart.shared().probe(self._layout.absolute(path))
        if facts.kind != "clip" or not facts.fps:
            return None
        size = facts.width, facts.height
        return Facts(facts.seconds, rate_of(facts.fps), size, facts.has_sound)
