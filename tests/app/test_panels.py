"""Panels first: who gets one at one press, its own words, and which of several stands."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.support.open_film import one_element_film, opened, plain_film
from tests.support.small_kie import picture_bytes, small_kie
from topa_studio.app.panels import without_panel
from topa_studio.document.edits import (
    DuplicateScene,
    RenameElement,
    SetField,
    ShotTarget,
)
from topa_studio.film.ladder import Source
from topa_studio.model.marks import TakeRef
from topa_studio.model.status import Consent, Stage
from topa_studio.model.wish import clips, panels

A, B = "1__1", "1__2"


def test_accepted_own_empty_and_made_shots_are_left_out(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 6)
            (tmp_path / "me.png").write_bytes(picture_bytes())
            async with opened(film, kie.environment()) as session:
                said = (("locked", True, 2), ("still", "me.png", 3), ("prompt", "", 4))
                for field, value, number in said:
                    target = ShotTarget(f"1__{number}")
                    await session.edit("x", [SetField(target, field, value)])
                await session.make([*clips("1__5"), *panels("1__6")])
                await session.edit("x", [DuplicateScene("1")])
                first, second = (scene.id for scene in session.film.scenes)
                assert without_panel(session, first) == (A,)
                # What was accepted is not accepted as a copy.
                others = [shot.key for shot in session.film.scene(second).shots]
                wanted = tuple(others[place] for place in (0, 1, 4, 5))
                assert without_panel(session, second) == wanted
                every = without_panel(session)
                assert every == (A, *wanted)
                quote = session.quote(panels(*every))
                assert (quote.images, quote.credits) == (5, 5 * 4)
                await session.make(panels(*every), consent=Consent(shown=quote.credits))
                assert without_panel(session) == ()
                assert len(kie.accepted) == 2 + 5

    asyncio.run(run())


def test_the_newest_good_panel_stands_or_the_chosen_one_and_the_clip_follows(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            text = film.read_text(encoding="utf-8")
            film.write_text(text.replace("duration: 3", "duration: 3\n        start: panel"))
            async with opened(film, kie.environment()) as session:
                await session.make(panels(A))
                kie.picture = picture_bytes(1280, 720)
                await session.make(panels(A), consent=Consent(same=True))
                await session.make(clips(A))
                assert len(session.takes.of(A, panel=True)) == 2
                stands = session.shot(A)
                assert stands.panel is not None
                assert (stands.panel.number, stands.out_of_date) == (2, False)
                await session.takes.choose(TakeRef(A, 1, panel=True))
                assert session.shot(A).out_of_date
                await session.undo()
                assert not session.shot(A).out_of_date
                await session.takes.reject([TakeRef(A, 2, panel=True)])
                stands = session.shot(A)
                assert stands.panel is not None
                assert (stands.panel.number, stands.out_of_date) == (1, True)

    asyncio.run(run())


def test_a_panel_stands_in_the_film_until_there_is_a_clip(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            await session.make(panels(A))
            (cut,) = session.cuts()
            panel = session.shot(A).panel
            assert panel is not None
            assert (cut.source, cut.path) == (Source.PANEL, panel.path)
            await session.make(clips(A))
            assert session.cuts()[0].source is Source.CLIP

    asyncio.run(run())


def test_a_panels_own_words_are_drawn_with_the_elements_they_mention(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            text = film.read_text(encoding="utf-8").replace("@Topa on a pier", "A pier")
            film.write_text(text, encoding="utf-8")
            async with opened(film, kie.environment()) as session:
                said = SetField(ShotTarget(A), "panel_prompt", "@Topa at the lamp, close-up")
                await session.edit("Words", [said])
                quote = session.quote(panels(A))
                assert (quote.images, quote.credits) == (3, 3 * 4)
                await session.make(panels(A), consent=Consent(shown=quote.credits))
                panel = kie.accepted[-1]["input"]
                assert "Topa at the lamp, close-up" in panel["prompt"]
                assert "dusk" not in panel["prompt"]
                assert len(panel["image_input"]) == 1
                # The clip has its own words, and none of the panel's elements.
                await session.make(clips(A))
                assert "kling_elements" not in kie.accepted[-1]["input"]
                assert session.shot(A).stage is Stage.MADE
                await session.edit("Name", [RenameElement("Topa", "Bruno")])
                assert session.film.shot(A).panel_prompt == "@Bruno at the lamp, close-up"

    asyncio.run(run())
