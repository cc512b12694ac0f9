"""Fields that show what several shots share, and in dim words what they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from topa_studio.ui.widgets.parts import ElidedLabel, text_label
from topa_studio.ui.words import number, seconds_word
from topa_studio.ui.writing.seconds_box import SecondsBox

Said = TypeVar("Said")
_NAMED = 3


def mixed_seconds(lengths: Collection[int]) -> str:
    """Lengths that differ: "Mixed: 5 and 6 s", of many the ends: "Mixed: 3 to 12 s"."""
    low, high = min(lengths), max(lengths)
    words = QCoreApplication.translate("Several", "Mixed: {low} and {high}")
    if len(lengths) > 2:
        words = QCoreApplication.translate("Several", "Mixed: {low} to {high}")
    return words.format(low=number(low), high=seconds_word(high))


def mix_words(counts: Mapping[Said, int], word: Callable[[Said], str]) -> str:
    """Values that differ, the most frequent first: "mixed: 2 Pro, 1 Draft"."""
    found = Counter(counts).most_common()
    parts = [f"{number(count)} {word(value)}" for value, count in found[:_NAMED]]
    parts += ["…"] if len(found) > _NAMED else []
    words = QCoreApplication.translate("Several", "mixed: {parts}")
    return words.format(parts=", ".join(parts))


def mixed_field(counts: Mapping[Said, int], word: Callable[[Said], str]) -> str:
    """The same where it stands in a field: "Mixed: 2 usual, 1 its panel"."""
    words = mix_words(counts, word)
    return f"{words[:1].upper()}{words[1:]}"


class MixedCaption(QWidget):
    """A field under its caption, beside which the mix is told."""

    def __init__(self, caption: str, field: QWidget, note: QLabel | None = None) -> None:
        super().__init__()
        self._caption = caption
        self._field = field
        self._mix = ElidedLabel("", "mix")
        name = text_label(caption, "dim")
        name.setBuddy(field)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(name)
        head.addWidget(self._mix, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(field)
        if note is not None:
            column.addWidget(note)
        self.tell("")

    @property
    def mix(self) -> str:
        """What is told beside the caption."""
        return self._mix.text().removeprefix("· ")

    def tell(self, mix: str) -> None:
        """Tell the mix, "" for none."""
        self._mix.setText(f"· {mix}" if mix else "")
        self._field.setAccessibleName(f"{self._caption}, {mix}" if mix else self._caption)


class SharedSeconds(SecondsBox):
    """The seconds that all have; where they differ it is empty, and says what they are."""

    _mixed = False

    def show_lengths(self, lengths: Collection[int], low: int, high: int, *, anew: bool) -> None:
        """Show what these lengths are together; they may be `low` to `high`."""
        self._mixed = len(lengths) > 1
        words = mixed_seconds(lengths) if self._mixed else ""
        self.lineEdit().setPlaceholderText(words)
        self.setAccessibleDescription(words)
        if not self._mixed:
            self.show_seconds(next(iter(lengths)), low, high, anew=anew)
            return
        with QSignalBlocker(self):
            # The value below all that can be stands for none.
            self.show_seconds(low - 1, low, high, anew=anew)
            self.setSuffix("")
            self.lineEdit().clear()

    @property
    def is_mixed(self) -> bool:
        """Whether nothing was chosen for all."""
        return self._mixed and self.value() < self._low

    def textFromValue(self, value: int) -> str:
        """Nothing where there is no one value."""
        return "" if self._mixed and value < self._low else super().textFromValue(value)

    def stepBy(self, steps: int) -> None:
        """From none, the first step leads to the shortest or the longest."""
        if self.is_mixed and steps < 0:
            self.setValue(self._high)
        else:
            super().stepBy(steps)
