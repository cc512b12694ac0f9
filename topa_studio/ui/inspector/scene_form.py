"""The inspector of one scene: its title, place and light, and its missing shots."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.document.edits import SceneTarget
from topa_studio.model.scenario import Scene
from topa_studio.ui.desk import Desk
from topa_studio.ui.inspector.act import GenerateButton
from topa_studio.ui.inspector.drawn_by import DrawnBy
from topa_studio.ui.notices.told import ToldLines
from topa_studio.ui.widgets.parts import captioned, text_label
from topa_studio.ui.words import seconds_word
from topa_studio.ui.writing.fields import TextBox, TextLine


class SceneForm(QWidget):
    """Shows the scene whose id `show_scene` was given.

    Signals:
        generate_requested: keys of the scene's missing shots, else of all its shots; and the
            credits on the button.
    """

    generate_requested = Signal(list, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self.id = ""
        self.title = TextLine(self.tr("Title"), self.tr("Untitled scene"), "heading")
        self._facts = text_label("", "dim")
        self.background = TextBox(self.tr("Background"), self.tr("Where does it happen?"), 2)
        self.lighting = TextBox(self.tr("Lighting"), self.tr("What light is there?"), 2)
        self.drawn_by = DrawnBy()
        self.notes = TextBox(self.tr("Notes"), self.tr("For you alone; never sent."), 4)
        self.generate = GenerateButton()
        self.generate.requested.connect(self.generate_requested)
        self.told = ToldLines()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 0, 14, 14)
        whole.setSpacing(14)
        whole.addWidget(self.title)
        whole.addWidget(self._facts)
        whole.addLayout(captioned(self.tr("Background"), self.background))
        whole.addLayout(captioned(self.tr("Lighting"), self.lighting))
        whole.addWidget(self.drawn_by)
        whole.addLayout(captioned(self.tr("Notes"), self.notes))
        whole.addWidget(self.generate)
        whole.addWidget(self.told)
        whole.addStretch(1)
        self.title.committed.connect(lambda text: self._set("title", text))
        self.background.committed.connect(lambda text: self._set("background", text))
        self.lighting.committed.connect(lambda text: self._set("lighting", text))
        self.drawn_by.picked.connect(self._set_drawn_by)
        self.notes.committed.connect(lambda text: self._set("notes", text))

    def show_scene(self, scene_id: str) -> None:
        """Show another scene; what was typed for the one before is told first."""
        if scene_id != self.id:
            self.flush()
            self.id = scene_id
        self.refresh()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        if self.id:
            for field in (self.title, self.background, self.lighting, self.notes):
                field.flush()

    def refresh(self) -> None:
        """Show the scene as the document says it now."""
        scene = self._scene()
        if scene is None:
            return
        shots = self.tr("%n shots", "", len(scene.shots))
        seconds = seconds_word(sum(shot.seconds for shot in scene.shots))
        self._facts.setText(f"{shots} · {seconds}")
        self.title.show_value(scene.title)
        self.background.show_value(scene.background)
        self.lighting.show_value(scene.lighting)
        self.notes.show_value(scene.notes)
        self.drawn_by.show_below(scene.settings.image_model, self._session.inherited())
        for field in (self.title, self.background, self.lighting, self.notes):
            field.setReadOnly(not self._desk.editable)
        self.drawn_by.setEnabled(self._desk.editable)
        self.refresh_status()

    def refresh_status(self) -> None:
        """Show what is missing, or that the scene can be made again."""
        scene = self._scene()
        if scene is not None:
            self.told.tell(self.generate.offer_scene(self._session, scene))

    def _scene(self) -> Scene | None:
        scenes = self._desk.film.scenes
        return next((scene for scene in scenes if scene.id == self.id), None)

    def _set(self, field: str, text: str) -> None:
        self._desk.set(self.tr("Change scene"), SceneTarget(self.id), field, text)

    def _set_drawn_by(self, id: str) -> None:
        label = self.tr("Change scene")
        self._desk.override(label, SceneTarget(self.id), "image_model", id, "")
