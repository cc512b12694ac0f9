"""What will be written, to look at and to play before."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from topa_studio.app.session import ProjectSession
from topa_studio.film.export.plan import Plan
from topa_studio.film.span import Span, time_code
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.player.seek_bar import SeekBar
from topa_studio.ui.playing.playback import Playback
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.playing.surface import Surface
from topa_studio.ui.widgets.parts import icon_button, text_label

_MOST_HIGH, _CLOSE = 0.5, 4


class Preview(QWidget):
    """A small player of the plan; `close_preview` before it goes."""

    def __init__(self, session: ProjectSession, speaker: Speaker) -> None:
        super().__init__()
        self._session = session
        self._plan: Plan | None = None
        self.playback = Playback(session.path, speaker, self)
        self.surface = Surface()
        self.surface.set_around(_CLOSE)
        self.seek_bar = SeekBar()
        self.play = icon_button("play", self.tr("Play what will be written (Space)"))
        self.time = text_label("", "dim")
        self._lay_out()
        self.playback.frame_shown.connect(self._show)
        self.playback.moved.connect(lambda _seconds: self._show_place())
        self.playback.playing_changed.connect(self._show_playing)
        self.seek_bar.sought.connect(self.playback.seek)
        self.surface.clicked.connect(self.toggle)
        self.surface.resized.connect(self._resize)
        self.play.clicked.connect(self.toggle)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.play)
        row.addWidget(self.time)
        row.addStretch(1)
        row.addWidget(text_label(self.tr("Preview of what will be written"), "dim"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.surface)
        column.addWidget(self.seek_bar)
        column.addLayout(row)

    @property
    def frame(self) -> int:
        """The frame that is shown, of the film that is written."""
        return self.playback.frame

    def show_plan(self, plan: Plan | None, frame: int | None = None) -> None:
        """Show this plan, at a frame of its film, else where it was."""
        self._plan = plan
        self.setVisible(plan is not None)
        if plan is None:
            self.playback.pause()
            return
        playback = self.playback
        playback.show(plan.film, self._session.faces())
        playback.burn(plan.burnt)
        self.surface.set_ratio(plan.film.ratio)
        self.seek_bar.set_film(plan.film.cuts, plan.film.rate)
        whole = plan.span == Span(0, plan.film.frames)
        self.seek_bar.mark(None if whole else plan.span)
        wanted = playback.frame if frame is None else frame
        inside = min(max(wanted, plan.span.first), plan.span.last - 1)
        if inside != playback.frame:
            playback.seek(inside)
        self._fit()
        self._show_place()

    def toggle(self) -> None:
        """Play what will be written, or pause."""
        if self._plan is None:
            return
        if self.playback.playing:
            self.playback.pause()
        else:
            self.playback.play(self._plan.span)

    def close_preview(self) -> None:
        """Stop, and let go of all files."""
        self.playback.close()

    def _show(self, picture: QImage) -> None:
        self.surface.show_picture(picture)

    def _show_place(self) -> None:
        plan, playback = self._plan, self.playback
        if plan is None:
            return
        self.seek_bar.setValue(playback.frame)
        rate = plan.film.rate
        here = time_code(max(0, playback.frame - plan.span.first), rate)
        self.time.setText(f"{here} / {time_code(plan.frames, rate)}")

    def _show_playing(self, playing: bool) -> None:
        self.play.setIcon(icon("pause" if playing else "play", px=scaled(16)))

    def _resize(self, size: QSize) -> None:
        self.playback.resize(size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture keeps its shape."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        ratio = self._plan.film.ratio if self._plan is not None else 16 / 9
        most = max(scaled(135), round(self.window().height() * _MOST_HIGH))
        self.surface.setFixedHeight(min(most, max(scaled(120), round(self.width() / ratio))))
