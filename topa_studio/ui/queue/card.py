"""One job in the queue: what it makes, how far it is, how long it has run, and a way to cancel."""

from __future__ import annotations

import html
import time

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout

from topa_studio.model.status import RUNNING, JobStatus, Stage
from topa_studio.ui.parts import ElidedLabel, icon_button
from topa_studio.ui.theme import set_role, tokens
from topa_studio.ui.words import duration, stage_word, trouble_words


def waits(job: JobStatus) -> bool:
    """Whether nothing of it was sent yet: such a line has no job of its own."""
    return job.id == 0 and job.stage is Stage.IN_LINE


class JobCard(QFrame):
    """A running or waiting job.

    Signals:
        cancel_requested: the job as it was shown.
    """

    cancel_requested = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        set_role(self, "box")
        self.job: JobStatus | None = None
        self._title = ElidedLabel(title)
        self._elapsed = QLabel()
        set_role(self._elapsed, "dim")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of {title}").format(title=title))
        self._steps = QLabel()
        self._steps.setWordWrap(True)
        self._steps.setTextFormat(Qt.TextFormat.RichText)
        set_role(self._steps, "small")
        self._cancel = icon_button(
            "close", self.tr("Cancel {title}").format(title=title), role="quiet", px=12
        )
        self._cancel.clicked.connect(lambda: self.cancel_requested.emit(self.job))
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self._title, 1)
        top.addWidget(self._elapsed)
        top.addWidget(self._cancel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 4, 4, 8)
        whole.setSpacing(4)
        whole.addLayout(top)
        whole.addWidget(self._bar)
        whole.addWidget(self._steps)

    def show_job(self, job: JobStatus, usual: str) -> None:
        """Show how far it is; `usual` tells how long such a job takes, "" where nobody knows."""
        self.job = job
        waiting = waits(job)
        self._bar.setVisible(job.stage in RUNNING and not waiting)
        self._bar.setValue(round(job.progress * 1000))
        if job.trouble is not None:
            self._steps.setText(html.escape(trouble_words(job.trouble)))
        elif waiting:
            self._steps.setText(html.escape(stage_word(job.stage)))
        else:
            self._steps.setText(_steps(job.stage, usual))
        self.tick()
        self.setAccessibleName(f"{self._title.text()}, {stage_word(job.stage)}")

    def tick(self) -> None:
        """Show the time gone by since the job began."""
        if self.job is None:
            return
        runs = self.job.stage in RUNNING and not waits(self.job)
        self._elapsed.setVisible(runs and self.job.since > 0)
        self._elapsed.setText(duration(time.time() - self.job.since))


def _steps(now: Stage, usual: str) -> str:
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
    line = " → ".join(parts)
    return f"{line} · {html.escape(usual)}" if usual else line
