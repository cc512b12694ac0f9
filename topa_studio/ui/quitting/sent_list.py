"""What was sent and is not here yet: a row each, with its picture and how it stands."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from topa_studio.model.status import Stage
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.quitting.under_way import Sent
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.parts import ElidedLabel, PictureBox, text_label, thin_rule
from topa_studio.ui.words import duration, money_word, stage_word

translate = QCoreApplication.translate
_MOST_ROWS = 4


class SentList(QFrame):
    """The first jobs, and how many more there are."""

    def __init__(self, thumbnails: Thumbnails | None, *, real: bool) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._real = real
        self._shown: tuple[str, ...] = ()
        self._details: dict[int, QLabel] = {}
        self._pictures: list[tuple[str, PictureBox]] = []
        set_role(self, "well")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(12, 10, 12, 10)
        self._rows.setSpacing(8)
        if thumbnails is not None:
            thumbnails.ready.connect(self._show_picture)

    def show_jobs(self, sent: tuple[Sent, ...], room: int) -> None:
        """Show as many as there is room for, as they stand now."""
        shown = sent[: min(_MOST_ROWS, room)]
        names = (*(str(one.id) for one in shown), f"of {len(sent)}")
        if names != self._shown:
            self._shown = names
            self._build(shown, len(sent) - len(shown))
        for one in shown:
            self._details[one.id].setText(self._detail(one))

    def _build(self, shown: tuple[Sent, ...], more: int) -> None:
        while (old := self._rows.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._details, self._pictures = {}, []
        for place, one in enumerate(shown):
            if place:
                self._rows.addWidget(thin_rule())
            self._rows.addWidget(self._row(one))
        if more:
            self._rows.addWidget(text_label(translate("QuitPage", "and %n more", "", more), "dim"))

    def _row(self, one: Sent) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        size = QSize(scaled(56), scaled(32))
        picture = PictureBox(size)
        if one.picture:
            self._pictures.append((one.picture, picture))
            self._show_picture(one.picture)
        row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(6)
        if one.number:
            first.addWidget(text_label(one.number, "strong"))
        first.addWidget(ElidedLabel(one.title), 1)
        words.addLayout(first)
        self._details[one.id] = text_label(self._detail(one), "small")
        words.addWidget(self._details[one.id])
        row.addLayout(words, 1)
        row.addWidget(text_label(translate("QuitPage", "fetched at the next start"), "run"))
        made.setAccessibleName(f"{one.number} {one.title}".strip())
        return made

    def _show_picture(self, path: str) -> None:
        """Each row of this picture shows it, or shows it as soon as it has come."""
        for shown, box in self._pictures:
            if self._thumbnails is not None and shown == path:
                box.set_pixmap(self._thumbnails.pixmap(path, 0, box.size()))

    def _detail(self, one: Sent) -> str:
        stage = stage_word(one.stage)
        if one.stage is Stage.IN_LINE and self._real:
            stage = translate("QuitPage", "In line at KIE")
        elif one.since:
            stage = f"{stage} {duration(time.time() - one.since)}"
        if one.cost is None:
            return stage
        return f"{stage} · {money_word(one.cost, real=self._real)}"
