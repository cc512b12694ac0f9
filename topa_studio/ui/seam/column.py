"""The right side of the seam page: what this seam starts from, its facts, and all seams."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from topa_studio.film.seams import Seam, inside_of
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.scenario import ElementKind, Scenario, Shot
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.seam.listing import Picture, SeamList
from topa_studio.ui.seam.words import lighter_word, louder_word
from topa_studio.ui.widgets.parts import ScrollColumn, text_label

translate = QCoreApplication.translate


class SeamColumn(QWidget):
    """Facts stay dim; what differs much is yellow. There is no score."""

    def __init__(self, picture: Picture, missing: Callable[[str], str]) -> None:
        super().__init__()
        set_role(self, "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.starts = text_label("", wrap=True)
        self.count = text_label("", "dim")
        self.seams = SeamList(picture, missing)
        self._values: dict[str, QLabel] = {}
        self._light: dict[str, float] = {}
        self._loud: dict[str, float] = {}
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        column.addWidget(text_label(translate("Seam", "THIS SEAM"), "section"))
        column.addWidget(self.starts)
        column.addWidget(self._facts())
        head = QHBoxLayout()
        head.addWidget(text_label(translate("Seam", "SEAMS"), "section"))
        head.addStretch(1)
        head.addWidget(self.count)
        column.addSpacing(8)
        column.addLayout(head)
        column.addWidget(self.seams)
        column.addStretch(1)
        self.area = ScrollColumn(body, translate("Seam", "This seam, and all seams"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _facts(self) -> QFrame:
        box = QFrame()
        set_role(box, "box")
        grid = QGridLayout(box)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setVerticalSpacing(10)
        names = {
            "place": translate("Seam", "Place"),
            "light": translate("Seam", "Brightness"),
            "loud": translate("Seam", "Loudness"),
        }
        for row, (name, words) in enumerate(names.items()):
            grid.addWidget(text_label(words), row, 0)
            value = self._values[name] = text_label("", "dim", wrap=True)
            grid.addWidget(value, row, 1)
        grid.setColumnStretch(1, 1)
        return box

    def value(self, name: str) -> str:
        """The words of "place", "light" or "loud"."""
        return self._values[name].text()

    def show_seam(self, film: Scenario, seam: Seam, place: int, seams: tuple[Seam, ...]) -> None:
        """Another seam, of which nothing is measured yet."""
        self._light.clear()
        self._loud.clear()
        for name in ("light", "loud"):
            self._say(name, "…", marked=False)
        self.show_words(film, seam, place, seams)
        row = self.seams.row_rect(place)
        self.area.ensureVisible(row.x(), self.seams.y() + row.center().y(), 0, row.height())

    def show_words(self, film: Scenario, seam: Seam, place: int, seams: tuple[Seam, ...]) -> None:
        """The same seam, of a film that is another now; what was measured stays."""
        before, after = film.shot(seam.before.key), film.shot(seam.after.key)
        self._say("place", _places(film, before, after), marked=False)
        words = translate("Seam", "{number} starts from: {start}")
        start = start_words(film, seam)
        self.starts.setText(words.format(number=seam.after.number, start=start))
        self.count.setText(str(len(seams)))
        self.seams.show_seams(seams, place)

    def show_light(self, side: str, light: float) -> None:
        """How bright "left" or "right" is."""
        self._light[side] = light
        if len(self._light) == 2:
            words, marked = lighter_word(self._light["left"], self._light["right"])
            self._say("light", words, marked=marked)

    def show_loudness(self, side: str, decibels: float) -> None:
        """How loud "left" or "right" is."""
        self._loud[side] = decibels
        if len(self._loud) == 2:
            words, marked = louder_word(self._loud["left"], self._loud["right"])
            self._say("loud", words, marked=marked)

    def _say(self, name: str, words: str, *, marked: bool) -> None:
        self._values[name].setText(words)
        set_role(self._values[name], "warn" if marked else "dim")


def start_words(film: Scenario, seam: Seam) -> str:
    """What the second shot starts from, in words."""
    shot, before = film.shot(seam.after.key), seam.before
    match shot.start:
        case "previous":
            early = inside_of(film, before, shot.start_at) < before.frames - 1
            end, frame = (
                translate("Seam", "end of {number}"),
                translate("Seam", "a frame of {number}"),
            )
            return (frame if early else end).format(number=before.number)
        case "panel":
            return translate("Seam", "its panel")
        case "none":
            return translate("Seam", "nothing")
        case None:
            return translate("Seam", "what is usual")
    return shot.start.rpartition("/")[2]


def _places(film: Scenario, before: Shot, after: Shot) -> str:
    """The places that both name: "@House", or "@House → not named"."""
    first, second = _place(film, before), _place(film, after)
    nowhere = translate("Seam", "not named")
    if first == second:
        return first or nowhere
    return f"{first or nowhere} → {second or nowhere}"


def _place(film: Scenario, shot: Shot) -> str:
    names = dict.fromkeys((*shot.elements, *mentioned_names(shot.prompt, film.names)))
    found = (film.element(name) for name in names)
    places = (each for each in found if each is not None)
    return ", ".join(f"@{each.name}" for each in places if each.kind is ElementKind.BACKGROUND)
