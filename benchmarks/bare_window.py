"""The limit: a bare PySide6 window, painted once."""

from __future__ import annotations

import sys

from painted import Painted
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

app = QApplication(sys.argv)
window = QMainWindow()
label = QLabel("Topa")
window.setCentralWidget(label)
watch = Painted(app.quit)
label.installEventFilter(watch)
window.resize(1600, 1000)
window.show()
sys.exit(app.exec())
