from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.player.clips import FPS, Colour, make_clip
from topa_studio.film.ladder import Shown, Source
from topa_studio.film.span import Reach, Span
from topa_studio.film.timing import Cut
from topa_studio.ui.player.decks import make_deck
from topa_studio.ui.player.playback import Playback

# Said once where there is no graphics card.
pytestmark = pytest.mark.qt_log_ignore("No RHI backend")

RED, GREEN, BLUE = (200, 20, 20), (20, 180, 20), (20, 20, 200)
CLIP = Source.CLIP


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clips")
    make_clip(folder / "red.mp4", 1.0, RED, sound=True)
    make_clip(folder / "green.mp4", 1.5, GREEN)
    make_clip(folder / "blue.mp4", 0.5, BLUE)
    return folder


class Watched:
    """A playback, and all it showed: ("frame", colour, seconds in the file) or ("still", key)."""

    def __init__(self, folder: Path) -> None:
        self.playback = Playback(lambda relative: folder / relative, make_deck)
        self.shown: list[tuple[str, object, float]] = []
        self.moves: list[float] = []
        self.playback.frame_shown.connect(self._frame)
        self.playback.still_shown.connect(lambda cut: self.shown.append(("still", cut.key, 0.0)))
        self.playback.moved.connect(self.moves.append)

    def _frame(self, frame: object) -> None:
        image: QImage = frame.toImage()  # type: ignore[attr-defined]
        assert not image.isNull()
        at = frame.startTime() / 1e6  # type: ignore[attr-defined]
        self.shown.append(("frame", _colour_name(image), at))

    def order(self) -> list[object]:
        """What was on screen, repeats left out."""
        names = [name for _, name, _ in self.shown]
        return [name for at, name in enumerate(names) if at == 0 or names[at - 1] != name]


