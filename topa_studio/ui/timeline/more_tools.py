"""The menu of the tools that a view has no room for; it is filled when it opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from topa_studio.ui.film.tally import Filter
from topa_studio.ui.timeline.only_pill import OnlyPill
from topa_studio.ui.timeline.pills import FilterPills
from topa_studio.ui.widgets.plain import plain_act


@runtime_checkable
class HasActs(Protocol):
    """Tools of one view that can also be asked for by words."""

    def acts(self, under: QWidget) -> Sequence[tuple[str, Callable[[], object]]]:
        """What each is called and does; what opens, opens under a widget that is seen."""
        ...


def fill(menu: QMenu, folded: Sequence[QWidget], under: QWidget) -> None:
    """Offer what these tools do, which are not seen themselves."""
    menu.clear()
    for tool in folded:
        menu.addSeparator()
        match tool:
            case FilterPills():
                _add_filters(menu, tool)
            case OnlyPill():
                menu.addAction(plain_act(tool.accessibleName()), tool.click)
            case QPushButton():
                menu.addAction(tool.text(), tool.click).setEnabled(tool.isEnabled())
            case HasActs():
                for words, act in tool.acts(under):
                    menu.addAction(plain_act(words), act)


def _add_filters(menu: QMenu, pills: FilterPills) -> None:
    for kind in Filter:
        action = menu.addAction(pills.words(kind), pills.button(kind).click)
        action.setCheckable(True)
        action.setChecked(pills.button(kind).isChecked())
