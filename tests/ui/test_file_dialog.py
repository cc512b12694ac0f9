"""Qt's own dialog for files speaks the window's language wherever it has words."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from tests.support.window import until
from tests.support.work import Run
from topa_studio.ui.dialogs import choose_file, choose_folder
from topa_studio.ui.running.language import Languages

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

OURS = {"&Look in:": "&Папка:", "Files of &type:": "&Тип файлов:"}


class Ours(QTranslator):
    """Ours as the translators would have them."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return OURS.get(source, "") if context == "dialogs" else ""


@pytest.fixture
def russian(qapp: QApplication) -> Iterator[None]:
    languages, ours = Languages(qapp), Ours()
    languages.speak("ru")
    qapp.installTranslator(ours)
    yield
    qapp.removeTranslator(ours)
    languages.fall_silent()


def choose(parent: QWidget, start: Path) -> Awaitable[Path | None]:
    return choose_file(parent, "Открыть", start)


def save(parent: QWidget, start: Path) -> Awaitable[Path | None]:
    return choose_file(parent, "Сохранить", start, save=True)


def folder(parent: QWidget, start: Path) -> Awaitable[Path | None]:
    return choose_folder(parent, "Папка", start)


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize("ask", [choose, save, folder])
def test_every_label_of_the_file_dialog_is_in_russian(
    qrun: Run, tmp_path: Path, ask: Callable[[QWidget, Path], Awaitable[Path | None]]
) -> None:
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)

    async def main() -> None:
        parent = QWidget()
        asked = asyncio.ensure_future(ask(parent, tmp_path))
        await until(lambda: parent.findChildren(QFileDialog))
        (dialog,) = parent.findChildren(QFileDialog)
        labels = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
        assert {*OURS.values()} <= {*labels}
        assert not [words for words in labels if words.isascii()]
        dialog.reject()
        await asked
        parent.deleteLater()

    qrun(main())
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)
