"""What of the tools over a view stands in a line: all of it, or less where room is short."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSlider, QToolButton, QWidget

from topa_studio.ui.film.search_field import SearchField
from topa_studio.ui.timeline.lane_pills import LanePills
from topa_studio.ui.timeline.only_pill import OnlyPill
from topa_studio.ui.timeline.pills import FilterPills
from topa_studio.ui.view_switch import ViewSwitch
from topa_studio.ui.widgets.parts import icon_button

_AROUND = 4


@dataclass(frozen=True, slots=True)
class Way:
    """What stands in a line, and what of it says less than it could."""

    widgets: tuple[QWidget, ...]
    short_switch: bool = False
    short_pills: bool = False


class MoreTools:
    """A button with a menu of what the lines have no room for.

    Attributes:
        folded: the tools that stand in the menu.
    """

    def __init__(self, row: QHBoxLayout) -> None:
        says = QCoreApplication.translate("TimelineHeader", "Filters and other tools")
        self.button = icon_button("more", says, role="quiet")
        self.button.clicked.connect(self.open)
        self.menu = QMenu(self.button)
        self.folded: tuple[QWidget, ...] = ()
        row.addWidget(self.button)

    def open(self) -> None:
        """Open the menu under the button."""
        from topa_studio.ui.timeline.more_tools import fill

        fill(self.menu, self.folded, self.button)
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))


@dataclass(frozen=True, slots=True)
class Tools:
    """All that may stand over a view."""

    switch: ViewSwitch
    add_shot: QPushButton
    add_scene: QPushButton
    add_music: QPushButton
    add_caption: QPushButton
    lanes: LanePills
    pills: FilterPills
    only: OnlyPill
    refresh: QPushButton
    panels: QPushButton
    farther: QToolButton
    slider: QSlider
    closer: QToolButton
    search: SearchField
    find_sign: QToolButton
    more: QToolButton

    @property
    def all(self) -> tuple[QWidget, ...]:
        """Each of them but the switch, which is always there."""
        return (
            self.add_shot, self.add_scene, self.add_music, self.add_caption, self.lanes,
            self.pills, self.only, self.refresh, self.panels, self.farther, self.slider,
            self.closer, self.search, self.find_sign, self.more,
        )  # fmt: skip

    @property
    def filter(self) -> QWidget:
        """The filters, or what the film is narrowed to in their place."""
        return self.only if self.only.words else self.pills

    @property
    def offers(self) -> tuple[QWidget, ...]:
        """The buttons that offer to make much at once, as far as there is something to make."""
        return tuple(button for button in (self.refresh, self.panels) if button.text())

    def alone(self, search: QWidget) -> tuple[Way, ...]:
        """The line over a view that has the whole width; `search`: where it is short."""
        lanes = (self.lanes,) if self.lanes.counts else ()
        adds = (self.add_music, self.add_caption)
        steps, again = (self.farther, self.closer), self.offers
        switch, shot, scene = self.switch, self.add_shot, self.add_scene
        always = (switch, shot, scene, self.filter)
        lesser: tuple[tuple[QWidget, ...], ...] = (
            (*again, *lanes, *adds, *steps, self.slider, self.search),
            (*again, *lanes, *adds, *steps, self.slider, search),
            (*again, *lanes, *adds, *steps, search),
            (*again, *lanes, *adds, search), (*again, *lanes, self.add_music, search),
            (*again, *lanes, search), (*again, search),
        )  # fmt: skip
        least: tuple[tuple[QWidget, ...], ...] = (
            (*always, search), (switch, shot, self.filter, search), (switch, self.filter, search),
            (switch, search),
        )  # fmt: skip
        return (
            Way((*always, *lesser[0])),
            *(Way((*always, *some), short_switch=True) for some in lesser[:3]),
            *(Way((*always, *some), short_switch=True, short_pills=True) for some in lesser[2:]),
            *(Way(some, short_switch=True, short_pills=True) for some in least),
        )

    def beside(self, search: QWidget, *, folds: bool) -> tuple[Way, ...]:
        """The upper line over a view that has the player beside it.

        `folds`: the lower line leaves something out, which is in a menu here.
        """
        more = (self.more,) if folds else ()
        switch, shot, scene = self.switch, self.add_shot, self.add_scene
        found = (switch, shot, scene, self.search, *more)
        return (
            Way(found), Way(found, short_switch=True),
            Way((switch, shot, scene, search, *more), short_switch=True),
            Way((switch, shot, search, *more), short_switch=True),
            Way((switch, search, *more), short_switch=True),
        )  # fmt: skip

    def below(self, corner: tuple[QWidget, ...]) -> tuple[Way, ...]:
        """The lower line over such a view, which ends with what the view itself wants there."""
        always, again = (self.filter,), self.offers
        return (
            Way((*always, *again, *corner)),
            Way((*always, *corner)),
            Way((*always, *again, *corner), short_pills=True),
            Way((*always, *corner), short_pills=True),
            Way(always, short_pills=True),
            Way(()),
        )

    def left_out(self, way: Way, corner: tuple[QWidget, ...]) -> tuple[QWidget, ...]:
        """What a lower line says nothing of, where that can be found nowhere else."""
        if {self.filter, *corner} <= {*way.widgets}:
            return ()
        return tuple(
            tool for tool in (self.filter, *self.offers, *corner) if tool not in way.widgets
        )

    def needed(self, way: Way, gap: int) -> int:
        """How wide a line is that says so much."""
        gaps = (len(way.widgets) + 1) * gap
        return _AROUND + gaps + sum(self._wide(widget, way) for widget in way.widgets)

    def _wide(self, widget: QWidget, way: Way) -> int:
        if widget is self.switch:
            return self.switch.width_of(short=way.short_switch)
        if widget is self.pills:
            return self.pills.width_of(short=way.short_pills)
        return max(widget.minimumWidth(), widget.sizeHint().width())

    def best(self, ways: tuple[Way, ...], room: int, gap: int) -> Way:
        """The first for which there is room, else the last."""
        return next((way for way in ways if self.needed(way, gap) <= room), ways[-1])
