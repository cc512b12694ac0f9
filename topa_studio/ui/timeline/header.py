"""The tools over a view of the film: which view, what the film has, filters, zoom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from topa_studio.ui.calm import set_name, set_words
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.film.kinds import TIMELINE, VIEWS
from topa_studio.ui.film.search_field import SearchField
from topa_studio.ui.film.tally import Filter, Tally
from topa_studio.ui.parts import ElidedLabel, icon_button
from topa_studio.ui.plain import plain_tip, without_key
from topa_studio.ui.theme import scaled, set_role
from topa_studio.ui.timeline.lane_pills import Kind, LanePills
from topa_studio.ui.timeline.only_pill import OnlyPill
from topa_studio.ui.timeline.pills import FilterPills
from topa_studio.ui.view_switch import ViewSwitch

CLOSEST, FARTHEST, USUAL = 90, 12, 30
_STEP = 6


@dataclass(frozen=True, slots=True)
class _Way:
    """What stands in a line, and what of it says less than it could."""

    widgets: tuple[QWidget, ...]
    short_switch: bool = False
    short_pills: bool = False


class TimelineHeader(QWidget):
    """One line over the timeline; over a view that has less room beside it, filters get their own.

    `only` stands in it instead of the filters.

    Signals:
        view_chosen: the name of a view. filter_chosen: other filters are on.
        zoomed: pixels a second.
        shot_wanted, scene_wanted, music_wanted, caption_wanted: a new one is asked for.
    """

    view_chosen = Signal(str)
    shot_wanted = Signal()
    scene_wanted = Signal()
    music_wanted = Signal()
    caption_wanted = Signal()
    filter_chosen = Signal()
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = VIEWS[TIMELINE]
        self._compact = False
        self._corners: dict[str, QWidget] = {}
        self.pills = FilterPills()
        self.pills.chosen.connect(self.filter_chosen)
        rows = self._rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 5, 14, 5)
        rows.setSpacing(6)
        self._upper, self._lower = row, lower = QHBoxLayout(), QHBoxLayout()
        for line in (row, lower):
            line.setSpacing(10)
            rows.addLayout(line)
        self.switch = ViewSwitch()
        self.switch.chosen.connect(self.view_chosen)
        row.addWidget(self.switch)
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
        self.search = SearchField()
        self.find_sign = icon_button("search", COMMANDS["find"].with_key(), role="quiet", px=14)
        row.addWidget(self.search)
        row.addWidget(self.find_sign)
        self.search.textChanged.connect(self._fit)
        self.search.rested.connect(self._search_rests)
        self._asked_for = False
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
        self._moved = (self.pills, self.only, self.refresh, self.panels)

    def set_editable(self, *, editable: bool) -> None:
        """Whether something can be added to the film."""
        for button in (self.add_shot, self.add_scene, self.add_music, self.add_caption):
            button.setEnabled(editable)

    # Views.

    def add_corner(self, name: str, corner: QWidget) -> None:
        """What a view wants to have at the end of the tools."""
        self._corners[name] = corner
        self._lower.addWidget(corner)

    def show_view(self, name: str) -> None:
        """Show what belongs to a view."""
        before, self._kind = self._kind, VIEWS[name]
        self.switch.set_value(name)
        if before.beside != self._kind.beside:
            line = self._lower if self._kind.beside else self._upper
            place = 0 if self._kind.beside else line.indexOf(self._farther)
            for widget in reversed(self._moved):
                (self._upper if self._kind.beside else self._lower).removeWidget(widget)
                line.insertWidget(place, widget)
            if self._kind.beside:
                self._lower.insertStretch(len(self._moved), 1)
            else:
                self._lower.takeAt(0)
        self._fit()

    def set_compact(self, *, compact: bool) -> None:
        """Show only which view it is, and nothing where that is the timeline, or all of it."""
        self._compact = compact
        self._fit()

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
        set_words(self.refresh, words)
        set_name(self.refresh, without_key(says) or self.tr("Refresh"))
        self.refresh.setToolTip(plain_tip(without_key(says)))
        self._fit()

    def offer_panels(self, words: str, says: str) -> None:
        """The button that draws all panels; "" where some are there, or none can be drawn."""
        set_words(self.panels, words)
        set_name(self.panels, without_key(says) or self.tr("Panels"))
        self.panels.setToolTip(plain_tip(without_key(says)))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for the buttons and filters."""
        least = max(self._needed(ways[-1]) for ways in (self._upper_ways(), self._lower_ways()))
        return QSize(least, super().minimumSizeHint().height())

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
        """Show what there is room for; what is needed least is the first to give way."""
        asked = self._searching is self.search
        self.setVisible(self._kind.beside or not self._compact or asked)
        kept = [self._way(ways) for ways in (self._upper_ways(), self._lower_ways())]
        self.switch.set_signs(signs=kept[0].short_switch)
        self.pills.set_short(short=any(way.short_pills for way in kept))
        shown = {widget for way in kept for widget in way.widgets}
        for widget in (
            self.pills, self.only, self.refresh, self.panels, self.add_music, self.add_caption,
            self.lanes, self._farther, self.slider, self._closer, self.search, self.find_sign,
            *self._corners.values(),
        ):  # fmt: skip
            widget.setVisible(widget in shown)

    def _way(self, ways: tuple[_Way, ...]) -> _Way:
        return next((way for way in ways if self._needed(way) <= self.width()), ways[-1])

    @property
    def _filter(self) -> QWidget:
        return self.only if self.only.words else self.pills

    @property
    def _offers(self) -> tuple[QWidget, ...]:
        return tuple(button for button in (self.refresh, self.panels) if button.text())

    def _upper_ways(self) -> tuple[_Way, ...]:
        always: tuple[QWidget, ...] = (self.switch, self.add_shot, self.add_scene)
        if self._kind.beside:
            found = (*always, self.search)
            return (
                _Way(found), _Way(found, short_switch=True),
                _Way((*always, self._searching), short_switch=True),
            )  # fmt: skip
        lanes = (self.lanes,) if self.lanes.counts else ()
        adds = (self.add_music, self.add_caption)
        steps, again = (self._farther, self._closer), self._offers
        search, sign = self.search, self._searching
        always = (*always, self._filter)
        lesser: tuple[tuple[QWidget, ...], ...] = (
            (*again, *lanes, *adds, *steps, self.slider, search),
            (*again, *lanes, *adds, *steps, search), (*again, *lanes, *adds, *steps, sign),
            (*again, *lanes, *adds, sign), (*again, *lanes, self.add_music, sign),
            (*again, *lanes, sign), (*again, sign),
        )  # fmt: skip
        return (
            _Way((*always, *lesser[0])),
            *(_Way((*always, *some), short_switch=True) for some in lesser[:3]),
            *(_Way((*always, *some), short_switch=True, short_pills=True) for some in lesser[2:]),
            _Way((*always, sign), short_switch=True, short_pills=True),
        )

    def _lower_ways(self) -> tuple[_Way, ...]:
        if self._compact or not self._kind.beside:
            return (_Way(()),)
        found = self._corners.get(self._kind.name)
        corner = () if found is None else (found,)
        always, again = (self._filter,), self._offers
        return (
            _Way((*always, *again, *corner)),
            _Way((*always, *corner)),
            _Way((*always, *again, *corner), short_pills=True),
            _Way((*always, *corner), short_pills=True),
            _Way(always, short_pills=True),
        )

    @property
    def _searching(self) -> QWidget:
        """The search where it is in use, else the sign that opens it."""
        used = bool(self.search.text()) or self._asked_for
        return self.search if used else self.find_sign

    def open_search(self) -> None:
        """Put the keyboard into the search field, its words chosen; it comes where it was not."""
        self._asked_for = True
        self._fit()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _search_rests(self) -> None:
        self._asked_for = False
        self._fit()

    def _needed(self, way: _Way) -> int:
        margins = self._rows.contentsMargins()
        around = margins.left() + margins.right() + 4
        gaps = (len(way.widgets) + 1) * self._upper.spacing()
        return around + gaps + sum(self._wide(widget, way) for widget in way.widgets)

    def _wide(self, widget: QWidget, way: _Way) -> int:
        if widget is self.switch:
            return self.switch.width_of(short=way.short_switch)
        if widget is self.pills:
            return self.pills.width_of(short=way.short_pills)
        return max(widget.minimumWidth(), widget.sizeHint().width())
