"""The forms of the inspector, each made when it is first shown, and what they ask for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.inspector.film_form import FilmForm
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.parts import ScrollColumn

if TYPE_CHECKING:
    from topa_studio.ui.inspector.cost_tab import CostTab
    from topa_studio.ui.inspector.element_form import ElementForm
    from topa_studio.ui.inspector.scene_form import SceneForm
    from topa_studio.ui.inspector.several.form import SeveralForm
    from topa_studio.ui.inspector.shot_form import ShotForm
    from topa_studio.ui.inspector.takes_tab import TakesTab
    from topa_studio.ui.playing.speaker import Speaker
    from topa_studio.ui.small_pictures.waves import Waves

    Form = ShotForm | TakesTab | CostTab | SeveralForm | SceneForm | ElementForm | FilmForm

# The widest form needs this: the pane must not grow when that form comes.
_LEAST_WIDTH = 304


class Forms(QWidget):
    """Has all forms, one over the other; a start shows only one, and makes only that one.

    Signals:
        generate_requested: keys of shots to make, and the credits on the button.
        variants_requested: wishes for several takes of a shot each, and the credits.
        elements_requested: names of elements whose images to make, and the credits.
        play_requested: the key of a shot to play.
        file_wanted, file_given: see `ShotSettings`.
        panels_requested: see `PanelButton`.
        element_wanted: the name of an element that a prompt mentions and nobody made.
        element_delete_requested: an element's name.
        shots_wanted: an element's name, of whose shots alone is shown. answered: see `Answers`.
    """

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
        self._thumbnails = thumbnails
        self._looks = looks
        self._forms: list[Form] = []
        self._stack = QStackedWidget()
        self._stack.setMinimumWidth(scaled(_LEAST_WIDTH))

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

    def flush(self) -> None:
        """Tell what was typed and not told yet, in whatever form."""
        for form in self._forms:
            form.flush()
