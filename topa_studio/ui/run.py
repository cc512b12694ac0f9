"""The window's way in: makes the application, runs the studio on its loop, returns an exit code."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from topa_studio.base.resources import resource
from topa_studio.ui.running.loop import run_on_loop
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.studio import Studio, Wish


def run(scenario: Path | None, practice: bool = False, config: Path | None = None) -> int:
    """Show the window until the user ends it; 0.

    `scenario` None opens the last film, at the first start a copy of the sample.
    """
    qInstallMessageHandler(_log_message)
    app = make_application()

    async def main() -> None:
        await Studio(app, Wish(scenario, practice, config), PreferenceStore()).run()

    run_on_loop(app, main)
    return 0


def _log_message(kind: QtMsgType, _place: QMessageLogContext, text: str) -> None:
    """What Qt says goes where all is logged, and so is cleaned of keys."""
    level = logging.INFO if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) else logging.WARNING
    logging.getLogger("qt").log(level, "%s", text)


def make_application() -> QApplication:
    """The one application, with its name and sign."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("topa-studio")
    app.setApplicationDisplayName("Topa Studio")
    app.setDesktopFileName("topa-studio")
    app.setWindowIcon(QIcon(str(resource("icons", "topa.svg"))))
    return app
