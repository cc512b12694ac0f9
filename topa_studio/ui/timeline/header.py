"""The tools over a view of the film: which view, what the film has, filters, zoom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.film.kinds import TIMELINE, VIEWS
from topa_studio.ui.film.search_field import SearchField
from topa_studio.ui.film.tally import Filter, Tally
from topa_studio.ui.look.calm import set_name, set_words
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.timeline.lane_pills import Kind, LanePills
from topa_studio.ui.timeline.only_pill import OnlyPill
from topa_studio.ui.timeline.pills import FilterPills
from topa_studio.ui.timeline.tool_ways import MoreTools, Tools, Way
from topa_studio.ui.timeline.zoom_tools import ZoomTools
from topa_studio.ui.view_switch import ViewSwitch
from topa_studio.ui.widgets.parts import ElidedLabel, icon_button
from topa_studio.ui.widgets.plain import plain_tip, without_key

_GROWS = 1000  # more than the ground before it


class TimelineHeader(QWidget):
    """One line over the timeline; over a view that has less room beside it, filters get their own.

    Attributes:
        zoom: pixels a second. only: it stands in place of the filters.

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
    zoomed = Signal(float)

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
        self._add_search(row)
        self._told: list[str] = []
        self.refresh, self.panels = _offer(row, "link-warn"), _offer(row, "second")
        self._zoom = ZoomTools(self)
        self.slider, self._farther = self._zoom.slider, self._zoom.farther
        for widget in (self._farther, self.slider, self._zoom.closer):
            row.addWidget(widget)
        self._zoom.changed.connect(self.zoomed)
        self._put_pills_first()
        self._moved = (self.pills, self.only, self.refresh, self.panels)
        self._tools = Tools(
            self.switch, self.add_shot, self.add_scene, self.add_music, self.add_caption,
            self.lanes, self.pills, self.only, self.refresh, self.panels,
            self._farther, self.slider, self._zoom.closer, self.search, self.find_sign,
            self.more.button,
        )  # fmt: skip

    def _add_search(self, row: QHBoxLayout) -> None:
        self.search = SearchField()
        self.find_sign = icon_button("search", COMMANDS["find"].with_key(), role="quiet", px=14)
        row.addWidget(self.search)
        row.addWidget(self.find_sign)
        self.more = MoreTools(row)
        self.search.textChanged.connect(self._fit)
        self.search.rested.connect(self._search_rests)
        self._asked_for = False

    def set_editable(self, *, editable: bool) -> None:
        """Whether something can be added to the film."""
        for button in (self.add_shot, self.add_scene, self.add_music, self.add_caption):
            button.setEnabled(editable)

    # Views.

    def add_corner(self, name: str, corner: QWidget) -> None:
        """What a view wants to have at the end of the tools."""
        self._corners[name] = corner
        self._lower.addWidget(corner, _share(corner))

    def show_view(self, name: str) -> None:
        """Show what belongs to a view."""
        before, self._kind = self._kind, VIEWS[name]
        self.switch.set_value(name)
        if before.beside != self._kind.beside:
            if self._kind.beside:
                self._move(self._moved, self._lower, 0)
                self._lower.insertStretch(len(self._moved), 1)
            else:
                self._lower.takeAt(self._lower.indexOf(self._moved[-1]) + 1)
                self._move(self._moved[:2], self._upper, self._upper.indexOf(self.search))
                self._move(self._moved[2:], self._upper, self._upper.indexOf(self._farther))
        self._fit()

    def _move(self, widgets: Sequence[QWidget], line: QHBoxLayout, place: int) -> None:
        for at, widget in enumerate(widgets):
            (self._lower if line is self._upper else self._upper).removeWidget(widget)
            line.insertWidget(place + at, widget)

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

    @property
    def zoom(self) -> float:
        """Pixels a second."""
        return self._zoom.now

    def step(self, steps: float) -> None:
        """Zoom in (positive) or out."""
        self._zoom.step(steps)

    def bound_zoom(self, farthest: Callable[[], float]) -> None:
        """Zoom out no farther than it says."""
        self._zoom.farthest = farthest

    def set_zoom(self, per_second: float) -> None:
        """Show a second as so many pixels."""
        self._zoom.set(per_second)

    def narrow(self, words: str, count: int) -> None:
        """Say what the film is narrowed to, in place of the filters; "": the filters again."""
        self.only.show_words(words, count)
        self._fit()

    def show_counts(self, summary: str, tally: Tally) -> None:
        """What the film has, and how many shots are in each filter."""
        self._told = summary.split(" · ")
        self.summary.setAccessibleName(summary)
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
        """Room for what is always there."""
        gap, around = self._upper.spacing(), self._around
        least = max(self._tools.needed(ways[-1], gap) for ways in self._ways())
        return QSize(least + around, super().minimumSizeHint().height())

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
        room, gap = self.width() - self._around, self._upper.spacing()
        kept = [self._tools.best(ways, room, gap) for ways in self._ways()]
        self.switch.set_signs(signs=kept[0].short_switch)
        self.pills.set_short(short=any(way.short_pills for way in kept))
        shown = {widget for way in kept for widget in way.widgets}
        for widget in (*self._tools.all, *self._corners.values()):
            widget.setVisible(widget in shown)
        self._say_summary(room - self._tools.needed(kept[0], gap))

    def _say_summary(self, room: int) -> None:
        """What the film has: whole, without its scenes, or not at all; never cut off."""
        ways = (" · ".join(self._told[at:]) for at in range(2))
        wide = self.summary.fontMetrics().horizontalAdvance
        words = next((way for way in ways if wide(way) <= room), "")
        if words != self.summary.text():
            self.summary.setText(words)

    def _ways(self) -> tuple[tuple[Way, ...], tuple[Way, ...]]:
        """What the upper and the lower line may hold, the fullest first."""
        if not self._kind.beside:
            return self._tools.alone(self._searching), (Way(()),)
        tools, found = self._tools, self._corners.get(self._kind.name)
        corner = () if found is None else (found,)
        below = (Way(()),) if self._compact else tools.below(corner)
        kept = tools.best(below, self.width() - self._around, self._upper.spacing())
        self.more.folded = tools.left_out(kept, corner)
        return tools.beside(self._searching, folds=bool(self.more.folded)), below

    @property
    def _around(self) -> int:
        margins = self._rows.contentsMargins()
        return margins.left() + margins.right()

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


def _offer(row: QHBoxLayout, role: str) -> QPushButton:
    """A button that is there once there is something to offer."""
    made = QPushButton()
    set_role(made, role)
    made.hide()
    row.addWidget(made)
    return made


def _share(corner: QWidget) -> int:
    """Of the free room of its line: a corner that grows says more the more there is."""
    grows = corner.sizePolicy().expandingDirections() & Qt.Orientation.Horizontal
    return _GROWS if grows else 0
