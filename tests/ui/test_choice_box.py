"""A choice in the inspector: words that do not fit end in an ellipsis, whole in the tooltip."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.support.window import until
from tests.support.work import Run, Work, on
from topa_studio.document.edits import SetField, ShotTarget

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
LONG = "pictures/the very first picture of a pier at dusk.png"


def test_what_a_shot_starts_from_is_never_cut_in_the_middle_of_a_letter(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        work.window.resize(1280, 720)
        await work.window.session.edit("x", [SetField(ShotTarget("1__1"), "start", LONG)])
        work.window.selection.select_shot("1__1")
        start = work.window.inspector.shot.settings.start
        await until(lambda: start.isVisible() and start.shown.endswith("…"))
        assert LONG.rpartition("/")[2].startswith(start.shown.removesuffix("…"))
        assert start.toolTip() == LONG
        work.window.selection.select_shot("1__2")
        await until(lambda: start.toolTip() == "Usual: its panel")
        assert start.currentText().startswith(start.shown.removesuffix("…"))

    qrun(on(qapp, tmp_path, None, main))


def test_a_wheel_that_scrolls_past_chooses_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        work.window.selection.clear()
        model = work.window.inspector.film.model
        work.window.selection.select_shot("1__1")
        start = work.window.inspector.shot.settings.start
        for box in (start, model):
            before = box.currentIndex()
            at, none = QPointF(box.rect().center()), Qt.MouseButton.NoButton
            for turn in (-120, 120):
                event = QWheelEvent(
                    at, at, QPoint(), QPoint(0, turn), none, Qt.KeyboardModifier.NoModifier,
                    Qt.ScrollPhase.NoScrollPhase, False,
                )  # fmt: skip
                QApplication.sendEvent(box, event)
                assert box.currentIndex() == before

    qrun(on(qapp, tmp_path, None, main))
