"""Deleted shots, scenes, elements and takes; what is in the film again is not listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from topa_studio.app.file.trash import Trashed
from topa_studio.app.session import DocumentChange
from topa_studio.model.scenario import ElementKind, Scenario
from topa_studio.ui.desk import Desk
from topa_studio.ui.past.binned import Binned, binned
from topa_studio.ui.past.details import Details
from topa_studio.ui.past.listing import Caption, Row
from topa_studio.ui.past.seen import Seen, seen_of
from topa_studio.ui.past.words import ago
from topa_studio.ui.words import kind_word, moment

# The trash keeps the beginning of a description.
_CUT_AT = 60
_SIGNS = {"shot": "film", "scene": "film", "element": "picture"}
translate = QCoreApplication.translate


class TrashShelf:
    """The trash."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._found: dict[str, Trashed] = {}
        self._takes: dict[str, Binned] = {}
        self._seen: dict[str, Seen | None] = {}
        self.says = translate("Past", "Deleted shots, scenes and elements")
        self.empty = translate("Past", "The trash is empty")
        self.hint = translate("Past", "What you delete lies here, and its takes are never deleted.")

    async def lines(self) -> Sequence[Row | Caption]:
        """Everything that is not in the film again, the newest first."""
        film, now = self._desk.film, datetime.now(UTC)
        found = await self._desk.session.past.trash()
        self._found = {one.file: one for one in found if not _is_back(film, one)}
        self._takes = {take.id: take for take in binned(self._desk.session)}
        session = self._desk.session
        self._seen = {file: await seen_of(session, one) for file, one in self._found.items()}
        rows = [(_time(one), self._row(one, now)) for one in self._found.values()]
        rows += [(take.when, take.row(now)) for take in self._takes.values()]
        return [row for _when, row in sorted(rows, key=lambda pair: pair[0], reverse=True)]

    def _row(self, one: Trashed, now: datetime) -> Row:
        under = f"{_kind(one)} · {ago(_time(one), now)}"
        return Row(one.file, _title(one), under, self._seen[one.file], _SIGNS[one.kind])

    def show(self, id: str, details: Details, _still: Callable[[], bool]) -> None:
        """Where it stood, when it went, and where it will come back."""
        if id in self._takes:
            self._takes[id].show(details, can=not self._desk.session.read_only)
            return
        one, film = self._found[id], self._desk.film
        now = datetime.now(UTC)
        lines = [
            translate("Past", "Deleted {when}").format(when=moment(_time(one), now)),
            *_places(film, one),
        ]
        note = translate("Past", "Its takes were never deleted: they come back with it.")
        if one.kind == "element":
            note = translate("Past", "Its reference images were never deleted.")
        taken = one.kind == "element" and film.element(one.name) is not None
        if taken:
            note = translate(
                "Past",
                "The film has another @{name} now. Rename that one, then this one can come back.",
            ).format(name=one.name)
        seen = self._seen.get(id)
        shown = [("", seen)] if seen is not None else []
        details.show_words(f"{_kind(one)}: {_title(one)}", lines, note, shown)
        can = not self._desk.session.read_only and not taken
        details.offer(translate("Past", "Restore"), can=can)

    async def act(self, id: str) -> None:
        """Bring it back and select it."""
        if id in self._takes:
            await self._takes[id].restore(self._desk)
            return
        one = self._found[id]
        change = await self._desk.session.past.restore(one)
        if change is not None:
            self._select(one, change)
            words = translate("Past", "Restored: {what}").format(what=_title(one))
            self._desk.tell_undoable(words)

    def _select(self, one: Trashed, change: DocumentChange) -> None:
        selection, film = self._desk.selection, change.after
        known = {scene.id for scene in change.before.scenes}
        scenes = [scene.id for scene in film.scenes if scene.id not in known]
        if one.kind == "element":
            selection.select_element(one.name)
        elif one.kind == "scene" and scenes:
            selection.select_scene(scenes[0])
        else:
            selection.select_shots(s.key for s in film.shots() if s.key in change.added)


def _is_back(film: Scenario, one: Trashed) -> bool:
    match one.kind:
        case "shot":
            return film.has_shot(one.name)
        case "scene":
            scenes = (scene for scene in film.scenes if scene.id == one.name)
            return any((scene.title or scene.id) == one.title for scene in scenes)
        case _:
            there = film.element(one.name)
            return there is not None and there.description[:_CUT_AT] == one.title


def _time(one: Trashed) -> datetime:
    return datetime.fromisoformat(one.time)


def _kind(one: Trashed) -> str:
    match one.kind:
        case "shot":
            return translate("Past", "Shot")
        case "scene":
            return translate("Past", "Scene")
    kind = kind_word(ElementKind(one.type))
    return f"{kind[:1].upper()}{kind[1:]}"


def _title(one: Trashed) -> str:
    if one.kind == "element":
        return f"@{one.name}"
    return one.title or translate("Past", "without words")


def _places(film: Scenario, one: Trashed) -> list[str]:
    """Where it stood and where it will stand."""
    ids = [scene.id for scene in film.scenes]
    match one.kind:
        case "shot" if one.scene in ids:
            place = ids.index(one.scene or "") + 1
            told = translate("Past", "It goes back into scene {scene}, place {place}.")
            return [told.format(scene=place, place=one.index + 1)]
        case "shot" if ids:
            return [translate("Past", "Its scene is gone too: it goes into the last scene.")]
        case "shot":
            return [translate("Past", "Its scene is gone too: restore that first.")]
        case "scene":
            told = translate("Past", "It goes back to place {place}, with its shots.")
            return [told.format(place=min(one.index, len(ids)) + 1)]
    return [one.title if len(one.title) < _CUT_AT else f"{one.title}…"] if one.title else []
