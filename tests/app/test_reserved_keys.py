"""A new shot never takes the key of a deleted one, whose takes still lie on the disk."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.support.open_film import opened, plain_film
from topa_studio.document.edits import AddShot, DeleteShot
from topa_studio.model.wish import clips


def test_a_new_shot_after_a_restart_gets_none_of_the_deleted_ones_takes(tmp_path: Path) -> None:
    film = plain_film(tmp_path / "film", 2)

    async def make_and_delete() -> None:
        async with opened(film, practice=True) as session:
            await session.make(clips("1__2"))
            await session.edit("Delete", [DeleteShot("1__2")])
            await session.save()

    async def add() -> list[str]:
        async with opened(film, practice=True) as session:
            fields = {"prompt": "Wide shot. A lighthouse.", "duration": 3}
            await session.edit("Add", [AddShot("1", 1, fields)])
            shots = session.document.scenario.shots()
            assert not session.shot(shots[1].key).takes
            return [shot.key for shot in shots]

    asyncio.run(make_and_delete())
    keys = asyncio.run(add())
    assert keys[0] == "1__1"
    assert keys[1] not in {"1__1", "1__2"}
    assert list((film.parent / "output-practice/film/takes/1__2").glob("T01-*.mp4"))
