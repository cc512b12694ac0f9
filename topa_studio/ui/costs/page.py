"""The page "Costs": every credit of the film in one row, and the rows add up to the top bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.model.costs import Costs, Share, Use
from topa_studio.model.status import Money
from topa_studio.ui.bill.facts import Fact, Facts
from topa_studio.ui.bill.rows import Bill, Line
from topa_studio.ui.bill.words import rate_words, use_word
from topa_studio.ui.costs.disk import DiskPart
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.widgets.parts import ScrollColumn, text_label, thin_rule
from topa_studio.ui.words import (
    day_word,
    dollars_shown,
    limit_word,
    money_word,
    number,
    seconds_word,
)


class CostPage(QDialog):
    """A window of its own beside the work; it follows the film while it is open."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Costs"))
        self.setObjectName("costs")
        self.setAccessibleName(self.windowTitle())
        self.heading = text_label("", "title", wrap=True)
        self.facts = Facts()
        self.scenes = Bill(self.tr("By scene"))
        self.elements = Bill(self.tr("By element"))
        self.became = Bill(self.tr("What became of it"))
        self.learned = Bill(self.tr("Prices that receipts taught"))
        self.disk = DiskPart(desk)
        self.rate = text_label("", "small", wrap=True)
        self.hint = text_label("", "dim", wrap=True)
        self._lay_out()
        merged = Merged(self, lambda _names: self._follow())
        bind(self, desk.session.money_changed, merged.poke)
        bind(self, desk.session.changed, merged.poke)
        room = parent.window().size()
        self.resize(min(scaled(560), room.width() - 40), min(scaled(640), room.height() - 40))

    def _lay_out(self) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(14)
        for part in (
            self.heading, self.hint, self.facts, self.became, self.scenes, self.elements,
            self.learned, self.disk, self.rate,
        ):  # fmt: skip
            inside.addWidget(part)
        inside.addStretch(1)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAccessibleName(self.close_button.text())
        self.close_button.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        scroll = ScrollColumn(body, self.windowTitle(), margin=24)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(thin_rule())
        whole.addLayout(foot)

    def open_beside(self) -> None:
        """Show the page, or bring it to the front."""
        self._refresh()
        self.disk.look()
        self.show()
        self.raise_()
        self.activateWindow()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        costs, money = self._desk.session.spending.costs(), self._desk.session.money()
        empty = not costs.spent and not any(share.count for share in costs.scenes)
        self.heading.setText(
            self.tr("Nothing is spent yet")
            if empty
            else self.tr("{spent} went into this film").format(spent=self._money(costs.spent))
        )
        self.hint.setText(
            self.tr("Each shot says what it costs on its button. What is made stands here then.")
            if empty
            else self.tr("Practice: these credits are play money.")
        )
        self.hint.setVisible(empty or self._desk.session.practice)
        self.facts.show_facts(self._figures(costs, money))
        told = not empty and dollars_shown() and not self._desk.session.practice
        self.rate.setText(rate_words() if told else "")
        self.rate.setVisible(told)
        for bill in (self.became, self.scenes, self.elements, self.learned):
            bill.setVisible(not empty)
        if not empty:
            self._show(costs)

    def _money(self, credits: float) -> str:
        return money_word(credits, real=not self._desk.session.practice)

    def _figures(self, costs: Costs, money: Money) -> tuple[Fact, ...]:
        rows: list[Fact] = [(self.tr("Spent"), self._money(costs.spent), "")]
        if costs.per_second is not None:
            aside = self.tr("of {seconds} that are finished").format(
                seconds=seconds_word(costs.finished_seconds)
            )
            price = self._money(round(costs.per_second, 1))
            rows.append((self.tr("Each second"), price, aside))
        if costs.waste:
            share = round(100 * costs.waste / costs.spent) if costs.spent else 0
            unseen = self.tr("{share} % of it: takes, panels and pictures that nobody sees")
            aside = unseen.format(share=number(share))
            rows.append((self.tr("Unused"), self._money(costs.waste), aside))
        if money.estimated:
            missing = self.tr("for what is not sent yet")
            rows.append((self.tr("Estimated"), self._money(money.estimated), missing))
        if money.left is not None:
            rows.append((self.tr("Left"), self._money(money.left), limit_word(money.scope)))
        return tuple(rows)

    def _show(self, costs: Costs) -> None:
        selection = self._desk.selection
        untitled = self.tr("Scene {number}")
        scenes = [
            self._line(
                share,
                f"{place}  {share.title or untitled.format(number=place)}",
                lambda key=share.key: selection.select_scene(key),  # type: ignore[misc]
            )
            for place, share in enumerate(costs.scenes, 1)
        ]
        elements = [
            self._line(
                share,
                f"@{share.title}",
                lambda key=share.key: selection.select_element(key),  # type: ignore[misc]
            )
            for share in costs.elements
        ]
        self.scenes.show_lines(scenes, costs.spent)
        self.elements.show_lines(elements, costs.spent)
        self.became.show_lines(self._became(costs), costs.spent)
        self.learned.show_lines(self._learned(costs), costs.spent)

    def _became(self, costs: Costs) -> Sequence[Line]:
        lines = []
        for share in costs.uses:
            if share.count and (use := Use(share.key)) is not Use.REMOVED:
                count = self.tr("%n results", "", share.count)
                lines.append(Line(use_word(use), count, share.credits))
        gone = costs.of(Use.REMOVED)
        if gone.credits:
            lines.append(Line(use_word(Use.REMOVED), "", gone.credits))
        return [*lines, Line(self.tr("Spent"), "", costs.spent, strong=True)]

    def _learned(self, costs: Costs) -> Sequence[Line]:
        words, each = self.tr("{what}, {date}"), self.tr("each")
        return [
            Line(words.format(date=day_word(p.date), what=p.what), each, p.credits, bar=False)
            for p in costs.learned
        ]

    def _line(self, share: Share, title: str, act: Callable[[], None]) -> Line:
        made = self.tr("%n results", "", share.count) if share.count else ""
        return Line(title, made, share.credits, act=act)
