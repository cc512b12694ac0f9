"""The pages of a shot, scene or element in the inspector: its words and settings, takes, cost."""

from __future__ import annotations

from typing import Literal

from topa_studio.ui.widgets.parts import Switch

Tab = Literal["shot", "takes", "cost"]
SHOT: Tab = "shot"
TAKES: Tab = "takes"
COST: Tab = "cost"
Of = Literal["shot", "scene", "element"]


class Tabs(Switch):
    """Which of them is shown; another shot is shown on the same one.

    It is there only while one shot, scene or element is chosen; only shots have takes.
    """

    def __init__(self) -> None:
        choices = ((SHOT, self.tr("Shot")), (TAKES, self.tr("Takes")), (COST, self.tr("Cost")))
        super().__init__("", choices)
        self.setAccessibleName(self.tr("Page of the shot"))
        self.tab: Tab = SHOT
        """The page that was chosen last."""
        self.chosen.connect(self._remember)
        self.set_value(SHOT)
        self.button(COST).setAccessibleName(self.tr("Cost"))
        self.count(0)
        self.hide()

    def show_for(self, of: Of | None, tab: Tab) -> None:
        """Offer the pages of what is chosen, with this one on; None: there is only one page."""
        self.setVisible(of is not None)
        if of is None:
            return
        words = {"shot": self.tr("Shot"), "scene": self.tr("Scene"), "element": self.tr("Element")}
        first = self.button(SHOT)
        first.setText(words[of])
        first.setAccessibleName(words[of])
        self.button(TAKES).setVisible(of == "shot")
        self.set_value(tab)

    def turn_to(self, tab: Tab) -> None:
        """Show this page, as a press on it does."""
        if tab != self.tab:
            self.set_value(tab)
            self.chosen.emit(tab)

    def count(self, takes: int) -> None:
        """Say how many takes the shot has."""
        words = self.tr("Takes {count}").format(count=takes) if takes else self.tr("Takes")
        button = self.button(TAKES)
        if button.text() != words:
            button.setText(words)
            button.setAccessibleName(self.tr("%n takes of the shot", "", takes))

    def _remember(self, tab: str) -> None:
        self.tab = TAKES if tab == TAKES else COST if tab == COST else SHOT
