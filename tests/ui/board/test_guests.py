"""What comes from elsewhere and is let go on a card: an element is mentioned, files are brought."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.board.desk import LEFT, NONE, Desk
from tests.ui.timeline.film import FilmOnTable, scenario_text
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.ui.acts import take_commands
from topa_studio.ui.acts.mentioning import Mentioning, with_mention
from topa_studio.ui.acts.take_commands import TakeCommands
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.elements.pane import ElementsPane
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.look.theme import DARK, apply_theme, tokens
from topa_studio.ui.views.film_pane import FilmPane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_ELEMENTS = "elements:\n  characters:\n    - {name: Topa}\n    - {name: Pusha}\nscenes:"


class Both:
    """A board beside the cards of elements, in one window."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        text = scenario_text([[5, 6, 4], [5] * 30]).replace("scenes:", _ELEMENTS, 1)
        self.board = desk = Desk(qtbot, FilmOnTable(folder, text))
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.elements = ElementsPane(desk.desk, ElementLooks(desk.film.session, desk.thumbnails))
        row = QHBoxLayout(self.window)
        row.addWidget(self.elements)
        row.addWidget(desk.view, 1)
        self.window.resize(1300, 760)
        self.mentioning = Mentioning(self.window, desk.desk, self.elements, lambda: (desk.view,))
        self.window.show()
        qtbot.waitExposed(self.window)
        QApplication.processEvents()

    def carry(self, name: str, row: int, *, drop: bool = True) -> None:
        """Drag an element's card over the card of a row."""
        self.carry_to(name, self.board.view.card_rect(row).center(), drop=drop)

    def carry_to(self, name: str, at: QPoint, *, drop: bool = True) -> None:
        card, view = self.elements.card(name), self.board.view
        start = QPoint(90, 30)
        end = card.mapFromGlobal(view.viewport().mapToGlobal(at))
        QTest.mousePress(card, LEFT, NONE, start)
        for step in range(1, 5):
            QTest.mouseMove(card, start + (end - start) * step / 4)
        if drop:
            QTest.mouseRelease(card, LEFT, NONE, end)


@pytest.fixture
def both(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Both]:
    apply_theme(qapp, DARK)
    made = Both(qtbot, tmp_path)
    yield made
    made.board.thumbnails.close()


def test_an_element_let_go_on_a_card_is_mentioned_at_the_end_of_its_words(both: Both) -> None:
    film, key = both.board.film, both.board.keys[1]
    before = film.document.text
    both.carry("Topa", 1)
    edit = SetField(ShotTarget(key), "prompt", "A hill. @Topa")
    assert film.edits == [("Mention @Topa", [edit])]
    assert film.film.shot(key).prompt == "A hill. @Topa"
    # Only its words: neither is the element opened nor a shot chosen.
    assert both.board.selection.element is None
    film.document.undo()
    assert film.document.text == before


def test_the_card_it_is_over_says_so_in_the_elements_colour(both: Both) -> None:
    view = both.board.view
    both.carry("Pusha", 1, drop=False)
    guest = view.touch.guest
    assert guest is not None
    assert (guest.key, guest.words) == (both.board.keys[1], "mention @Pusha")
    ring = view.card_rect(1).topLeft() + QPoint(60, -2)
    assert both.board.colour(ring) == both.elements.colour("Pusha")
    QTest.keyClick(both.elements.card("Pusha"), Qt.Key.Key_Escape)
    assert view.touch.guest is None
    assert both.board.colour(ring) != both.elements.colour("Pusha")
    QTest.mouseRelease(both.elements.card("Pusha"), LEFT, NONE, QPoint(600, 100))
    assert both.board.film.edits == []


def test_between_cards_it_goes_nowhere(both: Both) -> None:
    rect = both.board.view.card_rect(1)
    both.carry_to("Topa", QPoint(rect.left() - 5, rect.center().y()))
    assert both.board.film.edits == []
    assert both.board.view.touch.guest is None


