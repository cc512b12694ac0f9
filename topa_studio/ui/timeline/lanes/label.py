"""The label of a lane, pinned at its left edge, with the button that mutes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from topa_studio.ui.icons import icon, icon_pixmap
from topa_studio.ui.parts import icon_button, text_label
from topa_studio.ui.plain import plain_tip
from topa_studio.ui.theme import scaled, set_role, tokens

_SIGN = 12


class LaneLabel(QFrame):
    """A sign, a word and a small loudspeaker.

    Signals:
        muted: whether the lane is silent from now on.
    """

    muted = Signal(bool)

    def __init__(self, words: str, sign: str, inside: QWidget) -> None:
        super().__init__(inside)
        set_role(self, "well")
        self._words, self._on = words, True
        picture = QLabel()
        px = scaled(_SIGN)
        picture.setPixmap(icon_pixmap(sign, px, tokens().dim, self.devicePixelRatioF()))
        self.mute = icon_button("volume", "", role="quiet", px=_SIGN)
        self.mute.setCheckable(True)
        self.mute.toggled.connect(self._toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 2, 1)
        row.setSpacing(5)
        for widget in (picture, text_label(words, "small"), self.mute):
            row.addWidget(widget)
        self._say()

    def _toggled(self, muted: bool) -> None:
        self._on = not muted
        self._say()
        self.muted.emit(muted)

    def _say(self) -> None:
        on = self.tr("Mute {lane} in this window").format(lane=self._words)
        off = self.tr("Hear {lane} again").format(lane=self._words)
        says = on if self._on else off
        self.mute.setIcon(icon("volume" if self._on else "muted", tokens().dim, scaled(_SIGN)))
        self.mute.setAccessibleName(says)
        self.mute.setToolTip(plain_tip(says))
