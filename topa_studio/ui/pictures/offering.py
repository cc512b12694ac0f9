"""What the page of pictures offers to have drawn, and for how much; prices are those of a quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from topa_studio.app.session import ProjectSession
from topa_studio.model.element_picture import ElementPicture
from topa_studio.model.scenario import Element
from topa_studio.model.status import RUNNING, Trouble
from topa_studio.model.wish import Wish
from topa_studio.ui.pictures.head import PageHead
from topa_studio.ui.words import credits_word, kind_word, stage_word, trouble_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a press has drawn: wishes, and the credits that stand on its button."""

    wishes: tuple[Wish, ...] = ()
    credits: float | None = 0.0


class Offering:
    """Fills the buttons of a head.

    Attributes:
        all, angle, missing: what a press on each of its buttons has drawn.
        missing_words: what stands on the last one; "": nothing is missing.
    """

    def __init__(self, session: ProjectSession, head: PageHead) -> None:
        self._session, self._head = session, head
        self.all = self.angle = self.missing = Drawn()
        self.missing_words = ""

    def about(self, element: Element) -> str:
        """Kind, and how many pictures there are of how many."""
        status = self._session.element(element.name)
        done, kind = len(status.pictures), kind_word(element.kind)
        if not max(done, status.wanted):
            return translate("Pictures", "{kind} · no description yet").format(kind=kind)
        words = translate("Pictures", "{kind} · {done} of %n images", "", max(done, status.wanted))
        return words.format(kind=kind, done=done)

    def price(self, name: str, picture: ElementPicture) -> float | None:
        """Credits of another one in its place; None: not known."""
        return self.redraw(name, [picture.path]).credits if picture.path else None

    def redraw(self, name: str, paths: Sequence[str] = ()) -> Drawn:
        """These once more; without any: all."""
        return self._drawn(self._session.elements.redraw(name, paths))

    def show(self, element: Element, *, editable: bool) -> None:
        """Say on each button what it does and costs, or why it cannot."""
        name, head, elements = element.name, self._head, self._session.elements
        why = elements.why_waits(name)
        head.upload.setEnabled(editable and why is None)
        if why is not None:
            self._show_nothing(why)
            return
        count = len([p for p in elements.pictures(name) if p.path])
        self.all = self.redraw(name) if count else Drawn()
        sent = sum(p.is_sent for p in elements.pictures(name))
        words = translate("Pictures", "Redraw all %n · {cost}", "", sent)
        words = words.format(cost=credits_word(self.all.credits))
        going = any(p.stage in RUNNING for p in elements.pictures(name))
        if going:
            words = translate("Pictures", "Redraw all %n", "", sent)
        words = words if count > 1 else ""
        can = editable and bool(self.all.wishes) and not going
        head.offer(head.redraw, words, can=can)
        self._show_angle(name, count, editable=editable)
        self._show_missing(element, count, editable=editable)

    def _show_nothing(self, why: Trouble) -> None:
        """Nothing is drawn now, and that is said where it would be asked for."""
        self.all = self.angle = self.missing = Drawn()
        self.missing_words = ""
        head, told = self._head, trouble_words(why)
        head.offer(head.redraw, "", can=False)
        head.offer(head.angle, "", can=False)
        head.offer(head.missing, translate("Pictures", "On the way…"), can=False, why=told)

    def _show_angle(self, name: str, count: int, *, editable: bool) -> None:
        elements = self._session.elements
        why = elements.why_no_more(name)
        self.angle = self._drawn(elements.one_more(name)) if why is None else Drawn()
        words = translate("Pictures", "One more angle")
        if why is None:
            cost = credits_word(self.angle.credits)
            words = translate("Pictures", "One more angle · {cost}").format(cost=cost)
        self._head.offer(
            self._head.angle,
            words if count else "",
            can=editable and bool(self.angle.wishes),
            why="" if why is None else trouble_words(why),
        )

    def _show_missing(self, element: Element, count: int, *, editable: bool) -> None:
        status = self._session.element(element.name)
        elements = self._session.elements
        lacking = [p for p in elements.missing(element.name) if p.stage not in RUNNING]
        self.missing = Drawn()
        self.missing_words = ""
        # What stands there is as many as are sent: one more would be paid for and not used.
        is_full = elements.why_no_more(element.name) is not None
        if lacking and editable and not is_full and status.stage not in RUNNING:
            self.missing = self._drawn(elements.draw_missing(element.name))
            words = translate("Pictures", "Generate %n missing · {cost}", "", len(lacking))
            words = words if count else translate("Pictures", "Generate · {cost}")
            self.missing_words = words.format(cost=credits_word(self.missing.credits))
        shown = self.missing_words
        if not shown and status.stage in RUNNING:
            shown = f"{stage_word(status.stage)}…"
            shown = shown[:1].upper() + shown[1:]
        self._head.offer(self._head.missing, shown, can=bool(self.missing_words))

    def _drawn(self, wishes: tuple[Wish, ...]) -> Drawn:
        if not wishes:
            return Drawn()
        quote = self._session.quote(wishes)
        return Drawn(quote.wishes, quote.credits)
