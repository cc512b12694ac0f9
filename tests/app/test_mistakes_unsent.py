"""What `check` calls an error is never sent: not by a press, a batch, a command or a late flow.

A mistake in what only cuts the film is told, and nothing is sent less for it.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.support.open_film import opened
from tests.support.small_kie import small_kie
from topa_studio.base.words import say
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips, reference_images

FILM = """\
title: Piers
global_config: {mode: std, sound: false}
elements:
  characters:
    - name: Topa
      description: A bear
      reference_prompts: [front, side]
scenes:
  - id: 1
    shots:
      - {id: 1, prompt: "Wide shot. @Topa on a pier.", duration: 3}
      - {id: 2, prompt: "Close-up. A pier at dusk.", duration: 3}
  - id: 2
    shots:
      - {id: 1, prompt: "Wide shot. A lamp on the sand.", duration: 3}
"""
EVERY = ("1__1", "1__2", "2__1")


@pytest.mark.parametrize(
    ("old", "new", "held"),
    [
        ("mode: std", "mode: best", EVERY),
        ("sound: false}", "sound: false, aspect_ratio: '4:3'}", EVERY),
        ("sound: false}", "sound: false, fps: fast}", ()),
        ("sound: false}", "sound: false, audio: loud}", ()),
        ("duration: 3}", "duration: 3, trim: {out: soon}}", ()),
        ("duration: 3}", "duration: soon}", ("1__1",)),
        ("  - id: 2\n", "  - id: 2\n    sound: maybe\n", ("2__1",)),
        ("  - id: 2\n", "  - id: 2\n    multi_shot: maybe\n", ()),
        ("  - id: 1\n    shots", "  - id: 1\n    background: [1]\n    shots", ("1__1", "1__2")),
        ("description: A bear", "description: [1]", ("1__1",)),
        ("scenes:\n", "    - {name: topa, description: A toy}\nscenes:\n", ()),
        ("@Topa", "@topa", ("1__1",)),
        ("@Topa", "@Nobody", ("1__1",)),
    ],
)
def test_what_a_mistake_concerns_is_not_sent(
    old: str, new: str, held: tuple[str, ...], tmp_path: Path
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = tmp_path / "film.yaml"
            film.write_text(FILM.replace(old, new, 1), encoding="utf-8")
            async with opened(film, kie.environment()) as session:
                quote = await session.batch(clips(*EVERY))
                known = [key for key in EVERY if session.document.scenario.has_shot(key)]
                assert {wish.key for wish in quote.blocked} == set(held) & set(known)
                await session.make(clips(*EVERY))
                for key in known:
                    status = session.shot(key)
                    wanted = Stage.NOT_MADE if key in held else Stage.MADE
                    assert status.stage is wanted, (key, status)
                    if key in held:
                        assert status.mistake is not None
                        assert "mistake in line" in say(status.mistake.code, status.mistake.params)
            sent = [body for body in kie.accepted if "kling" in body["model"]]
            assert len(sent) == len(set(known) - set(held))

    asyncio.run(run())


@pytest.mark.parametrize("line", ["description: [1]", "description: A bear\n      typ: prop"])
def test_pictures_of_an_element_with_a_mistake_are_not_made(line: str, tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = tmp_path / "film.yaml"
            film.write_text(FILM.replace("description: A bear", line), encoding="utf-8")
            async with opened(film, kie.environment()) as session:
                await session.make(reference_images("Topa"))
                await session.make(clips("1__1"))
            assert kie.accepted == []

    asyncio.run(run())


def test_a_mistake_made_while_a_shot_waits_stops_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = tmp_path / "film.yaml"
            film.write_text(FILM, encoding="utf-8")
            async with opened(film, kie.environment()) as session:
                session.pause()
                making = asyncio.create_task(session.make(clips("1__2")))
                while not session.queue():  # noqa: ASYNC110 - the queue is what is waited for
                    await asyncio.sleep(0.02)
                target = ShotTarget("1__2")
                await session.edit("Mention", [SetField(target, "prompt", "Wide. @Nobody stops.")])
                session.resume()
                await making
                assert session.shot("1__2").stage is Stage.FAILED
            assert kie.accepted == []

    asyncio.run(run())
