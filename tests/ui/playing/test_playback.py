"""What is on screen while a composition plays: every frame in turn, whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.player.clips import Colour, make_clip
from topa_studio.film.composition import Composition
from topa_studio.film.span import Reach, Span
from topa_studio.film.timing import CutList
from topa_studio.model.scenario import Scenario, Scene, Shot, Transition, Trim
from topa_studio.model.status import ShotStatus
from topa_studio.model.take import Take
from topa_studio.ui.playing.playback import Playback
from topa_studio.ui.playing.speaker import Speaker

RED, GREEN, BLUE = (200, 20, 20), (20, 180, 20), (20, 20, 200)
DARK = (30, 33, 41)
KNOWN: dict[str, Colour] = {"red": RED, "green": GREEN, "blue": BLUE, "slate": DARK}


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clips")
    make_clip(folder / "red.mp4", 1.0, RED, sound=True)
    make_clip(folder / "green.mp4", 2.0, GREEN)
    make_clip(folder / "blue.mp4", 0.5, BLUE)
    (folder / "broken.mp4").write_bytes(b"<html>no clip</html>")
    return folder


def film(*shots: tuple[str, str, float], join: Transition | None = None) -> Composition:
    """A film of shots: key, the file without its ending or "", seconds."""
    made = tuple(
        Shot(key, key, trim=Trim(0, seconds), transition=join or Transition())
        for key, _file, seconds in shots
    )
    return film_of(made, {key: f"{file}.mp4" for key, file, _ in shots if file})


def film_of(shots: tuple[Shot, ...], files: dict[str, str]) -> Composition:
    """A film of these shots, and the clips of some by their keys."""
    scenario = Scenario(scenes=(Scene("1", shots=shots),))

    def status(key: str) -> ShotStatus:
        return ShotStatus(key, chosen=Take(1, files[key]) if key in files else None)

    return Composition(scenario, CutList(status).of(scenario))


class Watched:
    """A playback, and all it showed: the playhead's frame, a colour, how wide the white bar is."""

    def __init__(self, folder: Path) -> None:
        self.owner = QObject()
        self.speaker = Speaker(self.owner)
        self.playback = Playback(lambda path: folder / path, self.speaker, self.owner)
        self.shown: list[tuple[int, str, int]] = []
        self.failed: list[str] = []
        self.playback.frame_shown.connect(self._frame)
        self.playback.clip_failed.connect(lambda key, _why: self.failed.append(key))

    def show(self, composition: Composition) -> None:
        self.playback.show(composition, {})

    def _frame(self, image: QImage) -> None:
        assert not image.isNull()
        row = image.height() // 2
        bar = 0
        while bar < image.width() and image.pixelColor(bar, row).lightness() > 220:
            bar += 1
        place = bar * 24 / image.width()
        self.shown.append((self.playback.frame, _colour_name(image), round(place)))

    def order(self) -> list[str]:
        """What was on screen, repeats left out."""
        return [name for name, _ in groupby(name for _, name, _ in self.shown)]

    def close(self) -> None:
        self.playback.close()
        self.speaker.close()


