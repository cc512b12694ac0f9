"""A file shown in the system's file browser, marked where the browser can."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

_BROWSER = "org.freedesktop.FileManager1"
_LONGEST_MS = 5_000


def show_in_folder(path: Path) -> None:
    """Open the folder in which a file lies; where the file cannot be marked there, as it is."""
    if sys.platform == "win32":
        marked = _started("explorer.exe", "/select,", QDir.toNativeSeparators(str(path)))
    elif sys.platform == "darwin":
        marked = _started("open", "-R", str(path))
    else:
        marked = _asked_of_desktop(path)
    if not marked:
        _open(path.parent)


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _started(program: str, *words: str) -> bool:
    return QProcess.startDetached(program, words)[0]


def _asked_of_desktop(path: Path) -> bool:
    """Whether a desktop was asked; one that then cannot do it has the folder opened."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    names = _BROWSER, "/org/freedesktop/FileManager1", _BROWSER, "ShowItems"
    message = QDBusMessage.createMethodCall(*names)
    address = QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    message.setArguments([[address], ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message, _LONGEST_MS))

    def answered() -> None:
        if watcher.isError():
            _open(path.parent)
        watcher.deleteLater()

    watcher.finished.connect(answered)
    return True
