"""Files copied in a file manager and pasted: the chosen shot takes them as it takes a drop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.queue_window import on
from tests.support.small_kie import SmallKie, clip_bytes, picture_bytes
from tests.support.window import until
from tests.support.work import CTRL, Key, Run
from tests.ui.test_drop_choice import choice
from topa_studio.ui.drops.drop_choice import PANEL
from topa_studio.ui.film.kinds import BOARD, SHOT_LIST, TIMELINE, VIEWS
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.shot_list.columns import Column
from topa_studio.ui.shot_list.view import ShotListView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
A, B = "1__1", "1__2"


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What lies on it would outlive the interpreter that made it."""
    yield
    qapp.clipboard().clear()


def copied(*files: Path) -> None:
    """As a file manager copies them: addresses, and the same as words."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    data.setText("\n".join(QUrl.fromLocalFile(str(file)).toString() for file in files))
    QApplication.clipboard().setMimeData(data)


async def paste(window: MainWindow, name: str) -> None:
    """By its key, with the keyboard on this view of the film."""
    window.activateWindow()
    await until(window.isActiveWindow)
    window.commands.do(VIEWS[name].command)
    await until(lambda: window.timeline.views.kind.name == name)
    await until(window.timeline.views.widget.hasFocus)
    view = window.timeline.views.shown
    if isinstance(view, ShotListView):
        for key in (Key.Key_Right,) * 20 + (Key.Key_Left,) * 20:
            if view.column is not Column.TITLE:
                QTest.keyClick(view, key)
        assert view.column is Column.TITLE
    QTest.keyClick(window.timeline.views.widget, Key.Key_V, CTRL)


@pytest.mark.parametrize("name", [TIMELINE, BOARD, SHOT_LIST])
def test_copied_files_go_to_the_chosen_shot_in_one_step(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    clip, picture = tmp_path / "Mine.MOV", tmp_path / "still.png"
    clip.write_bytes(clip_bytes(2))
    picture.write_bytes(picture_bytes(800, 450))

    async def test(window: MainWindow, _kie: SmallKie) -> None:
        session = window.session
        text, count = session.document.text, len(session.film.shots())
        window.selection.select_shot(B)
        copied(clip)
        await paste(window, name)
        await until(lambda: session.shot(B).chosen is not None, 60)
        assert session.shot(A).chosen is None
        await until(lambda: session.steps[0] is not None, 60)
        await until(window.commands.actions["undo"].isEnabled, 60)
        window.commands.do("undo")
        await until(lambda: session.shot(B).chosen is None, 60)
        assert session.steps[0] is None
        copied(picture)
        await paste(window, name)
        await until(lambda: window.findChildren(type(choice(window))), 60)
        question = choice(window)
        assert question.isVisible()
        assert question.words.text() == "still.png on shot 1.2:"
        await until(question.buttons[PANEL].hasFocus, 60)
        QTest.keyClick(question.buttons[PANEL], Key.Key_Return)
        await until(lambda: session.shot(B).panel is not None, 60)
        assert len(session.film.shots()) == count
        assert session.document.text == text

    qrun(on(qapp, tmp_path, monkeypatch, test, 3))


def test_what_cannot_be_pasted_is_told_and_changes_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip, other = tmp_path / "mine.mp4", tmp_path / "notes.pdf"
    clip.write_bytes(clip_bytes(2))
    other.write_bytes(b"%PDF-1.4")

    async def test(window: MainWindow, _kie: SmallKie) -> None:
        session, told = window.session, window.notice_bar
        text = session.document.text
        for files, keys, words in (
            ((other,), (B,), "notes.pdf means nothing there."),
            ((clip,), (A, B), "Choose the one shot that mine.mp4 is for, then paste again."),
        ):
            window.selection.select_shots(keys)
            copied(*files)
            for name in (TIMELINE, SHOT_LIST):
                await paste(window, name)
                await until(lambda words=words: words in told.text, 60)  # type: ignore[misc]
                told.next()
        assert session.document.text == text
        assert session.steps[0] is None
        assert not any(session.shot(key).takes for key in (A, B))

    qrun(on(qapp, tmp_path, monkeypatch, test, 3))


def test_words_are_pasted_into_cells_as_before(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, _kie: SmallKie) -> None:
        window.selection.select_shot(B)
        QApplication.clipboard().setText("A boat at noon")
        await paste(window, SHOT_LIST)
        await until(lambda: window.session.film.shot(B).title == "A boat at noon", 60)

    qrun(on(qapp, tmp_path, monkeypatch, test, 3))
