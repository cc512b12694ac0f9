"""Voices, captions, music as pills of the tool row: how many there are, shown or not."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role, theme_signals, tokens

_SIGN = 12


class Kind(StrEnum):
    """A lane, by what a track of it is."""

    VOICES = "voice"
    CAPTIONS = "caption"
    MUSIC = "music"


_SIGNS = {Kind.VOICES: "mic", Kind.CAPTIONS: "captions", Kind.MUSIC: "music"}


class LanePills(QWidget):
    """A toggle each lane that holds something.

    Signals:
        toggled: the lane's kind, and whether it is shown from now on.
    """

    toggled = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._why = ""
        self._counts: Mapping[Kind, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pills = {kind: self._pill(kind) for kind in Kind}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for pill in self._pills.values():
            row.addWidget(pill)
        self._colour()
        theme_signals().changed.connect(self._colour)

    def _pill(self, kind: Kind) -> QPushButton:
        made = QPushButton()
        made.setCheckable(True)
        made.setChecked(True)
        set_role(made, "pill")
        made.hide()
        made.clicked.connect(lambda on: self.toggled.emit(kind.value, on))
        return made

    def button(self, kind: str) -> QPushButton:
        """The pill of a lane."""
        return self._pills[Kind(kind)]

    @property
    def counts(self) -> bool:
        """Whether any lane holds something."""
        return any(not pill.isHidden() for pill in self._pills.values())

    def show_counts(self, counts: Mapping[Kind, int]) -> None:
        """How many lie in each; one that is empty is not offered."""
        self._counts = counts
        words = {
            Kind.VOICES: self.tr("Voices {count}"),
            Kind.CAPTIONS: self.tr("Captions {count}"),
            Kind.MUSIC: self.tr("Music {count}"),
        }
        for kind, pill in self._pills.items():
            count = counts.get(kind, 0)
            pill.setText(words[kind].format(count=count))
            says = self.tr("Show the lane: {lane}").format(lane=pill.text())
            if self._why:
                says = f"{pill.text()}: {self._why}"
            pill.setAccessibleName(says)
            pill.setToolTip(says)
            pill.setEnabled(not self._why)
            pill.setVisible(count > 0)

    def tell_hidden(self, why: str) -> None:
        """Why no lane can be shown now; "": each is, or is not, as the user wants."""
        self._why = why
        self.show_counts(self._counts)

    def _colour(self) -> None:
        px = scaled(_SIGN)
        for kind, pill in self._pills.items():
            pill.setIcon(icon(_SIGNS[kind], tokens().dim, px))
            pill.setIconSize(QSize(px, px))
