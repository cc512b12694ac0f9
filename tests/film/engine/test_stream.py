"""Frames ahead of the clock: the right ones, in order, and never one of a film that was."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.numbered import film_of, numbered_clip, told
from topa_studio.film.composition import Composition
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.engine.stream import FrameStream, Ready
from topa_studio.model.scenario import Shot
from topa_studio.model.take import Take

_PATIENCE = 60.0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("clips")
    for clip in range(1, 7):
        numbered_clip(made / f"{clip}.mp4", clip, 72, key_every=24)
    return made


def film(*clips: int, seconds: int = 2) -> Composition:
    takes = {f"s{place}": Take(1, f"{clip}.mp4") for place, clip in enumerate(clips, 1)}
    return film_of([Shot("", "", duration=seconds)] * len(clips), takes)


class Watching:
    """A stream, and whoever waits for its frames."""

    def __init__(self, folder: Path, shown: Composition) -> None:
        self._come = threading.Event()
        renderer = Renderer(shown, lambda path: folder / path, (128, 72))
        self.stream = FrameStream(renderer, self._come.set)

    def wait(self, number: int, *, exact: bool = True, late: bool = False) -> Ready:
        """Ask until it is there, or `late` an earlier one; woken by the stream alone."""
        while True:
            self._come.clear()
            taken = self.stream.take(number)
            if taken is not None and (taken.exact or not exact):
                if late or taken.number == number:
                    return taken
                continue
            assert self._come.wait(_PATIENCE), f"{number} never came"


@pytest.fixture
def watching(folder: Path) -> Iterator[Watching]:
    made = Watching(folder, film(1, 2, 3))
    yield made
    made.stream.close()


def test_all_frames_of_the_film_come_in_order_across_its_cuts(watching: Watching) -> None:
    watching.stream.go(0)
    for number in range(144):
        taken = watching.wait(number)
        assert taken.number == number
        assert told(taken.frame) == (number // 48 + 1, number % 48)


@pytest.mark.parametrize("step", [-1, -2, 2])
def test_it_plays_backwards_and_faster(watching: Watching, step: int) -> None:
    start = 100 if step < 0 else 20
    watching.stream.go(start, step)
    for number in range(start, start + 40 * step, step):
        taken = watching.wait(number)
        assert taken.number == number
        assert told(taken.frame) == (number // 48 + 1, number % 48)


def test_what_is_overtaken_is_left_out(watching: Watching) -> None:
    watching.stream.go(0)
    assert watching.wait(0).number == 0
    numbers: list[int] = []
    while not numbers or numbers[-1] < 61:
        numbers.append(watching.wait(61, late=True).number)
    assert numbers == sorted(set(numbers))
    assert len(numbers) < 40


def test_a_loop_goes_on_with_its_first_frame(watching: Watching) -> None:
    watching.stream.go(40, loop=(40, 52))
    numbers = [*range(40, 52)] * 3
    for number in numbers:
        taken = watching.wait(number)
        assert taken.number == number
        assert told(taken.frame) == (number // 48 + 1, number % 48)


def test_another_take_is_seen_from_the_next_frame_on(watching: Watching) -> None:
    watching.stream.go(0)
    shown = [1, 2, 3]
    for number in range(20):
        watching.wait(number)
    for clip, number in ((4, 20), (5, 21), (6, 22)):
        shown[0] = clip
        watching.stream.put(film(*shown))
        taken = watching.wait(number)
        assert told(taken.frame) == (clip, number)
    assert told(watching.wait(50).frame) == (2, 2)


def test_the_film_goes_on_as_it_was_until_the_new_take_is_ready(watching: Watching) -> None:
    watching.stream.go(0)
    watching.wait(0)
    while not watching.stream.is_full:
        threading.Event().wait(0.01)
    watching.stream.put(film(4, 2, 3))
    seen = []
    for number in range(1, 12):
        taken = watching.stream.take(number)
        if taken is not None:
            seen.append((told(taken.frame)[0], taken.exact))
    new = next((at for at, (clip, _) in enumerate(seen) if clip == 4), len(seen))
    assert seen[:new] == [(1, False)] * new
    assert seen[new:] == [(4, True)] * (len(seen) - new)
    assert new > 0
    assert told(watching.wait(40).frame) == (4, 40)


def test_a_change_elsewhere_keeps_what_is_ready(watching: Watching) -> None:
    watching.stream.go(0)
    watching.wait(0)
    while not watching.stream.is_full:
        threading.Event().wait(0.01)
    ready = watching.stream.count
    watching.stream.put(film(1, 2, 6))
    assert watching.stream.count == ready
    assert told(watching.wait(100).frame) == (6, 4)


def test_another_size_is_made_anew(watching: Watching) -> None:
    watching.stream.go(30)
    watching.wait(30)
    watching.stream.resize((256, 144))
    taken = watching.wait(30)
    assert (taken.frame.width, taken.frame.height) == (256, 144)
    assert told(taken.frame) == (1, 30)


def test_while_scrubbing_something_near_comes_first(watching: Watching) -> None:
    watching.stream.go(44, rough=True)
    rough = watching.wait(44, exact=False)
    exact = rough if rough.exact else watching.wait(44)
    assert told(exact.frame) == (1, 44)
    if not rough.exact:
        assert told(rough.frame) == (1, 24)
