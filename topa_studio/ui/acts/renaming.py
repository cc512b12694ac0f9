"""Titles that are changed where they stand: of the film, of scenes and shots, names of elements."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect

from topa_studio.document.edits import (
    Edit,
    FilmTarget,
    RenameElement,
    SceneTarget,
    SetField,
    ShotTarget,
    Target,
)
from topa_studio.model.scenario import Scenario
from topa_studio.ui.desk import Desk
from topa_studio.ui.element_names import name_trouble
from topa_studio.ui.elements.pane import ElementsPane
from topa_studio.ui.film.film_view import FilmView, HasTitles
from topa_studio.ui.frame.top_bar import TopBar
from topa_studio.ui.views.film_pane import FilmPane
from topa_studio.ui.widgets.title_editor import TitleEditor


class Renaming(QObject):
    """A double click on a title, or F2 for what is chosen, opens a line over it."""

    def __init__(self, desk: Desk, film: FilmPane, elements: ElementsPane, top: TopBar) -> None:
        super().__init__(desk)
        self._desk = desk
        self._pane = film
        self._elements = elements
        self._top = top
        for view in film.views.all():
            self._join(view)
        film.view_made.connect(self._join)
        elements.rename_requested.connect(self.element)
        top.title_wanted.connect(self.film)
        desk.commands.join({"rename": self.chosen})

    @property
    def _film(self) -> Scenario:
        return self._desk.film

    def chosen(self) -> None:
        """What is chosen, else the film."""
        chosen = self._desk.selection
        if chosen.shot is not None:
            self.shot(chosen.shot)
        elif chosen.scene is not None:
            self.scene(chosen.scene)
        elif chosen.element is not None:
            self.element(chosen.element)
        else:
            self.film()

    def _join(self, view: FilmView) -> None:
        if isinstance(view, HasTitles):
            view.title_wanted.connect(self._in_view)

    def _in_view(self, kind: str, name: str) -> None:
        (self.scene if kind == "scene" else self.shot)(name)

    def shot(self, key: str) -> None:
        """The title of a shot, on its card."""
        view = self._pane.shown
        rect = view.title_rect(key) if isinstance(view, HasTitles) else QRect()
        if rect.isValid():
            words = self._film.shot(key).title
            editor = TitleEditor(view.viewport(), rect, words, self.tr("Title of the shot"))
            self._take(editor, self._titled(ShotTarget(key)))

    def scene(self, scene_id: str) -> None:
        """The title of a scene, over its cards."""
        view = self._pane.shown
        rect = view.scene_title_rect(scene_id) if isinstance(view, HasTitles) else QRect()
        if rect.isValid():
            words = self._film.scene(scene_id).title
            editor = TitleEditor(view.viewport(), rect, words, self.tr("Title of the scene"))
            self._take(editor, self._titled(SceneTarget(scene_id)))

    def film(self) -> None:
        """The film's title, in the bar over everything."""
        words = self._film.film.title
        editor = TitleEditor(self._top, self._top.title_rect(), words, self.tr("Title of the film"))
        self._take(editor, self._titled(FilmTarget()))

    def element(self, name: str) -> None:
        """The name of an element, on its card; every mention of it goes along."""
        card = self._elements.card(name)
        editor = TitleEditor(
            card,
            card.name_rect(),
            name,
            self.tr("Name of the element"),
            lambda words: name_trouble(self._film, _name(words), own=name),
        )
        label = self.tr("Rename {old} to {new}")
        self._take(
            editor,
            lambda words: (
                label.format(old=name, new=_name(words)),
                RenameElement(name, _name(words)),
            ),
        )

    def _titled(self, target: Target) -> Callable[[str], tuple[str, Edit]]:
        return lambda words: (self.tr("Change title"), SetField(target, "title", words))

    def _take(self, editor: TitleEditor, edit_of: Callable[[str], tuple[str, Edit]]) -> None:
        desk = self._desk
        editor.setReadOnly(not desk.editable)

        def take(words: object) -> None:
            label, edit = edit_of(str(words))
            if desk.editable:
                desk.apply(label, edit)

        editor.done.connect(take)


def _name(words: str) -> str:
    return words.strip().removeprefix("@")
