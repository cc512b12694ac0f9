"""Music and voices that begin with a shot: where that shot goes, they stay where they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from topa_studio.base.yaml_tree import Mapping as MappingNode
from topa_studio.base.yaml_tree import Scalar, Sequence
from topa_studio.document.reading.parts import find, raw_text
from topa_studio.document.text.draft import Step
from topa_studio.document.text.fields import DropAt, SetAt
from topa_studio.document.text.ground import Ground
from topa_studio.model.rate import frames_of, rate_of, seconds_of

_TRACKS = ("global_config", "audio")


def let_go(ground: Ground, gone: Mapping[str, str | None]) -> Iterator[Step]:
    """The steps for tracks that hang on shots that go, which keep their moment in the film.

    `gone`: keys of shots; each with the shot in which it goes on, or None where it is no more.
    """
    root = ground.draft.tree.root
    node = None if root is None else find(root, list(_TRACKS))
    if not isinstance(node, Sequence):
        return
    starts: dict[str, float] = {}
    for place, entry in enumerate(node.children):
        if not isinstance(entry, MappingNode) or entry.entry("shot") is None:
            continue
        key = raw_text(entry.get("shot"))
        if key is None or key not in gone:
            continue
        starts = starts or _starts(ground)
        heir = gone[key]
        moved = starts.get(key, 0.0) - (starts.get(heir, 0.0) if heir else 0.0)
        yield from _moved((*_TRACKS, place), entry, heir, moved)


def _moved(
    path: tuple[str | int, ...], entry: MappingNode, heir: str | None, moved: float
) -> Iterator[Step]:
    start = entry.get("start")
    written = start.value if isinstance(start, Scalar) else 0
    begins = written if isinstance(written, int | float) else 0
    yield SetAt(path, "start", round(begins + moved, 3), ("file",))
    yield DropAt(path, "shot") if heir is None else SetAt(path, "shot", heir)


def _starts(ground: Ground) -> dict[str, float]:
    """When each shot begins, in seconds of the film."""
    film = ground.reading.scenario
    rate, frame, found = rate_of(film.film.fps), 0, {}
    for shot in film.shots():
        found[shot.key] = seconds_of(frame, rate)
        frame += frames_of(shot, rate)
    return found
