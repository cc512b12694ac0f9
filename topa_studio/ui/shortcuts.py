"""The page of keys (F1): what works without a mouse, in groups."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from topa_studio.ui.parts import text_label
from topa_studio.ui.theme import scaled, set_role


def shortcut_groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """Groups of (keys, what they do), translated."""
    translate = QCoreApplication.translate
    return [
        _film_group(),
        (
            translate("Shortcuts", "Shots on the timeline"),
            [
                ("←  →", translate("Shortcuts", "The shot before, the next shot")),
                ("↑  ↓", translate("Shortcuts", "The scene before, the next scene")),
                ("Alt+←  Alt+→", translate("Shortcuts", "Move the chosen shots")),
                ("Enter", translate("Shortcuts", "Play the shot")),
                ("N", translate("Shortcuts", "New shot behind the chosen one")),
                ("Shift+N", translate("Shortcuts", "New scene behind this one")),
                ("Del", translate("Shortcuts", "Delete what is chosen; Ctrl+Z takes it back")),
                ("Ctrl+D", translate("Shortcuts", "Duplicate the chosen shots or the scene")),
                (
                    "Ctrl+X  Ctrl+C  Ctrl+V",
                    translate("Shortcuts", "Cut, copy, paste shots, as text for any editor"),
                ),
                ("S", translate("Shortcuts", "Split the shot at the playhead")),
                ("Shift+S", translate("Shortcuts", "Merge the shot with the next one")),
                (
                    "Alt+Shift+PgUp  Alt+Shift+PgDown",
                    translate("Shortcuts", "Move the scene to the left, to the right"),
                ),
                ("G", translate("Shortcuts", "Generate the chosen shots")),
                ("1 … 9", translate("Shortcuts", "Choose a take")),
                ("Esc", translate("Shortcuts", "Choose nothing: the film's settings")),
            ],
        ),
        _queue_group(),
        (
            translate("Shortcuts", "Words"),
            [
                ("@", translate("Shortcuts", "Mention an element")),
                ("Alt+Enter", translate("Shortcuts", "Fix a mention of nobody")),
                ("Tab", translate("Shortcuts", "To the next field")),
                ("F6", translate("Shortcuts", "To the next pane")),
            ],
        ),
    ]


def _film_group() -> tuple[str, list[tuple[str, str]]]:
    translate = QCoreApplication.translate
    return (
        translate("Shortcuts", "Film"),
        [
            ("Space", translate("Shortcuts", "Play or stop the film")),
            ("J  K  L", translate("Shortcuts", "Play back, stop, play on")),
            ("F", translate("Shortcuts", "Picture over the whole screen, and back")),
            ("M", translate("Shortcuts", "Sound off or on")),
            ("Ctrl+N", translate("Shortcuts", "Make a new film")),
            ("Ctrl+O", translate("Shortcuts", "Open a film")),
            ("Ctrl+Shift+O", translate("Shortcuts", "Open the film in a folder")),
            ("F2", translate("Shortcuts", "Rename what is chosen; a double click on it, too")),
            ("Ctrl+Z", translate("Shortcuts", "Take the last edit back")),
            ("Ctrl+Shift+Z", translate("Shortcuts", "Do it again")),
            ("Ctrl+Shift+T", translate("Shortcuts", "Trash and earlier versions")),
            ("Ctrl+Shift+G", translate("Shortcuts", "Generate all missing shots")),
            ("Ctrl+Shift+U", translate("Shortcuts", "The next that needs you")),
            ("Ctrl+Shift+C", translate("Shortcuts", "Costs: where the credits went")),
            ("Ctrl+,", translate("Shortcuts", "Preferences: the key, a day's budget")),
        ],
    )


def _queue_group() -> tuple[str, list[tuple[str, str]]]:
    translate = QCoreApplication.translate
    return (
        translate("Shortcuts", "Lines of the queue"),
        [
            ("↑  ↓", translate("Shortcuts", "The line above, the line below")),
            ("Enter", translate("Shortcuts", "Do what its button says, else show the shot")),
            ("Del", translate("Shortcuts", "Cancel it, or put away what failed")),
            ("Ctrl+↑", translate("Shortcuts", "Move what waits to the front")),
        ],
    )


class ShortcutsPage(QDialog):
    """A window of its own that may stay open beside the work.

    Signals:
        notes_wanted: the first notes, once more.
    """

    notes_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setObjectName("shortcuts")
        self.setAccessibleName(self.tr("Keys"))
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(24, 20, 24, 12)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for title, rows in shortcut_groups():
            _add_group(grid, title, rows)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        area.setAccessibleName(self.tr("List of keys"))
        notes = QPushButton(self.tr("Show the first notes again"))
        notes.clicked.connect(self.close)
        notes.clicked.connect(self.notes_wanted)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (notes, close):
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        whole.addLayout(foot)
        room = parent.window().size()
        self.resize(min(scaled(560), room.width() - 40), min(scaled(640), room.height() - 40))


def _add_group(grid: QGridLayout, title: str, rows: list[tuple[str, str]]) -> None:
    """One grid holds all groups, so that their columns line up."""
    first = grid.rowCount()
    head = text_label(title, "title")
    head.setContentsMargins(0, 12 if first > 1 else 0, 0, 2)
    grid.addWidget(head, first, 0, 1, 2)
    for place, (keys, does) in enumerate(rows, first + 1):
        grid.addLayout(_caps(keys), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text_label(does, wrap=True), place, 1)


def _caps(keys: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    for key in keys.split("  "):
        cap = QLabel(key)
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(cap, "key")
        row.addWidget(cap)
    row.addStretch(1)
    return row
