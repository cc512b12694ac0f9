"""A film as a Fountain script: what came out of a script goes into one again, with every line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from topa_studio.film.scripts.beats import SUNG
from topa_studio.film.scripts.breakdown import spoken
from topa_studio.film.scripts.fountain import is_name, is_title_key
from topa_studio.film.scripts.headings import is_heading, where_written
from topa_studio.model.mentions import replace_mentions
from topa_studio.model.scenario import ElementKind, Line, Scenario, Scene, Shot

_NUMBER = re.compile(r"#[\w.\-)]+#")
_CUT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SECTION = re.compile(r"#{1,6} ")
_FORCED = ("#", "=", ">", "~", ".", "@", "!", "[[", "/*")


def fountain_text(film: Scenario) -> str:
    """The whole film; blank lines stand between its parts."""
    writer = _Writer(film)
    parts = [part for part in writer.parts() if part]
    return "\n\n".join(parts) + "\n"


class _Writer:
    def __init__(self, film: Scenario) -> None:
        self._film = film
        self._names = film.names
        self._places = {e.name for e in film.elements if e.kind is ElementKind.BACKGROUND}

    def parts(self) -> Iterator[str]:
        """The title page, then scene by scene."""
        first = self._film.scenes[0].notes.split("\n") if self._film.scenes else []
        page = [line for line in first if is_title_key(line)]
        title = " ".join(self._film.film.title.split())
        yield "\n".join(([f"Title: {title}"] if title else []) + page)
        for number, scene in enumerate(self._film.scenes):
            yield from self._scene(scene, skip=frozenset(page) if not number else frozenset())

    def _scene(self, scene: Scene, skip: frozenset[str]) -> Iterator[str]:
        notes = [note for note in _notes(scene.notes) if note not in skip]
        number = next((f" {note}" for note in notes if _NUMBER.fullmatch(note)), "")
        yield from (note for note in notes if _SECTION.match(note))
        heading = _heading(scene)
        if heading:
            yield f"{heading}{number}"
        for note in notes:
            if not (_SECTION.match(note) or _NUMBER.fullmatch(note)):
                yield _aside(note)
        for shot in scene.shots:
            yield from self._shot(shot)

    def _shot(self, shot: Shot) -> Iterator[str]:
        notes = _notes(shot.notes)
        yield from (_aside(note) for note in notes if not _is_transition(note))
        seen = shot.prompt.strip()
        for name in self._places:
            if name in shot.elements:
                seen = seen.removeprefix(f"@{name}. ")
        for line in shot.lines:
            ways = (spoken(line, "@"), spoken(line), line.text)
            said = next((way for way in ways if way in seen), None)
            if said is not None:
                seen = seen.replace(said, "", 1)
            yield _speech(line)
        yield self._action(" ".join(seen.split()))
        yield from (note for note in notes if _is_transition(note))

    def _action(self, words: str) -> str:
        words = replace_mentions(words, lambda name: name.replace("_", " ").upper(), self._names)
        needs = words.startswith(_FORCED) or is_heading(words) or is_name(words)
        return f"!{words}" if words and (needs or words.endswith(":")) else words


def _heading(scene: Scene) -> str:
    prefix, place = where_written(scene.background)
    time = f" - {scene.lighting.upper()}" if scene.lighting else ""
    if prefix:
        return f"{prefix} {place.upper()}{time}"
    title = " ".join((scene.title or scene.background).split())
    if not title:
        return ""
    return title if is_heading(title) else f".{title}"


def _speech(line: Line) -> str:
    who = line.who.replace("_", " ").upper() or "…"
    rows = [who if is_name(who) else f"@{line.who or '…'}"]
    tones = [tone for tone in line.tone.split(", ") if tone]
    plain = [tone for tone in tones if tone != SUNG]
    if plain:
        rows.append(f"({', '.join(plain)})")
    mark = "~" if SUNG in tones else ""
    rows += [f"{mark}{row.strip()}" for row in line.text.split("\n") if row.strip()]
    return "\n".join(rows)


def _notes(text: str) -> list[str]:
    """Notes line by line; what is cut stays in one piece."""
    found: list[str] = []
    at = 0
    for cut in _CUT.finditer(text):
        found += text[at : cut.start()].split("\n")
        found.append(cut.group())
        at = cut.end()
    found += text[at:].split("\n")
    return [note.strip() for note in found if note.strip()]


def _is_transition(note: str) -> bool:
    return note.endswith(":") and note.isupper()


def _aside(note: str) -> str:
    if note.startswith(("/*", "= ")) or _SECTION.match(note) or _is_transition(note):
        return note
    return f"[[{note.replace(']]', '] ]')}]]"
