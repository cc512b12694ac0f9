"""The still picture of a shot: what it shows, its own words, and the press that draws another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.edits import ShotTarget, UnsetField
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.scenario import Scenario, Shot
from topa_studio.model.status import RUNNING, ShotStatus
from topa_studio.model.still_words import still_words
from topa_studio.ui.desk import Desk
from topa_studio.ui.inspector.drawn_by import DrawnBy
from topa_studio.ui.inspector.panel_button import PanelButton
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.parts import PictureBox, captioned, text_label
from topa_studio.ui.words import stage_word
from topa_studio.ui.writing.known import Known
from topa_studio.ui.writing.prompt import PromptEditor
from topa_studio.ui.writing.shot_words import set_panel_words

_PICTURE = QSize(112, 63)


class PanelFields(QWidget):
    """Shows the panel of the shot whose key `show_shot` was given.

    Signals:
        requested: see `PanelButton`.
    """

    requested = Signal(list, object, object)

    def __init__(self, desk: Desk, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._desk, self._session, self._thumbnails = desk, desk.session, thumbnails
        self._key, self._path = "", ""
        self.picture = PictureBox(_PICTURE)
        self.state = text_label("", "small", wrap=True)
        self.draw = PanelButton()
        self.drop_still = QPushButton(self.tr("Make it from words again"))
        self.words = PromptEditor(self.tr("What the panel shows"), "", lines=2)
        self.drawn_by = DrawnBy()
        self._lay_out()
        self.draw.requested.connect(self.requested)
        self.drop_still.clicked.connect(self._unset_still)
        self.words.committed.connect(self._set_words)
        self.drawn_by.picked.connect(self._set_drawn_by)
        self.words.element_opened.connect(desk.selection.select_element)
        thumbnails.ready.connect(self._picture_came)

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(6)
        beside.addWidget(self.state)
        beside.addWidget(self.draw)
        beside.addWidget(self.drop_still)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.picture)
        row.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(text_label(self.tr("PANEL"), "section"))
        column.addLayout(row)
        # One widget, so that the caption goes with its field.
        self._shows = QWidget()
        shows = captioned(self.tr("What it shows"), self.words)
        shows.setContentsMargins(0, 0, 0, 0)
        self._shows.setLayout(shows)
        column.addWidget(self._shows)
        column.addWidget(self.drawn_by)

    def show_shot(self, scenario: Scenario, key: str, known: Sequence[Known]) -> None:
        """Show the panel of another shot, or of the same as the document says it now.

        How far it is, `refresh_status` shows.
        """
        self._key, shot = key, scenario.shot(key)
        self.words.set_known(known)
        self.words.show_value(shot.panel_prompt)
        self.words.show_hint(still_words(" ".join(shot.prompt.split())))
        scene = scenario.scene_of(key)
        below = self._session.inherited(scene)
        self.drawn_by.show_below(shot.settings.image_model, below, scene)
        for part in (self._shows, self.drawn_by):
            part.setVisible(not shot.still)
        self.drop_still.setVisible(bool(shot.still))

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        self.words.flush()

    def refresh_status(self) -> None:
        """Show how far the panel is, and what another one costs."""
        film = self._desk.film
        if not film.has_shot(self._key):
            return
        shot, status = film.shot(self._key), self._session.shot(self._key)
        self._path = shot.still or ("" if status.panel is None else status.panel.path)
        self._show_picture()
        self.state.setText(self._state(shot, status))
        self.draw.setVisible(not shot.still)
        self.draw.offer(self._session, self._key)

    def _state(self, shot: Shot, status: ShotStatus) -> str:
        if shot.still:
            return self.tr("A picture of your own is the shot: nothing is made for it.")
        if status.panel_stage in RUNNING:
            return stage_word(status.panel_stage)
        if status.panel is None:
            return self.tr("A still picture, before the dear clip.")
        words = self.tr("Panel {number}").format(number=status.panel.number)
        if self._starts_from_nothing(shot):
            not_start = self.tr("Not the start of the clip: choose Its panel under Starts from.")
            words = f"{words}\n{not_start}"
        return words

    def _starts_from_nothing(self, shot: Shot) -> bool:
        """Whether the panel is only looked at, as the model needs no frame for this shot."""
        if shot.start:
            return shot.start == "none"
        model = Catalogue.bundled().clip_model(self._session.settings(shot.key).model)
        names = self._desk.film.names
        pictured = bool(shot.elements) or bool(mentioned_names(shot.prompt, names))
        return not (model.elements_need_frame and pictured)

    def _show_picture(self) -> None:
        found = self._thumbnails.pixmap(self._path, 0.0, _PICTURE) if self._path else None
        self.picture.set_pixmap(found)

    def _picture_came(self, path: str) -> None:
        if path == self._path:
            self._show_picture()

    def _set_words(self, words: str) -> None:
        set_panel_words(self._desk, self._key, words)

    def _set_drawn_by(self, id: str) -> None:
        label = self.tr("Change the panel's model")
        self._desk.override(label, ShotTarget(self._key), "image_model", id, "")

    def _unset_still(self) -> None:
        target = ShotTarget(self._key)
        self._desk.apply(self.tr("Make it from words again"), UnsetField(target, "still"))