def test_who_is_mentioned_already_is_not_mentioned_twice(both: Both) -> None:
    both.carry("Topa", 1)
    both.carry("Topa", 1)
    assert len(both.board.film.edits) == 1
    both.carry("Pusha", 1)
    assert both.board.film.film.shot(both.board.keys[1]).prompt == "A hill. @Topa @Pusha"


def test_a_click_on_an_element_chooses_it_still(both: Both) -> None:
    card = both.elements.card("Topa")
    QTest.mouseClick(card, LEFT, NONE, QPoint(90, 30))
    assert both.board.selection.element == "Topa"


def test_a_film_that_is_read_only_takes_none(both: Both) -> None:
    both.board.film.read_only = True
    both.carry("Topa", 1, drop=False)
    assert both.board.view.touch.guest is None
    QTest.mouseRelease(both.elements.card("Topa"), LEFT, NONE, QPoint(600, 100))
    assert both.board.film.edits == []


def test_held_at_the_edge_it_scrolls(both: Both, qtbot: QtBot) -> None:
    view = both.board.view
    both.carry_to("Topa", QPoint(100, view.viewport().height() - 4), drop=False)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 100)
    QTest.keyClick(both.elements.card("Topa"), Qt.Key.Key_Escape)
    here = view.verticalScrollBar().value()
    QApplication.processEvents()
    assert view.verticalScrollBar().value() == here
    QTest.mouseRelease(both.elements.card("Topa"), LEFT, NONE, QPoint(600, 100))


def test_words_stay_letter_by_letter() -> None:
    assert with_mention("", "Topa") == "@Topa"
    assert with_mention("A hill.\n", "Topa") == "A hill.\n@Topa"
    assert with_mention("A  hill", "Topa") == "A  hill @Topa"


# Files.


def drop(desk: Desk, at: QPoint, names: list[str], *, falls: bool = True) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(desk.film.home / name)) for name in names])
    viewport, copy = desk.view.viewport(), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, copy, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(viewport, enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(at, copy, data, LEFT, NONE)
    move.ignore()
    QApplication.sendEvent(viewport, move)
    if falls and move.isAccepted():
        QApplication.sendEvent(viewport, QDropEvent(QPointF(at), copy, data, LEFT, NONE))
    return move.isAccepted()


def test_a_file_over_a_card_says_what_it_would_become(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, view = both.board, both.board.view
    brought: list[tuple[str, list[Path]]] = []
    acts = SimpleNamespace(bring=lambda key, paths: brought.append((key, paths)))
    monkeypatch.setattr(take_commands, "TakeActs", lambda _desk: acts)
    views = SimpleNamespace(all=lambda: (view,))
    pane = SimpleNamespace(views=views, view_made=SimpleNamespace(connect=lambda _join: None))
    TakeCommands(both.window, desk.desk, cast(FilmPane, pane), lambda *_picture: None)
    picture = picture_rect(view.card_rect(2), view.look).center()
    for name, words in (("a.png", "use as…"), ("a.mp4", "new take")):
        assert drop(desk, picture, [name], falls=False)
        assert view.touch.guest is not None
        assert (view.touch.guest.key, view.touch.guest.words) == (desk.keys[2], words)
        ring = view.card_rect(2).topLeft() + QPoint(60, -2)
        assert desk.colour(ring) == tokens().accent
        QApplication.sendEvent(view.viewport(), QDragLeaveEvent())
        assert view.touch.guest is None
    assert not drop(desk, picture, ["film.yaml"])
    gap = view.card_rect(2).topLeft() - QPoint(5, 0)
    assert not drop(desk, gap, ["a.mp4"])
    assert brought == []
    assert drop(desk, picture, ["a.mp4"])
    assert brought == [(desk.keys[2], [desk.film.home / "a.mp4"])]
    assert view.touch.guest is None
