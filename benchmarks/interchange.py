"""How long a long film takes to editing programs and back: 10,000 shots in every format.

    python benchmarks/interchange.py [SHOTS]
    python benchmarks/interchange.py --media SHOTS

No file but the written one is opened: what is measured is the cut list itself. With --media each
shot has a clip of 1080p of its own, which is asked for its facts, and each format is planned and
written as an open film does it the first time; then all of it without clips, slates rendered.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TypeVar

from export import make_clips

from topa_studio.app.exporting.handing_over import Planner
from topa_studio.app.exporting.interchange import Interchange
from topa_studio.base.errors import StudioError
from topa_studio.film.composition import Composition
from topa_studio.film.interchange import formats
from topa_studio.film.interchange.assembling import Facts, Places, assembled, supplies
from topa_studio.film.interchange.conforming import conformed
from topa_studio.film.interchange.laid import laid_beside
from topa_studio.film.interchange.losses import EDL, ENDINGS, FORMATS, refusal
from topa_studio.film.interchange.manifest import (
    Exported,
    Manifest,
    before_any_export,
    read_manifest,
    written,
)
from topa_studio.film.interchange.matching import Matcher
from topa_studio.film.interchange.names import stems_of
from topa_studio.film.interchange.returned import Returned
from topa_studio.film.interchange.sequence import Sequence
from topa_studio.film.timing import CutList
from topa_studio.model.scenario import FilmConfig, Scenario, Scene, Shot, Transition
from topa_studio.model.status import ShotStatus
from topa_studio.model.take import Take
from topa_studio.pipeline.folder.layout import Layout

T = TypeVar("T")

OUT = Path("/films/Длинный фильм/cut")
_SCENE = 20


def main() -> None:
    """The cut list alone, or with --media all of an export."""
    if "--media" in sys.argv:
        with tempfile.TemporaryDirectory() as name:
            _with_media(Path(name), int(sys.argv[-1]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    film = _film(count)
    made, shots = _timed("the film as a sequence", lambda: _sequence(film))
    manifest = Manifest("otio", "/films/film.yaml", film.rate, "", shots)
    data = _timed("its manifest, written", lambda: written(manifest, OUT.parent))
    _timed("its manifest, read", lambda: read_manifest(data, OUT.parent))
    for kind in FORMATS:
        if (why := refusal(made, kind)) is not None:
            print(f"{kind}: {StudioError(why.code, **why.params)}")
            continue
        text = _timed(f"{kind}, written", partial(formats.written, kind, made, OUT))
        print(f"  {len(text) / 1e6:.1f} MB")
        edit = _timed(f"{kind}, read", partial(formats.read, kind, text, OUT.parent, film.rate))
        _timed(f"{kind}, laid beside the film", partial(_laid, film, shots, edit))
    turned = Returned(edit.rate, edit.pieces[::-1])
    _timed("all of it in the other order", lambda: _laid(film, shots, turned))


def _with_media(home: Path, count: int) -> None:
    film = _film(count)
    first, *_others = make_clips(home, "")
    for cut in film.cuts:
        (home / cut.path).parent.mkdir(parents=True)
        os.link(first, home / cut.path)
    load = os.getloadavg()[0]
    print(f"{len(film.cuts)} shots with a clip of 1080p each, load {load:.1f}")
    for kind in FORMATS:
        _exported(home, film, kind)
    slates = Composition(film.scenario, CutList(ShotStatus).of(film.scenario))
    print(f"{len(slates.cuts)} slates of 1080p, {slates.seconds:.0f} s")
    _exported(home, slates, EDL)


def _exported(home: Path, film: Composition, kind: str) -> None:
    layout = Layout(home, home / "output", home / "elements", "film")
    planner = Planner(layout, home / "film.yaml", lambda _key: None, dict, dict)
    written = Interchange(lambda: film, planner)
    out = home / f"cut {len(film.cuts)} {film.cuts[0].source}{ENDINGS[kind]}"
    made = _timed(f"{kind}, planned", lambda: asyncio.run(written.plan(kind, out)))
    _timed(f"{kind}, written", lambda: asyncio.run(written.write(made, lambda _done: None)))


def _timed(what: str, work: Callable[[], T]) -> T:
    began, busy = time.perf_counter(), time.process_time()
    found = work()
    gone, own = time.perf_counter() - began, time.process_time() - busy
    print(f"{what}: {gone:.2f} s, of the processor {own:.2f} s", flush=True)
    return found


def _film(count: int) -> Composition:
    scenes = []
    for number in range(1, count // _SCENE + 1):
        shots = (
            Shot(
                key=f"{number}__{place}",
                id=str(place),
                prompt=f"Wide shot. A pier at dusk, number {number}.{place}. Sound: waves.",
                transition=Transition("dissolve", 0.5) if place % 4 == 0 else Transition(),
            )
            for place in range(1, _SCENE + 1)
        )
        scenes.append(Scene(id=str(number), shots=tuple(shots)))
    scenario = Scenario(FilmConfig(title="Long"), scenes=tuple(scenes))

    def status(key: str) -> ShotStatus:
        return ShotStatus(key, chosen=Take(1, f"takes/{key}/T01.mp4"))

    return Composition(scenario, CutList(status).of(scenario))


def _sequence(film: Composition) -> tuple[Sequence, tuple[Exported, ...]]:
    facts = Facts(6.0, Fraction(24), (1920, 1080), has_sound=True)
    known = {cut.path: facts for cut in film.cuts}
    supply = supplies(film, known)
    stems = stems_of(film.cuts, {})
    shots = {cut.key: OUT.parent / cut.path for cut in film.cuts}
    places = Places(stems, {cut.key: 1 for cut in film.cuts}, shots, {})
    made = assembled(film, supply, places, known, (1920, 1080), "")
    return made, before_any_export(film.scenario, made, supply, stems)


def _laid(film: Composition, shots: tuple[Exported, ...], edit: Returned) -> int:
    keys = [shot.key for shot in film.scenario.shots()]
    matcher = Matcher(shots, keys, by_manifest=True, marked=True)
    reading = laid_beside(film.scenario, film.rate, shots, matcher.match(edit.pieces))
    return len(conformed(reading, film.scenario).edits)


if __name__ == "__main__":
    main()
