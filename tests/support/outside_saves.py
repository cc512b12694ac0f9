"""A text editor and an open film that both change one file at random times; what became of all.

    python tests/support/outside_saves.py FILM SAVES SEED

is the editor, a process of its own: it reads the file, adds words that nobody else writes, and
saves in one of three styles.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

SHOTS = 12
STYLES = ("truncate", "rename", "append")
_SHOT = """\
      - id: {id}
        prompt: "Wide shot. A pier at dusk, number {id}."
        notes: "begin"
        duration: 3
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Words of either side, by where they are at the end.

    Attributes:
        saves, edits: how many there were.
        film: words that stand in the film; conflict, history, backup: else there.
        lost: words that are nowhere.
    """

    saves: int
    edits: int
    film: int
    conflict: int
    history: int
    backup: int
    lost: Sequence[str] = field(default_factory=tuple)


def film_to_share(path: Path) -> None:
    """Write the film both work on."""
    head = "title: Piers\nscenes:\n  - id: 1\n    shots:\n"
    shots = "".join(_SHOT.format(id=number) for number in range(1, SHOTS + 1))
    path.write_text(f"{head}{shots}", encoding="utf-8")


def edit_file(path: Path, saves: int, seed: int) -> None:
    """Be the editor."""
    chance = random.Random(seed)
    for number in range(saves):
        time.sleep(chance.uniform(0.02, 0.45))
        style = chance.choice(STYLES)
        _save(path, f"their{number}.", style, chance.randrange(SHOTS))


def _save(path: Path, words: str, style: str, place: int) -> None:
    if style == "append":
        with path.open("ab") as file:
            file.write(f"# {words}\n".encode())
        return
    parts = path.read_text(encoding="utf-8").split('notes: "')
    place = min(place, len(parts) - 2)
    parts[place + 1] = f"{words} {parts[place + 1]}"
    data = 'notes: "'.join(parts).encode()
    if style == "truncate":
        with path.open("wb") as file:
            file.write(data)
        return
    other = path.with_name("film.yaml~")
    other.write_bytes(data)
    os.replace(other, path)


async def both(film: Path, saves: int, seed: int) -> Outcome:
    """Let the editor save so often while the open film is edited; then look for every word."""
    from tests.support.open_film import opened
    from tests.support.small_kie import until
    from topa_studio.base.errors import ProjectError
    from topa_studio.document.edits import SetField, ShotTarget

    chance = random.Random(seed + 1)
    film_to_share(film)
    mine: list[str] = []
    async with opened(film) as session:
        command = [sys.executable, __file__, str(film), str(saves), str(seed)]
        editor = await asyncio.create_subprocess_exec(*command)
        ended = asyncio.create_task(editor.wait())
        while not ended.done():
            await asyncio.sleep(chance.uniform(0.0, 0.4))
            target = ShotTarget(f"1__{chance.randint(1, SHOTS)}")
            words = f"mine{len(mine)}."
            notes = session.document.scenario.shot(target.key).notes
            await session.edit("Note", [SetField(target, "notes", f"{notes} {words}")])
            mine.append(words)
            if chance.random() < 0.4:
                # Refused where the editor saves again and again; the next edit tries anew.
                with suppress(ProjectError):
                    await session.save()
        assert ended.result() == 0
        await session.outside.look()
        await session.save()
        await until(lambda: session.document.to_bytes() == film.read_bytes())
        wanted = [f"their{number}." for number in range(saves)] + mine
        backups = [backup.path.read_text("utf-8") for backup in await session.past.backups()]
        past = [session.document.source.text]
        for deed in reversed(session.document.history.done):
            past.append(deed.undo(past[-1]))
        places = [
            _words(session.document.text),
            _words(*(f"{c.ours} {c.theirs}" for c in session.outside.conflicts)),
            _words(*past),
            _words(*backups),
        ]
    where = [next((n for n, found in enumerate(places) if w in found), 4) for w in wanted]
    lost = tuple(w for w, place in zip(wanted, where, strict=True) if place == 4)
    found = [where.count(place) for place in range(4)]
    return Outcome(saves, len(mine), *found, lost)


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in re.findall(r"(?:their|mine)\d+\.", text))


if __name__ == "__main__":
    edit_file(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
