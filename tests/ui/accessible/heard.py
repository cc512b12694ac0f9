"""What a screen reader hears of the program, in words."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication

from topa_studio.ui.notices.announcing import Announcing

NAME = QAccessible.Text.Name
_KINDS = {
    QAccessible.Event.Focus: "at",
    QAccessible.Event.NameChanged: "is",
    QAccessible.Event.StateChanged: "chosen",
}


class Heard:
    """Stands where events are sent; `now` is its clock, which stands still."""

    def __init__(self) -> None:
        self.now = 0.0
        self.events: list[str] = []
        self.times: list[float] = []
        self.announcing = Announcing(self._take, lambda: self.now)

    def _take(self, event: QAccessibleEvent) -> None:
        QAccessible.updateAccessibility(event)
        self.times.append(self.now)
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.events.append(f"says {event.message()}")
        else:
            self.events.append(f"{_KINDS[event.type()]} {event.accessibleInterface().text(NAME)}")

    def take(self) -> list[str]:
        """What was heard since the last time, with all that waits."""
        settle()
        for _ in range(100):
            self.now += 1.0
            self.announcing.go_on()
        taken, self.events = self.events, []
        return taken

    @property
    def most_a_second(self) -> int:
        """The most events within any second, of those that are counted."""
        return max(
            (sum(begin <= each < begin + 1.0 for each in self.times) for begin in self.times),
            default=0,
        )


def settle() -> None:
    """Let what follows by itself follow."""
    for _ in range(6):
        QApplication.processEvents()
