"""The line over the strip: what the film has, filters, zoom."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QWidget

from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.film.tally import Filter, Tally
from topa_studio.ui.parts import ElidedLabel, icon_button, text_label
from topa_studio.ui.plain import plain_tip, without_key
from topa_studio.ui.theme import scaled, set_role
from topa_studio.ui.timeline.lane_pills import Kind, LanePills
from topa_studio.ui.timeline.only_pill import OnlyPill
from topa_studio.ui.timeline.pills import FilterPills

CLOSEST, FARTHEST, USUAL = 90, 12, 30
_STEP = 6


class TimelineHeader(QWidget):
    """The header of the strip; `only` stands in it instead of the filters.

    Signals:
        filter_chosen: the filter's value. zoomed: pixels a second.
        shot_wanted, scene_wanted, music_wanted, caption_wanted: a new one is asked for.
    """

    shot_wanted = Signal()
    scene_wanted = Signal()
    music_wanted = Signal()
    caption_wanted = Signal()
    filter_chosen = Signal(str)
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pills = FilterPills()
        self.pills.chosen.connect(self.filter_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.setSpacing(10)
        self._name = text_label(self.tr("TIMELINE"), "section")
        row.addWidget(self._name)
        row.addSpacing(4)
        self.add_shot = self._button(row, self.tr("+ Shot"), "new_shot")
        self.add_shot.clicked.connect(self.shot_wanted)
        self.add_scene = self._button(row, self.tr("+ Scene"), "new_scene")
        self.add_scene.clicked.connect(self.scene_wanted)
        self.add_music = self._button(row, self.tr("+ Music"), "add_music")
        self.add_music.clicked.connect(self.music_wanted)
        self.add_caption = self._button(row, self.tr("+ Caption"), "add_caption")
        self.add_caption.clicked.connect(self.caption_wanted)
        self.lanes = LanePills()
        self.summary = ElidedLabel("", "dim")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(self.summary, 1)
        row.addWidget(self.lanes)
        row.addWidget(self.pills)
        self.only = OnlyPill()
        row.addWidget(self.only)
        self.refresh = QPushButton()
        set_role(self.refresh, "link-warn")
        self.refresh.hide()
        row.addWidget(self.refresh)
        self.panels = QPushButton()
        set_role(self.panels, "second")
        self.panels.hide()
        row.addWidget(self.panels)
        self._add_zoom(row)
        self._put_pills_first()

    def _put_pills_first(self) -> None:
        """Tab meets the pills before the buttons that stand left of them."""
        behind: QWidget = self.add_shot
        for kind in reversed(Filter):
            self.setTabOrder(self.pills.button(kind), behind)
            behind = self.pills.button(kind)

    def _button(self, row: QHBoxLayout, words: str, command: str) -> QPushButton:
        made = QPushButton(words)
        made.setAccessibleName(COMMANDS[command].with_key())
        made.setToolTip(made.accessibleName())
        row.addWidget(made)
        return made

    def _add_zoom(self, row: QHBoxLayout) -> None:
        self._farther = icon_button("minus", self.tr("Zoom out (Ctrl+wheel)"), role="quiet", px=12)
        self._closer = icon_button("plus", self.tr("Zoom in (Ctrl+wheel)"), role="quiet", px=12)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(FARTHEST, CLOSEST)
        self.slider.setValue(USUAL)
        self.slider.setSingleStep(_STEP)
        self.slider.setFixedWidth(scaled(90))
        self.slider.setAccessibleName(self.tr("Zoom of the timeline"))
        self.slider.setToolTip(self.tr("Zoom of the timeline (Ctrl+wheel)"))
        self.slider.valueChanged.connect(self.zoomed)
        self._farther.clicked.connect(lambda: self.step(-1))
        self._closer.clicked.connect(lambda: self.step(1))
        for widget in (self._farther, self.slider, self._closer):
            row.addWidget(widget)

    def step(self, steps: int) -> None:
        """Zoom in (positive) or out."""
        self.slider.setValue(self.slider.value() + steps * _STEP)

    def narrow(self, words: str, count: int) -> None:
        """Say what the film is narrowed to, in place of the filters; "": the filters again."""
        self.only.show_words(words, count)
        self.pills.setVisible(not words)
        self._fit()

    def show_counts(self, summary: str, tally: Tally) -> None:
        """What the film has, and how many shots are in each filter."""
        self.summary.setText(summary)
        self.pills.show_counts(tally)
        self._fit()

    def show_lanes(self, counts: Mapping[Kind, int]) -> None:
        """How many voices, captions and tracks the film has."""
        self.lanes.show_counts(counts)
        self._fit()

    def offer_refresh(self, words: str, says: str) -> None:
        """The button that makes what is out of date again; "" where nothing is."""
        self.refresh.setText(words)
        self.refresh.setAccessibleName(without_key(says) or self.tr("Refresh"))
        self.refresh.setToolTip(plain_tip(without_key(says)))
        self._fit()

    def offer_panels(self, words: str, says: str) -> None:
        """The button that draws all panels; "" where some are there, or none can be drawn."""
        self.panels.setText(words)
        self.panels.setAccessibleName(without_key(says) or self.tr("Panels"))
        self.panels.setToolTip(plain_tip(without_key(says)))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for the buttons and filters."""
        return QSize(self._needed(()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short, what can be done elsewhere gives way."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """What is in it asks for another width."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        zoom = (self._farther, self.slider, self._closer)
        offers = (self.refresh, self.panels)
        again = tuple(button for button in offers if button.text())
        lanes = (self.lanes,) if self.lanes.counts else ()
        adds = (self.add_music, self.add_caption)
        lesser: tuple[QWidget, ...] = (
            self._name, *offers, *zoom, self.add_music, self.add_caption, self.lanes,
        )  # fmt: skip
        ways: tuple[tuple[QWidget, ...], ...] = (
            (self._name, *again, *lanes, *adds, *zoom),
            (self._name, *again, *lanes, *adds, self._farther, self._closer),
            (self._name, *again, *lanes, *adds), (*again, *lanes, *adds),
            (*again, *lanes, self.add_music), (*again, *lanes), again, (),
        )  # fmt: skip
        kept = next((way for way in ways if self._needed(way) <= self.width()), ())
        for widget in lesser:
            widget.setVisible(widget in kept)

    def _needed(self, lesser: tuple[QWidget, ...]) -> int:
        row = self.layout()
        shown = self.pills if self.only.isHidden() else self.only
        parts = (self.add_shot, self.add_scene, shown, *lesser)
        if row is None:
            return 0
        around = row.contentsMargins().left() + row.contentsMargins().right() + 4
        gaps = (len(parts) + 1) * row.spacing()
        return around + gaps + sum(max(p.minimumWidth(), p.sizeHint().width()) for p in parts)
