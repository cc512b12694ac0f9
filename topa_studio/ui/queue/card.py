"""One line of the queue: what it makes, how far it is, why it waits, and what can be done."""

from __future__ import annotations

import html
import time

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from topa_studio.model.status import Stage
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.look.calm import Beat, CalmBar, set_name, set_words
from topa_studio.ui.look.theme import set_role, tokens
from topa_studio.ui.queue.lines import Line, Sort
from topa_studio.ui.widgets.confirm import Confirm
from topa_studio.ui.widgets.parts import ElidedLabel, icon_button, text_label
from topa_studio.ui.widgets.plain import plain_tip
from topa_studio.ui.words import duration, stage_word


class JobCard(QFrame):
    """Arrows go to the neighbours, Enter does what the button says, Del cancels or puts away.

    Signals:
        wanted: what is wanted ("cancel", "dismiss", "front", "check", "retry", "edit", "show"),
            and the line as it was shown.
        moved: -1 or 1: the keyboard goes to the line above or below.
    """

    wanted = Signal(str, object)
    moved = Signal(int)

    def __init__(self, line: Line) -> None:
        super().__init__()
        set_role(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.line = line
        self._title = ElidedLabel(line.title)
        self._elapsed = text_label("", "dim")
        self._bar = CalmBar()
        self._beat = Beat()
        self._steps = QLabel()
        self._steps.setWordWrap(True)
        self._steps.setTextFormat(Qt.TextFormat.RichText)
        set_role(self._steps, "small")
        self.why = text_label("", "small", wrap=True)
        self.act = QPushButton()
        self.act.clicked.connect(lambda: self.wanted.emit(self.line.act, self.line))
        self.front = icon_button("up", self.tr("Move to the front"), role="quiet", px=12)
        self.front.clicked.connect(lambda: self.wanted.emit("front", self.line))
        self.cancel = icon_button("close", "", role="quiet", px=12)
        self.cancel.clicked.connect(self._cancel)
        self.confirm = Confirm()
        self.confirm.answered.connect(self._confirmed)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self._title, 1)
        for widget in (self._elapsed, self.front, self.cancel):
            top.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 4, 8, 8)
        whole.setSpacing(4)
        whole.addLayout(top)
        for below in (self._bar, self._steps, self.why, self.act, self.confirm):
            whole.addWidget(below)

    def show_line(self, line: Line, usual: str) -> None:
        """Show how far it is; `usual` tells how long such a job takes, "" where nobody knows."""
        self.line = line
        runs = line.sort is Sort.RUNS
        self._title.setText(line.title)
        self._bar.setVisible(runs)
        self._bar.show_share(line.progress)
        set_name(self._bar, self.tr("Progress of {title}").format(title=line.title))
        set_words(self._steps, _steps(line.stage) if runs else "")
        self._steps.setToolTip(usual)
        self._steps.setVisible(runs)
        waits = line.sort is Sort.WAITS
        why = line.why
        roles = {Sort.FAILED: "bad", Sort.NEEDS_YOU: "warn"}
        set_role(self.why, roles.get(line.sort, "small"))
        set_words(self.why, why)
        self.why.setVisible(bool(why))
        self.front.setVisible(waits)
        set_name(self.front, self.tr("Move {title} to the front").format(title=line.title))
        self.cancel.setVisible(line.sort is not Sort.NEEDS_YOU)
        says = (
            self.tr("Put {title} away") if line.sort is Sort.FAILED else self.tr("Cancel {title}")
        )
        set_name(self.cancel, says.format(title=line.title))
        self.cancel.setToolTip(plain_tip(self.cancel.accessibleName()))
        self.act.setVisible(bool(line.act))
        set_role(self.act, "second" if line.act == "retry" and not line.paid else "")
        set_words(self.act, line.words)
        set_name(self.act, f"{line.words}: {line.title}")
        if not runs and self.confirm.isVisibleTo(self):
            self.confirm.close_question()
        self.tick()
        spoken = (line.title, stage_word(line.stage), why, usual if runs else "")
        set_name(self, ", ".join(words for words in spoken if words))

    def tick(self) -> None:
        """Show the time gone by since the job began, or that it stands in line."""
        waits = self.line.sort is Sort.WAITS and not self.line.why
        runs = self.line.sort is Sort.RUNS and self.line.since > 0
        self._elapsed.setVisible(runs or waits)
        gone = duration(time.time() - self.line.since)
        if waits or self._beat.is_due():
            set_words(self._elapsed, stage_word(Stage.IN_LINE) if waits else gone)

    def _cancel(self) -> None:
        if self.line.sort is Sort.FAILED:
            self.wanted.emit("dismiss", self.line)
        elif self.line.sort is Sort.WAITS:
            self.wanted.emit("cancel", self.line)
        elif self.line.sort is Sort.RUNS:
            self.confirm.ask(
                self.tr(
                    "It was sent already. KIE may still finish it and charge for it; if it does,"
                    " the result is collected."
                ),
                yes=self.tr("Stop waiting"),
                no=self.tr("Go on"),
            )

    def _confirmed(self, yes: bool) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if yes:
            self.wanted.emit("cancel", self.line)

    # By hand.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show what the line is about."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.wanted.emit("show", self.line)

    def event(self, event: QEvent) -> bool:
        """Del and Ctrl+Up mean this line, not what is selected elsewhere."""
        claims = event.type() is QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and claims and named(Place.LINE, event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The line by keys."""
        focused = self.focusWidget()
        match named(Place.LINE, event):
            case "line_act" if isinstance(focused, QAbstractButton) and focused.hasFocus():
                focused.click()
            case "line_act":
                self.wanted.emit(self.line.act or "show", self.line)
            case "line_cancel":
                self._cancel()
            case "line_front":
                if self.line.sort is Sort.WAITS:
                    self.wanted.emit("front", self.line)
            case "line_above":
                self.moved.emit(-1)
            case "line_below":
                self.moved.emit(1)
            case _ if event.key() == Qt.Key.Key_Escape and self.confirm.isVisible():
                self.confirm.answer(yes=False)
            case _:
                super().keyPressEvent(event)


def _steps(now: Stage) -> str:
    translate = QCoreApplication.translate
    names = (
        (Stage.SENDING, translate("JobCard", "Sent")),
        (Stage.IN_LINE, translate("JobCard", "in line")),
        (Stage.DRAWING, translate("JobCard", "drawing")),
        (Stage.DOWNLOADING, translate("JobCard", "download")),
    )
    colour = tokens().run.name()
    parts = [
        f'<b style="color:{colour}">{html.escape(name)}</b>' if stage is now else html.escape(name)
        for stage, name in names
    ]
    return " → ".join(parts)
