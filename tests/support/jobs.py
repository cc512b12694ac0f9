"""Films, setups and jobs as values, for tests that need no file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from topa_studio.catalogue.catalogue import USUAL, Catalogue
from topa_studio.model.request import ClipRequest, Picture
from topa_studio.model.scenario import (
    Element,
    ElementKind,
    FilmConfig,
    Scenario,
    Scene,
    Settings,
    Shot,
)
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.compose import Setup
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.job import Job, Kind, State, Wish
from topa_studio.pipeline.till import Till

TOPA = Element("Topa", ElementKind.CHARACTER, "A small bear", ("front view", "side view"))
VALLEY = Element("Valley", ElementKind.BACKGROUND, "A green valley")
REQUEST = ClipRequest("kling-3.0/video", "A pier at dusk.", 5, "16:9", "std", True)


def film(*shots: Shot, film: FilmConfig | None = None, **scene: Any) -> Scenario:
    """A film of one scene with these shots and the elements Topa and Valley."""
    given = {"id": "1", **scene}
    return Scenario(film or FilmConfig(), (TOPA, VALLEY), (Scene(shots=shots, **given),))


def shot(number: int = 1, prompt: str = "A pier.", **more: Any) -> Shot:
    """A shot with the key `1__<number>`."""
    return Shot(key=f"1__{number}", id=str(number), prompt=prompt, **more)


def setup(defaults: Settings | None = None, **pictures: int) -> Setup:
    """The bundled models, and for each element so many pictures."""
    found = {
        name: tuple(Picture(f"{name}{n}.png", f"{name}-{n}") for n in range(1, count + 1))
        for name, count in pictures.items()
    }
    return Setup(Catalogue.bundled(), defaults or USUAL, found)


def job(state: State = State.INTENT, key: str = "1__1", number: int = 1, **more: Any) -> Job:
    """A clip's job in that state."""
    made = Job(
        id=1,
        wish=Wish(Kind.CLIP, key, number, "film"),
        state=state,
        request=REQUEST,
        digest="d",
        path=f"output/film/takes/{key}/T{number:02d}.mp4",
        estimate=100.0,
        created=1000.0,
    )
    return replace(made, **more)


def layout(home: Path) -> Layout:
    """The folders of a film called `film`."""
    return Layout(home, home / "output", home / "output" / "elements", "film")


def till(places: Layout, board: Board | None = None) -> Till:
    """Paid money of a folder where nothing is limited."""
    return Till(
        places,
        board or Board(),
        budget=lambda: None,
        day_budget=lambda: None,
        user_data=None,
        read_only=False,
        anew=False,
    )
