"""What differed between two takes of a shot, told by the requests that made them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film
from tests.support.small_kie import small_kie
from tests.ui.player import clips as small_clips
from tests.ui.player.clips import make_clip
from topa_studio.document.edits import SetField, ShotTarget, UnsetField
from topa_studio.model.change import Change
from topa_studio.model.difference import UNKNOWN, Frame, FrameKind, Kept
from topa_studio.model.wish import clips, panels

A, B = "1__1", "1__2"


def test_each_take_tells_what_differed_from_the_one_before_also_after_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(small_clips, "SIZE", (640, 360))
    clip = make_clip(tmp_path / "made.mp4", 3, (20, 60, 90)).read_bytes()

    async def run() -> None:
        film = plain_film(tmp_path / "film", 2)
        target = ShotTarget(B)
        async with small_kie() as kie:
            kie.clip = clip
            async with opened(film, kie.environment()) as session:
                await session.make(clips(A, B))
                words = SetField(target, "prompt", "Wide shot. A pier at noon, number 2.")
                await session.edit("Words", [words])
                await session.make(clips(B))
                await session.takes.bring(B, tmp_path / "made.mp4")
                await session.edit("Start", [SetField(target, "start", "previous")])
                await session.edit("Start", [SetField(target, "duration", 5)])
                await session.make(clips(B))
                await session.edit("Start", [SetField(target, "start", "panel")])
                await session.make(clips(B))
            async with opened(film, kie.environment()) as session:
                takes = session.takes
                assert [take.number for take in takes.of(B)] == [1, 2, 3, 4, 5]
                told = [takes.differed(B, number, None) for number in (1, 2, 3, 4, 5)]
                # The third is a file of the user's own: what it was made with nobody knows.
                longer = (Change.LENGTH, Change.START)
                assert told == [(), (Change.WORDS,), (), longer, (Change.START,)]
                assert takes.differed(B, 4, 1) == (Change.WORDS, *longer)
                assert takes.difference(B, 3, 4) == UNKNOWN

                (row,) = takes.difference(B, 1, 2).rows
                assert isinstance(row.before, tuple)
                assert isinstance(row.after, tuple)
                assert [p.text for p in row.before if p.kept is Kept.GONE] == ["dusk"]
                assert [p.text for p in row.after if p.kept is Kept.NEW] == ["noon"]
                ways = [takes.difference(B, a, b).rows[-1] for a, b in ((2, 4), (4, 5))]
                end = Frame(FrameKind.END_OF, shot="1.1", number=1)
                assert [(way.before, way.after) for way in ways] == [
                    (Frame(), end),
                    (end, Frame(FrameKind.PANEL, number=1, is_own=True)),
                ]

                await session.edit("Start", [UnsetField(target, "start")])
                await session.edit("Move", [SetField(target, "prompt", "A pier at dawn.")])
                await session.make(panels(B))
                assert takes.differed(B, 2, panel=True) == (Change.WORDS,)

    asyncio.run(run())


def test_what_was_taken_over_from_another_film_tells_what_it_was_made_with(tmp_path: Path) -> None:
    async def run() -> None:
        first = plain_film(tmp_path)
        async with small_kie() as kie:
            async with opened(first, kie.environment()) as session:
                await session.make(clips(A))
            second = tmp_path / "second.yaml"
            second.write_bytes(first.read_bytes())
            async with opened(second, kie.environment()) as session:
                await session.make(clips(A))
                assert kie.asked("createTask") == 1
                edit = SetField(ShotTarget(A), "duration", 4)
                await session.edit("Longer", [edit])
                assert [cause.change for cause in session.shot(A).changed] == [Change.LENGTH]
                await session.make(clips(A))
                assert session.takes.differed(A, 2) == (Change.LENGTH,)
            async with opened(second, kie.environment()) as session:
                assert session.takes.differed(A, 2) == (Change.LENGTH,)

    asyncio.run(run())
