"""The inspector: the form of what is selected, else of the film; typed words are never lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from topa_studio.app.session import ProjectSession
from topa_studio.document.document import DocumentChange
from topa_studio.ui.binding import Merged, bind
from topa_studio.ui.editing import Editing
from topa_studio.ui.inspector.element_form import ElementForm
from topa_studio.ui.inspector.film_form import FilmForm
from topa_studio.ui.inspector.scene_form import SceneForm
from topa_studio.ui.inspector.shot_form import ShotForm
from topa_studio.ui.parts import ScrollColumn
from topa_studio.ui.selection import Selection
from topa_studio.ui.theme import set_role
from topa_studio.ui.thumbnails import Thumbnails

Form = ShotForm | SceneForm | ElementForm | FilmForm


class InspectorPane(QWidget):
    """Shows one of four forms.

    Signals:
        headed: what is shown, as a heading: "SHOT 1.3".
        generate_requested: keys of shots to make.
        elements_requested: names of elements whose images to make.
        play_requested: the key of a shot to play.
        file_wanted: the key of a shot that should start from a picture of the user.
    """

    headed = Signal(str)
    generate_requested = Signal(list)
    elements_requested = Signal(list)
    play_requested = Signal(str)
    file_wanted = Signal(str)

    def __init__(
        self,
        session: ProjectSession,
        selection: Selection,
        editing: Editing,
        thumbnails: Thumbnails,
    ) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        self.setAccessibleName(self.tr("Inspector"))
        set_role(self, "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.shot = ShotForm(session, editing, thumbnails)
        self.scene = SceneForm(session, editing)
        self.element = ElementForm(session, editing)
        self.film = FilmForm(session, editing)
        self._stack = QStackedWidget()
        for form in (self.shot, self.scene, self.element, self.film):
            self._stack.addWidget(ScrollColumn(form, self.accessibleName()))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.shot.generate_requested.connect(self.generate_requested)
        self.shot.take_chosen.connect(self._choose_take)
        self.shot.file_wanted.connect(self.file_wanted)
        self.scene.generate_requested.connect(self.generate_requested)
        self.element.generate_requested.connect(self.elements_requested)
        self._selection.changed.connect(self.refresh)
        shots = Merged(self, self._shots_changed)
        elements = Merged(self, self._elements_changed)
        bind(self, self._session.shots_changed, shots.add)
        bind(self, self._session.elements_changed, elements.add)
        bind(self, self._session.document.changed, self._film_changed)

    @property
    def form(self) -> Form:
        """The form that is shown."""
        scenario = self._session.document.scenario
        chosen = self._selection
        if chosen.shot is not None and scenario.has_shot(chosen.shot):
            return self.shot
        if chosen.scene is not None and any(s.id == chosen.scene for s in scenario.scenes):
            return self.scene
        if chosen.element is not None and scenario.element(chosen.element) is not None:
            return self.element
        return self.film

    def flush(self) -> None:
        """Tell what was typed and not told yet, in whatever form."""
        for form in (self.shot, self.scene, self.element, self.film):
            form.flush()

    def refresh(self) -> None:
        """Show what is selected."""
        form = self.form
        if self._stack.currentIndex() != self._place(form):
            self.flush()
        scenario = self._session.document.scenario
        match form:
            case ShotForm():
                key = self._selection.shot or ""
                form.show_shot(key)
                heading = self.tr("SHOT {number}").format(number=scenario.number_of(key))
            case SceneForm():
                scene = self._selection.scene or ""
                form.show_scene(scene)
                place = [known.id for known in scenario.scenes].index(scene) + 1
                heading = self.tr("SCENE {number}").format(number=place)
            case ElementForm():
                form.show_element(self._selection.element or "")
                heading = self.tr("ELEMENT")
            case _:
                form.refresh()
                heading = self.tr("FILM")
        self._stack.setCurrentIndex(self._place(form))
        self.headed.emit(heading)

    def _place(self, form: Form) -> int:
        return (self.shot, self.scene, self.element, self.film).index(form)

    def _film_changed(self, change: DocumentChange) -> None:
        # A renamed element stays selected under its new name.
        name = self._selection.element
        if name is not None and change.after.element(name) is None:
            places = [e.name for e in change.before.elements]
            if name in places and len(places) == len(change.after.elements):
                self._selection.select_element(change.after.elements[places.index(name)].name)
        self.refresh()

    def _shots_changed(self, keys: frozenset[str]) -> None:
        form = self.form
        if isinstance(form, SceneForm) or (isinstance(form, ShotForm) and form.key in keys):
            form.refresh_status()

    def _elements_changed(self, names: frozenset[str]) -> None:
        form = self.form
        if isinstance(form, ShotForm):
            form.refresh()
        elif isinstance(form, ElementForm) and form.name in names:
            form.refresh_status()

    def _choose_take(self, key: str, take: int) -> None:
        self.shot.choose_take(take)
        self.play_requested.emit(key)

    def choose_take(self, take: int) -> None:
        """Choose a take of the selected shot by its number."""
        if self.form is self.shot:
            self.shot.choose_take(take)
