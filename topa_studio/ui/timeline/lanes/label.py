"""The label of a lane, pinned at its left edge, with the button that mutes or hides it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from topa_studio.ui.look.icons import icon, icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.widgets.parts import icon_button, text_label
from topa_studio.ui.widgets.plain import plain_tip

_SIGN = 12


class LaneLabel(QFrame):
    """A sign, a word and a small loudspeaker, or an eye where the lane is read.

    Where a box begins under it only its sign is left, which is the button then. The mouse works
    the lane through all of it but the button.

    Attributes:
        wide: how wide all of it is.
    Signals:
        muted: whether the lane is silent from now on.
    """

    muted = Signal(bool)

    def __init__(self, words: str, sign: str, inside: QWidget, *, read: bool) -> None:
        super().__init__(inside)
        self._words, self._sign, self._read = words, sign, read
        self._on, self._short = True, False
        self._picture = QLabel()
        px = scaled(_SIGN)
        self._picture.setPixmap(icon_pixmap(sign, px, tokens().dim, self.devicePixelRatioF()))
        self._told = text_label(words, "small")
        self.mute = icon_button("volume", "", role="quiet", px=_SIGN)
        self.mute.setCheckable(True)
        self.mute.toggled.connect(self._toggled)
        self._row = QHBoxLayout(self)
        for widget in (self._picture, self._told, self.mute):
            self._row.addWidget(widget)
        self._lay_out()
        self.wide = self.sizeHint().width()

    def _lay_out(self) -> None:
        short = self._short
        set_role(self, "" if short else "well")
        self._row.setContentsMargins(*((0, 0, 0, 0) if short else (8, 1, 2, 1)))
        self._row.setSpacing(0 if short else 5)
        self._picture.setVisible(not short)
        self._told.setVisible(not short)
        self._say()

    def shorten(self, *, short: bool) -> None:
        """Be the sign only, or all of it."""
        if short != self._short:
            self._short = short
            self._lay_out()

    def _toggled(self, muted: bool) -> None:
        self._on = not muted
        self._say()
        self.muted.emit(muted)

    def _say(self) -> None:
        on, off = self.tr("Mute {lane} in this window"), self.tr("Hear {lane} again")
        if self._read:
            on, off = self.tr("Hide {lane} in the player"), self.tr("Show {lane} in the player")
        says = (on if self._on else off).format(lane=self._words)
        signs = ("eye", "hidden") if self._read else ("volume", "muted")
        sign = self._sign if self._short and self._on else signs[0 if self._on else 1]
        self.mute.setIcon(icon(sign, tokens().dim, scaled(_SIGN)))
        self.mute.setAccessibleName(says)
        self.mute.setToolTip(plain_tip(says))
