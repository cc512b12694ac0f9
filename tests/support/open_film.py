"""Films of a few lines, and the open session a user would have of them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from topa_studio.app.opening import Opening, open_film
from topa_studio.app.session import Notice, ProjectSession

_PLAIN = """\
title: Piers
global_config: {mode: std, sound: false}
scenes:
  - id: 1
    shots:
"""
_PLAIN_SHOT = """\
      - id: {id}
        prompt: "Wide shot. A pier at dusk, number {id}."
        duration: 3
"""


def plain_film(folder: Path, shots: int = 1) -> Path:
    """A film whose shots need nothing but one create each; its scenario file."""
    folder.mkdir(parents=True, exist_ok=True)
    scenario = folder / "film.yaml"
    shot = "".join(_PLAIN_SHOT.format(id=number) for number in range(1, shots + 1))
    scenario.write_text(_PLAIN + shot, encoding="utf-8")
    return scenario


def one_element_film(folder: Path) -> Path:
    """One shot with one element of two views: four creates."""
    scenario = plain_film(folder)
    text = scenario.read_text(encoding="utf-8").replace("A pier", "@Topa on a pier")
    element = '{type: character, description: "A bear", reference_prompts: [front, side]}'
    scenario.write_text(f"elements:\n  Topa: {element}\n{text}", encoding="utf-8")
    return scenario


@asynccontextmanager
async def opened(
    scenario: Path, environment: Mapping[str, str] | None = None, **how: Any
) -> AsyncIterator[ProjectSession]:
    """The film as a session that is closed afterwards."""
    session = await open_film(scenario, Opening(**how), environment or {})
    try:
        yield session
    finally:
        await session.aclose()


def told(session: ProjectSession) -> list[Notice]:
    """Everything the session tells the user from now on."""
    notices: list[Notice] = []
    session.notices.connect(notices.append)
    return notices


def written(path: Path) -> Any:
    """A JSON file as it stands on the disk."""
    return json.loads(path.read_text(encoding="utf-8"))
