"""The first page of what is put on paper, drawn small: where pictures and words will stand."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.film.paper.choices import Paper, PaperShot
from topa_studio.film.paper.contact import columns_for
from topa_studio.film.paper.grid import MARGIN, grid_of
from topa_studio.film.paper.plan import A_SHEET, PaperPlan
from topa_studio.film.timing import Cut
from topa_studio.ui.look.colours import PAPER
from topa_studio.ui.look.theme import scaled, ui_font
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.parts import covering, text_label

_MOST_HIGH = 0.5
_WORDS_OF_CONTACT = 0.22


class Sketch(QWidget):
    """Of the first page; is hidden where there is none."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.page = _Page(thumbnails)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.page)
        says = text_label(self.tr("The first page, about as it will be"), "dim")
        column.addWidget(says, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def show_plan(self, plan: PaperPlan | None) -> None:
        """Show that of a PDF or a contact sheet."""
        if plan is None or plan.choices.what not in (Paper.PDF, Paper.CONTACT):
            self.hide()
            return
        self.show()
        self.page.show_plan(plan)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as there is room."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Half of the window at most."""
        most = max(scaled(160), round(self.window().height() * _MOST_HIGH))
        self.page.setFixedHeight(min(most, max(scaled(120), round(self.width() * self.page.high))))


Box = tuple[QRectF, QRectF]
"""Where picture and words of a shot stand, in parts of the page's width."""


class _Page(QWidget):
    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._shots: tuple[PaperShot, ...] = ()
        self._cuts: dict[str, Cut] = {}
        self._boxes: list[Box] = []
        self._has_words = False
        self.high = 1.0
        thumbnails.ready.connect(self._come)

    def _come(self, _path: str) -> None:
        """A picture is there; a lambda would be called when the page has gone, too."""
        self.update()

    def show_plan(self, plan: PaperPlan) -> None:
        of_pdf = self._has_words = plan.choices.what is Paper.PDF
        self._shots = plan.shots[: plan.choices.each if of_pdf else A_SHEET]
        self._cuts = {cut.key: cut for cut in plan.film.cuts}
        self.high, boxes = _pdf(plan) if of_pdf else _contact(plan, len(self._shots))
        self._boxes = list(boxes)
        self.setAccessibleName(", ".join(shot.number for shot in self._shots))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            wide = min(self.width(), self.height() / self.high)
            painter.translate((self.width() - wide) / 2, 0)
            painter.fillRect(QRectF(0, 0, wide, wide * self.high), PAPER.sheet)
            for shot, (picture, words) in zip(self._shots, self._boxes, strict=False):
                cut = self._cuts.get(shot.key)
                paint_picture(painter, _grown(picture, wide), self._thumbnails, cut)
                _lines(painter, _grown(words, wide), shot, self._has_words)


def paint_picture(painter: QPainter, box: QRectF, thumbnails: Thumbnails, cut: Cut | None) -> None:
    """What stands for a shot; grey until it has come, and where there is none."""
    found = None
    if cut is not None and cut.path:
        ratio = painter.device().devicePixelRatioF()
        size = QSize(round(box.width() * ratio), round(box.height() * ratio))
        found = thumbnails.pixmap(cut.path, cut.offset, size)
    if found is None or found.isNull():
        painter.fillRect(box, PAPER.empty)
        return
    painter.drawPixmap(box, found, covering(found, box.size().toSize()))


def _pdf(plan: PaperPlan) -> tuple[float, Iterator[Box]]:
    grid = grid_of(plan.choices.sheet, plan.choices.each, plan.film.ratio)

    def boxes() -> Iterator[Box]:
        for place in range(plan.choices.each):
            yield (
                _grown(QRectF(*grid.corner(place), *grid.picture), 1 / grid.width),
                _grown(QRectF(*grid.words(place)), 1 / grid.width),
            )

    return grid.height / grid.width, boxes()


def _contact(plan: PaperPlan, count: int) -> tuple[float, Iterator[Box]]:
    columns = columns_for(count, plan.film.ratio)
    edge, gap = MARGIN / 1800, 0.01
    wide = (1 - 2 * edge - gap * (columns - 1)) / columns
    high = wide / plan.film.ratio
    step = high * (1 + _WORDS_OF_CONTACT) + gap

    def boxes() -> Iterator[Box]:
        for place in range(count):
            row, column = divmod(place, columns)
            left, top = edge + column * (wide + gap), 2 * edge + row * step
            words = QRectF(left, top + high + gap / 2, wide, high * _WORDS_OF_CONTACT)
            yield QRectF(left, top, wide, high), words

    return 3 * edge + -(-count // columns) * step, boxes()


def _grown(box: QRectF, by: float) -> QRectF:
    return QRectF(box.x() * by, box.y() * by, box.width() * by, box.height() * by)


def _lines(painter: QPainter, box: QRectF, shot: PaperShot, has_words: bool) -> None:
    """Number and title, and lines where words will stand."""
    painter.setFont(ui_font(10))
    metrics = painter.fontMetrics()
    if box.height() < metrics.height() * 0.8:
        return
    words = " ".join(f"{shot.number}  {shot.title}".split())
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.setPen(PAPER.ink)
    painter.drawText(QPointF(box.x(), box.y() + metrics.ascent()), shown)
    step = metrics.height() * 0.8
    top, left = box.y() + metrics.height() + 3, len(shot.words) if has_words else 0
    while left > 0 and top < box.bottom() - 2:
        share = min(1.0, left * metrics.averageCharWidth() / max(1.0, box.width()))
        painter.fillRect(QRectF(box.x(), top, box.width() * share, 2), PAPER.quiet)
        left -= int(box.width() / max(1, metrics.averageCharWidth()))
        top += step
