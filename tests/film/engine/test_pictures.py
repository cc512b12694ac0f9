"""Panels, stills and slates: upright, whole, and moved so slowly that no step is seen."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from tests.support.numbered import film_of, numbered_clip, told
from topa_studio.film.composition import Composition
from topa_studio.film.engine.renderer import Renderer
from topa_studio.media.pictures import encoded
from topa_studio.media.scaling import Pixels
from topa_studio.model.scenario import Shot
from topa_studio.model.take import Take

SIZE = (320, 180)
PIXELS = pytest.mark.parametrize("pixels", ["bgra", "yuv420p"])


def save(path: Path, picture: np.ndarray, kind: str = "png") -> None:
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture, np.uint8), "rgb24")
    path.write_bytes(encoded(frame, kind))  # type: ignore[arg-type]


def stilled(move: str = "none") -> Composition:
    return film_of([Shot("", "", duration=2, still="still.png", move=move)], {})


def shown(renderer: Renderer, number: int) -> np.ndarray:
    return renderer.frame(number).to_ndarray(format="gray").astype(float)


def edges(picture: np.ndarray) -> tuple[float, float]:
    """Where the white square of a picture begins and ends in its middle line."""
    line = picture[picture.shape[0] // 2] / picture.max()
    middle = len(line) // 2
    return float(middle - line[:middle].sum()), float(middle + line[middle:].sum())


@PIXELS
def test_a_tall_picture_is_whole_and_not_distorted(tmp_path: Path, pixels: Pixels) -> None:
    save(tmp_path / "still.png", np.full((400, 200, 3), 255))
    renderer = Renderer(stilled(), lambda path: tmp_path / path, SIZE, pixels)
    rows, columns = np.nonzero(shown(renderer, 0) > 128)
    assert (rows.min(), rows.max()) == (0, 179)
    assert abs(columns.max() - columns.min() + 1 - 90) <= 2
    assert renderer.frame(0) is renderer.frame(20)
    renderer.close()


def test_a_picture_with_a_note_of_its_side_stands_upright(tmp_path: Path) -> None:
    picture = np.zeros((90, 160, 3))
    picture[:, :80] = 255
    save(tmp_path / "lying.jpg", picture, "jpeg")
    data = (tmp_path / "lying.jpg").read_bytes()
    tag = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
    segment = b"\xff\xe1" + (len(tag) + 2).to_bytes(2, "big") + tag
    (tmp_path / "still.png").write_bytes(data[:2] + segment + data[2:])
    renderer = Renderer(stilled(), lambda path: tmp_path / path, SIZE)
    seen = shown(renderer, 0)
    assert seen[20, 160] > 200
    assert seen[160, 160] < 50
    renderer.close()


@PIXELS
@pytest.mark.parametrize("move", ["in", "out", "left", "right"])
def test_a_move_is_smooth_small_and_ends_where_it_should(
    tmp_path: Path, move: str, pixels: Pixels
) -> None:
    picture = np.zeros((720, 1280, 3))
    picture[160:560, 320:960] = 255
    save(tmp_path / "still.png", picture)
    film = stilled(move)
    renderer = Renderer(film, lambda path: tmp_path / path, SIZE, pixels)
    found = np.array([edges(shown(renderer, number)) for number in range(film.frames)])
    renderer.close()
    width, place = found[:, 1] - found[:, 0], found.mean(axis=1)
    told_by = width if move in ("in", "out") else place
    steps = np.diff(told_by) * (1 if move in ("in", "left") else -1)
    assert steps.min() > -0.05
    assert steps.max() < 0.5
    assert np.abs(np.diff(steps)).max() < 0.25
    assert 2 < steps.sum() < SIZE[0] * 0.07


def test_the_slate_shows_the_faces_and_the_reason(qapp: object, tmp_path: Path) -> None:
    save(tmp_path / "face.png", np.full((50, 50, 3), (250, 20, 20)))
    (tmp_path / "bad.png").write_text("no picture")
    shot = Shot("", "", duration=1, title="A kite", prompt="Up it goes.", elements=("Topa",))
    plain = film_of([shot], {})
    faces = {"Topa": tmp_path / "face.png"}
    with_face = Renderer(plain, lambda path: tmp_path / path, SIZE, face=faces.get)
    without = Renderer(plain, lambda path: tmp_path / path, SIZE)
    one, two = (
        each.frame(0).to_ndarray(format="rgb24").astype(int) for each in (with_face, without)
    )
    assert ((one[..., 0] > 200) & (one[..., 1] < 60)).sum() > 200
    assert not ((two[..., 0] > 200) & (two[..., 1] < 60)).any()
    assert two.max() > 150
    said: list[str] = []
    broken = film_of([replace(shot, still="bad.png")], {})
    why = Renderer(
        broken,
        lambda path: tmp_path / path,
        SIZE,
        said=lambda error: said.append(str(error)) or str(error),
    )
    three = why.frame(0).to_ndarray(format="rgb24").astype(int)
    # A slate has no room for a path, and nothing of one's own is generated again.
    assert said == ["Its picture cannot be read"]
    assert np.abs(three - two).max() > 60
    for each in (with_face, without, why):
        each.close()


def test_a_file_that_is_replaced_or_comes_back_is_shown_at_once(
    qapp: object, tmp_path: Path
) -> None:
    film = film_of([Shot("", "", duration=1)], {"s1": Take(1, "clip.mp4")})
    renderer = Renderer(film, lambda path: tmp_path / path, (128, 72))
    renderer.frame(0)
    for clip in (1, 2):
        other = numbered_clip(tmp_path / f"other{clip}.mp4", clip, 24 + clip)
        other.replace(tmp_path / "clip.mp4")
        assert told(renderer.frame(5 + clip)) == (clip, 5 + clip)
    renderer.close()


_SLATE = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from topa_studio.film.composition import Composition
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.timing import CutList
from topa_studio.model.scenario import Scenario, Scene, Shot
from topa_studio.model.status import ShotStatus

app = QGuiApplication(["-platform", "offscreen"])
shots = (Shot("s1", "1", title="A pier", prompt="At dusk.", move="in"),)
scenario = Scenario(scenes=(Scene(id="1", shots=shots),))
film = Composition(scenario, CutList(ShotStatus).of(scenario))
frame = Renderer(film, Path, (320, 180)).frame(10)
assert len(set(bytes(frame.planes[0]))) > 20
print(sorted({"av", "numpy"} & sys.modules.keys()))
"""


def test_a_slate_on_the_screen_loads_nothing_that_decodes() -> None:
    command = [sys.executable, "-c", _SLATE]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
