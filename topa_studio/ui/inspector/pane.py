"""The inspector: the form of what is selected, else of the film; typed words are never lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.inspector.film_form import FilmForm
from topa_studio.ui.inspector.forms import Forms
from topa_studio.ui.inspector.tabs import COST, SHOT, TAKES, Of, Tab, Tabs
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.small_pictures.thumbnails import Thumbnails

if TYPE_CHECKING:
    from topa_studio.ui.inspector.forms import Form
    from topa_studio.ui.playing.speaker import Speaker
    from topa_studio.ui.small_pictures.waves import Waves

Chosen = Literal["shot", "shots", "scene", "element", "film"]
Kind = Chosen | Literal["takes", "cost"]


class InspectorPane(Forms):
    """Shows one of some forms; of one shot, the one that `tabs` says.

    Signals:
        headed: what is shown, as a heading: "SHOT 1.3". counted: what stands right of it.
        left: the form that had the keyboard has made room for another.
    """

    headed = Signal(str)
    counted = Signal(str)
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        thumbnails: Thumbnails,
        looks: ElementLooks,
        sounds: Callable[[], tuple[Speaker, Waves]],
    ) -> None:
        super().__init__(desk, thumbnails, looks, sounds)
        self._session = desk.session
        self._selection = desk.selection
        self.tabs = Tabs()
        self.setAccessibleName(self.tr("Inspector"))
        set_role(self, "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
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

    def refresh(self) -> None:
        """Show what is selected."""
        form = self.form
        if self._stack.currentIndex() != self._forms.index(form):
            self.flush()
        chosen = _chosen_in(self._desk)
        if chosen != "shots":
            # The tabs come beside a heading that is short already, or the column grows for good.
            self.headed.emit(self._heading(chosen))
            self.counted.emit("")
        self._fill(chosen)
        self._turn_to(self._forms.index(form))
        if chosen == "shots":
            self.headed.emit(self._heading(chosen))
            self.counted.emit(self.several.together)

    def _heading(self, chosen: Chosen) -> str:
        film, selection = self._desk.film, self._selection
        match chosen:
            case "shot":
                number = film.number_of(selection.shot or "")
                return self.tr("SHOT {number}").format(number=number)
            case "shots":
                count = sum(film.has_shot(key) for key in selection.shots)
                return self.tr("%n SHOTS CHOSEN", "", count)
            case "scene":
                place = [known.id for known in film.scenes].index(selection.scene or "") + 1
                return self.tr("SCENE {number}").format(number=place)
            case "element":
                return self.tr("ELEMENT")
        return self.tr("FILM")

    def _turn_to(self, place: int) -> None:
        """Show a form; Qt would put the keyboard into a field of it, where Space types."""
        focused = self.window().focusWidget()
        typed = focused is not None and self._stack.isAncestorOf(focused)
        if place != self._stack.currentIndex():
            self._stack.setCurrentIndex(place)
            if typed:
                self.left.emit()

    def _fill(self, chosen: Chosen) -> None:
        """Fill the form with what is selected."""
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
            case "shots":
                keys = tuple(key for key in self._selection.shots if scenario.has_shot(key))
                self.several.show_shots(keys)
            case "scene":
                if kind != "cost":
                    self.scene.show_scene(self._selection.scene or "")
            case "element":
                if kind != "cost":
                    self.element.show_element(self._selection.element or "")
            case _:
                self.film.refresh()

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
