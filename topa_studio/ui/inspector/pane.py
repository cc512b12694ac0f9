"""The inspector: the form of what is selected, else of the film; typed words are never lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from topa_studio.model.scenario import Scenario
from topa_studio.ui.binding import Merged, bind
from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.inspector.film_form import FilmForm
from topa_studio.ui.parts import ScrollColumn
from topa_studio.ui.selection import Selection
from topa_studio.ui.theme import scaled, set_role
from topa_studio.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from topa_studio.ui.inspector.element_form import ElementForm
    from topa_studio.ui.inspector.scene_form import SceneForm
    from topa_studio.ui.inspector.several_form import SeveralForm
    from topa_studio.ui.inspector.shot_form import ShotForm
    from topa_studio.ui.playing.speaker import Speaker
    from topa_studio.ui.waves import Waves

    Form = ShotForm | SeveralForm | SceneForm | ElementForm | FilmForm

Kind = Literal["shot", "shots", "scene", "element", "film"]
# The widest form needs this: the pane must not grow when that form comes.
_LEAST_WIDTH = 304


class InspectorPane(QWidget):
    """Shows one of five forms.

    Signals:
        headed: what is shown, as a heading: "SHOT 1.3".
        generate_requested: keys of shots to make, and the credits on the button.
        elements_requested: names of elements whose images to make, and the credits.
        play_requested: the key of a shot to play.
        file_wanted: the key of a shot that should start from a picture of the user.
        element_wanted: the name of an element that a prompt mentions and nobody made.
        element_delete_requested: an element's name.
        shots_wanted: an element's name, of whose shots alone is shown. answered: see `Answers`.
        left: the form that had the keyboard has made room for another.
    """

    headed = Signal(str)
    generate_requested = Signal(list, object)
    elements_requested = Signal(list, object)
    play_requested = Signal(str)
    file_wanted = Signal(str)
    element_wanted = Signal(str)
    element_delete_requested = Signal(str)
    shots_wanted = Signal(str)
    answered = Signal(str, str)
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        thumbnails: Thumbnails,
        looks: ElementLooks,
        sounds: Callable[[], tuple[Speaker, Waves]],
    ) -> None:
        super().__init__()
        self._sounds = sounds  # asked for with the first voice sample
        self._desk = desk
        self._session = desk.session
        self._selection = desk.selection
        self._thumbnails = thumbnails
        self._looks = looks
        self._forms: list[Form] = []
        self.setAccessibleName(self.tr("Inspector"))
        set_role(self, "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack = QStackedWidget()
        self._stack.setMinimumWidth(scaled(_LEAST_WIDTH))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._selection.changed.connect(self.refresh)
        self._desk.telling.connect(self.flush)
        self._desk.writing_wanted.connect(self.edit_words)
        bind(self, self._session.shots_changed, Merged(self, self._shots_changed).add)
        bind(self, self._session.elements_changed, Merged(self, self._elements_changed).add)
        bind(self, self._session.changed, lambda _change: self.refresh())

    # Forms: each is made when it is first shown, since a start shows only one of them.

    @cached_property
    def film(self) -> FilmForm:
        """The form of the film."""
        form = FilmForm(self._desk)
        self._add(form)
        return form

    @cached_property
    def scene(self) -> SceneForm:
        """The form of a scene."""
        from topa_studio.ui.inspector.scene_form import SceneForm

        form = SceneForm(self._desk)
        form.generate_requested.connect(self.generate_requested)
        self._add(form)
        return form

    @cached_property
    def element(self) -> ElementForm:
        """The form of an element."""
        from topa_studio.ui.inspector.element_form import ElementForm

        form = ElementForm(self._desk, self._thumbnails, *self._sounds())
        form.shots_wanted.connect(self.shots_wanted)
        form.generate_requested.connect(self.elements_requested)
        form.delete_requested.connect(self.element_delete_requested)
        form.answered.connect(self.answered)
        self._add(form)
        return form

    @cached_property
    def shot(self) -> ShotForm:
        """The form of a shot."""
        from topa_studio.ui.inspector.shot_form import ShotForm

        form = ShotForm(self._desk, self._thumbnails, self._looks)
        form.generate_requested.connect(self.generate_requested)
        form.take_chosen.connect(self._choose_take)
        form.file_wanted.connect(self.file_wanted)
        form.answered.connect(self.answered)
        form.prompt.element_wanted.connect(self.element_wanted)
        self._add(form)
        return form

    @cached_property
    def several(self) -> SeveralForm:
        """The form of several shots."""
        from topa_studio.ui.inspector.several_form import SeveralForm

        form = SeveralForm(self._desk)
        form.generate_requested.connect(self.generate_requested)
        self._add(form)
        return form

    def _add(self, form: Form) -> None:
        self._forms.append(form)
        self._stack.addWidget(ScrollColumn(form, self.accessibleName()))

    @property
    def column(self) -> ScrollColumn:
        """What the form that is shown scrolls in."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, ScrollColumn)
        return shown

    @property
    def form(self) -> Form:
        """The form that is shown."""
        match self._kind:
            case "shot":
                return self.shot
            case "shots":
                return self.several
            case "scene":
                return self.scene
            case "element":
                return self.element
        return self.film

    @property
    def _kind(self) -> Kind:
        return _kind_of(self._selection, self._desk.film)

    @property
    def button(self) -> QWidget:
        """The button that makes what is shown; the form itself where it has none."""
        form = self.form
        return form if isinstance(form, FilmForm) else form.generate

    def flush(self) -> None:
        """Tell what was typed and not told yet, in whatever form."""
        for form in self._forms:
            form.flush()

    def refresh(self) -> None:
        """Show what is selected."""
        form = self.form
        if self._stack.currentIndex() != self._forms.index(form):
            self.flush()
        heading = self._fill()
        self._turn_to(self._forms.index(form))
        self.headed.emit(heading)

    def _turn_to(self, place: int) -> None:
        """Show a form; Qt would put the keyboard into a field of it, where Space types."""
        focused = self.window().focusWidget()
        typed = focused is not None and self._stack.isAncestorOf(focused)
        if place != self._stack.currentIndex():
            self._stack.setCurrentIndex(place)
            if typed:
                self.left.emit()

    def _fill(self) -> str:
        """Fill the form with what is selected; the heading over it."""
        scenario = self._desk.film
        match self._kind:
            case "shot":
                key = self._selection.shot or ""
                self.shot.show_shot(key)
                return self.tr("SHOT {number}").format(number=scenario.number_of(key))
            case "shots":
                keys = tuple(key for key in self._selection.shots if scenario.has_shot(key))
                self.several.show_shots(keys)
                return self.tr("%n SHOTS", "", len(keys))
            case "scene":
                scene = self._selection.scene or ""
                self.scene.show_scene(scene)
                place = [known.id for known in scenario.scenes].index(scene) + 1
                return self.tr("SCENE {number}").format(number=place)
            case "element":
                self.element.show_element(self._selection.element or "")
                return self.tr("ELEMENT")
        self.film.refresh()
        return self.tr("FILM")

    def edit_words(self) -> None:
        """Put the keyboard into the words of the selected shot, scene or element."""
        if self._kind == "shot":
            self.shot.edit_words()
        elif self._kind == "scene":
            self.scene.title.setFocus()
        elif self._kind == "element":
            self.element.edit_words()

    def edit_budget(self) -> None:
        """Show the film, and put the keyboard into its budget."""
        self._selection.clear()
        self.film.budget.setFocus()

    def refresh_status(self) -> None:
        """Show how far what is selected is."""
        if self._kind == "shot":
            self.shot.refresh_status()
        elif self._kind == "shots":
            self.several.refresh_status()
        elif self._kind == "element":
            self.element.refresh_status()

    def _shots_changed(self, keys: frozenset[str]) -> None:
        match self._kind:
            case "scene":
                self.scene.refresh_status()
            case "shots" if keys.intersection(self.several.keys):
                self.several.refresh_status()
            case "shot" if self.shot.key in keys:
                self.shot.refresh_status()

    def _elements_changed(self, names: frozenset[str]) -> None:
        match self._kind:
            case "shot":
                self.shot.refresh()
            case "element" if self.element.name in names:
                self.element.refresh_status()

    def _choose_take(self, key: str, take: int) -> None:
        self.shot.choose_take(take)
        self.play_requested.emit(key)

    def choose_take(self, take: int) -> None:
        """Choose a take of the selected shot by its number."""
        if self._kind == "shot":
            self.shot.choose_take(take)


def _kind_of(chosen: Selection, film: Scenario) -> Kind:
    """Which form belongs to what is selected, as far as it is in the film."""
    if sum(film.has_shot(key) for key in chosen.shots) > 1:
        return "shots"
    if chosen.shot is not None and film.has_shot(chosen.shot):
        return "shot"
    if chosen.scene is not None and any(s.id == chosen.scene for s in film.scenes):
        return "scene"
    if chosen.element is not None and film.element(chosen.element) is not None:
        return "element"
    return "film"
