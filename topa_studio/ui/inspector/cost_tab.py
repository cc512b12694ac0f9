"""The page Cost of one shot, scene or element in the inspector: result by result, and the sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from topa_studio.model.costs import WASTE, Bill, Paid, Use
from topa_studio.model.wish import Kind, Redrawing
from topa_studio.pipeline.folder.layout import number_in
from topa_studio.ui.bill import rows
from topa_studio.ui.bill.facts import Fact, Facts
from topa_studio.ui.bill.words import rate_words, state_word
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.words import dollars_shown, limit_word, moment, money_word, number, shot_title

Of = Literal["shot", "scene", "element"]
_LETTERS = {Kind.CLIP: "T", Kind.PANEL: "P"}
_RESULTS = frozenset(Use) - {Use.FAILED, Use.OPEN, Use.UNKNOWN}


class CostTab(QWidget):
    """Shows the money of what `show_chosen` was given."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session = desk, desk.session
        self._of: Of = "shot"
        self.key = ""
        self.title = text_label("", "title", wrap=True)
        self.nothing = text_label(self.tr("Nothing is spent here yet."), "dim", wrap=True)
        self.facts = Facts()
        self.bills = {
            "clips": rows.Bill(self.tr("Takes"), bars=False),
            "panels": rows.Bill(self.tr("Panels"), bars=False),
            "pictures": rows.Bill(self.tr("Pictures"), bars=False),
            "shots": rows.Bill(self.tr("By shot"), bars=False),
            "rest": rows.Bill(self.tr("Without a result"), bars=False),
        }
        self.note = text_label("", "small", wrap=True)
        self.all = QPushButton(self.tr("Costs of the film…"))
        set_role(self.all, "link")
        self.all.setAccessibleName(self.all.text())
        self.all.clicked.connect(lambda: desk.commands.do("costs"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 0, 14, 14)
        whole.setSpacing(14)
        for part in (self.title, self.facts, self.nothing, *self.bills.values(), self.note):
            whole.addWidget(part)
        whole.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addStretch(1)
        bind(self, desk.session.money_changed, Merged(self, lambda _names: self._follow()).poke)

    def show_chosen(self, of: Of, key: str) -> None:
        """Show another shot (its key), scene (its id) or element (its name)."""
        self._of, self.key = of, key
        self.refresh_status()

    def flush(self) -> None:
        """Nothing is typed here."""

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh_status()

    def refresh_status(self) -> None:
        """Show the money as it is now."""
        title = self._title()
        if title is None:
            return
        self.title.setText(title)
        bill = self._bill()
        self.facts.show_facts(self._figures(bill))
        self.nothing.setVisible(not bill.paid)
        results = [each for each in bill.paid if each.use in _RESULTS]
        for name, shown in self.bills.items():
            if name == "shots":
                lines = self._by_shot(results) if self._of == "scene" else ()
            elif name == "rest":
                lines = [self._line(each) for each in bill.paid if each.use not in _RESULTS]
            elif self._of == "scene":
                lines = ()
            else:
                mine = [each for each in results if _group(each) == name]
                newest_first = sorted(mine, key=lambda each: (_number(each), each.at), reverse=True)
                lines = [self._line(each) for each in newest_first]
            shown.show_lines(lines, bill.spent)
        self._show_note(bill)

    def _title(self) -> str | None:
        """What it is called; None where it is not in the film any more."""
        film = self._desk.film
        if self._of == "shot":
            return shot_title(film.shot(self.key)) if film.has_shot(self.key) else None
        if self._of == "element":
            return None if film.element(self.key) is None else f"@{self.key}"
        scene = next((scene for scene in film.scenes if scene.id == self.key), None)
        return None if scene is None else scene.title or self.tr("Untitled scene")

    def _bill(self) -> Bill:
        spending = self._session.spending
        of = {
            "shot": spending.bill_of_shot,
            "scene": spending.bill_of_scene,
            "element": spending.bill_of_element,
        }
        return of[self._of](self.key)

    def _money(self, credits: float | None) -> str:
        return money_word(credits, real=not self._session.practice)

    def _figures(self, bill: Bill) -> Sequence[Fact]:
        found: list[Fact] = [(self.tr("Spent"), self._money(bill.spent), "")]
        if bill.waste:
            share = number(round(100 * bill.waste / bill.spent)) if bill.spent else "0"
            unseen = self.tr("{share} % of it").format(share=share)
            found.append((self.tr("Unused"), self._money(bill.waste), unseen))
        if bill.waiting:
            found.append((self.tr("In work"), number(bill.waiting), ""))
        if bill.estimated != 0:
            aside = self.tr("for what is not sent yet")
            found.append((self.tr("Estimated"), self._money(bill.estimated), aside))
        if bill.left is not None:
            found.append((self.tr("Left"), self._money(bill.left), limit_word("film")))
        return found

    def _show_note(self, bill: Bill) -> None:
        told = []
        if count := bill.without_price():
            told.append(self.tr("The price of %n results is not known.", "", count))
        if self._of == "element" and bill.paid:
            told.append(self.tr("All films of the folder share these pictures."))
        if bill.spent and dollars_shown() and not self._session.practice:
            told.append(rate_words())
        self.note.setText(" ".join(told))
        self.note.setVisible(bool(told))

    def _line(self, paid: Paid) -> rows.Line:
        parts = [state_word(paid.use)]
        if paid.at:
            parts.append(moment(datetime.fromtimestamp(paid.at, UTC), datetime.now(UTC)))
        told = " · ".join(part for part in parts if part)
        says = "?" if paid.credits is None else ""
        name = self._name(paid)
        short = name if paid.number else ""
        return rows.Line(name, told, paid.credits or 0.0, says=says, short=short)

    def _name(self, paid: Paid) -> str:
        """T3 of a take, P2 of a panel, else the picture's number."""
        if not paid.number:
            return paid.key
        if paid.kind in _LETTERS:
            return f"{_LETTERS[paid.kind]}{paid.number}"
        if number := _number(paid):
            return self.tr("Picture {number}").format(number=number)
        return Redrawing.of(paid.key).file or paid.key

    def _by_shot(self, results: Iterable[Paid]) -> Sequence[rows.Line]:
        film, found = self._desk.film, [*results]
        lines = []
        there = {each.key for each in found}
        in_order = [shot.key for shot in film.shots() if shot.key in there]
        for key in (*in_order, *sorted(there.difference(in_order))):
            mine = [each for each in found if each.key == key]
            cost = sum(each.credits or 0.0 for each in mine)
            unused = sum(each.use in WASTE for each in mine)
            told = self.tr("%n results", "", len(mine))
            if unused:
                told = self.tr("{results}, {count} unused").format(results=told, count=unused)
            title, number_of, act = key, "", None
            if film.has_shot(key):
                number_of = film.number_of(key)
                title = f"{number_of}  {shot_title(film.shot(key))}"
                act = partial(self._desk.selection.select_shot, key)
            lines.append(rows.Line(title, told, cost, act=_plain(act), short=number_of))
        return lines


def _plain(act: Callable[[], object] | None) -> Callable[[], None] | None:
    if act is None:
        return None

    def do() -> None:
        act()

    return do


def _number(paid: Paid) -> int:
    """Which take, panel or picture it is; 0 for a picture whose file has a name of its own.

    One that was drawn again has the number of the picture in whose place it is.
    """
    if paid.kind is not Kind.REDRAW:
        return paid.number
    again = Redrawing.of(paid.key)
    return number_in(again.file, again.element) or 0


def _group(paid: Paid) -> str:
    return {Kind.CLIP: "clips", Kind.SCENE: "clips", Kind.PANEL: "panels"}.get(
        paid.kind, "pictures"
    )
