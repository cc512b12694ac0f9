"""The kinds of files there are, a tile each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup

from topa_studio.film.export.choices import What
from topa_studio.film.paper.choices import Paper
from topa_studio.ui.out.remembered import EDITOR
from topa_studio.ui.widgets.tile import Tile

SIGNS: dict[str, str] = {
    What.FILM: "film", What.ANIMATIC: "picture", Paper.PDF: "note", Paper.SHOT_LIST: "table",
    Paper.CONTACT: "board", EDITOR: "seam", Paper.REVIEW: "captions",
}  # fmt: skip
_HIGH = 64


class Kinds(QObject):
    """Signals.

    changed: another one is chosen.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        about: dict[str, tuple[str, str]] = {
            What.FILM: (
                self.word(What.FILM),
                translate("OutPage", "MP4, as it stands, with sound"),
            ),
            What.ANIMATIC: (
                self.word(What.ANIMATIC),
                translate("OutPage", "MP4 with numbers and words"),
            ),
            Paper.PDF: (self.word(Paper.PDF), self.tr("Pictures with words, to print")),
            Paper.SHOT_LIST: (self.word(Paper.SHOT_LIST), self.tr("XLSX or CSV")),
            Paper.CONTACT: (self.word(Paper.CONTACT), self.tr("All shots small, PNG")),
            EDITOR: (self.word(EDITOR), self.tr("OTIO, FCPXML, XML, EDL")),
            Paper.REVIEW: (self.word(Paper.REVIEW), self.tr("HTML; comments come back")),
        }
        self.tiles = {kind: Tile(SIGNS[kind], *about[kind], _HIGH) for kind in about}
        self._group = QButtonGroup(self)
        for tile in self.tiles.values():
            self._group.addButton(tile)
        self.tiles[What.FILM].setChecked(True)
        self._is_turned = False
        self._group.buttonToggled.connect(self._toggled)

    def word(self, kind: str) -> str:
        """What a kind is called."""
        translate = QCoreApplication.translate
        return {
            str(What.FILM): translate("OutPage", "Film"),
            str(What.ANIMATIC): translate("OutPage", "Animatic"),
            str(Paper.PDF): self.tr("PDF storyboard"),
            str(Paper.SHOT_LIST): self.tr("Shot list"),
            str(Paper.CONTACT): self.tr("Contact sheet"),
            EDITOR: self.tr("For an editor"),
            str(Paper.REVIEW): self.tr("Review page"),
        }[kind]

    @property
    def now(self) -> str:
        """The one that is chosen."""
        return next(kind for kind, tile in self.tiles.items() if tile.isChecked())

    def begin(self, kind: str, *, made: bool) -> None:
        """Stand at this one, unless the user has chosen meanwhile; a film needs what was `made`."""
        had_focus = self.has_focus
        self.tiles[What.FILM].setEnabled(made)
        kind = self.now if self._is_turned else kind
        self.choose(kind if made or kind != What.FILM else What.ANIMATIC)
        if had_focus:
            self.focus()

    def choose(self, kind: str) -> None:
        """Choose one without the keyboard."""
        self.tiles[kind].setChecked(True)

    def step(self, by: int) -> None:
        """Go to the neighbour that can be chosen."""
        offered = [kind for kind, tile in self.tiles.items() if tile.isEnabled()]
        at = offered.index(self.now) if self.now in offered else 0
        kind = offered[max(0, min(len(offered) - 1, at + by))]
        self.choose(kind)
        self.focus()

    def focus(self) -> None:
        """The keyboard is on the one that is chosen."""
        self.tiles[self.now].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is on one of them."""
        return any(tile.hasFocus() for tile in self.tiles.values())

    def _toggled(self, _tile: object, on: bool) -> None:
        if on:
            self._is_turned = True
            self.changed.emit()
