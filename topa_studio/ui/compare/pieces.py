"""Words side by side with others: what is gone is struck out, what is new stands on a wash."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from topa_studio.model.difference import Kept, Piece
from topa_studio.ui.look.theme import mix, scaled, theme_signals, tokens, ui_font
from topa_studio.ui.writing.mention_marks import Places

ColourOf = Callable[[str], QColor]
_MINUS, _PLUS = "\N{MINUS SIGN}", "+"
_CHIP = 0.2
_ROOM = 3.0
_LEAST = 60


class PiecesText(QWidget):
    """One side's words, wrapped; mentions are chips in their elements' colours."""

    def __init__(self, pieces: tuple[Piece, ...], colour: ColourOf) -> None:
        super().__init__()
        self.pieces = pieces
        self._colour = colour
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("".join(map(_spoken, pieces)))
        theme_signals().changed.connect(self._anew)
        self._layout = QTextLayout()
        self._anew()

    def _anew(self) -> None:
        self._layout = QTextLayout("".join(piece.text for piece in self.pieces), ui_font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        forms = [self._format(*each) for each in self._stretches()]
        self._layout.setFormats([*forms, *self._spaces()])
        self._break(max(_LEAST, self.width()))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All its lines."""
        found = self._break(width)
        self._break(max(_LEAST, self.width()))
        return found

    def sizeHint(self) -> QSize:
        """As it stands in its width."""
        width = max(scaled(_LEAST), self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters wide."""
        return QSize(scaled(_LEAST), QFontMetricsF(ui_font()).height().__ceil__() + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines."""
        super().resizeEvent(event)
        self._break(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Washes and chips, then the words over them."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for piece, start, end in self._stretches():
                ground = self._ground(piece)
                if ground is not None:
                    painter.setBrush(ground)
                    for box in self._boxes(start, end):
                        painter.drawRoundedRect(box, 4, 4)
            painter.setPen(tokens().text)
            self._layout.draw(painter, QPointF(0, 2))

    # Lines and places in them.

    def _break(self, width: int) -> int:
        """Break the words into lines of this width; the height of all."""
        letters = QFontMetricsF(ui_font())
        height, step = 0.0, letters.height() + scaled(5)
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(max(_LEAST, width))
            line.setPosition(QPointF(0, height))
            height += step
            line = self._layout.createLine()
        self._layout.endLayout()
        return round(height + 1)

    def _stretches(self) -> Iterator[tuple[Piece, int, int]]:
        """Each piece with its place in Qt, which has no space at its ends."""
        places, at = Places("".join(piece.text for piece in self.pieces)), 0
        for piece in self.pieces:
            words = piece.text.strip()
            start = at + len(piece.text) - len(piece.text.lstrip())
            at += len(piece.text)
            if words:
                yield piece, places.of(start), places.of(start + len(words))

    def _spaces(self) -> Iterator[QTextLayout.FormatRange]:
        """A chip stands out of its word: the spaces beside it are wider."""
        words = "".join(piece.text for piece in self.pieces)
        places, form = Places(words), QTextCharFormat()
        form.setFontWordSpacing(_ROOM)
        at = 0
        for piece in self.pieces:
            ends = (at - 1, at, at + len(piece.text) - 1, at + len(piece.text))
            at += len(piece.text)
            if not piece.mention and piece.kept is Kept.SAME:
                continue
            for place in ends:
                if 0 <= place < len(words) and words[place] == " ":
                    found = QTextLayout.FormatRange()
                    found.start, found.length, found.format = places.of(place), 1, form
                    yield found

    def _boxes(self, start: int, end: int) -> Iterator[QRectF]:
        high = QFontMetricsF(ui_font()).height()
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            if start < last and end > first:
                left, right = _x(line, max(start, first)), _x(line, min(end, last))
                yield QRectF(left - 3, line.y() + 1, right - left + 6, high + 2)

    # Colours.

    def _format(self, piece: Piece, start: int, end: int) -> QTextLayout.FormatRange:
        now, form = tokens(), QTextCharFormat()
        colour = self._colour(piece.mention) if piece.mention else now.text
        if piece.mention:
            form.setFontWeight(QFont.Weight.DemiBold)
        if piece.kept is Kept.GONE:
            form.setFontStrikeOut(True)
            colour = mix(colour, now.bad, 0.35)
        form.setForeground(colour)
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = start, end - start, form
        return found

    def _ground(self, piece: Piece) -> QColor | None:
        now = tokens()
        share = 0.26 if now.is_dark else 0.14
        match piece.kept:
            case Kept.GONE:
                return mix(now.panel, now.bad, share)
            case Kept.NEW:
                return mix(now.panel, now.ok, share)
            case _ if piece.mention:
                return mix(now.panel, self._colour(piece.mention), _CHIP)
        return None


def _spoken(piece: Piece) -> str:
    """What is gone and what is new is heard by a sign around it."""
    sign = {Kept.GONE: _MINUS, Kept.NEW: _PLUS}.get(piece.kept, "")
    words = piece.text.strip()
    return piece.text.replace(words, f"{sign}{words}{sign}") if sign and words else piece.text


def _x(line: QTextLine, place: int) -> float:
    found: object = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
