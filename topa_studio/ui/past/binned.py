"""Takes and panels in the trash, of shots that are in the film: those of others come with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from topa_studio.app.session import ProjectSession
from topa_studio.model.marks import TakeRef
from topa_studio.model.take import Take
from topa_studio.ui.desk import Desk
from topa_studio.ui.past.details import Details
from topa_studio.ui.past.listing import Row
from topa_studio.ui.past.seen import seen_of_take
from topa_studio.ui.past.words import ago
from topa_studio.ui.words import moment, shot_title

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Binned:
    """One of them; `shot` is the number and the title of its shot."""

    ref: TakeRef
    take: Take
    shot: str

    @property
    def id(self) -> str:
        """Its name in the list."""
        return f"take:{self.ref.key}:{self.ref.number}:{self.ref.panel}"

    @property
    def when(self) -> datetime:
        """Since when it lies there."""
        return datetime.fromtimestamp(self.take.marks.trashed, UTC)

    @property
    def _name(self) -> str:
        words = translate("Takes", "Take {number}")
        if self.ref.panel:
            words = translate("Takes", "Panel {number}")
        return words.format(number=self.ref.number)

    def row(self, now: datetime) -> Row:
        """Its line in the list."""
        seen = seen_of_take(self.take, panel=self.ref.panel)
        under = f"{self._name} · {ago(self.when, now)}"
        return Row(self.id, self.shot, under, seen, "picture" if self.ref.panel else "film")

    def show(self, details: Details, *, can: bool) -> None:
        """Say what it is, and offer it back."""
        when = moment(self.when, datetime.now(UTC))
        lines = [translate("Past", "Deleted {when}").format(when=when)]
        if self.take.marks.note:
            lines.append(self.take.marks.note)
        seen = seen_of_take(self.take, panel=self.ref.panel)
        details.show_words(f"{self._name}: {self.shot}", lines, shown=[("", seen)])
        details.offer(translate("Past", "Restore"), can=can)

    async def restore(self, desk: Desk) -> None:
        """Bring it back, and select its shot. Raises StudioError."""
        await desk.session.takes.restore([self.ref])
        desk.show(self.ref.key)
        words = translate("Past", "Restored: {what}")
        desk.tell_undoable(words.format(what=f"{self._name}, {self.shot}"))


def binned(session: ProjectSession) -> list[Binned]:
    """All of the film."""
    film, found = session.film, []
    for ref in session.takes.trash_of():
        takes = session.takes.of(ref.key, panel=ref.panel)
        take = next((each for each in takes if each.number == ref.number), None)
        if take is not None and film.has_shot(ref.key):
            title = shot_title(film.shot(ref.key))
            found.append(Binned(ref, take, f"{film.number_of(ref.key)}  {title}"))
    return found
