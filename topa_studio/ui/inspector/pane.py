"""The inspector: the form of what is selected, else of the film; typed words are never lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from topa_studio.ui.binding import Merged, bind
from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.inspector.film_form import FilmForm
from topa_studio.ui.inspector.tabs import COST, SHOT, TAKES, Of, Tab, Tabs
from topa_studio.ui.parts import ScrollColumn
from topa_studio.ui.theme import scaled, set_role
from topa_studio.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from topa_studio.ui.inspector.cost_tab import CostTab
    from topa_studio.ui.inspector.element_form import ElementForm
    from topa_studio.ui.inspector.scene_form import SceneForm
    from topa_studio.ui.inspector.several.form import SeveralForm
    from topa_studio.ui.inspector.shot_form import ShotForm
    from topa_studio.ui.inspector.takes_tab import TakesTab
    from topa_studio.ui.playing.speaker import Speaker
    from topa_studio.ui.waves import Waves

    Form = ShotForm | TakesTab | CostTab | SeveralForm | SceneForm | ElementForm | FilmForm

Chosen = Literal["shot", "shots", "scene", "element", "film"]
Kind = Chosen | Literal["takes", "cost"]
# The widest form needs this: the pane must not grow when that form comes.
_LEAST_WIDTH = 304


class InspectorPane(QWidget):
    """Shows one of some forms; of one shot, the one that `tabs` says.

    Signals:
        headed: what is shown, as a heading: "SHOT 1.3". counted: what stands right of it.
        generate_requested: keys of shots to make, and the credits on the button.
        variants_requested: wishes for several takes of a shot each, and the credits.
        elements_requested: names of elements whose images to make, and the credits.
        play_requested: the key of a shot to play.
        file_wanted, file_given: see `ShotSettings`.
        panels_requested: see `PanelButton`.
        element_wanted: the name of an element that a prompt mentions and nobody made.
        element_delete_requested: an element's name.
        shots_wanted: an element's name, of whose shots alone is shown. answered: see `Answers`.
        left: the form that had the keyboard has made room for another.
    """

    headed = Signal(str)
    counted = Signal(str)
    generate_requested = Signal(list, object)
    variants_requested = Signal(object, object)
    elements_requested = Signal(list, object)
    play_requested = Signal(str)
    file_wanted = Signal(str, str)
    file_given = Signal(str, str, str)
    panels_requested = Signal(list, object, object)
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
        self.tabs = Tabs()
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
        self.tabs.chosen.connect(lambda _tab: self.refresh())
        self._selection.settled.connect(self.refresh)
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
        form.settings.file_wanted.connect(self.file_wanted)
        form.settings.file_given.connect(self.file_given)
        form.panel.requested.connect(self.panels_requested)
        form.answered.connect(self.answered)
        for words in (form.prompt, form.panel.words):
            words.element_wanted.connect(self.element_wanted)
        self._add(form)
        return form

    @cached_property
    def takes(self) -> TakesTab:
        """The takes of a shot."""
        from topa_studio.ui.inspector.takes_tab import TakesTab

        tab = TakesTab(self._desk, self._thumbnails)
        tab.generate_requested.connect(self.generate_requested)
        tab.variants_requested.connect(self.variants_requested)
        tab.panels_requested.connect(self.panels_requested)
        tab.play_requested.connect(self.play_requested)
        tab.answered.connect(self.answered)
        self._add(tab)
        return tab

    @cached_property
    def several(self) -> SeveralForm:
        """The form of several shots."""
        from topa_studio.ui.inspector.several.form import SeveralForm

        form = SeveralForm(self._desk, self._thumbnails, self._looks.colour)
        form.generate_requested.connect(self.generate_requested)
        form.variants_requested.connect(self.variants_requested)
        form.panels_requested.connect(self.panels_requested)
        self._add(form)
        return form

    @cached_property
    def cost(self) -> CostTab:
        """The money of a shot, scene or element."""
        from topa_studio.ui.inspector.cost_tab import CostTab

        tab = CostTab(self._desk)
        self._add(tab)
        return tab

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
            case "takes":
                return self.takes
            case "cost":
                return self.cost
            case "shots":
                return self.several
            case "scene":
                return self.scene
            case "element":
                return self.element
        return self.film

    @property
    def _kind(self) -> Kind:
        return _kind_of(self._desk, self.tabs.tab)

    @property
    def button(self) -> QWidget:
        """The button that makes what is shown; the form itself where it has none."""
        form = self.form
        return form.generate if hasattr(form, "generate") else form

    def flush(self) -> None:
        """Tell what was typed and not told yet, in whatever form."""
        for form in self._forms:
            form.flush()

    def refresh(self) -> None:
        """Show what is selected."""
        form = self.form
        if self._stack.currentIndex() != self._forms.index(form):
            self.flush()
        heading = self._fill(_chosen_in(self._desk))
        self._turn_to(self._forms.index(form))
        self.headed.emit(heading)
        self.counted.emit(self.several.together if self._kind == "shots" else "")

    def _turn_to(self, place: int) -> None:
        """Show a form; Qt would put the keyboard into a field of it, where Space types."""
        focused = self.window().focusWidget()
        typed = focused is not None and self._stack.isAncestorOf(focused)
        if place != self._stack.currentIndex():
            self._stack.setCurrentIndex(place)
            if typed:
                self.left.emit()

    def _fill(self, chosen: Chosen) -> str:
        """Fill the form with what is selected; the heading over it."""
        scenario, kind = self._desk.film, self._kind
        of: Of | None = None if chosen == "shots" or chosen == "film" else chosen
        self.tabs.show_for(of, COST if kind == "cost" else TAKES if kind == "takes" else SHOT)
        if of is not None and kind == "cost":
            self.cost.show_chosen(of, getattr(self._selection, of) or "")
        match chosen:
            case "shot":
                key = self._selection.shot or ""
                if kind != "cost":
                    (self.takes if kind == "takes" else self.shot).show_shot(key)
                self.tabs.count(len(self._session.shot(key).takes))
                return self.tr("SHOT {number}").format(number=scenario.number_of(key))
            case "shots":
                keys = tuple(key for key in self._selection.shots if scenario.has_shot(key))
                self.several.show_shots(keys)
                return self.tr("%n SHOTS CHOSEN", "", len(keys))
            case "scene":
                scene = self._selection.scene or ""
                if kind != "cost":
                    self.scene.show_scene(scene)
                place = [known.id for known in scenario.scenes].index(scene) + 1
                return self.tr("SCENE {number}").format(number=place)
            case "element":
                if kind != "cost":
                    self.element.show_element(self._selection.element or "")
                return self.tr("ELEMENT")
        self.film.refresh()
        return self.tr("FILM")

    def edit_words(self) -> None:
        """Put the keyboard into the words of the selected shot, scene or element."""
        self._selection.settle()
        if self._kind in ("takes", "cost"):
            self.tabs.turn_to(SHOT)
        if self._kind == "shot":
            self.shot.edit_words()
        elif self._kind == "scene":
            self.scene.title.setFocus()
        elif self._kind == "element":
            self.element.edit_words()

    def edit_dialogue(self) -> None:
        """Put the keyboard into the first line that is said in the selected shot."""
        self._selection.settle()
        self.tabs.turn_to(SHOT)
        if self._kind == "shot":
            self.setFocus()
            self.shot.dialogue.edit()

    def edit_budget(self) -> None:
        """Show the film, and put the keyboard into its budget."""
        self._selection.clear()
        self.film.budget.setFocus()

    def refresh_status(self) -> None:
        """Show how far what is selected is."""
        if not isinstance(form := self.form, FilmForm):
            form.refresh_status()

    def _shots_changed(self, keys: frozenset[str]) -> None:
        kind, shown = self._kind, frozenset(self._selection.shots)
        if kind in ("scene", "cost") or (kind in ("shot", "takes", "shots") and keys & shown):
            self.refresh_status()
        if _chosen_in(self._desk) == "shot":
            self.tabs.count(len(self._session.shot(self._selection.shot or "").takes))

    def _elements_changed(self, names: frozenset[str]) -> None:
        match self._kind:
            case "shot":
                self.shot.refresh()
            case "cost":
                self.cost.refresh_status()
            case "element" if self.element.name in names:
                self.element.refresh_status()


def _kind_of(desk: Desk, tab: Tab) -> Kind:
    """Which form shows what is chosen."""
    chosen = _chosen_in(desk)
    if tab == COST and chosen in ("shot", "scene", "element"):
        return "cost"
    return "takes" if tab == TAKES and chosen == "shot" else chosen


def _chosen_in(desk: Desk) -> Chosen:
    scenario, chosen = desk.film, desk.selection
    if sum(scenario.has_shot(key) for key in chosen.shots) > 1:
        return "shots"
    if chosen.shot is not None and scenario.has_shot(chosen.shot):
        return "shot"
    if chosen.scene is not None and any(s.id == chosen.scene for s in scenario.scenes):
        return "scene"
    if chosen.element is not None and scenario.element(chosen.element) is not None:
        return "element"
    return "film"
