"""Words in the picture: where they belong, in any script, in both kinds of pixels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.numbered import film_of, numbered_clip
from topa_studio.film.composition import Composition
from topa_studio.film.engine.burning import ANIMATIC, CAPTIONS, NOTHING, Burnt
from topa_studio.film.engine.renderer import Renderer
from topa_studio.media.scaling import Pixels
from topa_studio.model.scenario import Caption, Shot
from topa_studio.model.take import Take
from topa_studio.paint.burnt import draw_plate, lines_of
from topa_studio.paint.letters import font

SIZE = (640, 360)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("clips")
    numbered_clip(made / "1.mp4", 1, 48, size=SIZE)
    return made


def captioned(*captions: Caption, title: str = "", prompt: str = "") -> Composition:
    shot = Shot("", "", title=title, prompt=prompt, duration=2, captions=captions)
    return film_of([shot], {"s1": Take(1, "1.mp4")})


def drawn(folder: Path, film: Composition, burnt: Burnt, number: int, pixels: Pixels) -> np.ndarray:
    renderer = Renderer(film, lambda path: folder / path, SIZE, pixels, burnt=burnt)
    picture = renderer.frame(number).to_ndarray(format="rgb24").astype(int)
    renderer.close()
    return picture


@pytest.mark.parametrize("pixels", ["bgra", "yuv420p"])
def test_a_caption_is_burnt_in_at_its_frames_and_nowhere_else(
    qapp: object, folder: Path, pixels: Pixels
) -> None:
    film = captioned(Caption("Hop! Прыг! 跳！", 0.5, 1.0))
    for number in (11, 12, 23, 24):
        plain = drawn(folder, film, NOTHING, number, pixels)
        words = drawn(folder, film, CAPTIONS, number, pixels)
        changed = np.argwhere(np.abs(plain - words).max(axis=2) > 12)
        if number in (11, 24):
            assert not len(changed)
            continue
        top, left = changed.min(axis=0)
        bottom, right = changed.max(axis=0)
        assert 0.7 * SIZE[1] < top < bottom < SIZE[1]
        assert abs((left + right) / 2 - SIZE[0] / 2) < 6
        assert words[top : bottom + 1, left : right + 1].max() > 230


def test_both_kinds_of_pixels_show_the_same_plate(qapp: object, folder: Path) -> None:
    film = captioned(Caption("The same plate"), title="Both", prompt="Topa waves.")
    one, two = (drawn(folder, film, ANIMATIC, 5, pixels) for pixels in ("bgra", "yuv420p"))
    assert np.abs(one - two).mean() < 4


@given(st.text(min_size=1, max_size=300))
def test_any_words_stay_inside_the_picture(qapp: object, text: str) -> None:
    for place in ("caption", "name", "time", "words"):
        plate = draw_plate(text, place, SIZE)  # type: ignore[arg-type]
        assert plate.left >= 0
        assert plate.left + plate.image.width() <= SIZE[0]
        assert plate.top >= 0
        assert plate.top + plate.image.height() <= SIZE[1]
        assert (plate.left % 2, plate.top % 2) == (0, 0)


def test_words_without_spaces_break_and_the_rest_is_an_ellipsis(qapp: object) -> None:
    lines = lines_of("我们可以放风筝吗" * 12, font(18), 300, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert lines[0] == ("我们可以放风筝吗" * 12)[: len(lines[0])]
