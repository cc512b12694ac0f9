"""The buttons under the picture; they say what is wanted and know no film."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QToolButton, QVBoxLayout, QWidget

from topa_studio.film.span import Reach
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import mix, scaled, theme_signals, tokens
from topa_studio.ui.player.loop import LoopButton
from topa_studio.ui.player.speed import SpeedButton, rate_word
from topa_studio.ui.widgets.parts import Switch, icon_button, text_label

_EDGE = 16
_SPACE = 8


class PlayButton(QToolButton):
    """The round button of the player."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(scaled(44), scaled(44))
        self.playing = False
        self.set_playing(False)
        theme_signals().changed.connect(self._resize)

    def _resize(self) -> None:
        self.setFixedSize(scaled(44), scaled(44))
        self.update()

    def set_playing(self, playing: bool) -> None:
        """Show the sign of what a press does."""
        self.playing = playing
        words = self.tr("Pause") if playing else self.tr("Play")
        self.setAccessibleName(words)
        keys = (COMMANDS[name].key for name in ("play_or_stop", "play"))
        told = self.tr("{words} ({key}, or {film} for the film)")
        self.setToolTip(told.format(words=words, key=next(keys), film=next(keys)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A white disc with a triangle or two bars; orange is kept for what makes."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colours = tokens()
            ground = mix(colours.text, colours.bg, 0.12 if self.underMouse() else 0.0)
            painter.setBrush(ground)
            focused = QPen(colours.run, 3) if self.hasFocus() else Qt.PenStyle.NoPen
            painter.setPen(focused)
            painter.drawEllipse(self.rect().adjusted(2, 2, -2, -2))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.bg)
            unit = self.width() / 44
            painter.translate(self.width() / 2, self.height() / 2)
            painter.scale(unit, unit)
            if self.playing:
                painter.drawRoundedRect(-7, -7, 5, 14, 1, 1)
                painter.drawRoundedRect(2, -7, 5, 14, 1, 1)
            else:
                painter.drawPolygon(
                    QPolygonF.fromList([QPointF(-5, -8), QPointF(9, 0), QPointF(-5, 8)])
                )


class Transport(QWidget):
    """Time, frame steps, play, loop, volume, how much is played, full screen.

    Signals:
        first, back, play, on, last: a button was pressed (back and on are one frame).
        reach_chosen, loop_chosen: the value of a `Reach`.
        volume_chosen: 0 to 1.
        speed_chosen: how many times as fast as life.
        full_screen: fill the screen, or leave it.
    """

    first = Signal()
    back = Signal()
    play = Signal()
    on = Signal()
    last = Signal()
    reach_chosen = Signal(str)
    loop_chosen = Signal(str)
    volume_chosen = Signal(float)
    speed_chosen = Signal(float)
    full_screen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loud = 100
        self._narrow = self._low = False
        self._times = ("", "")
        self._rate = ""
        self._always: list[QWidget] = []
        self._frame_steps: list[QWidget] = []
        self.time = text_label("", "dim")
        self.play_button = PlayButton()
        self.play_button.clicked.connect(self.play)
        self.reach = Switch(self.tr("How much is played"), self._reaches())
        self.reach.set_value(Reach.FILM.value)
        self.reach.chosen.connect(self.reach_chosen)
        self._make_sound()
        self.loop_button = LoopButton()
        self.loop_button.chosen.connect(self.loop_chosen)
        self.speed_button = SpeedButton()
        self.speed_button.chosen.connect(self.speed_chosen)
        self.full = icon_button("fullscreen", COMMANDS["full_screen"].with_key(), role="quiet")
        self.full.clicked.connect(self.full_screen)
        self.more = icon_button("more", self.tr("How much is played, loop, sound"), role="quiet")
        self._more_menu = QMenu(self)
        self._more_menu.aboutToShow.connect(self._fill_more)
        self.more.setMenu(self._more_menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.hide()
        self._lay_out()

    def _reaches(self) -> list[tuple[str, str]]:
        return [
            (Reach.SHOT.value, self.tr("Shot")),
            (Reach.SCENE.value, self.tr("Scene")),
            (Reach.FILM.value, self.tr("Whole film")),
        ]

    def _make_sound(self) -> None:
        self.mute = icon_button(
            "volume", COMMANDS["sound"].with_key(self.tr("Sound off")), role="quiet"
        )
        self.mute.clicked.connect(self.toggle_sound)
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setValue(100)
        self.volume.setMinimumWidth(scaled(40))
        self.volume.setMaximumWidth(scaled(64))
        self.volume.setAccessibleName(self.tr("Volume"))
        self.volume.setToolTip(self.tr("Volume"))
        self.volume.valueChanged.connect(self._volume_changed)

    def _lay_out(self) -> None:
        rows = self._rows = QVBoxLayout(self)
        rows.setContentsMargins(_EDGE, 4, _EDGE, 12)
        rows.setSpacing(4)
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        for line in (self._upper, self._lower):
            line.setSpacing(_SPACE)
            rows.addLayout(line)
        left, middle, self._right = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        left.addWidget(self.time)
        left.addWidget(self.loop_button)
        left.addWidget(self.speed_button)
        left.addStretch(1)
        self._fill_middle(middle)
        self._right.addStretch(1)
        for widget in (self.mute, self.volume, self.reach, self.more, self.full):
            self._right.addWidget(widget)
        for part, stretch in ((left, 1), (middle, 0), (self._right, 1)):
            part.setSpacing(_SPACE)
            self._upper.addLayout(part, stretch)

    def _fill_middle(self, row: QHBoxLayout) -> None:
        buttons = (
            ("first", "to_start", self.first),
            ("back", "frame_back", self.back),
            ("", "", self.play),
            ("forward", "frame_on", self.on),
            ("last", "to_end", self.last),
        )
        for name, command, signal in buttons:
            if not name:
                row.addWidget(self.play_button)
                self._always.append(self.play_button)
                continue
            button = icon_button(name, COMMANDS[command].with_key(), px=15)
            button.clicked.connect(signal)
            row.addWidget(button)
            frames = name in ("back", "forward")
            (self._frame_steps if frames else self._always).append(button)

    # Where room is short, what is used least gives way; on a low window nothing gets a second line.

    def set_low(self, *, low: bool) -> None:
        """Keep all of it on one line: what does not fit is in the menu behind the dots."""
        self._low = low
        self._rows.setContentsMargins(_EDGE, 2 if low else 4, _EDGE, 4 if low else 12)
        self._rows.setSpacing(0 if low else 4)
        self._fit()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short, sound and switch get their own line; then the slider gives way."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.time.setMinimumWidth(self.time.sizeHint().width())
        one_line = self.width() >= self._natural_width()
        steps = not self._low or self.width() >= self._least(steps=True, loop=True)
        for button in self._frame_steps:
            button.setVisible(steps)
        loop = not self._low or self.width() >= self._least(loop=True)
        self.loop_button.setVisible(loop)
        self.speed_button.setVisible(loop)
        away = self._low and not one_line
        self.reach.setVisible(not away)
        taken = self._least(steps=steps, loop=loop) + self._wide(self.mute)
        self.mute.setVisible(not away or self.width() >= taken)
        self.more.setVisible(away)
        line = (self.mute, self.reach, self.full)
        wide = sum(part.sizeHint().width() + _SPACE for part in line)
        room = self.width() - wide - 2 * _EDGE - _SPACE
        self.volume.setVisible(not away and room >= self.volume.minimumWidth())
        self._break_line(below=not self._low and not one_line)

    def _break_line(self, *, below: bool) -> None:
        if below == self._narrow:
            return
        self._narrow = below
        before, after = self._upper, self._lower
        if not below:
            before, after = after, before
        before.removeItem(self._right)
        after.addLayout(self._right, 1)
        self.updateGeometry()

    def _natural_width(self) -> int:
        right = (self.mute, self.volume, self.reach, self.full)
        rest = sum(widget.sizeHint().width() + _SPACE for widget in right)
        return (
            self._least(steps=True, loop=True)
            - self._wide(self.more)
            - self._wide(self.full)
            + rest
        )

    def _least(self, *, steps: bool = False, loop: bool = False) -> int:
        """What the buttons need that are always there, perhaps with those that may give way."""
        shown = [self.time, *self._always, self.more, self.full]
        loops = (self.loop_button, self.speed_button) if loop else ()
        shown += [*(self._frame_steps if steps else ()), *loops]
        return sum(self._wide(widget) for widget in shown) + 2 * _EDGE

    @staticmethod
    def _wide(widget: QWidget) -> int:
        return max(widget.sizeHint().width(), widget.minimumWidth()) + _SPACE

    def minimumSizeHint(self) -> QSize:
        """As narrow as two lines allow, or one with the least in it."""
        hint = super().minimumSizeHint()
        if self._low:
            return QSize(self._least(), hint.height())
        return QSize(min(hint.width(), scaled(330)), hint.height())

    def _fill_more(self) -> None:
        """What the dots hide: how much is played, and the sound."""
        menu = self._more_menu
        menu.clear()
        for value, words in self._reaches():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(self.reach.value == value)
            action.triggered.connect(lambda _on=False, value=value: self.take_reach(value))
        menu.addSeparator()
        menu.addAction(self.loop_button.toolTip(), self.loop_button.next)
        self.speed_button.fill(menu.addMenu(self.speed_button.accessibleName()))
        menu.addAction(self.mute.accessibleName(), self.toggle_sound)

    def take_reach(self, value: str) -> None:
        """Choose how much is played."""
        self.reach.set_value(value)
        self.reach_chosen.emit(value)

    def show_time(self, here: str, whole: str) -> None:
        """Where the film is, and how long it is."""
        self._times = here, whole
        # Where the button of the speed has given way, J and L are told in place of the length.
        told = self._rate if self._rate and self.speed_button.isHidden() else f"/ {whole}"
        self.time.setText(f"{here} {told}")
        if self.time.sizeHint().width() > self.time.minimumWidth():
            self._fit()

    def show_rate(self, rate: float) -> None:
        """How fast it goes now, which J and L change; below 0 backwards."""
        self._rate = "" if rate == self.speed_button.speed else rate_word(rate)
        self.speed_button.show_rate(rate)
        self.show_time(*self._times)

    def toggle_sound(self) -> None:
        """Sound off, or as loud as it was."""
        if self.volume.value():
            self._loud = self.volume.value()
            self.volume.setValue(0)
        else:
            self.volume.setValue(self._loud)

    def _volume_changed(self, value: int) -> None:
        self.mute.setIcon(icon("volume" if value else "muted", px=scaled(16)))
        words = COMMANDS["sound"].with_key(self.tr("Sound off") if value else self.tr("Sound on"))
        self.mute.setAccessibleName(words)
        self.mute.setToolTip(words)
        self.volume_chosen.emit(value / 100)
