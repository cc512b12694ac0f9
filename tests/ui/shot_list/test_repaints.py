"""What is painted of the shot list where something changes: little, and never an old row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.on_screen import on_screen, painted_anew
from tests.ui.shot_list.table import Listed, ListFilm
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.status import Stage
from topa_studio.ui.look.theme import LIGHT, apply_theme
from topa_studio.ui.shot_list.columns import Column
from topa_studio.ui.shot_list.lines import AtShot
from topa_studio.ui.shot_list.look import ListLook

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_LONG = "A long way over the hills to the pond, where @Topa and @Nobody wait for the kite. " * 4


def anew(listed: Listed) -> QImage:
    """The list painted whole, with nothing kept from before."""
    view = listed.view
    view.look = ListLook(view.devicePixelRatioF())
    return painted_anew(view.viewport())


def long_film(shots: int) -> str:
    lines = ["title: Long", "scenes:", "  - id: s1", "    shots:"]
    lines += [f'      - {{id: "1.{n}", title: Shot {n}, prompt: "A hill."}}' for n in range(shots)]
    return "\n".join(lines) + "\n"


def edit(listed: Listed, field: str, words: str) -> None:
    target = ShotTarget(listed.keys[1])
    listed.film.document.apply("Outside", [SetField(target, field, words)])


_ACTS: dict[str, Callable[[Listed], object]] = {
    "title": lambda listed: edit(listed, "title", "Topa yawns"),
    "words": lambda listed: edit(listed, "prompt", _LONG),
    "words once more": lambda listed: edit(listed, "prompt", _LONG.replace("kite", "swan")),
    "element": lambda listed: edit(listed, "prompt", "@Pusha sleeps."),
    "state": lambda listed: listed.film.set_shot(listed.keys[0], stage=Stage.DRAWING),
    "made": lambda listed: listed.film.set_shot(listed.keys[0], stage=Stage.MADE),
    "chosen": lambda listed: listed.click(listed.at(2, Column.TITLE)),
    "two chosen": lambda listed: listed.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier),
    "another cell": lambda listed: listed.press(Qt.Key.Key_Right),
    "looked for": lambda listed: listed.table.search("sleeps"),
    "looked for no more": lambda listed: listed.table.search(""),
    "playhead": lambda listed: listed.selection.move_playhead(7.5),
    "columns": lambda listed: listed.view.show_columns(
        listed.view.columns.show(Column.NOTES, shown=True)
    ),
    "sideways": lambda listed: listed.view.horizontalScrollBar().setValue(90),
    "text size": lambda _listed: apply_theme(_app(), LIGHT, 150),
    "down": lambda listed: listed.view.verticalScrollBar().setValue(60),
}


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def test_no_change_leaves_an_old_row_on_the_screen(listed: Listed, qtbot: QtBot) -> None:
    qtbot.wait(100)  # prices come on their own
    for name, act in _ACTS.items():
        act(listed)
        qtbot.wait(60)
        seen, rows = on_screen(listed.view), listed.view.viewport().geometry()
        assert seen.copy(rows) == anew(listed).copy(rows), name


def test_a_price_that_comes_paints_its_cell_and_no_other(listed: Listed, qtbot: QtBot) -> None:
    qtbot.wait(100)
    on_screen(listed.view)
    listed.view.painter.cells = 0
    listed.view.prices.shot_known.emit(listed.keys[1])
    on_screen(listed.view)
    assert listed.view.painter.cells == 1
    listed.view.viewport().update(listed.view.line_rect(AtShot(1)))
    on_screen(listed.view)
    assert listed.view.painter.cells > 8


def test_under_a_note_only_what_comes_into_sight_is_painted(qtbot: QtBot, tmp_path: Path) -> None:
    listed = Listed(qtbot, ListFilm(tmp_path, long_film(40)))
    note = QLabel("A note", listed.window)
    note.setGeometry(300, 200, 200, 100)
    note.show()
    on_screen(listed.view)
    bar, painter = listed.view.verticalScrollBar(), listed.view.painter
    for _turn in range(4):
        painter.painted = 0
        bar.setValue(bar.value() + 3 * listed.view.look.heights.shot)
        on_screen(listed.view)
        assert 0 < painter.painted <= 4  # those that come, and one that was cut
    note.hide()
    rows = listed.view.viewport().geometry()
    assert on_screen(listed.view).copy(rows) == anew(listed).copy(rows)
    listed.thumbnails.close()


@pytest.mark.parametrize("width", [90, 180, 333, 700])
@pytest.mark.parametrize("words", [_LONG, "Пять медведей идут через лес домой. " * 9, "שלום " * 60])
def test_words_that_are_cut_end_in_their_room(listed: Listed, width: int, words: str) -> None:
    look = listed.view.look
    colours = {"Topa": QColor("red")}
    found = look.paragraph(" ".join(words.split()), width, 2, colours)
    image = QImage(width + 100, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    painter.setFont(QFont(look.meta))
    found.paint(painter, image.rect().topLeft().toPointF(), QColor("white"))
    painter.end()
    assert sum(count for _layout, count in found.parts) == 2
    assert found.parts[-1][0].text().endswith("…")
    black = QColor("black").rgb()
    assert all(image.pixel(x, y) == black for x in range(width + 4, width + 100) for y in range(80))
