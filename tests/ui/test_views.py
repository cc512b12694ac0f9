"""Timeline, board and shot list are one film: one choice, one playhead, one player."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from tests.support.small_film import small_film
from tests.support.window import studio, until
from tests.support.work import Run
from topa_studio.ui.card_size import CardSize
from topa_studio.ui.film.kinds import BOARD, SHOT_LIST, TIMELINE, VIEWS
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.studio import Studio
from topa_studio.ui.timeline.view import TimelineView
from topa_studio.ui.views import film_views

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = {TIMELINE: Qt.Key.Key_1, BOARD: Qt.Key.Key_2, SHOT_LIST: Qt.Key.Key_3}


def dock(window: MainWindow, name: str) -> QDockWidget:
    found = window.findChild(QDockWidget, name)
    assert isinstance(found, QDockWidget)
    return found


def place(widget: QWidget) -> QRect:
    window = widget.window()
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


async def at_rest(made: Studio, *, wide: int = 1600, high: int = 1000) -> MainWindow:
    window = made.window
    assert window is not None
    window.stand_at(QRect(0, 0, wide, high))
    await until(lambda: window.size() == QSize(wide, high), 60)
    await until(lambda: window.folding._sized == window.folding.room, 60)
    return window


async def turn(window: MainWindow, name: str) -> None:
    """By its key, as a user does."""
    window.activateWindow()
    QTest.keyClick(window, KEYS[name], CTRL)
    await until(lambda: window.timeline.views.kind.name == name, 60)
    await until(lambda: not window.folding._settle.isActive(), 60)
    await until(lambda: window.player.isVisible() and window.timeline.isVisible(), 60)


def test_the_player_goes_beside_the_film_and_comes_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path, small_film(tmp_path / "film", 30)) as made:
            window = await at_rest(made)
            film, player = window.timeline, window.player
            before = {name: place(part) for name, part in (("film", film), ("player", player))}
            assert before["film"].top() >= before["player"].bottom()
            for name in (BOARD, SHOT_LIST):
                await turn(window, name)
                assert film.views.widget.hasFocus() or not window.isActiveWindow()
                beside, inspector = place(player), place(window.inspector)
                assert beside.left() > place(film).right()
                assert beside.bottom() <= inspector.top()
                assert abs(beside.width() - inspector.width()) <= 2
                assert place(film).height() > before["film"].height()
                # The picture is as wide as the column, and all buttons are on one line.
                picture = player.surface.picture_rect()
                assert abs(picture.width() - (beside.width() - 24)) <= 2
                assert player.transport.height() < 1.6 * player.transport.play_button.height()
                assert dock(window, "elements").isVisible() is (name == BOARD)
                assert window.timeline.overview.isVisible()
                # The keys of cells stand under the list; a board has none under it.
                assert film.hints.isVisible() is (name == SHOT_LIST)
                told = film.hints.accessibleDescription()
                assert ("Alt ↑ ↓: move shot" in told) is (name == SHOT_LIST)
            await turn(window, TIMELINE)
            assert {"film": place(film), "player": place(player)} == before
            assert dock(window, "elements").isVisible()
            assert not film.overview.isVisible()
            assert film.hints.isVisible()
            assert "Enter: play shot" in film.hints.accessibleDescription()

    qrun(main())


def test_the_switch_the_menu_and_the_keys_say_the_same(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = await at_rest(made)
            actions, switch = window.commands.actions, window.timeline.header.switch

            def ticked() -> list[str]:
                return [k.name for k in VIEWS.values() if actions[k.command].isChecked()]

            assert (ticked(), switch.value) == ([TIMELINE], TIMELINE)
            QTest.mouseClick(switch.button(BOARD), Qt.MouseButton.LeftButton)
            assert (ticked(), switch.value) == ([BOARD], BOARD)
            actions["view_shot_list"].trigger()
            assert (ticked(), switch.value) == ([SHOT_LIST], SHOT_LIST)
            actions["view_shot_list"].trigger()
            assert (ticked(), switch.value) == ([SHOT_LIST], SHOT_LIST)
            assert dock(window, "player").toggleViewAction().isVisible()
            assert not dock(window, "timeline").toggleViewAction().isVisible()
            await turn(window, TIMELINE)
            # A timeline that was hidden is there again when it is asked for.
            dock(window, "timeline").hide()
            QTest.keyClick(window, Qt.Key.Key_1, CTRL)
            assert dock(window, "timeline").isVisible()

    qrun(main())


def test_choice_playhead_and_playing_go_on_through_a_switch(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path, small_film(tmp_path / "film", 30)) as made:
            window = await at_rest(made)
            window.selection.select_shots(["1__3", "1__2"])
            window.player.playback.seek(100)
            window.player.toggle_film()
            assert window.player.playback.playing
            shown = window.player.surface.frames
            for name in (BOARD, SHOT_LIST, TIMELINE):
                await turn(window, name)
                assert window.player.playback.playing
                view = window.timeline.views.widget
                rows = sorted(index.row() for index in view.selectionModel().selectedIndexes())
                assert rows == [1, 2]
                assert view.currentIndex().row() == 1
                shown = window.player.surface.frames
                await until(lambda shown=shown: window.player.surface.frames > shown, 60)
            window.player.toggle_film()
            await turn(window, BOARD)
            view = window.timeline.views.widget
            view.selectionModel().select(
                view.model().index(7, 0), view.selectionModel().SelectionFlag.ClearAndSelect
            )
            assert window.selection.shots == ("1__8",)
            # The choice of a view that is hidden is nobody's.
            window.timeline.view.selectionModel().clear()
            assert window.selection.shots == ("1__8",)

    qrun(main())


def test_a_view_is_made_when_it_is_first_used_and_kept(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = await at_rest(made)
            assert len(window.timeline.views.all()) == 1
            await turn(window, BOARD)
            board = window.timeline.shown
            assert len(window.timeline.views.all()) == 2
            await turn(window, TIMELINE)
            await turn(window, BOARD)
            assert window.timeline.shown is board

    qrun(main())


def test_the_wheel_turns_the_board_after_other_views_were_shown(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    def turn_wheel(window: MainWindow) -> None:
        viewport = window.timeline.views.widget.viewport()
        at = QPointF(viewport.rect().center())
        event = QWheelEvent(
            at, QPointF(viewport.mapToGlobal(at)), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    async def main() -> None:
        async with studio(qapp, tmp_path, small_film(tmp_path / "film", 300)) as made:
            window = await at_rest(made)
            for name in (BOARD, SHOT_LIST, TIMELINE, BOARD):
                await turn(window, name)
            board = window.timeline.views.widget
            turn_wheel(window)
            await until(lambda: board.verticalOffset() > 0, 60)

    qrun(main())


def test_a_hidden_timeline_measures_nothing_for_an_edit(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path, small_film(tmp_path / "film", 30)) as made:
            window = await at_rest(made)
            await turn(window, BOARD)
            timeline = window.timeline.view
            measured: list[object] = []
            monkeypatch.setattr(timeline._ruler, "strip", measured.append)
            before = timeline.painter.painted
            window.selection.select_shot("1__4")
            window.commands.do("duplicate")
            await until(lambda: window.desk.film.count() == 31, 60)
            await window.desk.settled()
            window.selection.move_playhead(20.0)
            assert (measured, timeline.painter.painted) == ([], before)
            monkeypatch.undo()
            await turn(window, TIMELINE)
            assert timeline.strip().rows == 31
            assert timeline.playhead == window.selection.playhead

    qrun(main())


def test_each_view_has_a_split_of_its_own_and_another_look_and_a_start_keep_it(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = small_film(tmp_path / "film", 30)

    def wide(window: MainWindow) -> int:
        return dock(window, "inspector").width()

    async def widen(window: MainWindow, pixels: int) -> None:
        inspector = dock(window, "inspector")
        window.resizeDocks([inspector], [pixels], Qt.Orientation.Horizontal)
        await until(lambda: inspector.width() == pixels, 60)

    async def first() -> None:
        async with studio(qapp, tmp_path, film) as made:
            window = await at_rest(made)
            await widen(window, 400)
            await turn(window, BOARD)
            await widen(window, 440)
            dock(window, "queue").hide()
            await turn(window, TIMELINE)
            await until(lambda: wide(window) == 400, 60)
            assert dock(window, "queue").isVisible()
            await turn(window, SHOT_LIST)
            dock(window, "elements").show()
            await turn(window, BOARD)
            await until(lambda: wide(window) == 440, 60)
            assert not dock(window, "queue").isVisible()
            await made.change_look("theme", "light")
            again = made.window
            assert again is not None
            assert again is not window
            await until(lambda: again.timeline.views.kind.name == BOARD, 60)
            await until(lambda: wide(again) == 440, 60)
            assert place(again.player).left() > place(again.timeline).right()
            await turn(again, SHOT_LIST)
            assert dock(again, "elements").isVisible()
            await made.change_look("theme", "dark")
            await made.store.save()

    async def second() -> None:
        async with studio(qapp, tmp_path, film) as made:
            window = await at_rest(made)
            assert window.timeline.views.kind.name == SHOT_LIST
            assert window.commands.actions["view_shot_list"].isChecked()
            assert dock(window, "elements").isVisible()
            await turn(window, BOARD)
            await until(lambda: wide(window) == 440, 60)
            assert not dock(window, "queue").isVisible()
            await turn(window, TIMELINE)
            await until(lambda: wide(window) == 400, 60)

    qrun(first())
    assert PreferenceStore(tmp_path / "window.json").now.view == SHOT_LIST
    qrun(second())


def test_a_view_that_nobody_knows_is_the_timeline(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    store = PreferenceStore(tmp_path / "window.json")
    store.change(view="carousel", layouts=("carousel AAAA", "board", "board !!!"))
    qrun(store.save())

    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = await at_rest(made)
            assert window.timeline.views.kind.name == TIMELINE
            await turn(window, BOARD)
            assert window.player.isVisible()

    qrun(main())


def test_pages_lie_over_board_as_over_the_timeline(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path, small_film(tmp_path / "film", 30)) as made:
            window = await at_rest(made)
            await turn(window, BOARD)
            player = dock(window, "player")
            high = player.height()
            window.judging.show_seam("1__3")
            page = window.middle.page
            assert page is not None
            assert not player.isVisible()
            assert place(page).contains(place(window.timeline))
            page.left.emit()
            await until(lambda: player.isVisible() and player.height() == high, 60)
            window.judging.show_seam("1__3")
            await turn(window, SHOT_LIST)
            assert window.middle.page is None
            assert window.timeline.isEnabled()
            assert player.isVisible()

    qrun(main())


def test_the_page_of_an_element_leaves_the_player_beside_board(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path, small_film(tmp_path / "film", 30)) as made:
            window = await at_rest(made)
            room = window.furnish().room
            await turn(window, BOARD)
            window.selection.select_element("Topa")
            assert room.page is not None
            assert place(room.page) == place(window.timeline)
            assert (window.timeline.isEnabled(), window.player.isEnabled()) == (False, True)
            assert room.page in window.furnish().panes
            await turn_by_action(window, TIMELINE)
            assert place(room.page) == place(window.player)
            assert (window.timeline.isEnabled(), window.player.isEnabled()) == (True, False)
            room.leave()
            assert (window.timeline.isEnabled(), window.player.isEnabled()) == (True, True)

    qrun(main())


def test_the_tools_stand_in_the_same_order_after_a_look_at_the_board(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = await at_rest(made, wide=1900)
            header = window.timeline.header

            def order() -> list[str]:
                inside = header.findChildren(QWidget, options=_DIRECT)
                shown = [one for one in inside if one.isVisible()]
                shown.sort(key=lambda one: (place(one).top() // 30, place(one).left()))
                return [one.accessibleName() for one in shown]

            before = order()
            assert before.index("Show") < before.index("Search the film")
            for name in (BOARD, TIMELINE, SHOT_LIST, TIMELINE):
                await turn_by_action(window, name)
            await until(lambda: order() == before, 20)

    qrun(main())


async def turn_by_action(window: MainWindow, name: str) -> None:
    window.commands.do(VIEWS[name].command)
    await until(lambda: not window.folding._settle.isActive(), 60)
    await until(lambda: window.player.isVisible() and window.timeline.isVisible(), 60)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    ("wide", "high", "percent"), [(1600, 1000, 100), (1276, 690, 100), (1276, 690, 200)]
)
def test_no_view_makes_a_small_window_larger_and_nothing_overlaps(
    qrun: Run, qapp: QApplication, tmp_path: Path, wide: int, high: int, percent: int, language: str
) -> None:
    from tests.ui.test_room import overlaps

    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            await made.change_look("language", language)
            await made.change_look("text_percent", percent)
            window = await at_rest(made, wide=wide, high=high)
            for name in (BOARD, SHOT_LIST, TIMELINE, SHOT_LIST):
                await turn(window, name)
                await until(lambda: not overlaps(window), 60)
                assert window.size() == QSize(wide, high)
                header = window.timeline.header
                if header.isVisible():
                    switch = header.switch
                    assert switch.width() >= switch.minimumSizeHint().width()
                    assert place(header).contains(place(switch))
            await made.change_look("text_percent", 100)
            await made.change_look("language", "en")

    qrun(main())


def test_a_window_that_folds_in_one_view_unfolds_in_another(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = await at_rest(made)
            await turn(window, BOARD)
            window.resize(1276, 900)
            await until(lambda: window.rail.isVisible(), 60)
            assert not dock(window, "elements").isVisible()
            await turn(window, SHOT_LIST)
            assert not window.rail.isVisible()
            await turn(window, TIMELINE)
            assert window.rail.isVisible()
            window.resize(1600, 1000)
            await until(lambda: not window.rail.isVisible(), 60)
            assert dock(window, "elements").isVisible()
            await turn(window, BOARD)
            assert dock(window, "elements").isVisible()
            await turn(window, SHOT_LIST)
            assert not dock(window, "elements").isVisible()

    qrun(main())


def test_what_is_missing_is_shown_in_the_view_that_is_seen(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path, small_film(tmp_path / "film", 30)) as made:
            window = await at_rest(made)
            await turn(window, BOARD)
            window.out.shots_wanted.emit(["1__20", "1__21"])
            view = window.timeline.views.widget
            assert window.timeline.header.pills.values == {Filter.MISSING}
            assert view.focusWidget() is view or not window.isActiveWindow()
            index = window.timeline.table.shots.index(window.timeline.table.shots.row("1__20") or 0)
            assert view.viewport().rect().intersects(view.visualRect(index))
            spot = window.timeline.spot_of("1__28")()
            assert spot is not None
            assert spot.inside is view.viewport()

    qrun(main())


def test_a_view_has_its_corner_among_the_tools_and_only_while_it_is_shown(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Sized(TimelineView):
        columns_changed = Signal(int)
        columns = 5

        def set_columns(self, columns: int) -> None:
            if columns != self.columns:
                self.columns = columns
                self.columns_changed.emit(columns)

    def sized(parts: film_views.Parts) -> Sized:
        table = parts.table
        return Sized(table.shots, parts.thumbnails, table.offers, table.faces, parts.parent)

    monkeypatch.setitem(film_views._MAKES, BOARD, sized)

    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = await at_rest(made)
            await turn(window, BOARD)
            board, header = window.timeline.shown, window.timeline.header
            (size,) = header.findChildren(CardSize)
            assert size.isVisible()
            assert not header.slider.isVisible()
            # To the right is larger: fewer stand side by side.
            QTest.mouseClick(size.larger, Qt.MouseButton.LeftButton)
            assert board.columns == 4
            board.set_columns(8)
            assert size.slider.value() == size.slider.minimum()
            await turn(window, SHOT_LIST)
            assert not size.isVisible()
            await turn(window, TIMELINE)
            assert not size.isVisible()
            assert header.slider.isVisible()

    qrun(main())


def test_f6_walks_through_the_same_panes_in_every_view(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = await at_rest(made)
            for name in (TIMELINE, BOARD):
                await turn(window, name)
                met = set()
                for _ in range(8):
                    QTest.keyClick(window, Qt.Key.Key_F6)
                    focused = window.focusWidget()
                    assert focused is not None
                    met |= {
                        type(pane).__name__
                        for pane in window.furnish().panes
                        if pane is focused or pane.isAncestorOf(focused)
                    }
                assert met >= {"FilmPane", "PlayerPane", "InspectorPane", "ElementsPane"}

    qrun(main())
