"""What hides shots of the film: pills, the search, the narrowing to some; one for all views."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from topa_studio.ui.desk import Desk
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.timeline.header import TimelineHeader
from topa_studio.ui.words import number

if TYPE_CHECKING:
    from topa_studio.ui.film.filter_line import FilterLine

translate = QCoreApplication.translate


class FilmFilters(QObject):
    """Joins pills and search field of a header and the filter line to the table.

    `put` gives the line its place, where it is first wanted.

    Signals:
        changed: something else is shown. chosen: the user has hidden something.
        widened: the film is not narrowed to some shots any more.
        boxes_changed: boxes are shown on cards, or not any more.
        left: the keyboard goes back to the cards.
    """

    changed = Signal()
    chosen = Signal()
    widened = Signal()
    boxes_changed = Signal()
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        table: FilmTable,
        header: TimelineHeader,
        put: Callable[[FilterLine], None],
    ) -> None:
        super().__init__(header)
        self._desk, self._table, self._header = desk, table, header
        self._narrowed: tuple[str, frozenset[str]] | None = None
        self._put = put
        header.filter_chosen.connect(self._choose)
        header.only.clicked.connect(self.widen)
        header.search.textChanged.connect(self._search)
        header.search.entered.connect(lambda: QTimer.singleShot(0, self, self._get_ready))
        header.search.left.connect(self._leave)
        header.find_sign.clicked.connect(self.find)
        table.counted.connect(self.count)
        desk.commands.join({"find": self.find})
        desk.undecided.choosing_changed.connect(self._show_boxes)

    @cached_property
    def line(self) -> FilterLine:
        """What is shown, while something is hidden."""
        from topa_studio.ui.film.filter_line import FilterLine

        made = FilterLine()
        made.all_wanted.connect(self._show_all)
        made.all_chosen.connect(self.choose_shown)
        made.hide()
        self._put(made)
        return made

    def _get_ready(self) -> None:
        """What the first letter of a search needs is there before it."""
        self._table.read_words()
        _made = self.line

    # Asking.

    def find(self) -> None:
        """Put the keyboard into the search field, its words chosen."""
        self._header.open_search()

    def _leave(self) -> None:
        self.left.emit()

    def choose_shown(self) -> None:
        """Choose all shots that are shown."""
        shots = self._table.shots
        self._desk.selection.select_shots(shots.keys(range(shots.rowCount())))

    # Showing.

    def show(self, kinds: Iterable[str], searched: str = "") -> None:
        """Show the shots of filters and of a search, as another window did, and what is chosen."""
        self._set_kinds(frozenset(map(Filter, kinds)), keeps=True)
        if searched != self._header.search.text():
            self._header.search.setText(searched)
        self.count()

    def show_missing(self, keys: Sequence[str]) -> None:
        """Show only what is missing, with these shots chosen, the first of them current."""
        self._desk.selection.select_shots([*keys[1:], *keys[:1]])
        self.show((Filter.MISSING,))

    def show_all(self) -> None:
        """Hide no shot."""
        self._set_kinds(frozenset())
        self._header.search.clear()
        self.widen()

    def narrow(self, words: str, keys: Collection[str]) -> None:
        """Show only these shots, and say in `words` which they are."""
        self._set_kinds(frozenset())
        self._header.search.clear()
        self._narrow(words, frozenset(keys))

    def widen(self) -> None:
        """Show all shots again where the film is narrowed."""
        if not self._header.only.isHidden():
            self._narrow("", None)
            self.widened.emit()

    def _show_boxes(self) -> None:
        """While the user chooses which shots shall be out of date, only those are shown."""
        keys, narrowed = self._desk.undecided.choosing, self._narrowed
        self.boxes_changed.emit()
        if keys:
            if narrowed is None:
                self._narrowed = self._header.only.words, self._table.only or frozenset()
                self._set_kinds(frozenset())
                self._header.search.clear()
            self._narrow(translate("ShotCard", "Out of date?"), frozenset(keys))
        elif narrowed is not None:
            self._narrowed = None
            self._narrow(narrowed[0], narrowed[1] or None)

    def count(self) -> None:
        """Say how many shots are in each filter, and how many of them are shown."""
        table, header = self._table, self._header
        header.show_counts(table.summary(), table.tally)
        found, total = table.tally.count(Filter.ALL), table.tally.total
        words = translate("SearchField", "{found} of {total}")
        said = words.format(found=number(found), total=number(total))
        header.search.show_found(said if table.tally.within is not None else "")
        filtered = bool(table.kinds) or table.tally.within is not None
        if filtered or "line" in vars(self):
            self.line.setVisible(filtered)
        if filtered:
            searched = table.searched.strip() if table.tally.within is not None else ""
            self.line.show_found(table.shots.rowCount(), total, searched, table.kinds)

    def _choose(self) -> None:
        self._set_kinds(self._header.pills.values)
        self.chosen.emit()
        self.count()

    def _search(self, text: str) -> None:
        self._table.search(text)
        self.chosen.emit()
        self.changed.emit()
        if said := self._header.search.accessibleDescription():
            event = QAccessibleAnnouncementEvent(self._header.search, said)
            QAccessible.updateAccessibility(event)

    def _show_all(self) -> None:
        self.show_all()
        self.left.emit()

    def _set_kinds(self, kinds: frozenset[Filter], *, keeps: bool = False) -> None:
        self._header.pills.set_values(kinds)
        self._table.show_only(kinds, keeps=keeps)
        self.count()
        self.changed.emit()

    def _narrow(self, words: str, keys: frozenset[str] | None) -> None:
        self._table.narrow(keys)
        self._header.narrow(words, len(keys or ()))
        self.changed.emit()
