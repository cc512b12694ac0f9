"""A bill: a caption, and a row for each thing with its credits and how much of all that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QProgressBar, QVBoxLayout, QWidget

from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.widgets.parts import ElidedLabel, FittingButton, text_label
from topa_studio.ui.widgets.plain import plain_act, plain_tip
from topa_studio.ui.words import credits_word

_STEPS = 1000
_FEWEST = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One row: `count` is quiet words beside the title; `act` makes the title a button.

    `says` stands where the credits do, for what is no money; `short` is the title of a button
    where room is small. A title without a button that is `short` is never cut: `count` is.
    """

    title: str
    count: str
    credits: float
    act: Callable[[], None] | None = field(default=None, compare=False)
    strong: bool = False
    bar: bool = True
    says: str = ""
    short: str = ""


class Bill(QWidget):
    """Rows under a caption; nothing at all where there is no row."""

    def __init__(self, caption: str, *, bars: bool = True) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._whole = -1.0
        self._bars = bars
        self.setAccessibleName(caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(text_label(caption.upper(), "section"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(3 if bars else 2, scaled(64))
        column.addLayout(self._grid)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown now."""
        return self._lines

    def show_lines(self, lines: Sequence[Line], whole: float) -> None:
        """Show these rows; a bar says how much of `whole` each is."""
        self.setVisible(bool(lines))
        if (tuple(lines), whole) == (self._lines, self._whole):
            return
        self._lines, self._whole = tuple(lines), whole
        while (old := self._grid.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        whole_titles = not self._bars and all(_is_whole(line) for line in lines)
        self._grid.setColumnStretch(0, 0 if whole_titles else 1)
        self._grid.setColumnStretch(1, 1 if whole_titles else 0)
        for place, line in enumerate(lines):
            row = _row(line, whole) if self._bars else _row_without_bar(line, cuts=whole_titles)
            for column, widget in enumerate(row):
                self._grid.addWidget(widget, place, column)


def _is_whole(line: Line) -> bool:
    return line.act is None and bool(line.short) and line.short == line.title


def _row_without_bar(line: Line, *, cuts: bool) -> tuple[QWidget, ...]:
    """`cuts`: where room is small the quiet words are cut, and the title is not."""
    title, count, _bar, credits = _row(line, 0.0)
    if cuts:
        title = text_label(line.title, "strong" if line.strong else "")
        count = ElidedLabel(line.count, "dim")
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return title, count, credits


def _row(line: Line, whole: float) -> tuple[QWidget, ...]:
    told = line.says or credits_word(line.credits)
    credits = text_label(told, "strong" if line.strong else "")
    credits.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    credits.setAccessibleName(f"{line.title}: {credits.text()}")
    count = text_label(line.count, "dim")
    count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setRange(0, _STEPS)
    bar.setValue(round(_STEPS * line.credits / whole) if whole and line.bar else 0)
    bar.setFixedWidth(scaled(90))
    bar.setAccessibleName(f"{line.title}: {credits.text()}")
    shown: QWidget = bar if line.bar and not line.strong else QWidget()
    return _title(line), count, shown, credits


def _title(line: Line) -> QWidget:
    if line.act is None:
        return ElidedLabel(line.title, "strong" if line.strong else "")
    made = FittingButton()
    made.set_ways(*map(plain_act, _ways(line)))
    made.setToolTip(plain_tip(line.title))
    set_role(made, "row")
    made.setAutoDefault(False)
    made.setAccessibleName(f"{line.title}: {line.says or credits_word(line.credits)}")
    made.clicked.connect(line.act)
    return made


def _ways(line: Line) -> tuple[str, ...]:
    """A title as far as there is room for it; a few letters of it say less than none."""
    if not line.short:
        return (line.title,)
    ends = range(len(line.title) - 1, len(line.short) + _FEWEST, -1)
    cut = (f"{line.title[:end].rstrip()}…" for end in ends)
    return line.title, *cut, line.short
