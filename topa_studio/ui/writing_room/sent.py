"""What will be sent of a shot: the very words, the facts and the pictures of its request."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from topa_studio.model.scenario import Scenario
from topa_studio.model.spelled import Role, SentPicture, Spelled
from topa_studio.model.status import Trouble
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.widgets.parts import Switch, text_label
from topa_studio.ui.words import mode_word, number, seconds_word, trouble_words
from topa_studio.ui.writing.fields import TextBox

_CLIP, _PANEL = "clip", "panel"


class WhatIsSent(QWidget):
    """Folded at first; nothing is worked out before it is unfolded.

    Signals:
        unfolded: it is read from now on, or not any more.
    """

    unfolded = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._key = desk, ""
        self.head = QPushButton(self.tr("What will be sent"))
        self.head.setCheckable(True)
        set_role(self.head, "flat")
        self.kind = Switch(
            self.tr("What will be sent"),
            [(_CLIP, self.tr("Clip")), (_PANEL, self.tr("Panel"))],
        )
        self.kind.set_value(_CLIP)
        self.facts = text_label("", "dim", wrap=True)
        self.words = TextBox(self.tr("The words that will be sent"), lines=4)
        self.words.setReadOnly(True)
        self.pictures = text_label("", "dim", wrap=True)
        self.body = QWidget()
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for widget in (self.kind, self.facts, self.words, self.pictures):
            inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.body)
        self.head.toggled.connect(self._fold)
        self.kind.chosen.connect(lambda _kind: self.refresh())
        self._fold(False)

    @property
    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return self.head.isChecked()

    def open(self) -> None:
        """Unfold it."""
        self.head.setChecked(True)

    def show_shot(self, key: str) -> None:
        """Tell of this shot."""
        self._key = key
        self.refresh()

    def refresh(self) -> None:
        """Tell what would be sent now."""
        film = self._desk.film
        if not self.is_open or not film.has_shot(self._key):
            return
        panel = self.kind.value == _PANEL
        found = self._desk.session.wishes.spelled(self._key, panel=panel)
        is_told = isinstance(found, Spelled)
        self.words.setVisible(is_told)
        self.pictures.setVisible(is_told)
        if isinstance(found, Trouble):
            self.facts.setText(trouble_words(found))
            return
        self.facts.setText("\n".join((self._facts(found), self._count(found))))
        self.words.show_value(found.words)
        self.pictures.setText("\n".join(self._beside(film, found)))

    def _fold(self, unfolded: bool) -> None:
        sign = "chevron-down" if unfolded else "chevron-right"
        self.head.setIcon(icon(sign, px=scaled(14)))
        self.body.setVisible(unfolded)
        self.refresh()
        self.unfolded.emit(unfolded)

    def _facts(self, found: Spelled) -> str:
        parts = [found.model]
        if found.mode:
            parts += [mode_word(found.mode), seconds_word(found.seconds)]
        parts.append(found.aspect_ratio)
        if found.sound is not None:
            parts.append(self.tr("with sound") if found.sound else self.tr("without sound"))
        parts += [f"{name}: {value}" for name, value in found.options]
        return " · ".join(parts)

    def _count(self, found: Spelled) -> str:
        return self.tr("{used} / {allowed} characters").format(
            used=number(found.counted), allowed=number(found.allowed or 0)
        )

    def _beside(self, film: Scenario, found: Spelled) -> list[str]:
        """What goes with the words, a line each."""
        lines = [self._picture(picture) for picture in found.pictures]
        if not lines:
            lines.append(self.tr("No pictures go with it."))
        if found.first:
            lines.append(self.tr("What is not there yet of the pictures is made first."))
        if film.shot(self._key).negative_prompt or film.film.negative_prompt:
            lines.append(self.tr("What is not wanted is not sent: the model has no place for it."))
        return lines

    def _picture(self, picture: SentPicture) -> str:
        file = picture.paths[0].rpartition("/")[2] if picture.paths else ""
        match picture.role:
            case Role.START if file:
                return self.tr("Starts from {file}").format(file=file)
            case Role.START:
                return self.tr("Starts from a picture that is made first")
            case Role.END if file:
                return self.tr("Ends with {file}").format(file=file)
            case Role.END:
                return self.tr("Ends with a picture that is made first")
        count = self.tr("%n pictures", "", picture.count)
        name = f"@{picture.wire} = {picture.name}" if picture.wire else picture.name
        return f"{name}: {count}"
