"""A deleted element comes back with all that went with it, and leaves nothing of its own behind."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.support.open_film import opened
from topa_studio.app.session import ProjectSession
from topa_studio.app.trash import Trashed
from topa_studio.base.errors import DocumentError
from topa_studio.document.edits import (
    AddElement,
    DeleteElement,
    DeleteShot,
    Edit,
    SetField,
    ShotTarget,
)
from topa_studio.model.scenario import ElementKind

SHOTS = """\
scenes:
  - id: 1
    shots:
      # he wakes
      - id: 1
        prompt: "Wide shot. @Topa wakes in @Valley."   # slowly
        elements_needed: [Topa, Valley]
        duration: 3
      - id: 2
        prompt: "Close-up. @Topa smiles."
        duration: 3
      - id: 3
        prompt: "High angle. @Valley at noon."
        duration: 3
"""
BY_NAME = f"""\
elements:
  # the bear
  # who wakes
  Topa:
    type: character
    description: "A bear"   # small
    # more of it later
  # the valley
  Valley: {{type: background, description: "Green"}}
{SHOTS}"""
LISTED = f"""\
elements:
  characters:
    # the bear
    # who wakes
    - name: Topa
      description: "A bear"   # small
  backgrounds:
    # the valley
    - name: Valley
      description: "Green"
{SHOTS}"""
BEAR = ("the bear", "who wakes", "small", "more of it later")


def film(folder: Path, text: str) -> Path:
    scenario = folder / "film.yaml"
    scenario.write_text(text, encoding="utf-8")
    return scenario


async def deleted(session: ProjectSession, name: str = "Topa", mentions: str = "plain") -> Trashed:
    """What the trash holds after the element is deleted."""
    edit = DeleteElement(name, mentions)  # type: ignore[arg-type]
    await session.edit("Delete element", [edit])
    return (await session.past.trash())[0]


@pytest.mark.parametrize("text", [BY_NAME, LISTED])
@pytest.mark.parametrize("mentions", ["plain", "keep"])
def test_it_comes_back_with_its_mentions_and_comments(
    tmp_path: Path, text: str, mentions: str
) -> None:
    async def run() -> None:
        async with opened(film(tmp_path, text)) as session:
            trashed = await deleted(session, mentions=mentions)
            gone = session.document.text
            assert "Topa:" not in gone
            assert not [words for words in BEAR if words in gone]
            assert "# the valley" in gone
            assert ("@Topa" in gone) is (mentions == "keep")
            await session.past.restore(trashed)
            assert session.document.text == text
            await session.undo()
            assert session.document.text == gone

    asyncio.run(run())


@pytest.mark.parametrize("text", [BY_NAME, LISTED])
def test_what_was_changed_since_stays(tmp_path: Path, text: str) -> None:
    async def run() -> None:
        async with opened(film(tmp_path, text)) as session:
            trashed = await deleted(session)
            later: list[Edit] = [
                SetField(ShotTarget("1__1"), "prompt", "Wide shot. Topa sleeps on."),
                SetField(ShotTarget("1__3"), "title", "Noon"),
                DeleteShot("1__2"),
            ]
            for edit in later:
                await session.edit("Later", [edit])
            await session.past.restore(trashed)
            scenario = session.document.scenario
            assert scenario.element("Topa") is not None
            assert scenario.shot("1__1").prompt == "Wide shot. Topa sleeps on."
            assert scenario.shot("1__1").elements == ("Topa", "Valley")
            assert scenario.shot("1__3").title == "Noon"
            assert not scenario.has_shot("1__2")

    asyncio.run(run())


def test_it_is_not_put_beside_another_one_of_its_name(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(film(tmp_path, LISTED)) as session:
            trashed = await deleted(session)
            other = AddElement("Topa", ElementKind.PROP, {"description": "A stone"})
            await session.edit("Add", [other])
            before = session.document.text
            with pytest.raises(DocumentError, match="Topa"):
                await session.past.restore(trashed)
            assert session.document.text == before

    asyncio.run(run())


def test_one_of_two_deleted_at_once_comes_back_alone(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(film(tmp_path, BY_NAME)) as session:
            both = [DeleteElement("Topa"), DeleteElement("Valley")]
            await session.edit("Delete elements", both)
            kept = {trashed.name: trashed for trashed in await session.past.trash()}
            await session.past.restore(kept["Topa"])
            names = {element.name for element in session.document.scenario.elements}
            assert names == {"Topa"}

    asyncio.run(run())


def test_the_only_element_by_name_takes_its_comments_along(tmp_path: Path) -> None:
    async def run() -> None:
        text = f'elements:\n  # the bear\n  Topa: {{type: character, description: "A"}}\n{SHOTS}'
        async with opened(film(tmp_path, text.replace("@Valley", "a valley"))) as session:
            before = session.document.text
            trashed = await deleted(session)
            assert session.document.text.startswith("elements: {}\nscenes:")
            await session.past.restore(trashed)
            assert session.document.text == before

    asyncio.run(run())
