"""Questions to the user as coroutines: a dialog is opened, never executed, so that jobs go on."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.plain import plain_box


async def ask(dialog: QDialog) -> int:
    """Open `dialog` on its parent and return its result once it is closed."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[int] = loop.create_future()

    def finished(result: int) -> None:
        if not answer.done():
            answer.set_result(result)

    dialog.finished.connect(finished)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.open()
    try:
        return await answer
    finally:
        dialog.deleteLater()


async def confirm(parent: QWidget, question: str, details: str, *, yes: str, no: str) -> bool:
    """Ask with two named buttons; the careful one (`no`) is the default and what Esc means."""
    box = plain_box(parent, question, details)
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    set_role(refuse, "primary")
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    await ask(box)
    return box.clickedButton() is accept


def _named(dialog: QFileDialog) -> QFileDialog:
    """Say in the language in force what Qt's own translations leave in English."""
    label, translate = QFileDialog.DialogLabel, QCoreApplication.translate
    dialog.setLabelText(label.LookIn, translate("dialogs", "&Look in:"))
    dialog.setLabelText(label.FileType, translate("dialogs", "Files of &type:"))
    return dialog


async def choose_folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """A folder that is there; None where the user thought better of it."""
    dialog = _named(QFileDialog(parent, title, str(start)))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = dialog.selectedFiles
    if await ask(dialog) != QDialog.DialogCode.Accepted:
        return None
    folders = chosen()
    return Path(folders[0]) if folders else None


async def choose_file(
    parent: QWidget, title: str, start: Path, *, save: bool = False, kinds: str = ""
) -> Path | None:
    """A file to open, or where to write one; None where the user thought better of it.

    `start` is a folder or a file; `kinds` is Qt's filter, by itself that of scenarios.
    """
    scenarios = QCoreApplication.translate("dialogs", "Scenarios (*.yaml *.yml)")
    every = QCoreApplication.translate("dialogs", "All files (*)")
    dialog = _named(QFileDialog(parent, title, str(start), f"{kinds or scenarios};;{every}"))
    if save:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("yaml")
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    chosen = dialog.selectedFiles
    if await ask(dialog) != QDialog.DialogCode.Accepted:
        return None
    files = chosen()
    return Path(files[0]) if files else None
