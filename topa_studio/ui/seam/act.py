"""What can be done at a seam: start the second shot from a frame of the first, or keep the frame.

Words are worked out here, and the edits; the page shows them.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from topa_studio.document.edits import Edit, SetField, ShotTarget, UnsetField
from topa_studio.film.ladder import Source
from topa_studio.film.seams import Seam, inside_of, start_at
from topa_studio.model.scenario import Scenario
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.parts import text_label

translate = QCoreApplication.translate
_ROOM = 270
"""What the card has beside each other, in pixels."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Whether the act can be done, and the sentence beside it."""

    can: bool
    words: str


def offer(film: Scenario, seam: Seam, inside: int, cost: str, *, made: bool) -> Offer:
    """What taking over frame `inside` of the first shot would mean.

    `cost` is what making the second one costs; `made`: it has a take already.
    """
    before, after = seam.before, seam.after
    shot = film.shot(after.key)
    if before.source is not Source.CLIP:
        words = translate("Seam", "{number} has no clip yet, so there is no frame to start from.")
        return Offer(False, words.format(number=before.number))
    if shot.still:
        words = translate("Seam", "{number} is a picture of your own: it is not made.")
        return Offer(False, words.format(number=after.number))
    if shot.start == "previous" and inside_of(film, before, shot.start_at) == inside:
        words = translate("Seam", "{number} starts from this frame already.")
        return Offer(False, words.format(number=after.number))
    if made:
        words = translate(
            "Seam",
            "Free. {number} becomes out of date; making it anew costs {cost}, and you are asked "
            "first.",
        )
    else:
        words = translate("Seam", "Free. {number} is not made yet; making it costs {cost}.")
    return Offer(True, words.format(number=after.number, cost=cost))


def edits_for(film: Scenario, seam: Seam, inside: int) -> tuple[Edit, ...]:
    """Have the second shot start from frame `inside` of the first: one step."""
    target, shot = ShotTarget(seam.after.key), film.shot(seam.after.key)
    found: list[Edit] = []
    if shot.start != "previous":
        found.append(SetField(target, "start", "previous"))
    at = start_at(film, seam.before, inside)
    if at is not None and at != shot.start_at:
        found.append(SetField(target, "start_at", at))
    elif at is None and shot.start_at is not None:
        found.append(UnsetField(target, "start_at"))
    return tuple(found)


class ActBox(QFrame):
    """The button that takes the frame over, what that means, and those that keep it.

    Signals:
        wanted: start from this frame. panel_wanted: keep it as the second shot's panel.
        save_wanted: save it as a picture.
    """

    wanted = Signal()
    panel_wanted = Signal()
    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "well")
        self.button = QPushButton()
        set_role(self.button, "primary")
        self.button.clicked.connect(self.wanted)
        self.words = text_label("", "dim", wrap=True)
        self.panel = QPushButton(translate("Seam", "Keep as panel"))
        self.panel.clicked.connect(self.panel_wanted)
        self.save = QPushButton(translate("Seam", "Save picture"))
        self.save.clicked.connect(self.save_wanted)
        self._grid = QGridLayout(self)
        self._grid.setSpacing(8)
        self.flat = True
        self.set_flat(flat=False)

    def set_flat(self, *, flat: bool) -> None:
        """Beside each other, where there is little height; else below each other."""
        if flat == self.flat:
            return
        self.flat, grid = flat, self._grid
        parts: tuple[QWidget, ...] = (self.button, self.words, self.panel, self.save)
        for widget in parts:
            grid.removeWidget(widget)
        if flat:
            for place, widget in enumerate((self.button, self.words, self.save)):
                grid.addWidget(widget, 0, place)
        else:
            grid.addWidget(self.button, 0, 0, 1, 4)
            grid.addWidget(self.words, 1, 0, 1, 4)
            wide = self.panel.sizeHint().width() + self.save.sizeHint().width() + grid.spacing()
            beside = wide <= _ROOM
            grid.addWidget(self.panel, 3, 2 if beside else 0, 1, 1 if beside else 4)
            grid.addWidget(self.save, 3 if beside else 4, 3 if beside else 0, 1, 1 if beside else 4)
        # Its key keeps the frame where there is no room for the button.
        self.panel.setVisible(not flat)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 0 if flat else 1)
        edge = 8 if flat else 12
        grid.setContentsMargins(14, edge, 14, edge)
        grid.setVerticalSpacing(0 if flat else 8)

    def show_offer(
        self, number: str, found: Offer, *, editable: bool, saves: bool, draws: bool
    ) -> None:
        """What can be done about the shot with this number; `draws`: it may have a panel."""
        self.button.setText(
            translate("Seam", "Start {number} from this frame").format(number=number)
        )
        self.button.setEnabled(found.can and editable)
        self.words.setText(found.words)
        self.button.setToolTip("" if self.button.isEnabled() else found.words)
        self.save.setEnabled(saves)
        self.panel.setEnabled(saves and draws)
        says = translate("Seam", "Keep this frame as the panel of {number}: free")
        self.panel.setToolTip(says.format(number=number))
