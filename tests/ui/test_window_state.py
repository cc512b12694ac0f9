"""How a window stands outlives it: another look, language or size of text changes nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget

from tests.support.small_film import small_film
from tests.support.window import studio, until
from tests.support.work import Run
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.frame.dock_places import RIGHT_MOST, RIGHT_USUAL
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.studio import Studio

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Do = Callable[[MainWindow], object]


def dock(window: MainWindow, name: str) -> QDockWidget:
    found = window.findChild(QDockWidget, name)
    assert isinstance(found, QDockWidget)
    return found


def widen(window: MainWindow) -> None:
    window.resizeDocks([dock(window, "inspector")], [430], Qt.Orientation.Horizontal)


def on_screen(window: MainWindow) -> str:
    """The first card in sight."""
    return window.timeline.view.first_in_sight()[0]


def pages(window: MainWindow) -> set[str]:
    return {page.objectName() for page in window.findChildren(QDialog) if page.isVisible()}


def is_scrolled(window: MainWindow) -> bool:
    """Whether the form is scrolled at least as far as `scroll` did."""
    return window.inspector.column.verticalScrollBar().value() >= 80


def scroll(window: MainWindow) -> None:
    window.inspector.column.verticalScrollBar().setValue(80)


def open_pages(window: MainWindow) -> None:
    for name in ("costs", "past", "shortcuts", "guide"):
        window.menus.actions[name].trigger()


# What is set, what is seen of it, and what must be seen then.
FIELDS: dict[str, tuple[Do, Do, object]] = {
    "zoom": (
        lambda w: w.timeline.header.set_zoom(60),
        lambda w: w.timeline.view.metrics.per_second,
        60,
    ),
    "filters": (
        lambda w: w.timeline.header.pills.button(Filter.MISSING).click(),
        lambda w: w.timeline.header.pills.values,
        {Filter.MISSING},
    ),
    "search": (
        lambda w: w.timeline.header.search.setText("stone 12"),
        lambda w: (w.timeline.header.search.text(), w.timeline.table.shots.rowCount()),
        ("stone 12", 1),
    ),
    "reach": (
        lambda w: w.player.transport.take_reach("scene"),
        lambda w: (w.player.transport.reach.value, w.player.playback.stretch.reach),
        ("scene", "scene"),
    ),
    "loop": (
        lambda w: w.player.transport.loop_button.take("shot"),
        lambda w: (w.player.transport.loop_button.reach, w.player.playback.stretch.loop),
        ("shot", "shot"),
    ),
    "volume": (
        lambda w: w.player.transport.volume.setValue(35),
        lambda w: w.player.transport.volume.value(),
        35,
    ),
    "first": (
        lambda w: w.timeline.view.horizontalScrollBar().setValue(1500),
        on_screen,
        "1__14",
    ),
    "scroll": (scroll, is_scrolled, True),
    "tab": (
        lambda w: w.inspector.tabs.turn_to("takes"),
        lambda w: w.inspector.tabs.tab,
        "takes",
    ),
    "pages": (open_pages, pages, {"costs", "past", "shortcuts", "guide"}),
    "docks": (
        lambda w: dock(w, "queue").hide(),
        lambda w: dock(w, "queue").isHidden(),
        True,
    ),
    "geometry": (
        lambda w: w.setGeometry(QRect(40, 60, 1500, 900)),
        lambda w: w.geometry(),
        QRect(40, 60, 1500, 900),
    ),
    "chosen": (
        lambda w: w.selection.select_shots(["1__2", "1__4"]),
        lambda w: (w.selection.shots, sorted(w.timeline.view.selected_keys())),
        (("1__2", "1__4"), ["1__2", "1__4"]),
    ),
    "playhead": (
        lambda w: w.selection.move_playhead(7.0),
        lambda w: (w.selection.playhead, w.player.playback.position),
        (7.0, 7.0),
    ),
}


@contextmanager
def text_as_usual(made: Studio) -> Iterator[None]:
    yield
    made.store.change(text_percent=100, theme="dark", language="en")
    made._take_look()


async def _settled(made: Studio) -> MainWindow:
    window = made.window
    assert window is not None
    await until(lambda: window.furnish().restoring._wanted is None and window.isVisible())
    return window


@pytest.mark.parametrize("field", FIELDS)
def test_another_look_language_or_size_of_text_loses_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path, field: str
) -> None:
    put, seen, wanted = FIELDS[field]
    film = small_film(tmp_path / "film", 30)

    async def main() -> None:
        async with studio(qapp, tmp_path, film) as made:
            window = await _settled(made)
            if field == "scroll":
                window.resize(1500, 620)
                window.selection.select_shot("1__2")
                await until(lambda: window.inspector.column.verticalScrollBar().maximum() > 80)
            put(window)
            assert seen(window) == wanted
            with text_as_usual(made):
                for what, value in (("theme", "light"), ("language", "ru"), ("text_percent", 125)):
                    await made.change_look(what, value)
                    again = await _settled(made)
                    assert again is not window
                    await until(lambda again=again: seen(again) == wanted)

    qrun(main())


def test_a_pane_is_as_wide_as_before_and_grows_with_its_text(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = await _settled(made)
            widen(window)
            await until(lambda: dock(window, "inspector").width() == 430)
            with text_as_usual(made):
                await made.change_look("theme", "light")
                same = await _settled(made)
                await until(lambda: dock(same, "inspector").width() == 430)
                same.setGeometry(0, 0, 2100, 1300)
                await until(lambda: dock(same, "inspector").width() == 430)
                await made.change_look("text_percent", 125)
                larger = await _settled(made)
                await until(lambda: dock(larger, "inspector").width() == RIGHT_MOST)
                await made.change_look("text_percent", 200)
                await _settled(made)
                await made.change_look("text_percent", 100)
                again = await _settled(made)
                await until(lambda: dock(again, "inspector").width() >= RIGHT_USUAL)

    qrun(main())


def test_two_changes_at_once_lose_nothing_either(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path, small_film(tmp_path / "film", 30)) as made:
            window = await _settled(made)
            window.timeline.view.horizontalScrollBar().setValue(1500)
            before = on_screen(window)
            open_pages(window)
            with text_as_usual(made):
                await made.change_look("theme", "light")
                await made.change_look("language", "ru")
                again = await _settled(made)
                assert on_screen(again) == before
                assert pages(again) == {"costs", "past", "shortcuts", "guide"}

    qrun(main())


def test_a_start_keeps_zoom_and_sizes_and_shows_all_shots(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = small_film(tmp_path / "film", 30)

    async def first() -> None:
        async with studio(qapp, tmp_path, film) as made:
            window = await _settled(made)
            window.timeline.header.set_zoom(60)
            window.timeline.header.pills.button(Filter.MISSING).click()
            window.player.transport.volume.setValue(35)
            widen(window)
            await until(lambda: dock(window, "inspector").width() == 430)
            await made.store.save()

    async def second() -> None:
        async with studio(qapp, tmp_path, film) as made:
            window = await _settled(made)
            assert window.timeline.view.metrics.per_second == 60
            assert window.player.transport.volume.value() == 35
            assert window.timeline.header.pills.values == frozenset()
            assert dock(window, "inspector").width() == 430

    qrun(first())
    assert PreferenceStore(tmp_path / "window.json").now.zoom == 60
    qrun(second())


def test_another_film_stands_like_the_last_and_shows_all_its_shots(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    other = small_film(tmp_path / "other", shots=3)

    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = await _settled(made)
            window.timeline.header.set_zoom(60)
            window.timeline.header.pills.button(Filter.MISSING).click()
            open_pages(window)
            await made.open(other, practice=True)
            again = await _settled(made)
            assert again.session.document.path == other.resolve()
            assert again.timeline.view.metrics.per_second == 60
            assert again.timeline.header.pills.values == frozenset()
            assert pages(again) == set()

    qrun(main())
