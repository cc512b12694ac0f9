"""New film: title, format, start and place on one page; the open film under it is not touched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout

from topa_studio.app.films import RATIOS, NewFilm, films_folder, free_folder, names_in
from topa_studio.app.scripts.sources import DrawnSource, ScriptSource
from topa_studio.film.scripts.storyboarder import SUFFIX
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.new_film.asked import (
    FOLDER,
    NOTHING,
    SCRIPT,
    STARTS,
    STORYBOARDER,
    Asked,
    Found,
    amount,
    start_of,
)
from topa_studio.ui.new_film.dropping import SourceDrops
from topa_studio.ui.new_film.form import Form, Head
from topa_studio.ui.new_film.preview import Preview
from topa_studio.ui.new_film.sides import BESIDE, Sides
from topa_studio.ui.running.tasks import TaskScope
from topa_studio.ui.widgets.cover import Cover
from topa_studio.ui.widgets.parts import thin_rule

_FORM_WIDE, _FORM_LEAST, _SHOT_WIDE = 520, 440, 340


class NewFilmPage(Cover):
    """Asks for a new film over the window of the open one.

    Signals:
        made: the `Asked` film; the page stays until it is there.
        place_wanted: the folder to begin with, where the user wants another one.
        source_wanted: the start for which a file or folder is to be chosen.
    """

    made = Signal(object)
    place_wanted = Signal(object)
    source_wanted = Signal(str)

    def __init__(self, window: QMainWindow, open_title: str, taken: Path, scope: TaskScope) -> None:
        """`taken`: the open film's folder, in which no other film is made."""
        super().__init__(window)
        self._taken = taken
        self._inside = _outside_of(films_folder(), taken)
        self._names = names_in(self._inside)
        self._busy = False
        self._found: Found | None = None
        self._own_title = ""
        self.setAccessibleName(self.tr("New film"))
        self.form = form = Form()
        self.head, self.sides = Head(open_title), Sides()
        self.title, self.formats, self.starts = form.title, form.formats, form.starts
        self.place, self.trouble, self.make = form.place, form.trouble, form.make
        self.back, self.close_button = self.head.back, self.head.close_button
        self.nothing, self.shot = self.starts[NOTHING], self.sides.shot
        self.preview = Preview(scope, self)
        self._body = QHBoxLayout()
        self._lay_out()
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        self._body.setSpacing(0)
        self._body.addWidget(self.form)
        self._body.addWidget(self.sides, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(thin_rule())
        whole.addLayout(self._body, 1)

    def _connect(self) -> None:
        self.form.changed.connect(self._refresh)
        self.title.returnPressed.connect(self._make)
        self.make.clicked.connect(self._make)
        self.back.clicked.connect(self.leave)
        self.close_button.clicked.connect(self.leave)
        self.place.change_wanted.connect(lambda: self.place_wanted.emit(self._inside))
        self.sides.script.typed.connect(self.preview.read_text)
        self.sides.script.read_as.chosen.connect(self.preview.read_as)
        self.sides.script.open_wanted.connect(lambda: self.source_wanted.emit(SCRIPT))
        self.sides.drop.open_wanted.connect(lambda: self.source_wanted.emit(self.form.start))
        self.sides.film.chosen.connect(self.preview.choose)
        self.preview.found.connect(self._show_found)
        self.preview.failed.connect(self._tell_unread)
        for number, name in enumerate(STARTS, 1):
            tile = self.starts[name]
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(tile.click)
            tile.clicked.connect(lambda _on=False, start=name: self._begin(start))
        drops = SourceDrops(self, (self, self.sides.script.edit.viewport()))
        drops.dropped.connect(lambda path: self.read(Path(path)))

    # What is asked for.

    @property
    def wish(self) -> NewFilm:
        """Title, format and place as the page says them now."""
        return NewFilm(" ".join(self.title.text().split()), self.form.ratio, self._inside)

    @property
    def asked(self) -> Asked:
        """The new film as the page says it now."""
        text = self.sides.script.text
        return Asked(self.wish, self.form.start, self._found, self.preview.choices, text)

    def show_asked(self, asked: Asked) -> None:
        """Show what was asked for on another page of this kind."""
        self._inside, self._names = asked.wish.inside, names_in(asked.wish.inside)
        self.formats[asked.wish.ratio].setChecked(True)
        self.starts[asked.start].setChecked(True)
        self.title.setText(asked.wish.title)
        self.preview.choose(asked.choices)
        if asked.text and asked.found is None:
            self.sides.script.set_text(asked.text)
        elif asked.found is not None:
            if isinstance(asked.found.source, ScriptSource):
                self.sides.script.show_file(asked.found.source)
            self.preview.take(asked.found.source)
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

    def read(self, path: Path) -> None:
        """Begin with what is at a path: what it is says with what.

        What was read before stays until that is read.
        """
        if self._found is not None:
            self.preview.read_path(path)
            self.sides.come_into_sight()
            return
        suffix = path.suffix.lower()
        start = STORYBOARDER if suffix == SUFFIX else SCRIPT
        if path.is_dir() or suffix in (".yaml", ".yml"):
            start = STORYBOARDER if self.form.start == STORYBOARDER else FOLDER
        self._begin(start)
        self.starts[start].setChecked(True)
        self.preview.read_path(path)

    def tell(self, words: str) -> None:
        """Say why the film could not be made; what was typed stays."""
        self.stay()
        self.trouble.setText(words)
        self.trouble.show()

    def stay(self) -> None:
        """Nothing was made after all; it can be asked for again."""
        self._busy = False
        self._refresh()

    # What was read.

    def _begin(self, start: str) -> None:
        """Another start; what was read for the one before is forgotten."""
        if start != start_of(self._found):
            self._found = None
            self.sides.turn_to(start)
            if start == SCRIPT and self.sides.script.text:
                self.sides.script.set_text(self.sides.script.text)
            else:
                self.preview.take(None)
        self._refresh()

    def _show_found(self, found: Found | None) -> None:
        self._found = found
        start = start_of(self._found)
        if start and self.form.start != NOTHING:
            self.starts[start].setChecked(True)
        self._refresh()
        self.sides.show_found(found, self.preview.choices)
        if found is None:
            return
        source = found.source
        if isinstance(source, DrawnSource) and source.ratio in RATIOS:
            self.formats[source.ratio].setChecked(True)
        name = "" if found.film is None else found.film.title
        if isinstance(source, ScriptSource) and not name and not source.name.startswith("script."):
            name = Path(source.name).stem
        if name and self.title.text() in ("", self._own_title):
            self._own_title = name[: self.title.maxLength()]
            self.title.setText(self._own_title)

    def _tell_unread(self, words: str, is_file: bool) -> None:
        """A file that cannot be read takes nothing away that was read before it."""
        if is_file and self._found is not None:
            self.preview.stay_with(self._found.source)
            self.sides.show_found(self._found, self.preview.choices)
        else:
            self._found = None
            self.sides.show_found(None, self.preview.choices)
        self.tell(words)

    def _make(self) -> None:
        if self.make.isEnabled():
            self._busy = True
            self._refresh()
            self.made.emit(self.asked)

    def _refresh(self) -> None:
        wish, start, found = self.wish, self.form.start, self._found
        self.trouble.hide()
        title = wish.title or self.tr("New film")
        self.place.show_place(free_folder(title, wish.inside, self._names))
        self.shot.set_ratio(wish.ratio)
        self.sides.turn_to(start)
        opens = start != NOTHING and found is not None and found.film is None
        ready = start == NOTHING or found is not None
        self.make.setText(self._says(wish.title, start, opens=opens))
        self.make.setAccessibleName(self.make.text())
        self.make.setEnabled((bool(wish.title) or opens) and ready and not self._busy)
        self._fit()

    def _says(self, title: str, start: str, *, opens: bool) -> str:
        film = None if self._found is None else self._found.film
        if opens:
            return self.tr("Open the film")
        if start == SCRIPT and film is None:
            return self.tr("Paste the script first")
        if start != NOTHING and film is None:
            return self.tr("Choose what it begins with")
        if not title:
            return self.tr("Give it a title")
        film_now = film if start != NOTHING else None
        so_much = amount(1, 1) if film_now is None else amount(len(film_now.scenes), film_now.count)
        return self.tr("Make the film · {amount}").format(amount=so_much)

    # Keys and room.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes the film, and what is pasted is the script, wherever the keyboard is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._make()
        elif event.matches(QKeySequence.StandardKey.Paste) and self.form.start == SCRIPT:
            self.sides.script.paste()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short, what is beside the fields goes below them, or gives way."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        start, wide = self.form.start, self.width()
        form = scaled(_FORM_WIDE if wide >= scaled(_FORM_WIDE + BESIDE) else _FORM_LEAST)
        form = scaled(_FORM_WIDE) if start == NOTHING else form
        both = wide >= form + scaled(_SHOT_WIDE)
        inside = not both and start != NOTHING
        home = self.form.body if inside else self._body
        if home.indexOf(self.sides) < 0:
            if inside:
                home.insertWidget(home.count() - 1, self.sides)
            else:
                self._body.addWidget(self.sides, 1)
        self.sides.setVisible(both or inside)
        self.sides.lie(wide - form, inside=inside)
        self.head.stays.setVisible(wide >= scaled(700))
        if both:
            self.form.setFixedWidth(form)
        else:
            self.form.setMinimumWidth(0)
            self.form.setMaximumWidth(wide)


def _lies_in(folder: Path, home: Path) -> bool:
    """Whether a folder is that one, or lies in it."""
    return folder.resolve().is_relative_to(home.resolve())


def _outside_of(folder: Path, home: Path) -> Path:
    """The folder itself, else the first above it that is not in `home`."""
    if not _lies_in(folder, home):
        return folder
    return home.resolve().parent
