"""Earlier versions of the film's file by their time; what differs is told before one comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from topa_studio.app.file.difference import Difference
from topa_studio.document.history.backups import Backup
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.words import title_of
from topa_studio.ui.past.details import Details
from topa_studio.ui.past.listing import Caption, Row
from topa_studio.ui.past.seen import Seen, seen_of_shot
from topa_studio.ui.past.tab import told
from topa_studio.ui.past.words import age_word, ago, difference_lines
from topa_studio.ui.words import moment

translate = QCoreApplication.translate
_MOST = 6


class VersionsShelf:
    """Copies of the film's file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._found: dict[str, Backup] = {}
        self.says = translate("Past", "Earlier versions of the film")
        self.empty = translate("Past", "No earlier versions yet")
        self.hint = translate(
            "Past", "Each time the film is saved, the version before is kept here."
        )

    async def lines(self) -> Sequence[Row | Caption]:
        """All copies under the captions of their age, the newest first."""
        now = datetime.now(UTC)
        found = await self._desk.session.past.backups()
        self._found = {backup.path.name: backup for backup in found}
        lines: list[Row | Caption] = []
        for name, backup in self._found.items():
            caption = Caption(age_word(backup.time, now))
            if caption not in lines:
                lines.append(caption)
            lines.append(Row(name, _title(backup, now), ago(backup.time, now)))
        return lines

    def show(self, id: str, details: Details, still: Callable[[], bool]) -> None:
        """Say when it was, then what differs as soon as that is known."""
        heading = _title(self._found[id], datetime.now(UTC))
        details.show_words(heading, [translate("Past", "Looking at what differs…")])
        details.offer(_offer(), can=False)
        self._desk.look(lambda: self._compare(id, details, still))

    async def _compare(self, id: str, details: Details, still: Callable[[], bool]) -> None:
        backup = self._found[id]
        lines: list[str] = []
        shown: list[tuple[str, Seen | None]] = []

        async def compare() -> None:
            found = await self._desk.session.past.differs(backup)
            lines.extend([] if found.same else difference_lines(found))
            shown.extend([] if found.same else self._shown(found))

        trouble = await told(compare)
        if not still():
            return
        note = translate(
            "Past",
            "Bringing it back is one step: Undo gives you the film of now again. Takes stay"
            " where they are.",
        )
        if not lines:
            note = ""
        if not lines and not trouble:
            lines = [translate("Past", "The same as the film now.")]
        details.show_words(_title(backup, datetime.now(UTC)), lines, note, shown)
        details.offer(_offer(), can=bool(note) and not self._desk.session.read_only)
        details.tell_trouble(trouble)

    def _shown(self, found: Difference) -> list[tuple[str, Seen | None]]:
        """Some of the shots that are other, come or go, of which there is something to see."""
        before, after = found.change.before, found.change.after
        shown: list[tuple[str, Seen | None]] = []
        for film, keys in ((after, found.change.shots - found.change.removed),
                           (before, found.change.removed)):  # fmt: skip
            for shot in film.shots():
                if shot.key not in keys or len(shown) == _MOST:
                    continue
                if (seen := seen_of_shot(self._desk.session, shot.key)) is not None:
                    shown.append((f"{film.number_of(shot.key)}  {title_of(shot)}", seen))
        return shown

    async def act(self, id: str) -> None:
        """The film as this version has it, as one step."""
        backup = self._found[id]
        change = await self._desk.session.past.bring_back(backup)
        if change is not None:
            when = moment(backup.time, datetime.now(UTC), seconds=True)
            words = translate("Past", "The film is as it was: {when}").format(when=when)
            self._desk.tell_undoable(words)


def _title(backup: Backup, now: datetime) -> str:
    words = moment(backup.time, now, seconds=True)
    return f"{words[:1].upper()}{words[1:]}"


def _offer() -> str:
    return translate("Past", "Bring this version back")
