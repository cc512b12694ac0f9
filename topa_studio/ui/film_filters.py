"""Which shots of the film are shown: filters, the pill of a narrowed film, boxes to choose by."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from topa_studio.ui.desk import Desk
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.timeline.header import TimelineHeader

translate = QCoreApplication.translate


class FilmFilters(QObject):
    """Those of one film pane, whatever view of it is shown.

    Signals:
        changed: other shots are shown, or may be.
        chosen: the user has chosen a filter.
        widened: the film is not narrowed to some shots any more.
        boxes_changed: boxes are shown on cards, or not any more.
    """

    changed = Signal()
    chosen = Signal()
    widened = Signal()
    boxes_changed = Signal()

    def __init__(self, desk: Desk, table: FilmTable, header: TimelineHeader) -> None:
        super().__init__(table)
        self._desk, self._table, self._header = desk, table, header
        self._narrowed: tuple[str, frozenset[str]] | None = None
        header.filter_chosen.connect(self._choose)
        header.only.clicked.connect(self.widen)
        desk.undecided.choosing_changed.connect(self._show_boxes)

    @property
    def whole(self) -> bool:
        """Whether no shot is left out."""
        return self._header.pills.value is Filter.ALL and self._header.only.isHidden()

    def show(self, value: str) -> None:
        """Show the shots of a filter, as another window did: with what is worked on there."""
        self._set(Filter(value), keeps=True)

    def show_missing(self, keys: Sequence[str]) -> None:
        """Show only what is missing, with these shots chosen, the first of them current."""
        self._desk.selection.select_shots([*keys[1:], *keys[:1]])
        self.show(Filter.MISSING)

    def show_all(self) -> None:
        """Leave no shot out."""
        self._set(Filter.ALL)
        self.widen()

    def narrow(self, words: str, keys: Collection[str]) -> None:
        """Show only these shots, and say in `words` which they are."""
        self._set(Filter.ALL)
        self._narrow(words, frozenset(keys))

    def widen(self) -> None:
        """Show all shots again where the film is narrowed."""
        if not self._header.only.isHidden():
            self._narrow("", None)
            self.widened.emit()

    def _choose(self, value: str) -> None:
        self._set(Filter(value))
        self.chosen.emit()

    def _set(self, kind: Filter, *, keeps: bool = False) -> None:
        self._header.pills.set_value(kind)
        self._table.show_only(kind, keeps=keeps)
        self.changed.emit()

    def _narrow(self, words: str, keys: frozenset[str] | None) -> None:
        self._table.narrow(keys)
        self._header.narrow(words, len(keys or ()))
        self.changed.emit()

    def _show_boxes(self) -> None:
        """While the user chooses which shots shall be out of date, only those are shown."""
        keys, narrowed = self._desk.undecided.choosing, self._narrowed
        self.boxes_changed.emit()
        if keys:
            if narrowed is None:
                self._narrowed = self._header.only.words, self._table.only or frozenset()
                self._set(Filter.ALL)
            self._narrow(translate("ShotCard", "Out of date?"), frozenset(keys))
        elif narrowed is not None:
            self._narrowed = None
            self._narrow(narrowed[0], narrowed[1] or None)
