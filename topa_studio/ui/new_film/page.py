"""New film: title, format and place on one page; the open film under it is not touched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from topa_studio.app.films import RATIOS, NewFilm, films_folder, free_folder, names_in
from topa_studio.ui.cover import Cover
from topa_studio.ui.icons import icon
from topa_studio.ui.new_film.first_shot import FirstShot
from topa_studio.ui.new_film.place import PlaceBox
from topa_studio.ui.parts import ScrollColumn, icon_button, text_label, thin_rule
from topa_studio.ui.theme import scaled, set_role
from topa_studio.ui.tile import Tile

_FORM_WIDE, _SHOT_WIDE = 520, 340
_LONGEST_TITLE, _TITLE_WIDE = 200, 160
_EDGE = 24


class NewFilmPage(Cover):
    """Asks for a new film over the window of the open one.

    Signals:
        made: the `NewFilm` that was asked for; the page stays until the film is there.
        place_wanted: the folder to begin with, where the user wants another one.
    """

    made = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, window: QMainWindow, open_title: str, taken: Path) -> None:
        """`taken`: the open film's folder, in which no other film is made."""
        super().__init__(window)
        self._taken = taken
        self._inside = _outside_of(films_folder(), taken)
        self._names = names_in(self._inside)
        self._busy = False
        self.setAccessibleName(self.tr("New film"))
        self.title = QLineEdit()
        self.title.setMaxLength(_LONGEST_TITLE)
        self.title.setPlaceholderText(self.tr("What is your film called?"))
        self.title.setAccessibleName(self.tr("Title"))
        set_role(self.title, "large")
        self.formats = self._format_tiles()
        self.place = PlaceBox()
        self.trouble = text_label("", "bad", wrap=True)
        self.trouble.hide()
        self.make = QPushButton()
        set_role(self.make, "primary")
        self.make.setMinimumHeight(scaled(36))
        self.shot = FirstShot()
        self._right = self._shot_side()
        self._form = self._form_side()
        self._lay_out(open_title)
        self._connect()
        self._refresh()

    # Building.

    def _format_tiles(self) -> dict[str, Tile]:
        words = dict(
            zip(RATIOS, (self.tr("Wide"), self.tr("Tall"), self.tr("Square")), strict=True)
        )
        made = {ratio: Tile(ratio, ratio, about) for ratio, about in words.items()}
        self._group = QButtonGroup(self)
        for tile in made.values():
            self._group.addButton(tile)
        made[RATIOS[0]].setChecked(True)
        return made

    def _lay_out(self, open_title: str) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._form)
        body.addWidget(self._right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head(open_title))
        whole.addWidget(thin_rule())
        whole.addLayout(body, 1)

    def _head(self, open_title: str) -> QHBoxLayout:
        self.back = QPushButton(icon("chevron-left", px=scaled(14)), "")
        self.back.setIconSize(QSize(scaled(14), scaled(14)))
        self.back.setAccessibleName(self.tr("Back to {title}").format(title=open_title))
        metrics, right = self.back.fontMetrics(), Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(open_title, right, scaled(_TITLE_WIDE))
        self.back.setText(shown.replace("&", "&&"))
        self._stays = text_label(self.tr("Your open film stays as it is"), "dim")
        self.close_button = icon_button("close", self.tr("Back (Esc)"), role="quiet", px=14)
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(16)
        row.addWidget(self.back)
        row.addWidget(text_label(self.tr("New film"), "title"))
        row.addStretch(1)
        row.addWidget(self._stays)
        row.addWidget(self.close_button)
        return row

    def _form_side(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(8)
        column.addWidget(_caption(self.tr("Title"), self.title))
        column.addWidget(self.title)
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in self.formats.values():
            tiles.addWidget(tile)
        self.nothing = Tile("plus", self.tr("Nothing"), self.tr("One empty shot"))
        self.nothing.setChecked(True)
        self.nothing.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing.clicked.connect(lambda: self.nothing.setChecked(True))
        for caption, part in (
            (self.tr("Format"), tiles),
            (self.tr("Start from"), self.nothing),
            (self.tr("It will lie in"), self.place),
        ):
            column.addSpacing(16)
            column.addWidget(_caption(caption))
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        column.addStretch(1)
        side = QWidget()
        set_role(side, "pane")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole = QVBoxLayout(side)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(ScrollColumn(form, self.tr("New film"), _EDGE), 1)
        whole.addLayout(self._foot())
        return side

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(_EDGE, 8, _EDGE, _EDGE)
        foot.setSpacing(10)
        foot.addWidget(self.trouble)
        free = self.tr("Costs nothing. Nothing is sent before you press Generate.")
        foot.addWidget(text_label(free, "dim", wrap=True))
        foot.addWidget(self.make)
        return foot

    def _shot_side(self) -> QWidget:
        side = QWidget()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(text_label(self.tr("THE FILM"), "section"))
        head.addWidget(text_label(f"{self._amount()} · 0:05", "dim"))
        head.addStretch(1)
        column = QVBoxLayout(side)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.shot, 1)
        return side

    def _connect(self) -> None:
        self.title.textChanged.connect(self._refresh)
        self.title.returnPressed.connect(self._make)
        self.make.clicked.connect(self._make)
        self.back.clicked.connect(self.leave)
        self.close_button.clicked.connect(self.leave)
        self._group.buttonToggled.connect(lambda _tile, _on: self._refresh())
        self.place.change_wanted.connect(lambda: self.place_wanted.emit(self._inside))

    # What is asked for.

    @property
    def wish(self) -> NewFilm:
        """The new film as the page says it now."""
        ratio = next((r for r, tile in self.formats.items() if tile.isChecked()), RATIOS[0])
        return NewFilm(" ".join(self.title.text().split()), ratio, self._inside)

    def show_wish(self, wish: NewFilm) -> None:
        """Show what was asked for on another page of this kind."""
        self._inside, self._names = wish.inside, names_in(wish.inside)
        self.formats[wish.ratio].setChecked(True)
        self.title.setText(wish.title)
        self._refresh()

    def open_over(self) -> None:
        """Show the page; the cursor is in the title."""
        super().open_over()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_inside(self, folder: Path) -> None:
        """Make the film's own folder in this one."""
        if _lies_in(folder, self._taken):
            self.tell(self.tr("That folder belongs to the film that is open. Choose another one."))
            return
        self._inside, self._names = folder, names_in(folder)
        self._refresh()

    def tell(self, words: str) -> None:
        """Say why the film could not be made; what was typed stays."""
        self.stay()
        self.trouble.setText(words)
        self.trouble.show()

    def stay(self) -> None:
        """Nothing was made after all; it can be asked for again."""
        self._busy = False
        self._refresh()

    def _make(self) -> None:
        if self.make.isEnabled():
            self._busy = True
            self._refresh()
            self.made.emit(self.wish)

    def _refresh(self) -> None:
        wish = self.wish
        self.trouble.hide()
        title = wish.title or self.tr("New film")
        self.place.show_place(free_folder(title, wish.inside, self._names))
        self.shot.set_ratio(wish.ratio)
        words = self.tr("Make the film · {amount}").format(amount=self._amount())
        self.make.setText(words if wish.title else self.tr("Give it a title"))
        self.make.setAccessibleName(self.make.text())
        self.make.setEnabled(bool(wish.title) and not self._busy)

    def _amount(self) -> str:
        scenes, shots = self.tr("%n scenes", "", 1), self.tr("%n shots", "", 1)
        return f"{scenes}, {shots}"

    # Keys and room.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes the film, wherever the keyboard is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._make()
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short, the slate gives way."""
        super().resizeEvent(event)
        form = scaled(_FORM_WIDE)
        both = self.width() >= form + scaled(_SHOT_WIDE)
        self._right.setVisible(both)
        self._stays.setVisible(self.width() >= scaled(700))
        if both:
            self._form.setFixedWidth(form)
        else:
            self._form.setMinimumWidth(0)
            self._form.setMaximumWidth(self.width())


def _caption(words: str, field: QWidget | None = None) -> QLabel:
    made = text_label(words, "strong")
    if field is not None:
        made.setBuddy(field)
    return made


def _lies_in(folder: Path, home: Path) -> bool:
    """Whether a folder is that one, or lies in it."""
    return folder.resolve().is_relative_to(home.resolve())


def _outside_of(folder: Path, home: Path) -> Path:
    """The folder itself, else the first above it that is not in `home`."""
    if not _lies_in(folder, home):
        return folder
    return home.resolve().parent