def _colour_name(image: QImage) -> str:
    found = image.pixelColor(image.width() - 3, image.height() // 2)
    return min(KNOWN, key=lambda name: _distance(found, KNOWN[name]))


def _distance(one: QColor, other: Colour) -> int:
    return sum(abs(a - b) for a, b in zip((one.red(), one.green(), one.blue()), other, strict=True))


@pytest.fixture
def watched(qtbot: QtBot, clips: Path) -> Iterator[Watched]:
    made = Watched(clips)
    yield made
    made.close()


def finish(qtbot: QtBot, playback: Playback) -> None:
    qtbot.waitUntil(lambda: not playback.playing, timeout=300_000)


def begun(qtbot: QtBot, watched: Watched) -> None:
    qtbot.waitUntil(lambda: bool(watched.shown), timeout=300_000)


def test_the_film_plays_shot_after_shot_and_stays_on_its_last_frame(
    qtbot: QtBot, watched: Watched
) -> None:
    watched.show(film(("a", "red", 0.5), ("b", "green", 0.5), ("s", "", 0.25), ("c", "blue", 0.5)))
    begun(qtbot, watched)
    watched.playback.play()
    finish(qtbot, watched.playback)
    assert watched.order() == ["red", "green", "slate", "blue"]
    assert watched.playback.frame == watched.playback.composition.frames - 1
    frames = [frame for frame, _, _ in watched.shown]
    assert frames == sorted(frames)
    watched.playback.play()  # once more from the beginning
    assert watched.playback.frame == 0


def test_a_picture_is_always_of_the_playheads_frame_or_one_just_before(
    qtbot: QtBot, watched: Watched
) -> None:
    watched.show(film(("a", "red", 1.0)))
    begun(qtbot, watched)
    watched.playback.play()
    finish(qtbot, watched.playback)
    # A drawn bar that grows by a frame's share each frame tells which frame of the file it is.
    assert all(place <= frame + 1 for frame, _, place in watched.shown)
    assert watched.shown[-1][0] == 23


def test_a_clip_that_is_shorter_than_its_shot_holds_its_last_frame(
    qtbot: QtBot, watched: Watched
) -> None:
    watched.show(film(("a", "blue", 1.0)))
    begun(qtbot, watched)
    watched.playback.seek(22)
    qtbot.waitUntil(lambda: watched.shown[-1][0] == 22, timeout=300_000)
    assert watched.order() == ["blue"]


def test_a_seek_shows_that_very_frame(qtbot: QtBot, watched: Watched) -> None:
    watched.show(film(("a", "red", 1.0), ("b", "green", 1.0)))
    begun(qtbot, watched)
    for frame, name in ((30, "green"), (3, "red"), (24, "green"), (23, "red")):
        watched.playback.seek(frame)
        qtbot.waitUntil(lambda f=frame, n=name: watched.shown[-1][:2] == (f, n), timeout=300_000)


def test_a_loop_goes_round_until_it_is_paused(qtbot: QtBot, watched: Watched) -> None:
    watched.show(film(("a", "red", 0.25), ("b", "green", 0.25), ("c", "blue", 0.25)))
    begun(qtbot, watched)
    watched.playback.seek(6)
    watched.playback.take_loop(Reach.SHOT.value)
    watched.playback.play()
    qtbot.waitUntil(lambda: len(watched.shown) > 20, timeout=300_000)
    watched.playback.pause()
    assert {name for frame, name, _ in watched.shown if frame} == {"green"}


def test_a_marked_range_is_what_loops(qtbot: QtBot, watched: Watched) -> None:
    watched.show(film(("a", "red", 1.0), ("b", "green", 1.0)))
    begun(qtbot, watched)
    stretch = watched.playback.stretch
    stretch.mark_in(20, 48)
    stretch.mark_out(27)
    assert stretch.marks == Span(20, 28)
    watched.playback.seek(20)
    watched.shown.clear()
    watched.playback.play()
    qtbot.waitUntil(lambda: len(watched.shown) > 14, timeout=300_000)
    watched.playback.pause()
    assert {frame for frame, _, _ in watched.shown} <= set(range(20, 28))
    assert {name for _, name, _ in watched.shown} == {"red", "green"}
    stretch.mark_in(40, 48)
    assert stretch.marks == Span(40, 48)
    stretch.unmark()
    assert not stretch.loops


def test_backwards_and_faster(qtbot: QtBot, watched: Watched) -> None:
    watched.show(film(("a", "red", 1.0), ("b", "green", 2.0)))
    begun(qtbot, watched)
    watched.playback.seek(40)
    watched.playback.shuttle(-1)
    watched.playback.shuttle(-1)
    assert watched.playback.rate == -2
    finish(qtbot, watched.playback)
    assert watched.playback.frame == 0
    watched.playback.shuttle(1)
    watched.playback.shuttle(1)
    assert watched.playback.rate == 2
    finish(qtbot, watched.playback)
    assert watched.playback.frame == 71


def test_another_take_is_shown_without_a_stop(qtbot: QtBot, watched: Watched) -> None:
    watched.show(film(("a", "red", 1.0), ("b", "blue", 0.5)))
    begun(qtbot, watched)
    watched.playback.play()
    qtbot.waitUntil(lambda: watched.playback.frame > 4, timeout=300_000)
    watched.show(film(("a", "green", 1.0), ("b", "blue", 0.5)))
    assert watched.playback.playing
    finish(qtbot, watched.playback)
    assert watched.order() == ["red", "green", "blue"]


def test_an_edit_before_the_shot_on_screen_keeps_its_place(qtbot: QtBot, watched: Watched) -> None:
    watched.show(film(("a", "red", 0.5), ("b", "green", 1.0)))
    begun(qtbot, watched)
    watched.playback.seek(20)
    watched.show(film(("n", "blue", 0.5), ("a", "red", 0.5), ("b", "green", 1.0)))
    assert watched.playback.frame == 32
    watched.show(film(("b", "green", 0.25)))
    assert watched.playback.frame == 5
    watched.show(film(("x", "red", 0.5)))
    assert watched.playback.frame == 5
    qtbot.waitUntil(lambda: watched.shown[-1][1] == "red", timeout=300_000)


def test_a_trim_of_the_beginning_leaves_the_frame_on_screen(watched: Watched) -> None:
    def trimmed(start: float) -> Composition:
        first, second = film(("a", "red", 0.5), ("b", "green", 1.0)).scenario.shots()
        shots = (first, replace(second, trim=Trim(start, 1.0)))
        return film_of(shots, {"a": "red.mp4", "b": "green.mp4"})

    watched.show(trimmed(0))
    watched.playback.seek(12 + 10)
    watched.show(trimmed(0.25))
    assert watched.playback.frame == 12 + 4
    watched.show(trimmed(0))
    assert watched.playback.frame == 12 + 10
    watched.show(trimmed(0.5))
    assert watched.playback.frame == 12


def test_a_file_that_is_no_clip_is_told_and_does_not_stop_the_film(
    qtbot: QtBot, watched: Watched
) -> None:
    watched.show(film(("a", "red", 0.25), ("x", "broken", 0.25), ("b", "green", 0.25)))
    begun(qtbot, watched)
    watched.playback.play()
    finish(qtbot, watched.playback)
    assert watched.order() == ["red", "slate", "green"]
    assert set(watched.failed) == {"x"}


def test_a_film_that_becomes_empty_while_it_plays_stops(qtbot: QtBot, watched: Watched) -> None:
    watched.show(film(("a", "red", 1.0)))
    begun(qtbot, watched)
    watched.playback.play()
    qtbot.waitUntil(lambda: watched.playback.frame > 2, timeout=300_000)
    watched.show(Composition(Scenario(), ()))
    finish(qtbot, watched.playback)
    assert watched.playback.frame == 0
    watched.playback.play()
    assert not watched.playback.playing


def test_an_edge_of_a_trim_can_be_looked_at_beyond_what_is_used(
    qtbot: QtBot, watched: Watched
) -> None:
    watched.show(film(("a", "red", 0.5)))
    begun(qtbot, watched)
    (cut,) = watched.playback.cuts
    watched.playback.look_at(cut, 20)
    qtbot.waitUntil(lambda: watched.shown[-1][2] >= 19, timeout=300_000)
    assert watched.playback.frame == 0
    watched.playback.seek(0)
    qtbot.waitUntil(lambda: watched.shown[-1][2] <= 1, timeout=300_000)
