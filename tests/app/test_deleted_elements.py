"""A deleted element comes back with all that went with it, and leaves nothing of its own behind."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.open_film import opened
from topa_studio.app.file.trash import Trashed
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import DocumentError
from topa_studio.document.edits import (
    AddElement,
    DeleteElement,
    DeleteScene,
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
HATS = f"""\
elements:
  Topa:
    type: character
    description: "A bear"
    reference_prompts: ["@Topa from the front", "@Topa with the @Hat on"]
  Valley: {{type: background, description: "Green"}}
  Hat: {{type: prop, description: "Red", reference_prompts: ["@Hat of @Topa, @Topa's own"]}}
{SHOTS}\
  - id: 2
    shots:
      - id: 1
        prompt: |
          Low angle. @Topa and (@Hat) in @Valley, not topa@Topa.
          @Hat @Topa @Hat.
        elements_needed: [Hat, Topa, Valley]
        duration: 3
"""
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
                SetField(ShotTarget("1__3"), "prompt", "Topa? No: a topa near @Valley."),
                DeleteShot("1__2"),
            ]
            for edit in later:
                await session.edit("Later", [edit])
            await session.past.restore(trashed)
            scenario = session.document.scenario
            assert scenario.element("Topa") is not None
            assert scenario.shot("1__1").prompt == "Wide shot. @Topa sleeps on."
            assert scenario.shot("1__3").prompt == "Topa? No: a topa near @Valley."
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


def test_one_of_two_deleted_at_once_comes_back_with_its_own_mentions(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(film(tmp_path, BY_NAME)) as session:
            both = [DeleteElement("Topa"), DeleteElement("Valley")]
            await session.edit("Delete elements", both)
            kept = {trashed.name: trashed for trashed in await session.past.trash()}
            await session.past.restore(kept["Topa"])
            scenario = session.document.scenario
            assert {element.name for element in scenario.elements} == {"Topa"}
            assert scenario.shot("1__1").prompt == "Wide shot. @Topa wakes in Valley."
            assert scenario.shot("1__1").elements == ("Topa",)
            await session.past.restore(kept["Valley"])
            assert session.document.text == BY_NAME

    asyncio.run(run())


DELETIONS: tuple[Edit, ...] = (
    DeleteElement("Topa"),
    DeleteElement("Valley"),
    DeleteElement("Hat"),
    DeleteShot("1__1"),
    DeleteShot("1__2"),
    DeleteScene("2"),
)


@settings(max_examples=15, deadline=None)
@given(
    deletions=st.lists(st.sampled_from(DELETIONS), unique=True, min_size=2),
    ends=st.sets(st.integers(1, 5)),
    chance=st.randoms(use_true_random=False),
)
def test_whatever_is_deleted_comes_back_with_its_mentions_in_any_order(
    tmp_path_factory: pytest.TempPathFactory,
    deletions: list[Edit],
    ends: set[int],
    chance: Random,
) -> None:
    """`ends`: where one edit ends and the next begins."""
    cuts = sorted({0, len(deletions), *(end for end in ends if end < len(deletions))})

    async def run() -> None:
        async with opened(film(tmp_path_factory.mktemp("film"), HATS)) as session:
            words = _words(session)
            for start, end in pairwise(cuts):
                await session.edit("Delete", deletions[start:end])
            kept = list(await session.past.trash())
            assert len(kept) == len(deletions)
            chance.shuffle(kept)
            for trashed in kept:
                await session.past.restore(trashed)
            assert _words(session) == words

    asyncio.run(run())


def _words(session: ProjectSession) -> object:
    """All words that can mention, and all lists of names."""
    scenario = session.document.scenario
    shots = {shot.key: (shot.prompt, set(shot.elements)) for shot in scenario.shots()}
    return shots, {element.name: element.reference_prompts for element in scenario.elements}


def test_a_name_taken_out_of_the_words_by_hand_is_not_marked_in_a_shot_from_the_trash(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with opened(film(tmp_path, BY_NAME)) as session:
            await session.past.restore(await deleted(session))
            plain = "Close-up. Topa smiles."
            await session.edit("Words", [SetField(ShotTarget("1__2"), "prompt", plain)])
            await session.edit("Delete", [DeleteShot("1__2")])
            await session.past.restore((await session.past.trash())[0])
            assert session.document.scenario.shot("1__2").prompt == plain

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
