"""What is spelled out of a shot is what the service then receives, letter by letter."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.support.open_film import opened
from tests.support.small_film import small_film
from tests.support.small_kie import small_kie
from topa_studio.app.session import ProjectSession
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.spelled import Role, Spelled
from topa_studio.model.status import Trouble
from topa_studio.model.wish import clips, panels

FILM = """\
title: Spelled
global_config:
  style_prefix: "3D animation, soft light"
  mode: std
elements:
  characters:
    - name: Пуша
      description: "A small white fox"
      reference_prompts: ["front view", "side view"]
  backgrounds:
    - name: Valley
      description: "A green valley"
      reference_prompts: ["wide view", "medium view"]
scenes:
  - id: 1
    background: Sunny valley
    lighting: Warm morning light
    shots:
      - id: 1
        prompt: |
          Wide shot. @Пуша walks through
          @Valley, slow push-in. Sound: birds.
        duration: 4
      - id: 2
        prompt: "Close-up. @Nobody waves."
        start: none
"""


def spelled(session: ProjectSession, *, panel: bool = False, key: str = "1__1") -> Spelled:
    found = session.wishes.spelled(key, panel=panel)
    assert isinstance(found, Spelled)
    return found


def test_it_is_what_the_service_receives(tmp_path: Path) -> None:
    async def main() -> None:
        film = tmp_path / "film" / "film.yaml"
        film.parent.mkdir()
        film.write_text(FILM, encoding="utf-8")
        async with small_kie() as kie, opened(film, kie.environment()) as session:
            clip, panel = spelled(session), spelled(session, panel=True)
            assert clip.first
            assert panel.first
            await session.make(panels("1__1"))
            await session.make(clips("1__1"))
            bodies: list[dict[str, Any]] = [body["input"] for body in kie.accepted]
            assert (bodies[-2]["prompt"], bodies[-1]["prompt"]) == (panel.words, clip.words)
            assert clip.words == (
                "3D animation, soft light. Setting: Sunny valley. Lighting: Warm morning light. "
                "Wide shot. @pusha walks through @valley, slow push-in. Sound: birds"
            )
            assert "push-in" not in panel.words
            assert bodies[-1]["duration"] == str(clip.seconds) == "4"
            assert bodies[-1]["sound"] == clip.sound
            sent = {e["name"]: len(e["element_input_urls"]) for e in bodies[-1]["kling_elements"]}
            told = {p.wire: p.count for p in clip.pictures if p.role is Role.ELEMENT}
            assert sent == told == {"pusha": 2, "valley": 2}
            assert clip.pictures[0].role is Role.START
            assert len(bodies[-1]["image_urls"]) == 1
            # Now all pictures are there: they are told by their files, and nothing else differs.
            again = spelled(session)
            assert again.words == clip.words
            assert not again.first
            assert all(len(picture.paths) == picture.count for picture in again.pictures)
            assert [p.name for p in spelled(session, panel=True).pictures] == ["Пуша", "Valley"]

    asyncio.run(main())


@pytest.mark.parametrize("panel", [False, True])
def test_it_follows_the_words(tmp_path: Path, panel: bool) -> None:
    async def main() -> None:
        async with small_kie() as kie, opened(small_film(tmp_path), kie.environment()) as session:
            before = spelled(session, panel=panel)
            field = "panel_prompt" if panel else "prompt"
            await session.edit(
                "Other", [SetField(ShotTarget("1__1"), field, "Close-up of a stone.")]
            )
            after = spelled(session, panel=panel)
            assert "Close-up of a stone" in after.words
            assert after.counted != before.counted
            assert kie.accepted == []

    asyncio.run(main())


def test_what_cannot_be_composed_says_why(tmp_path: Path) -> None:
    async def main() -> None:
        film = tmp_path / "film" / "film.yaml"
        film.parent.mkdir()
        film.write_text(FILM, encoding="utf-8")
        async with small_kie() as kie, opened(film, kie.environment()) as session:
            # A mention of nobody is a mistake; what would be sent can still be read.
            assert spelled(session, key="1__2").words.endswith("Close-up. Nobody waves")
            await session.edit("Long", [SetField(ShotTarget("1__1"), "duration", 99)])
            found = session.wishes.spelled("1__1")
            assert isinstance(found, Trouble)
            assert found.code == "pipeline.duration"

    asyncio.run(main())
