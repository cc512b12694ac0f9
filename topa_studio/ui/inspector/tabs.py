"""The pages of one shot in the inspector: its words and settings, its takes."""

from __future__ import annotations

from typing import Literal

from topa_studio.ui.parts import Switch

Tab = Literal["shot", "takes"]
SHOT: Tab = "shot"
TAKES: Tab = "takes"


class Tabs(Switch):
    """Which of them is shown; another shot is shown on the same one.

    It is there only while one shot is chosen.
    """

    def __init__(self) -> None:
        super().__init__("", ((SHOT, self.tr("Shot")), (TAKES, self.tr("Takes"))))
        self.setAccessibleName(self.tr("Page of the shot"))
        self.set_value(SHOT)
        self.count(0)
        self.hide()

    @property
    def tab(self) -> Tab:
        """The page that is on."""
        return TAKES if self.value == TAKES else SHOT

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
