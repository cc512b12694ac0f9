"""Elements of one shot as they are sent: each by a name of its own, and mentioned by it."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from tests.support.open_film import opened
from tests.support.small_kie import small_kie
from topa_studio.model.wish import clips

FILM = """\
title: Names
global_config: {{mode: std, sound: false}}
elements:
  characters:
    - {{name: "{first}", description: One, reference_prompts: [front, side]}}
    - {{name: "{second}", description: Two, reference_prompts: [front, side]}}
scenes:
  - id: 1
    shots:
      - {{id: 1, prompt: "Wide shot. @{first} meets @{second}, and stops.", duration: 3}}
      - {{id: 2, prompt: "Wide shot. @{first} walks and stops.", duration: 3}}
"""


@pytest.mark.parametrize(
    ("first", "second", "alone"),
    [
        ("小明", "小红", "e"),
        ("Old-Man", "Old_Man", "old_man"),
        ("TheVeryOldFishermanOne", "TheVeryOldFishermanTwo", "theveryoldfishermano"),
        ("มานี", "मीना", "e"),
        ("Лиса", "Lisa", "lisa"),
    ],
)
def test_two_elements_never_go_by_one_name(
    first: str, second: str, alone: str, tmp_path: Path
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = tmp_path / "film.yaml"
            film.write_text(FILM.format(first=first, second=second), encoding="utf-8")
            async with opened(film, kie.environment()) as session:
                assert not [p for p in session.document.problems if p.severity == "error"]
                await session.make(clips("1__1", "1__2"))
                assert session.missing() == ()
            sent = [body["input"] for body in kie.accepted if "kling" in body["model"]]
            both = next(body for body in sent if len(body["kling_elements"]) == 2)
            names = [element["name"] for element in both["kling_elements"]]
            assert len(set(names)) == 2
            assert re.findall(r"@([a-z0-9_]+)", both["prompt"]) == names
            # Where no other is like it, a name is sent as it always was.
            one = next(body for body in sent if len(body["kling_elements"]) == 1)
            assert one["kling_elements"][0]["name"] == alone

    asyncio.run(run())
