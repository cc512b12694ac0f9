"""The film as a line of cells, painted once and then only where something is another."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from topa_studio.ui.desk import Desk
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.look.theme import mix, tokens
from topa_studio.ui.overview.bar import Bar, Cell
from topa_studio.ui.overview.marks import Mark, mark_of, paint_mark
from topa_studio.ui.overview.small import SmallPictures, place_of
from topa_studio.ui.small_pictures.thumbnails import Thumbnails

MARK = 3
_PICTURE, _APART, _ROUND = 12.0, 5.0, 4.0
_FADED = 0.18
_GAP, _FEW = 6, 20


class FilmLine(QObject):
    """`changed` is called with where it was painted anew, in its own pixels.

    Attributes:
        bar: where the shots are. picture: what is painted so far.
    """

    def __init__(
        self,
        desk: Desk,
        table: FilmTable,
        thumbnails: Thumbnails,
        changed: Callable[[QRectF], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._table, self._changed = desk, table, changed
        self._small = SmallPictures(thumbnails, self._picture_came, self)
        self._marks = bytearray()
        self._hits = bytearray()
        self._paths: dict[str, set[int]] = {}
        self._known: dict[frozenset[Filter], Mark] = {}
        self._high = 0
        self._looked: tuple[object, int] = ((), -1)
        self.bar = Bar((), 0, 1, 0)
        self.picture = QPixmap()

    def lay_out(self, wide: int, edge: int, high: int, ratio: float) -> None:
        """Measure the film anew, and paint all of it; `edge` is free at each side."""
        self.bar = Bar(self._desk.film.scenes, edge, max(edge + 1, wide - edge), _GAP)
        self._high = high
        self._paths.clear()
        self._small.set_size(QSize(round((high - MARK) * 16 / 9), high - MARK), ratio)
        self._marks, self._hits = self._states()
        self.picture = QPixmap((QSize(wide, high).toSizeF() * ratio).toSize())
        self.picture.setDevicePixelRatio(ratio)
        self.picture.fill(tokens().panel)
        self._paint(self.bar.cells)
        self._small.ask()

    def look_again(self, keys: Iterable[str] = ()) -> None:
        """Paint what is in another state than before, is found or not any more, and `keys`."""
        marks, hits = self._states()
        if len(marks) != len(self._marks):
            return
        rows = [row for key in keys if (row := self.bar.row(key)) is not None]
        if (marks, hits) != (self._marks, self._hits):
            both = zip(marks, self._marks, hits, self._hits, strict=True)
            rows += [row for row, (a, b, c, d) in enumerate(both) if a != b or c != d]
        self._marks, self._hits = marks, hits
        self._repaint(rows)

    def _states(self) -> tuple[bytearray, bytearray]:
        marks, shots = self._marks_now(), self._table.shots
        if shots.rowCount() >= len(self.bar.keys):
            return marks, bytearray(b"\1") * len(marks)
        return marks, shots.shown_of(self.bar.keys)

    def _marks_now(self) -> bytearray:
        """The mark of each shot; as they were where no shot is in another state."""
        tally, known = self._table.tally, self._known
        looked = self.bar.keys, tally.changes
        if looked == self._looked:
            return self._marks
        self._looked = looked
        filters, empty = tally.filters, tally.empty
        marks = bytearray()
        for key in self.bar.keys:
            found = filters(key)
            mark = known.get(found)
            if mark is None:
                mark = known[found] = mark_of(found)
            marks.append(Mark.NOT_MADE if key in empty else mark)
        return marks

    def _picture_came(self, path: str) -> None:
        self._repaint(sorted(self._paths.get(path, ())))

    def _repaint(self, rows: Iterable[int]) -> None:
        cells = self.bar.cells_of(list(rows))
        self._paint(cells)
        places = [QRectF(cell.left - 1, 0, cell.wide + 2, self._high) for cell in cells]
        if len(places) > _FEW:
            left, right = min(r.left() for r in places), max(r.right() for r in places)
            places = [QRectF(left, 0, right - left, self._high)]
        for place in places:
            self._changed(place)
        self._small.ask()

    # Painting.

    def _paint(self, cells: Iterable[Cell]) -> None:
        if self.picture.isNull():
            return
        with QPainter(self.picture) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing
            )
            colours = tokens()
            ground = mix(colours.panel, colours.text, 0.07)
            for cell in cells:
                # On whole pixels, so that edges are sharp.
                left, right = round(cell.left), round(cell.right)
                rect = QRectF(left, 0, right - left - (cell.wide > _APART), self._high)
                painter.setOpacity(1.0)
                painter.fillRect(rect, colours.panel)
                rows = range(cell.first, cell.last + 1)
                painter.setOpacity(1.0 if any(self._hits[row] for row in rows) else _FADED)
                seen = rect.adjusted(0, 0, 0, -MARK)
                picture = self._picture(cell)
                painter.fillRect(seen, ground)
                if picture is not None:
                    _draw(painter, picture, seen)
                mark = Mark(max(self._marks[row] for row in rows))
                line = QRectF(rect.left(), rect.bottom() - MARK, rect.width(), MARK)
                paint_mark(painter, line, mark, colours)

    def _picture(self, cell: Cell) -> QPixmap | None:
        if cell.first != cell.last or cell.wide < _PICTURE:
            return None
        key = self.bar.keys[cell.first]
        shot, status = self._desk.film.shot(key), self._desk.session.shot(key)
        place = place_of(shot, status)
        if place is not None:
            self._paths.setdefault(place[0], set()).add(cell.first)
        return self._small.picture(shot, status)


def _draw(painter: QPainter, picture: QPixmap, rect: QRectF) -> None:
    """Its middle, as wide as there is room; pictures side by side where a shot is long."""
    size = picture.deviceIndependentSize()
    ratio = picture.devicePixelRatio()
    at = rect.left()
    while at < rect.right() - 0.5:
        wide = min(size.width(), rect.right() - at)
        left = (size.width() - wide) / 2
        source = QRectF(left * ratio, 0, wide * ratio, size.height() * ratio)
        painter.drawPixmap(QRectF(at, rect.top(), wide, rect.height()), picture, source)
        at += size.width()
