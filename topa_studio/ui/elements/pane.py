"""The column of element cards; it shows and asks, and changes nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from topa_studio.app.session import DocumentChange
from topa_studio.model.scenario import Element
from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.elements.card import PICTURE, ElementCard
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.offers import images_offer
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.widgets.parts import FittingButton, ScrollColumn, icon_button, text_label
from topa_studio.ui.words import credits_word


class ElementsPane(QWidget):
    """All elements of the film.

    Signals:
        generate_requested: names of elements whose images should be made, and the credits shown.
        new_requested: a new element is asked for.
        delete_requested, rename_requested: an element's name.
        entered: Enter on a card: the keyboard shall go to its pictures.
        pictures_dropped: an element's name and picture files.
        menu_opened: the menu of an element's card, to be added to, and its name.
        carried, let_go: an element whose card is dragged, and where on the screen.
        given_up: it is dragged no more.
    """

    generate_requested = Signal(list, object)
    new_requested = Signal()
    delete_requested = Signal(str)
    rename_requested = Signal(str)
    entered = Signal()
    pictures_dropped = Signal(str, list)
    menu_opened = Signal(QMenu, str)
    carried = Signal(str, QPoint)
    let_go = Signal(str, QPoint)
    given_up = Signal()

    def __init__(self, desk: Desk, looks: ElementLooks) -> None:
        super().__init__()
        self._desk = desk
        self._session = session = desk.session
        self._selection = selection = desk.selection
        self._looks = looks
        self._elements: tuple[Element, ...] = ()
        self._cards: dict[str, ElementCard] = {}
        self.setAccessibleName(self.tr("Elements"))
        set_role(self, "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.add = icon_button("plus", self.tr("New element"), px=12)
        self.add.setEnabled(desk.editable)
        self.add.clicked.connect(self._open_menu)
        self.add_menu = QMenu(self)
        self.add_menu.addAction(self.tr("New element…"), self.new_requested.emit)
        self.add_menu.addAction(
            self.tr("Import from another film…"), lambda: desk.commands.do("import_elements")
        )
        self._all = FittingButton()
        set_role(self._all, "second")
        self._all.clicked.connect(self._generate_all)
        self._offered: tuple[list[str], float | None] = ([], None)
        self._empty = text_label(
            self.tr("No elements yet: press + to make one."),
            "dim",
            wrap=True,
        )
        self._lay_out()
        merged = Merged(self, self._show_statuses)
        bind(self, session.elements_changed, merged.add)
        bind(self, session.changed, self._film_changed)
        selection.changed.connect(self._show_selection)
        looks.picture_came.connect(self._picture_ready)
        self._show_elements()

    def _lay_out(self) -> None:
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(14, 4, 14, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._all)
        self._column.addStretch(1)
        area = ScrollColumn(body, self.tr("Element cards"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _open_menu(self) -> None:
        self.add_menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def card(self, name: str) -> ElementCard:
        """The card of an element. Raises KeyError."""
        return self._cards[name]

    def colour(self, name: str) -> QColor:
        """The colour of an element."""
        return self._looks.colour(name)

    def button(self, names: Sequence[str]) -> QWidget:
        """The button that makes the images of these elements."""
        card = self._cards.get(names[0]) if len(names) == 1 else None
        return self._all if card is None else card.generate

    def _film_changed(self, change: DocumentChange) -> None:
        if change.film or change.before.elements != change.after.elements:
            self._show_elements()

    def _show_elements(self) -> None:
        elements = self._desk.film.elements
        if elements != self._elements:
            self._elements = elements
            for old in self._cards.values():
                old.carry.give_up()
                self._column.removeWidget(old)
                old.deleteLater()
            self._cards = {}
            for place, element in enumerate(elements):
                self._add_card(place, element)
        self._empty.setVisible(not elements)
        self._show_statuses(frozenset(self._cards))
        self._show_selection()

    def _add_card(self, place: int, element: Element) -> None:
        card = ElementCard(element, self._looks.colour(element.name))
        card.chosen.connect(self._selection.select_element)
        card.entered.connect(self.entered)
        card.pictures_dropped.connect(self.pictures_dropped)
        card.delete_requested.connect(self.delete_requested)
        card.menu_opened.connect(self.menu_opened)
        card.rename_requested.connect(self.rename_requested)
        card.generate_requested.connect(
            lambda name, shown: self.generate_requested.emit([name], shown)
        )
        card.carry.carried.connect(partial(self.carried.emit, element.name))
        card.carry.let_go.connect(partial(self.let_go.emit, element.name))
        card.carry.given_up.connect(self.given_up)
        self._cards[element.name] = card
        self._column.insertWidget(place + 1, card)

    def _show_statuses(self, names: frozenset[str]) -> None:
        for name in names & self._cards.keys():
            status = self._session.element(name)
            self._cards[name].show_status(status, *images_offer(self._session, [name]))
            self._show_picture(name)
        lacking = self._lacking()
        count, cost = images_offer(self._session, lacking)
        self._offered = lacking, cost
        self._all.setVisible(len(lacking) > 1 and not self._session.read_only)
        price = credits_word(cost)
        words = self.tr("Generate all %n images · {cost}", "", count).format(cost=price)
        self._all.set_ways(words, self.tr("Generate all · {cost}").format(cost=price))
        self._all.setAccessibleName(words)

    def _show_picture(self, name: str) -> None:
        self._cards[name].picture.set_pixmap(self._looks.picture(name, PICTURE))

    def _picture_ready(self, path: str) -> None:
        for name in self._cards:
            if self._looks.is_of(path, name):
                self._show_picture(name)

    def _show_selection(self) -> None:
        for name, card in self._cards.items():
            card.set_chosen(name == self._selection.element)

    def _generate_all(self) -> None:
        self.generate_requested.emit(*self._offered)

    def _lacking(self) -> list[str]:
        return [name for name in self._cards if images_offer(self._session, [name])[0]]
