"""What is missing: shots without a clip, files that cannot be read, and what becomes of them."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
)

from topa_studio.film.export.plan import Plan
from topa_studio.film.paper.plan import PaperPlan
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.parts import text_label

if TYPE_CHECKING:
    from topa_studio.app.exporting.handover import Handover

_NAMED = 3


class Missing(QFrame):
    """Is hidden while nothing is missing.

    Signals:
        changed: what becomes of them is another.
        wanted: the user wants to see them in the film.
    Attributes:
        shots: keys of the shots without a clip that can be read.
    """

    changed = Signal()
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.hide()
        self.shots: frozenset[str] = frozenset()
        set_role(self, "box")
        self.words = text_label("", "strong", wrap=True)
        self.unread = text_label("", "strong", wrap=True)
        self.unheard = text_label("", wrap=True)
        self.show_them = QPushButton(self.tr("Show them"))
        set_role(self.show_them, "link")
        self.stand_in = QRadioButton(self.tr("Panel, else slate"))
        self.leave_out = QRadioButton(self.tr("Leave them out"))
        self.stand_in.setChecked(True)
        for button in (self.show_them, self.stand_in, self.leave_out):
            button.setAccessibleName(button.text())
        head = QHBoxLayout()
        lines = QVBoxLayout()
        lines.setSpacing(4)
        for line in (self.words, self.unread, self.unheard):
            line.setTextFormat(Qt.TextFormat.PlainText)
            lines.addWidget(line)
        head.addLayout(lines, 1)
        head.addWidget(self.show_them, 0, Qt.AlignmentFlag.AlignTop)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.setSpacing(20)
        self._ways.addWidget(self.stand_in)
        self._ways.addWidget(self.leave_out)
        self._ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._ways)
        self.leave_out.toggled.connect(lambda _on: self.changed.emit())
        self.show_them.clicked.connect(self.wanted)

    def show_plan(
        self, plan: Plan | PaperPlan | Handover | None, of: int, *, can_leave: bool
    ) -> None:
        """What is missing of so many shots; `can_leave`: shots may be left out.

        Where all is left out there is no plan: what was told stays, so that it can be taken back.
        """
        if plan is None:
            return
        count, broken = len(plan.missing), len(plan.unread.shots)
        silent = tuple(plan.unread.sounds)
        self.shots = frozenset((*plan.missing, *plan.unread.shots))
        self.setVisible(bool(count or broken or silent))
        self.words.setText(self.tr("%n of {all} shots have no clip", "", count).format(all=of))
        self.words.setVisible(count > 0)
        self.unread.setText(self.tr("The files of %n shots cannot be read", "", broken))
        self.unread.setVisible(broken > 0)
        names = ", ".join(PurePath(path).name for path in silent[:_NAMED])
        more = f" (+{len(silent) - _NAMED})" if len(silent) > _NAMED else ""
        self.unheard.setText(
            self.tr("Not heard, as it cannot be read: {names}").format(names=names + more)
        )
        self.unheard.setToolTip("\n".join(silent))
        self.unheard.setVisible(bool(silent))
        self.show_them.setVisible(bool(count or broken))
        for button in (self.stand_in, self.leave_out):
            button.setVisible(can_leave and bool(count or broken))
