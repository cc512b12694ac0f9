"""Results that go from the disk and come back while a film is open."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film
from tests.support.small_kie import small_kie
from topa_studio.app.making import whereabouts
from topa_studio.app.making.whereabouts import Whereabouts
from topa_studio.model.wish import clips
from topa_studio.pipeline.board import Entry
from topa_studio.pipeline.job import Kind

A, B = "1__1", "1__2"
_LONG_AGO = 1e12


def test_a_look_goes_through_the_results_off_the_loop_and_sees_one_go_and_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whereabouts, "_BETWEEN", _LONG_AGO / 2)  # not while this one does
    main_thread, on_loop = threading.current_thread(), list[Entry]()
    every_take = Entry.every_take

    def counted(entry: Entry) -> object:
        if threading.current_thread() is main_thread:
            on_loop.append(entry)
        return every_take(entry)

    async def main() -> None:
        async with (
            small_kie() as kie,
            opened(plain_film(tmp_path, 2), kie.environment()) as session,
        ):
            await session.make(clips(A, B))
            board, film = session._production.board, session._production.film
            one = Whereabouts(board, film.layout, film.whereabouts._owner, lambda _key: None)

            async def look() -> None:
                one._looked = -_LONG_AGO
                await one.look()

            monkeypatch.setattr(Entry, "every_take", counted)
            await look()
            assert on_loop == []
            clip = session.path(board.entry(Kind.CLIP, A).takes[1].path)
            aside = clip.rename(tmp_path / "aside.mp4")
            await look()
            assert not board.entry(Kind.CLIP, A).takes
            assert on_loop == [board.entry(Kind.CLIP, A)]
            aside.rename(clip)
            await look()
            assert board.entry(Kind.CLIP, A).takes
            assert board.entry(Kind.CLIP, B).takes

    asyncio.run(main())