def _colour_name(image: QImage) -> str:
    found = image.pixelColor(image.width() - 3, image.height() // 2)
    known: dict[str, Colour] = {"red": RED, "green": GREEN, "blue": BLUE}
    return min(known, key=lambda name: _distance(found, known[name]))


def _distance(one: QColor, other: Colour) -> int:
    return sum(abs(a - b) for a, b in zip((one.red(), one.green(), one.blue()), other, strict=True))


@pytest.fixture
def watched(qtbot: QtBot, clips: Path) -> Iterator[Watched]:
    made = Watched(clips)
    yield made
    made.playback.close()


def cut(
    key: str,
    number: str,
    start: float,
    seconds: float,
    path: str,
    offset: float = 0,
    until: float | None = None,
) -> Cut:
    source = CLIP if path else Source.SLATE
    return Cut(key, number, start, seconds, Shown(source, path, offset, until))


def finish(qtbot: QtBot, playback: Playback) -> None:
    qtbot.waitUntil(lambda: not playback.playing, timeout=300_000)


def test_the_film_plays_clip_after_clip_with_slates_and_nothing_black(
    qtbot: QtBot, watched: Watched
) -> None:
    playback = watched.playback
    film = (
        cut("a", "1.1", 0, 1, "red.mp4"),
        cut("b", "1.2", 1, 1, "green.mp4"),
        cut("s", "1.3", 2, 0.4, ""),
        cut("c", "2.1", 2.4, 0.5, "blue.mp4"),
    )
    playback.set_cuts(film)
    began = time.monotonic()
    playback.play()
    finish(qtbot, playback)
    took = time.monotonic() - began
    assert watched.order() == ["red", "green", "s", "blue"]
    assert len([entry for entry in watched.shown if entry[0] == "frame"]) >= FPS
    assert took >= 2.8
    assert playback.position == film[-1].end
    assert watched.moves == sorted(watched.moves)


def test_each_frame_of_a_clip_is_shown_once_and_again_after_something_else(
    qtbot: QtBot, watched: Watched
) -> None:
    playback = watched.playback
    playback.set_cuts((cut("a", "1.1", 0, 0.5, "red.mp4"), cut("s", "1.2", 0.5, 0.2, "")))
    qtbot.waitUntil(lambda: len(watched.shown) == 1, timeout=300_000)
    playback.play()
    finish(qtbot, playback)
    frames = [at for kind, _name, at in watched.shown if kind == "frame"]
    assert len(frames) == len(set(frames))
    watched.shown.clear()
    playback.seek(frames[-1])
    qtbot.waitUntil(lambda: [name for _, name, _ in watched.shown] == ["red"], timeout=300_000)


def test_a_clip_that_is_longer_than_its_shot_is_cut_there(qtbot: QtBot, watched: Watched) -> None:
    watched.playback.set_cuts((cut("a", "1.1", 0, 0.5, "green.mp4"),))
    watched.playback.play()
    finish(qtbot, watched.playback)
    assert max(at for _, _, at in watched.shown) < 0.5


def test_a_clip_that_is_shorter_than_its_shot_holds_its_last_frame(
    qtbot: QtBot, watched: Watched
) -> None:
    watched.playback.set_cuts((cut("a", "1.1", 0, 1.0, "blue.mp4"),))
    began = time.monotonic()
    watched.playback.play()
    finish(qtbot, watched.playback)
    assert time.monotonic() - began >= 0.95
    assert watched.order() == ["blue"]
    assert watched.playback.position == 1.0


def test_a_part_of_a_file_that_is_shorter_than_its_shot_never_shows_the_next_part(
    qtbot: QtBot, watched: Watched
) -> None:
    """As where one clip is a whole scene, and a shot in it was made longer afterwards."""
    watched.playback.set_cuts((cut("a", "1.1", 0, 1.0, "green.mp4", 0.25, 0.75),))
    began = time.monotonic()
    watched.playback.play()
    finish(qtbot, watched.playback)
    assert time.monotonic() - began >= 0.95
    assert max(at for _, _, at in watched.shown) < 0.75
    assert watched.playback.position == 1.0
    watched.playback.seek(0.1)
    qtbot.waitUntil(lambda: round(watched.shown[-1][2] * FPS) == 8)
    watched.playback.seek(0.9)
    qtbot.waitUntil(lambda: round(watched.shown[-1][2] * FPS) == 17)


def test_a_slate_stands_for_the_shots_own_seconds(qtbot: QtBot, watched: Watched) -> None:
    watched.playback.set_cuts((cut("s", "1.1", 0, 0.5, ""),))
    began = time.monotonic()
    watched.playback.play()
    finish(qtbot, watched.playback)
    assert time.monotonic() - began >= 0.48


def test_a_seek_shows_exactly_the_frame_of_that_moment(qtbot: QtBot, watched: Watched) -> None:
    playback = watched.playback
    playback.set_cuts((cut("a", "1.1", 0, 1, "red.mp4"), cut("b", "1.2", 1, 1.5, "green.mp4")))
    for frame in (30, 7, 35, 24, 23, 0, 59):
        count = len(watched.shown)
        playback.seek(frame / FPS)
        qtbot.waitUntil(lambda count=count: len(watched.shown) > count)
        _, name, at = watched.shown[-1]
        expected = ("red", frame) if frame < FPS else ("green", frame - FPS)
        assert (name, round(at * FPS)) == expected
        assert playback.position == frame / FPS


def test_many_seeks_end_at_the_last_one(qtbot: QtBot, watched: Watched) -> None:
    playback = watched.playback
    playback.set_cuts((cut("a", "1.1", 0, 1, "red.mp4"), cut("b", "1.2", 1, 1.5, "green.mp4")))
    for frame in [*range(0, 60, 3), 41]:
        playback.seek(frame / FPS)
    qtbot.waitUntil(lambda: bool(watched.shown) and round(watched.shown[-1][2] * FPS) == 41 - FPS)


def test_a_seek_while_it_plays_shows_no_frame_of_the_old_place(
    qtbot: QtBot, watched: Watched
) -> None:
    playback = watched.playback
    playback.set_cuts((cut("b", "1.1", 0, 1.5, "green.mp4"),))
    playback.play()
    for target in (0.9, 0.2, 1.1, 0.3):
        qtbot.waitUntil(lambda: len(watched.shown) > 3)
        watched.shown.clear()
        playback.seek(target)
        qtbot.waitUntil(lambda: bool(watched.shown))
        assert abs(watched.shown[0][2] - target) < 1.5 / FPS
        assert playback.playing


def test_a_clip_is_shown_from_its_offset(qtbot: QtBot, watched: Watched) -> None:
    watched.playback.set_cuts((cut("a", "1.1", 0, 0.5, "green.mp4", offset=0.75),))
    qtbot.waitUntil(lambda: bool(watched.shown))
    assert round(watched.shown[0][2] * FPS) == 18
    watched.playback.play()
    finish(qtbot, watched.playback)
    assert max(at for _, _, at in watched.shown) < 1.25


def test_steps_go_frame_by_frame_over_cuts(qtbot: QtBot, watched: Watched) -> None:
    playback = watched.playback
    playback.set_cuts((cut("a", "1.1", 0, 1, "red.mp4"), cut("b", "1.2", 1, 1, "green.mp4")))
    playback.seek(23 / FPS)
    playback.step(1)
    qtbot.waitUntil(lambda: bool(watched.shown) and watched.shown[-1][1] == "green")
    assert playback.position == 1.0
    playback.step(-1)
    qtbot.waitUntil(lambda: watched.shown[-1][1] == "red")
    assert round(watched.shown[-1][2] * FPS) == 23
    playback.step(-500)
    assert playback.position == 0


@pytest.mark.parametrize("loop", [Reach.SHOT, Reach.SCENE])
def test_a_loop_starts_again_without_a_still_between(
    qtbot: QtBot, watched: Watched, loop: Reach
) -> None:
    playback = watched.playback
    film = (cut("a", "1.1", 0, 0.5, "blue.mp4"), cut("b", "2.1", 0.5, 1, "green.mp4"))
    playback.set_cuts(film)
    playback.stretch.loop = loop
    playback.play()

    def rounds() -> int:
        return sum(1 for a, b in zip(watched.moves, watched.moves[1:], strict=False) if b < a)

    qtbot.waitUntil(lambda: rounds() >= 2, timeout=300_000)
    assert playback.playing
    assert watched.order() == ["blue"]


def test_only_the_shot_is_played_where_the_switch_says_shot(qtbot: QtBot, watched: Watched) -> None:
    playback = watched.playback
    playback.set_cuts((cut("a", "1.1", 0, 0.5, "blue.mp4"), cut("b", "1.2", 0.5, 1, "green.mp4")))
    playback.stretch.reach = Reach.SHOT
    playback.play()
    finish(qtbot, playback)
    assert playback.position == 0.5
    assert watched.order() == ["blue"]


def test_a_new_cut_list_keeps_the_place_in_its_shot(qtbot: QtBot, watched: Watched) -> None:
    playback = watched.playback
    first, second = cut("a", "1.1", 0, 1, "red.mp4"), cut("b", "1.2", 1, 1, "green.mp4")
    playback.set_cuts((first, second))
    playback.seek(1.25)
    qtbot.waitUntil(lambda: bool(watched.shown) and watched.shown[-1][1] == "green")
    moved = (cut("b", "1.1", 0, 1, "green.mp4"), cut("a", "1.2", 1, 1, "red.mp4"))
    playback.set_cuts(moved)
    assert playback.position == 0.25
    assert playback.cut == moved[0]
    playback.set_cuts(())
    assert playback.position == 0


def test_a_shot_that_moves_while_it_plays_is_played_to_its_end(
    qtbot: QtBot, watched: Watched
) -> None:
    playback = watched.playback
    playback.set_cuts((cut("a", "1.1", 0, 1, "red.mp4"), cut("b", "1.2", 1, 1, "green.mp4")))
    playback.play(Span(0, 1))
    qtbot.waitUntil(lambda: playback.position > 0.2)
    playback.set_cuts((cut("b", "1.1", 0, 1, "green.mp4"), cut("a", "1.2", 1, 1, "red.mp4")))
    assert playback.playing
    finish(qtbot, playback)
    assert playback.position == 2
    assert watched.order() == ["red"]


def test_a_file_that_was_replaced_is_read_anew(qtbot: QtBot, watched: Watched, clips: Path) -> None:
    film = (cut("a", "1.1", 0, 1, "changing.mp4"),)
    make_clip(clips / "changing.mp4", 1.0, RED)
    watched.playback.set_cuts(film)
    qtbot.waitUntil(lambda: watched.order() == ["red"])
    make_clip(clips / "fresh.mp4", 1.0, GREEN).replace(clips / "changing.mp4")
    watched.playback.set_cuts(film)
    qtbot.waitUntil(lambda: watched.order() == ["red", "green"])


@pytest.mark.qt_log_ignore("No RHI backend", "Could not open media")
def test_a_clip_that_cannot_be_played_is_told_and_the_film_goes_on(
    qtbot: QtBot, watched: Watched, clips: Path
) -> None:
    (clips / "broken.mp4").write_bytes(b"no clip at all" * 100)
    film = (cut("x", "1.1", 0, 0.3, "broken.mp4"), cut("c", "1.2", 0.3, 0.5, "blue.mp4"))
    failures: list[str] = []
    watched.playback.clip_failed.connect(lambda key, _why: failures.append(key))
    watched.playback.set_cuts(film)
    watched.playback.play()
    finish(qtbot, watched.playback)
    assert watched.order()[-1] == "blue"
    assert set(failures) == {"x"}


def test_l_plays_faster_with_each_press_and_j_goes_back(qtbot: QtBot, watched: Watched) -> None:
    playback = watched.playback
    playback.set_cuts((cut("a", "1.1", 0, 1, "red.mp4"), cut("b", "1.2", 1, 1.5, "green.mp4")))
    playback.shuttle(1)
    playback.shuttle(1)
    assert playback.rate == 2
    qtbot.waitUntil(lambda: playback.position > 1.2)
    playback.shuttle(-1)
    assert playback.rate == -1
    qtbot.waitUntil(lambda: playback.position < 1.0)
    playback.pause()
    assert not playback.playing


def test_without_a_video_player_the_film_still_runs_by_the_clock(qtbot: QtBot, clips: Path) -> None:
    playback = Playback(lambda relative: clips / relative, lambda _parent: None)
    stills: list[str] = []
    playback.still_shown.connect(lambda shown: stills.append(shown.key))
    playback.set_cuts((cut("a", "1.1", 0, 0.2, "red.mp4"), cut("b", "1.2", 0.2, 0.2, "blue.mp4")))
    playback.play()
    finish(qtbot, playback)
    assert stills[-1] == "b"
    assert not playback.has_player
