"""What a shot starts from and ends with: a panel, the shot before, a picture, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from topa_studio.model.scenario import NEXT, Scenario
from topa_studio.ui.drops.own_drops import OwnDrops
from topa_studio.ui.film.shot_edits import start_choices, start_word
from topa_studio.ui.inspector.choice_box import ChoiceBox
from topa_studio.ui.widgets.plain import plain_tip

_CHOOSE = "\0choose"
_USUAL = ""


class FrameChoice(ChoiceBox):
    """A choice of a frame; a picture may be dropped on it.

    Signals:
        picked: what the film says of it: a word, a path, or "" for nothing said.
        file_wanted: the user wants to choose a picture.
        dropped: the path of a picture that was let go over it.
    """

    picked = Signal(str)
    file_wanted = Signal()
    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._value = _USUAL
        self.activated.connect(self._tell)
        self._drops = OwnDrops(self, lambda paths, _at: self.isEnabled() and len(paths) == 1)
        self._drops.dropped.connect(lambda paths, _at: self.dropped.emit(paths[0]))

    def show_choices(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Offer words with what the film says for them, and show `value`; a picture is one more."""
        shown = (*choices, value)
        if shown == self._shown:
            return
        self._shown, self._value = shown, value
        self.clear()
        for words, said in choices:
            self.addItem(words, said)
        if self.findData(value) < 0:
            self.addItem(start_word(choices, value), value)
        self.addItem(self.tr("Choose a picture…"), _CHOOSE)
        self.setCurrentIndex(self.findData(value))
        if "/" in value:
            self.setToolTip(plain_tip(value))

    def _tell(self, place: int) -> None:
        value = self.itemData(place)
        if value == _CHOOSE:
            self.setCurrentIndex(self.findData(self._value))
            self.file_wanted.emit()
        elif value != self._value:
            self.picked.emit(value)


class StartChoice(FrameChoice):
    """The choice of a shot's first frame."""

    def show_start(self, scenario: Scenario, key: str, *, needs_frame: bool) -> None:
        """Offer what this shot can start from, and show what it does start from.

        `needs_frame`: its model does not make it without one.
        """
        self.show_choices(*start_choices(scenario, key, needs_frame=needs_frame))


class EndChoice(FrameChoice):
    """The choice of a shot's last frame."""

    def show_end(self, scenario: Scenario, key: str, *, takes_end: bool) -> None:
        """Offer what this shot can end with. `takes_end`: its model may be given an end."""
        value, behind = scenario.shot(key).end or _USUAL, scenario.shot_after(key)
        choices = [(self.tr("Nothing"), _USUAL)]
        if behind is not None or value == NEXT:
            number = "?" if behind is None else scenario.number_of(behind.key)
            choices.append((self.tr("Panel of {number}").format(number=number), NEXT))
        self.show_choices(choices, value)
        self.setEnabled(takes_end or bool(value))
        if not takes_end:
            self.setToolTip(self.tr("This model takes no picture to end with."))
