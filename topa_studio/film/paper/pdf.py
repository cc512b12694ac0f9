"""The film as a PDF: some shots a page with picture and words; what does not fit goes on behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from topa_studio.film.export.landing import fill_part
from topa_studio.film.export.unread import Unread
from topa_studio.film.paper.choices import PaperShot, said
from topa_studio.film.paper.flow import Block, Fitted, Flow
from topa_studio.film.paper.grid import GAP, HEAD, MARGIN, Grid, grid_of
from topa_studio.film.paper.pictures import Pictures, frame_within, pictures_of
from topa_studio.film.paper.request import PaperRequest
from topa_studio.film.paper.table import plain
from topa_studio.paint.letters import load_fonts

Told = Callable[[int], None]

_DPI, _PICTURE_DPI, _POINT = 600, 150, 600 / 72
_TEXT, _DIM, _EDGE = QColor("#16181d"), QColor("#565e6c"), QColor("#c4cad4")
_SIZES = ((1, 10.5), (4, 9.0), (6, 8.5), (9, 7.5), (12, 7.0))
_HEAD_SIZE = 9.0
_BETWEEN = 10.0


@dataclass
class _Cell:
    """A shot on its page, and on which page behind them it goes on (0: on none)."""

    shot: PaperShot
    number: str
    length: str
    title: str = ""
    fitted: Fitted = field(default_factory=Fitted)
    rest: list[Block] = field(default_factory=list)
    page: int = 0


def write_pdf(request: PaperRequest, told: Told) -> Unread:
    """Write the pages; the shots whose picture could not be read.

    Raises:
        OSError: it cannot be written.
    """
    plan = request.plan
    grid = grid_of(plan.choices.sheet, plan.choices.each, plan.film.ratio)
    wide, high = (side * _PICTURE_DPI / 72 for side in grid.picture)
    data = QBuffer()
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    with pictures_of(request, frame_within(plan.film.ratio, wide, high)) as pictures:
        _Pages(request, grid, _writer(data, plan.title, grid)).write(pictures, told)
        unread = pictures.unread
    # Qt tells of no full disk, Python does.
    fill_part(request.target, bytes(data.data().data()))
    return unread


def _writer(data: QBuffer, title: str, grid: Grid) -> QPdfWriter:
    writer = QPdfWriter(data)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setCreator("Topa Studio")
    short, long = sorted((grid.width, grid.height))
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Point)
    ways = QPageLayout.Orientation
    turned = ways.Landscape if grid.landscape else ways.Portrait
    writer.setPageLayout(QPageLayout(size, turned, QMarginsF(0, 0, 0, 0)))
    return writer


class _Pages:
    """All pages of one film. Lengths in here are dots of the device."""

    def __init__(self, request: PaperRequest, grid: Grid, writer: QPdfWriter) -> None:
        self._request, self._plan, self._grid, self._writer = request, request.plan, grid, writer
        self._each = request.plan.choices.each
        size = next(points for most, points in _SIZES if self._each <= most)
        self._regular = _font(size, QFont.Weight.Normal)
        self._medium = _font(size, QFont.Weight.Medium)
        self._bold = _font(size + 0.5, QFont.Weight.DemiBold)
        self._small = _font(_HEAD_SIZE, QFont.Weight.Medium)
        self._flow = Flow(writer)
        self._page = self._pages = 0

    def write(self, pictures: Pictures, told: Told) -> None:
        """Draw them."""
        most = self._request.say("paper.goes-on", page=8888)
        cells = [self._measured(shot, most) for shot in self._plan.shots]
        first_behind = -(-len(cells) // self._each)
        behind = self._behind(cells, first_behind)
        self._pages = first_behind + len(behind)
        self._mark(cells)
        painter = QPainter(self._writer)
        for at, cell in enumerate(cells):
            if at % self._each == 0:
                self._begin(painter)
            self._draw(painter, at % self._each, cell, pictures)
            told(at + 1)
        for page in behind:
            self._begin(painter)
            for top, fitted in page:
                fitted.draw(painter, MARGIN * _POINT, top)
        painter.end()

    def _measured(self, shot: PaperShot, mark: str) -> _Cell:
        cell = _Cell(shot, shot.number, self._request.say("paper.seconds", value=shot.seconds))
        _left, _top, wide, high = (side * _POINT for side in self._grid.words(0))
        bold = self._bold
        taken = self._flow.width(f"{cell.number}  ", bold) + self._flow.width(
            f"  {cell.length}", self._regular
        )
        title = " ".join(plain(shot.title).split())
        cell.title = self._flow.one_line(title, bold, wide - taken)
        room = high - self._flow.line_height(bold) * 1.25
        cell.fitted = self._flow.fit(self._blocks(shot), wide, room, mark)
        cell.rest = cell.fitted.rest
        if cell.title != title and not cell.rest:
            cell.rest = [self._block("", _TEXT, self._regular)]
        return cell

    def _mark(self, cells: list[_Cell]) -> None:
        """Say where each goes on, now that this is known."""
        for at, cell in enumerate(cells):
            if cell.page and cell.fitted.rest:
                page, rest = cell.page, cell.rest
                words = self._request.say("paper.goes-on", page=page)
                cells[at] = self._measured(cell.shot, words)
                cells[at].page, cells[at].rest = page, rest

    def _blocks(self, shot: PaperShot) -> list[Block]:
        found = []
        if words := plain(shot.words).strip():
            found.append(self._block(words, _TEXT, self._regular))
        if shot.lines:
            spoken = "\n".join(" ".join(said(line).split()) for line in shot.lines)
            found.append(self._block(plain(spoken), _TEXT, self._medium))
        if notes := plain(shot.notes).strip():
            found.append(self._block(notes, _DIM, self._regular))
        return found

    def _block(self, text: str, colour: QColor, font: QFont) -> Block:
        return Block(text, font, colour, self._flow.line_height(font) * 0.4)

    def _behind(self, cells: list[_Cell], pages: int) -> list[list[tuple[float, Fitted]]]:
        """The pages on which words go on, and each cell's page among all."""
        found: list[list[tuple[float, Fitted]]] = []
        top, bottom = (MARGIN + HEAD) * _POINT, (self._grid.height - MARGIN) * _POINT
        wide = (self._grid.width - 2 * MARGIN) * _POINT
        at = bottom
        for cell in cells:
            if not cell.rest:
                continue
            heading = f"{cell.number}  {' '.join(plain(cell.shot.title).split())}".rstrip()
            left = [self._block(heading, _TEXT, self._bold), *(b for b in cell.rest if b.text)]
            needed = 3 * self._flow.line_height(self._bold)
            while left:
                if bottom - at < needed:
                    found.append([])
                    at = top
                fitted = self._flow.fit(left, wide, bottom - at)
                cell.page = cell.page or pages + len(found)
                found[-1].append((at, fitted))
                left, at = fitted.rest, bottom if fitted.rest else at + fitted.height
            at += _BETWEEN * _POINT
        return found

    def _begin(self, painter: QPainter) -> None:
        """A page with the film's title and its number."""
        if self._page:
            self._writer.newPage()
        self._page += 1
        painter.setFont(self._small)
        base = MARGIN * _POINT + self._flow.line_height(self._small) * 0.8
        right = (self._grid.width - MARGIN) * _POINT
        number = f"{self._page} / {self._pages}"
        wide = self._flow.width(number, self._small)
        room = right - MARGIN * _POINT - wide - GAP * _POINT
        painter.setPen(_TEXT)
        title = self._flow.one_line(plain(self._plan.title), self._small, room)
        painter.drawText(QPointF(MARGIN * _POINT, base), title)
        painter.setPen(_DIM)
        painter.drawText(QPointF(right - wide, base), number)
        painter.setPen(QPen(_EDGE, _POINT * 0.5))
        line = (MARGIN + HEAD * 0.6) * _POINT
        painter.drawLine(QPointF(MARGIN * _POINT, line), QPointF(right, line))

    def _draw(self, painter: QPainter, place: int, cell: _Cell, pictures: Pictures) -> None:
        """One shot whole, so that who reads the page's text reads shot by shot."""
        left, top = (side * _POINT for side in self._grid.corner(place))
        wide, high = (side * _POINT for side in self._grid.picture)
        frame = QRectF(left, top, wide, high)
        painter.drawImage(frame, pictures.of(cell.shot.key))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_EDGE, _POINT * 0.5))
        painter.drawRect(frame)
        left, top, wide, _high = (side * _POINT for side in self._grid.words(place))
        step = self._flow.line_height(self._bold)
        painter.setFont(self._bold)
        painter.setPen(_TEXT)
        heading = f"{cell.number}  {cell.title}".rstrip()
        painter.drawText(QPointF(left, top + step * 0.8), heading)
        painter.setFont(self._regular)
        painter.setPen(_DIM)
        begin = left + wide - self._flow.width(cell.length, self._regular)
        painter.drawText(QPointF(begin, top + step * 0.8), cell.length)
        cell.fitted.draw(painter, left, top + step * 1.25)


def _font(points: float, weight: QFont.Weight) -> QFont:
    found = QFont(load_fonts())
    found.setPixelSize(round(points * _POINT))
    found.setWeight(weight)
    # Its signs beside digits and capitals have no letter of their own: they would be copied as
    # blanks.
    found.setFeature(QFont.Tag("calt"), 0)
    return found
