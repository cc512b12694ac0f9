"""The fields of a new film: title, format, what it begins with, place, and the orange button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from topa_studio.app.films import RATIOS
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.new_film.asked import FOLDER, NOTHING, SCRIPT, STARTS, STORYBOARDER
from topa_studio.ui.new_film.place import PlaceBox
from topa_studio.ui.widgets.parts import ScrollColumn, icon_button, text_label
from topa_studio.ui.widgets.tile import Tile

_LONGEST_TITLE, _TITLE_WIDE = 200, 160
EDGE = 24


class Form(QWidget):
    """Holds the fields; what they ask for is the page's.

    Attributes:
        body: the column in which the sides lie where there is no room beside it.
    Signals:
        changed: something of the title, the format or the start.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = QLineEdit()
        self.title.setMaxLength(_LONGEST_TITLE)
        self.title.setPlaceholderText(
            QCoreApplication.translate("NewFilmPage", "What is your film called?")
        )
        self.title.setAccessibleName(QCoreApplication.translate("NewFilmPage", "Title"))
        set_role(self.title, "large")
        self.formats = self._format_tiles()
        self.starts = self._start_tiles()
        self.place = PlaceBox()
        self.trouble = text_label("", "bad", wrap=True)
        self.trouble.hide()
        self.make = QPushButton()
        set_role(self.make, "primary")
        self.make.setMinimumHeight(scaled(36))
        self._lay_out()
        self.title.textChanged.connect(self.changed)
        self._ratios.buttonToggled.connect(lambda _tile, _on: self.changed.emit())
        self._begins.buttonToggled.connect(lambda _tile, _on: self.changed.emit())

    @property
    def ratio(self) -> str:
        """The format that is chosen."""
        return next((r for r, tile in self.formats.items() if tile.isChecked()), RATIOS[0])

    @property
    def start(self) -> str:
        """What it begins with."""
        return next((s for s, tile in self.starts.items() if tile.isChecked()), NOTHING)

    def _format_tiles(self) -> dict[str, Tile]:
        translate = QCoreApplication.translate
        words = (
            translate("NewFilmPage", "Wide"),
            translate("NewFilmPage", "Tall"),
            translate("NewFilmPage", "Square"),
        )
        made = {ratio: Tile(ratio, ratio, w) for ratio, w in zip(RATIOS, words, strict=True)}
        self._ratios = _group(self, made)
        made[RATIOS[0]].setChecked(True)
        return made

    def _start_tiles(self) -> dict[str, Tile]:
        translate = QCoreApplication.translate
        made = {
            NOTHING: Tile("plus", translate("NewFilmPage", "Nothing"),
                          translate("NewFilmPage", "One empty shot")),
            SCRIPT: Tile("note", translate("NewFilmPage", "A script"),
                         translate("NewFilmPage", "Paste it or drop a file")),
            FOLDER: Tile("folder", translate("NewFilmPage", "A folder"),
                         translate("NewFilmPage", "Of pictures, clips or a film")),
            STORYBOARDER: Tile("board", translate("NewFilmPage", "Storyboarder"),
                               translate("NewFilmPage", "Its boards as panels")),
        }  # fmt: skip
        self._begins = _group(self, made)
        made[NOTHING].setChecked(True)
        return made

    def _lay_out(self) -> None:
        translate = QCoreApplication.translate
        form = QWidget()
        self.body = QVBoxLayout(form)
        self.body.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.body.setSpacing(8)
        self.body.addWidget(_caption(translate("NewFilmPage", "Title"), self.title))
        self.body.addWidget(self.title)
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in self.formats.values():
            tiles.addWidget(tile)
        starts = QGridLayout()
        starts.setSpacing(12)
        for column in (0, 1):
            starts.setColumnStretch(column, 1)
        for place, name in enumerate(STARTS):
            starts.addWidget(self.starts[name], place // 2, place % 2)
        for caption, part in (
            (translate("NewFilmPage", "Format"), tiles),
            (translate("NewFilmPage", "Start from"), starts),
            (translate("NewFilmPage", "It will lie in"), self.place),
        ):
            self.body.addSpacing(16)
            self.body.addWidget(_caption(caption))
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)
        self.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        says = translate("NewFilmPage", "New film")
        whole.addWidget(ScrollColumn(form, says, EDGE), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(EDGE, 8, EDGE, EDGE)
        foot.setSpacing(10)
        foot.addWidget(self.trouble)
        free = translate("NewFilmPage", "Costs nothing. Nothing is sent before you press Generate.")
        foot.addWidget(text_label(free, "dim", wrap=True))
        foot.addWidget(self.make)
        whole.addLayout(foot)


class Head(QWidget):
    """The way back, and what page this is."""

    def __init__(self, open_title: str) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.back = QPushButton(icon("chevron-left", px=scaled(14)), "")
        self.back.setIconSize(QSize(scaled(14), scaled(14)))
        says = translate("NewFilmPage", "Back to {title}")
        self.back.setAccessibleName(says.format(title=open_title))
        metrics, right = self.back.fontMetrics(), Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(open_title, right, scaled(_TITLE_WIDE))
        self.back.setText(shown.replace("&", "&&"))
        self.stays = text_label(translate("NewFilmPage", "Your open film stays as it is"), "dim")
        self.close_button = icon_button(
            "close", translate("NewFilmPage", "Back (Esc)"), role="quiet", px=14
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(16)
        row.addWidget(self.back)
        row.addWidget(text_label(translate("NewFilmPage", "New film"), "title"))
        row.addStretch(1)
        row.addWidget(self.stays)
        row.addWidget(self.close_button)


def _group(owner: QWidget, tiles: dict[str, Tile]) -> QButtonGroup:
    made = QButtonGroup(owner)
    for tile in tiles.values():
        made.addButton(tile)
    return made


def _caption(words: str, field: QWidget | None = None) -> QLabel:
    made = text_label(words, "strong")
    if field is not None:
        made.setBuddy(field)
    return made
