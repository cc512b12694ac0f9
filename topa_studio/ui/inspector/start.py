"""What a shot starts from: the usual, its panel, the shot before, nothing, or a picture."""

from __future__ import annotations

from PySide6.QtCore import Signal

from topa_studio.model.scenario import Scenario
from topa_studio.ui.inspector.choice_box import ChoiceBox
from topa_studio.ui.plain import plain_tip

_CHOOSE = "\0choose"
_USUAL = ""


class StartChoice(ChoiceBox):
    """The choice of a shot's first frame.

    Signals:
        start_chosen: "panel", "previous", "none", a path, or "" for what is usual.
        file_wanted: the user wants to choose a picture.
    """

    start_chosen = Signal(str)
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._value = _USUAL
        self.activated.connect(self._tell)

    def show_start(
        self, scenario: Scenario, key: str, start: str | None, needs_frame: bool
    ) -> None:
        """Offer what this shot can start from, and show what it does start from."""
        keys = [shot.key for shot in scenario.shots()]
        place = keys.index(key)
        before = scenario.number_of(keys[place - 1]) if place else None
        shown = (before, start, needs_frame)
        if shown == self._shown:
            return
        self._shown = shown
        self._value = start or _USUAL
        self.clear()
        usual = self.tr("Usual: its panel") if needs_frame else self.tr("Usual: nothing")
        self.addItem(usual, _USUAL)
        self.addItem(self.tr("Its panel"), "panel")
        if before is not None:
            self.addItem(self.tr("End of {number}").format(number=before), "previous")
        self.addItem(self.tr("Nothing"), "none")
        if self.findData(self._value) < 0:
            self.addItem(self._value.rpartition("/")[2], self._value)
        self.addItem(self.tr("Choose a picture…"), _CHOOSE)
        self.setCurrentIndex(self.findData(self._value))
        if "/" in self._value:
            self.setToolTip(plain_tip(self._value))

    def _tell(self, place: int) -> None:
        value = self.itemData(place)
        if value == _CHOOSE:
            self.setCurrentIndex(self.findData(self._value))
            self.file_wanted.emit()
        elif value != self._value:
            self.start_chosen.emit(value)
