"""An element's card is dragged onto the card of a shot and mentioned there; a click chooses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.small_film import small_film
from tests.support.window import until
from tests.support.work import Key, Run, Work, button, on
from topa_studio.ui.elements.card import ElementCard

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def film(folder: Path) -> str:
    text = small_film(folder / "words").read_text(encoding="utf-8")
    text = text.replace("elements_needed: [Topa, Valley]", "elements_needed: [Topa]")
    more = '    - name: Pusha\n      description: "A rabbit"\n      reference_prompts: ["front"]\n'
    return text.replace("  backgrounds:", f"{more}  backgrounds:")


def spot(work: Work, row: int) -> QPoint:
    """The middle of a shot's card, in the window."""
    view = work.window.timeline.view
    return view.viewport().mapTo(work.window, view.card_rect(row).center())


def held(card: ElementCard, work: Work, to: QPoint) -> None:
    """QTest's own moves tell of no button where a widget is not under the pointer."""
    at = card.mapFrom(work.window, to)
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(work.window.mapToGlobal(to)), LEFT, LEFT, NONE
    )
    QApplication.sendEvent(card, event)


def test_an_element_let_go_over_a_card_is_mentioned_there(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, view = work.window, work.window.timeline.view
        window.selection.select_shot("1__1")
        card = window.elements.card("Pusha")
        at = spot(work, 1)
        QTest.mousePress(card, LEFT, NONE, QPoint(60, 20))
        held(card, work, at)
        assert view.touch.mention is not None
        assert (view.touch.mention.key, view.touch.mention.words) == ("1__2", "mention @Pusha")
        assert view.touch.mention.colour == window.looks.colour("Pusha")
        rect = view.card_rect(1)
        ring = view.viewport().grab().toImage().pixelColor(rect.left() - 1, rect.center().y())
        assert ring == window.looks.colour("Pusha")
        ghosts = [w for w in window.findChildren(QWidget) if type(w).__name__ == "_Ghost"]
        assert len(ghosts) == 1
        assert ghosts[0].isVisible()
        held(card, work, QPoint(5, 5))
        assert view.touch.mention is None
        held(card, work, at)
        QTest.mouseRelease(card, LEFT, NONE, card.mapFrom(window, at))
        await until(lambda: window.session.film.shot("1__2").prompt.endswith(" @Pusha"))
        assert view.touch.mention is None
        assert window.selection.shots == ("1__1",)  # what was worked on stays chosen
        assert window.session.film.shot("1__1").prompt.count("@Pusha") == 0
        await until(lambda: window.toast.button.isVisible())
        assert button(work, "Undo")
        await window.desk.settled()
        await until(lambda: not window.session.document.unsaved)
        await work.undone()

    qrun(on(qapp, tmp_path, film(tmp_path), main))


def test_what_the_shot_has_already_is_told_and_changes_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, view = work.window, work.window.timeline.view
        card, at = window.elements.card("Topa"), spot(work, 0)
        QTest.mousePress(card, LEFT, NONE, QPoint(60, 20))
        held(card, work, at)
        assert view.touch.mention is not None
        assert (view.touch.mention.words, view.touch.mention.can) == ("has @Topa already", False)
        QTest.mouseRelease(card, LEFT, NONE, card.mapFrom(window, at))
        await window.desk.settled()
        assert work.text == work.before

    qrun(on(qapp, tmp_path, film(tmp_path), main))


def test_escape_gives_it_up_and_a_click_chooses_the_element(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, view = work.window, work.window.timeline.view
        window.selection.select_shot("1__1")
        card, at = window.elements.card("Pusha"), spot(work, 1)
        QTest.mousePress(card, LEFT, NONE, QPoint(60, 20))
        held(card, work, at)
        QTest.keyClick(card, Key.Key_Escape)
        assert view.touch.mention is None
        QTest.mouseRelease(card, LEFT, NONE, card.mapFrom(window, at))
        await window.desk.settled()
        assert work.text == work.before
        assert window.selection.shots == ("1__1",)
        QTest.mouseClick(card, LEFT, NONE, QPoint(60, 20))
        assert window.selection.element == "Pusha"

    qrun(on(qapp, tmp_path, film(tmp_path), main))


def test_words_being_typed_in_that_shot_come_first(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window = work.window
        window.selection.select_shot("1__1")
        prompt = window.inspector.shot.prompt
        window.inspector.shot.edit_words()
        QTest.keyClicks(prompt, " Rain.")
        card, at = window.elements.card("Pusha"), spot(work, 0)
        QTest.mousePress(card, LEFT, NONE, QPoint(60, 20))
        held(card, work, at)
        QTest.mouseRelease(card, LEFT, NONE, card.mapFrom(window, at))
        await until(lambda: window.session.film.shot("1__1").prompt.endswith("birds. Rain. @Pusha"))

    qrun(on(qapp, tmp_path, film(tmp_path), main))
