"""Panels, frames and pictures of the user's own in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.open_film import plain_film
from tests.support.small_kie import CREATE, picture_bytes, small_kie
from tests.support.window import open_window, until
from tests.support.work import Run
from topa_studio.app.panels import without_panel
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.status import Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
SPACE = "\N{NO-BREAK SPACE}"
A, B, C = "1__1", "1__2", "1__3"
NONE = Qt.KeyboardModifier.NoModifier


def drop(on: QWidget, path: Path, at: QPoint | None = None, way: QPoint | None = None) -> bool:
    """Let a file go over a widget, in its middle or at `at`; whether it was taken.

    It comes in there, or at `way`: a widget that refuses it then is asked no more, as in Qt.
    """
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    at = on.rect().center() if at is None else at
    enter = QDragEnterEvent(way or at, copy, data, left, NONE)
    QApplication.sendEvent(on, enter)
    move = QDragMoveEvent(at, copy, data, left, NONE)
    if enter.isAccepted():
        QApplication.sendEvent(on, move)
    if enter.isAccepted() and move.isAccepted():
        QApplication.sendEvent(on, QDropEvent(QPointF(at), copy, data, left, NONE))
        return True
    return False


def test_panels_for_all_and_one_more_at_the_prices_on_their_buttons(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with small_kie() as kie:
            for name, value in kie.environment().items():
                monkeypatch.setenv(name, value)
            film = plain_film(tmp_path / "film", 3)
            async with open_window(qapp, tmp_path, film, practice=False) as window:
                session, offer = window.session, window.timeline.header.panels
                acts = window.menus.actions
                window.pressing.ask_when("never")

                def says() -> str:
                    return offer.text().replace(SPACE, " ")

                await until(lambda: says() == "Panels · 12 cr")
                assert acts["panels"].text().replace(SPACE, " ") == "P&anels for all · 12 cr"
                offer.click()
                offer.click()
                await until(lambda: all(session.shot(key).panel for key in (A, B, C)))
                assert without_panel(session) == ()
                assert kie.service.paths().count(CREATE) == 3
                await until(lambda: not says() and not acts["panels"].isEnabled())
                # One more of a shot that has one is another panel beside it.
                window.selection.select_shot(B)
                draw = window.inspector.shot.panel.draw
                await until(lambda: draw.text().replace(SPACE, " ") == "New panel · 4 cr")
                draw.click()
                await until(lambda: len(session.takes.of(B, panel=True)) == 2)
                assert kie.service.paths().count(CREATE) == 4
                window.selection.select_scene("1")
                assert not acts["panels_scene"].isEnabled()
                await session.edit("x", [SetField(ShotTarget(C), "prompt", "")])
                window.selection.select_shot(C)
                assert not acts["new_panel"].isEnabled()

    qrun(main())


def test_frames_are_chosen_and_pictures_dropped_on_them(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        film = plain_film(tmp_path / "film", 3)
        mine, half = tmp_path / "mine.png", tmp_path / "half.png"
        mine.write_bytes(picture_bytes(800, 450))
        half.write_bytes(picture_bytes(800, 450)[:200])
        async with open_window(qapp, tmp_path, film) as window:
            session, form = window.session, window.inspector.shot
            window.selection.select_shot(B)
            start, end = form.settings.start, form.settings.end

            def choose(box: QWidget, value: str) -> None:
                box.setCurrentIndex(box.findData(value))  # type: ignore[attr-defined]
                box.activated.emit(box.currentIndex())  # type: ignore[attr-defined]

            choose(start, "previous")
            await until(lambda: session.film.shot(B).start == "previous")
            assert form.settings.copies.text() == "1 copy"
            choose(end, "next")
            await until(lambda: session.film.shot(B).end == "next")
            assert end.currentText() == "Panel of 1.3"
            window.selection.select_shot(C)
            assert end.findData("next") < 0
            choose(start, "previous")
            await until(lambda: form.settings.copies.text() == "2 copies · a bit soft")
            # Dropped pictures come into the film's folder; what is none is told.
            assert drop(start, mine)
            await until(lambda: session.film.shot(C).start == "pictures/mine.png")
            assert (film.parent / "pictures" / "mine.png").read_bytes() == mine.read_bytes()
            assert form.settings.copies.text() == ""
            assert drop(end, half)
            await until(lambda: "half.png" in window.notice_bar.text)
            assert session.film.shot(C).end is None
            page = tmp_path / "page.png"
            page.write_bytes(b"<html></html>")
            assert drop(end, page)
            # The answer is about the file that was dropped last.
            await until(lambda: "page.png" in window.notice_bar.text)
            # So is a photograph that is not read here, also by a card.
            phone, view = tmp_path / "phone.heic", window.timeline.view
            phone.write_bytes(b"\0\0\0\x18ftypheic" + bytes(64))
            index = view.shots.index(0)
            heading, below = QPoint(2, 2), QPoint(2, view.viewport().height() - 2)
            assert not drop(view.viewport(), phone, below, heading)
            # It comes over the headings of the scenes, which take nothing.
            assert drop(view.viewport(), phone, view.visualRect(index).center(), heading)
            window.notice_bar.next()
            await until(lambda: "Choose a PNG, JPEG or WebP" in window.notice_bar.text)
            form.settings.file_given.emit(C, "still", str(mine))
            await until(lambda: session.film.shot(C).still == "pictures/mine.png")
            assert session.shot(C).stage is Stage.MADE
            # Nothing is wrong with it: it is what the user wants.
            assert session.shot(C).mistake is None
            await until(lambda: form.generate.text() == "A picture of your own")
            assert not form.generate.isEnabled()
            form.panel.drop_still.click()
            await until(lambda: session.film.shot(C).still is None)

    qrun(main())
