"""What is known of the files a film shows and hears, each asked once for each version of it."""

from __future__ import annotations

from pathlib import Path

from topa_studio.app.exporting.asked_once import AskedOnce
from topa_studio.app.exporting.files import is_inside_film
from topa_studio.film.composition import Composition
from topa_studio.film.interchange.assembling import Facts
from topa_studio.film.ladder import Source
from topa_studio.film.sound import CLIP
from topa_studio.media.apart import Apart
from topa_studio.model.rate import rate_of
from topa_studio.pipeline.folder.layout import Layout


class MediaFacts:
    """Facts of the clips and sounds of a film. Blocks: for one thread at a time."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._asked = AskedOnce(_facts)

    def of(self, film: Composition) -> dict[str, Facts]:
        """Those of its files that can be read, by path relative to the film's home."""
        clips = {cut.path for cut in film.cuts if cut.source is Source.CLIP}
        sounds = {part.path for part in film.parts if part.kind != CLIP}
        wanted = [*((path, False) for path in clips), *((path, True) for path in sounds)]
        places = {each: self._layout.absolute(each[0]) for each in wanted}
        inside = {
            each: place for each, place in places.items() if is_inside_film(self._layout, place)
        }
        known = {each[0]: facts for each, facts in self._asked.of(inside).items()}
        return {path: facts for path, facts in known.items() if facts is not None}


def _facts(apart: Apart, place: Path, is_heard: bool) -> Facts | None:
    if is_heard:
        return Facts(apart.sound_seconds(place))
    facts = apart.probe(place)
    if facts.kind != "clip" or not facts.fps:
        return None
    size = facts.width, facts.height
    return Facts(facts.seconds, rate_of(facts.fps), size, facts.has_sound)
