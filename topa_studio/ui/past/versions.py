"""Earlier versions of the film's file by their time; what differs is told before one comes back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import shiboken6
from PySide6.QtCore import QCoreApplication

from topa_studio.document.backups import Backup
from topa_studio.ui.desk import Desk
from topa_studio.ui.past.listing import Caption, Row
from topa_studio.ui.past.tab import Tab, told
from topa_studio.ui.past.words import age_word, ago, difference_lines, moment

translate = QCoreApplication.translate


class VersionsTab(Tab):
    """Copies of the film's file."""

    def __init__(self, desk: Desk) -> None:
        self._found: dict[str, Backup] = {}
        super().__init__(
            desk,
            translate("Past", "Earlier versions of the film"),
            translate("Past", "No earlier versions yet"),
            translate("Past", "Each time the film is saved, the version before is kept here."),
        )

    async def lines(self) -> Sequence[Row | Caption]:
        """All copies under the captions of their age, the newest first."""
        now = datetime.now(UTC)
        found = await self.desk.session.past.backups()
        self._found = {backup.path.name: backup for backup in found}
        lines: list[Row | Caption] = []
        for name, backup in self._found.items():
            caption = Caption(age_word(backup.time, now))
            if caption not in lines:
                lines.append(caption)
            lines.append(Row(name, _title(backup, now), ago(backup.time, now)))
        return lines

    def show_row(self, id: str) -> None:
        """Say when it was, then what differs as soon as that is known."""
        heading = _title(self._found[id], datetime.now(UTC))
        self.details.show_words(heading, [translate("Past", "Looking at what differs…")])
        self.details.offer(_offer(), can=False)
        self.desk.look(lambda: self._compare(id, heading))

    async def _compare(self, id: str, heading: str) -> None:
        lines: list[str] = []
        can, note = False, ""

        async def compare() -> None:
            nonlocal can, note
            found = await self.desk.session.past.differs(self._found[id])
            if found.same:
                lines.append(translate("Past", "The same as the film now."))
                return
            lines.extend(difference_lines(found))
            can = not self.desk.session.read_only
            note = translate(
                "Past",
                "Bringing it back is one step: Undo gives you the film of now again. Takes stay"
                " where they are.",
            )

        trouble = await told(compare)
        if shiboken6.isValid(self) and self.listing.current == id:
            self.details.show_words(heading, lines, note)
            self.details.offer(_offer(), can=can)
            self.details.tell_trouble(trouble)

    async def act(self, id: str) -> None:
        """The film as this version has it, as one step."""
        backup = self._found[id]
        change = await self.desk.session.past.bring_back(backup)
        if change is not None:
            when = moment(backup.time, datetime.now(UTC), seconds=True)
            words = translate("Past", "The film is as it was: {when}").format(when=when)
            self.desk.tell_undoable(words)


def _title(backup: Backup, now: datetime) -> str:
    words = moment(backup.time, now, seconds=True)
    return f"{words[:1].upper()}{words[1:]}"


def _offer() -> str:
    return translate("Past", "Bring this version back")
