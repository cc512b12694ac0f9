"""The window fits its screen, and each size of it has room for what is worked on."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from tests.support.window import studio, until
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.room import Room, Width, room_of
from topa_studio.ui.running.preferences import Preferences
from topa_studio.ui.widgets.fitting import USUAL, Fitting, fitted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Run = Callable[[Coroutine[Any, Any, Any]], Any]
_SIDE = st.integers(-5000, 9000)
_LONG = st.integers(1, 6000)
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


@given(_SIDE, _SIDE, _LONG, _LONG, _LONG, _LONG)
def test_a_place_is_moved_and_shrunk_until_the_screen_holds_it(
    left: int, top: int, wide: int, high: int, room_wide: int, room_high: int
) -> None:
    room = QRect(10, 20, room_wide, room_high)
    place = QRect(left, top, wide, high)
    found = fitted(place, room)
    assert room.contains(found)
    assert found.size() == QSize(min(wide, room_wide), min(high, room_high))
    if room.contains(place):
        assert found == place


@given(_LONG, _LONG, st.sampled_from((100, 125, 150, 175, 200)))
def test_a_window_at_an_edge_does_not_jump_to_and_fro(wide: int, high: int, percent: int) -> None:
    there = room_of(wide, high, percent)
    assert room_of(wide, high, percent, there) == there
    near = room_of(wide + 4, high + 4, percent, there)
    assert room_of(wide, high, percent, near) in (near, there)
    assert room_of(wide, high, percent, room_of(100, 100, percent)).width <= there.width


def test_steps_follow_the_size_of_text() -> None:
    assert room_of(1600, 1000, 100) == Room(Width.WIDE)
    assert room_of(1280, 720, 100) == Room(Width.NORMAL, low=True)
    assert room_of(1600, 1000, 125).width is Width.NORMAL
    assert room_of(1280, 720, 200) == Room(Width.COMPACT, low=True, flat=True)


def test_a_first_window_is_on_its_screen_and_so_is_one_of_a_screen_that_is_gone(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    screen = qapp.primaryScreen().availableGeometry()

    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            assert made.window is not None
            assert made.window.size() == USUAL
            assert screen.contains(made.window.frameGeometry())
            made.window.setGeometry(4000, 3000, 2600, 1700)
            remembered = made.window.state().geometry
        again = QWidget()
        Fitting(again).take_place(remembered)
        assert screen.contains(again.geometry())
        again.deleteLater()

    qrun(main())


def overlaps(window: MainWindow) -> list[str]:
    """Visible neighbours that cover each other."""
    parts = (window.top, window.player, window.player.transport, window.inspector, window.rail)
    groups = [part.findChildren(QWidget, options=_DIRECT) for part in parts]
    docks = window.findChildren(QDockWidget)
    groups.append([window.centralWidget(), window.statusBar(), window.top, *docks])
    pairs = [pair for group in groups for pair in itertools.combinations(group, 2)]
    return [
        f"{type(one).__name__} and {type(other).__name__}"
        for one, other in pairs
        if one.isVisible() and other.isVisible() and not (one.isWindow() or other.isWindow())
        if _place(one).intersects(_place(other))
    ]


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    ("size", "percent"),
    [
        ((1276, 690), 100),
        ((1366, 768), 100),
        ((1276, 690), 150),
        ((1276, 690), 175),
        ((1276, 690), 200),
        ((1600, 1000), 200),
    ],
)
def test_a_small_window_stays_small_and_nothing_overlaps(
    qrun: Run,
    qapp: QApplication,
    tmp_path: Path,
    size: tuple[int, int],
    percent: int,
    language: str,
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            await made.change_look("language", language)
            await made.change_look("text_percent", percent)
            window = made.window
            assert window is not None
            window.stand_at(QRect(0, 0, *size))
            window.selection.select_shot("1__2")
            await until(lambda: window.size() == QSize(*size))
            await until(lambda: window.folding._sized == window.folding.room)
            await until(lambda: not overlaps(window))
            assert window.size() == QSize(*size)
            assert window.rail.isVisible()
            time = window.player.transport.time
            assert time.width() >= time.sizeHint().width()
            if percent == 100:
                assert window.player.surface.picture_rect().width() >= 480
            await made.change_look("text_percent", 100)
            await made.change_look("language", "en")

    qrun(main())


def test_what_folded_comes_back_and_is_never_remembered_as_gone(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = made.window
            assert window is not None
            side = [window.findChild(QDockWidget, name) for name in ("elements", "queue")]
            assert all(dock.isVisible() for dock in side if dock)
            window.resize(1280, 720)
            await until(window.rail.isVisible)
            assert not any(dock.isVisible() for dock in side if dock)
            remembered = window.state().docks
            window.rail.unfold.click()
            assert all(dock.isVisible() for dock in side if dock)
            window.rail.unfold.click()
            window.resize(1600, 1000)
            await until(lambda: not window.rail.isVisible())
            assert all(dock.isVisible() for dock in side if dock)
            made.store.change(docks=remembered, geometry="")
            await made.change_look("theme", "light")
            assert made.window is not None
            again = made.window.findChild(QDockWidget, "elements")
            assert again is not None
            assert again.isVisible()
            await made.change_look("theme", "dark")

    qrun(main())


def test_the_focus_can_be_seen_in_player_and_timeline(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = made.window
            assert window is not None
            window.activateWindow()
            window.selection.select_shot("1__2")
            await until(lambda: window.timeline.view.hasFocus())
            pictures = {}
            for name, pane, widget in (
                ("player", window.player, window.player.surface),
                ("card", window.timeline.view, window.timeline.view.viewport()),
            ):
                window.inspector.shot.prompt.setFocus()
                without = widget.grab().toImage()
                pane.setFocus()
                pictures[name] = (without, widget.grab().toImage())
            window.selection.select_scene("1")
            viewport = window.timeline.view.viewport()
            window.inspector.scene.title.setFocus()
            without = viewport.grab().toImage()
            window.timeline.view.setFocus()
            pictures["scene"] = (without, viewport.grab().toImage())
            same = [name for name, (one, other) in pictures.items() if one == other]
            assert same == []

    qrun(main())


def test_preferences_know_titles_of_films_that_moved_in_the_list() -> None:
    films = [Path(f"/films/{name}.yaml") for name in "abc"]
    now = Preferences()
    for film in films:
        now = now.with_recent(film, practice=False).with_title(film, film.stem.upper())
    now = now.with_recent(films[0], practice=False)
    assert [now.title_of(name) for name in now.recent] == ["A", "C", "B"]
    assert now.title_of("/films/none.yaml") == ""
