"""What pictures are asked for: no sound, no camera moves, nothing twice; what lies there stays."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.jobs import film, setup, shot
from tests.support.open_film import one_element_film, opened
from tests.support.small_kie import small_kie
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.repeated_words import unsaid_in
from topa_studio.model.request import ClipRequest
from topa_studio.model.scenario import Element, ElementKind, FilmConfig
from topa_studio.model.status import Consent
from topa_studio.model.still_words import still_words
from topa_studio.model.wish import clips
from topa_studio.pipeline import compose
from topa_studio.pipeline.compose import clip_request, panel_request, view_request


@pytest.mark.parametrize(
    ("told", "seen"),
    [
        ("Wide shot. A pier. Slow push-in. Sound: gulls, a bell.", "Wide shot. A pier."),
        ("A pier at dusk. Locked static frame.", "A pier at dusk."),
        ("Wide shot, slow push-in on the boat. A boat lands.", "Wide shot. A boat lands."),
        ("The camera slowly follows her. She stops.", "She stops."),
        ("Общий план. Лодка. Медленный наезд. Звук: чайки.", "Общий план. Лодка."),
        ("Camera: handheld. Two dogs sit down!", "Two dogs sit down!"),
        # What only sounds alike is of the picture.
        ("A lamp is locked to the wall.", "A lamp is locked to the wall."),
        ("He tilts up his head, then stops.", "He tilts up his head, then stops."),
        ("A camera stands on the table.", "A camera stands on the table."),
        ("The sound box is open.", "The sound box is open."),
        # Nothing else is said: there would be nothing to draw.
        ("Slow push-in. Sound: wind.", "Slow push-in. Sound: wind."),
    ],
)
def test_a_still_is_asked_for_what_can_be_seen_in_it(told: str, seen: str) -> None:
    assert still_words(told) == seen


def test_the_panel_is_asked_for_without_them_and_the_clip_with_them() -> None:
    scenario = film(shot(prompt="Wide shot. @Topa waves. Slow push-in. Sound: a bell."))
    panel = panel_request(scenario, "1__1", setup(Topa=2)).prompt
    assert panel.startswith("Wide shot. Topa waves. One still frame")
    clip = clip_request(scenario, "1__1", setup()).prompt
    assert clip == "Wide shot. Topa waves. Slow push-in. Sound: a bell"


def test_a_picture_of_an_element_is_told_nothing_twice() -> None:
    fox = Element(
        "Fox",
        ElementKind.CHARACTER,
        "Small red fox, blue scarf, white tail tip",
        ("Small red fox with a blue scarf, front view, plain white background", "side view"),
    )
    scenario = film(shot(), film=FilmConfig(style_prefix="3D"))
    first = view_request(scenario, fox, 1, setup(), None).prompt
    assert first == (
        "Small red fox with a blue scarf, front view, plain white background. white tail tip. 3D"
    )
    second = view_request(scenario, fox, 2, setup(), None).prompt
    assert second == "Small red fox, blue scarf, white tail tip. side view. 3D"


WORDS = st.lists(st.sampled_from(["red", "fox", "blue", "scarf", "tail"]), min_size=1).map(" ".join)


@given(WORDS, st.lists(WORDS, min_size=1))
def test_no_phrase_of_a_description_is_lost(prompt: str, phrases: list[str]) -> None:
    unsaid = unsaid_in(prompt, ", ".join(phrases)).split(", ")
    for phrase in phrases:
        assert phrase in unsaid or set(phrase.split()) <= set(prompt.split())


def test_a_panel_of_an_earlier_version_is_not_made_again_and_its_clip_stays_fresh(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Panels were asked for with the words of sound and camera; what lies there counts."""

    async def run() -> None:
        async with small_kie() as kie:
            path = one_element_film(tmp_path)
            text = path.read_text().replace("number 1.", "number 1. Slow push-in. Sound: gulls.")
            path.write_text(text)
            with monkeypatch.context() as earlier:
                earlier.setattr(compose, "still_words", str)
                async with opened(path, kie.environment()) as session:
                    await session.make(clips("1__1"))
            assert sum("push-in" in sent["input"]["prompt"] for sent in kie.accepted) == 2
            made = len(kie.accepted)
            async with opened(path, kie.environment()) as session:
                assert not session.shot("1__1").out_of_date
                assert session.quote(clips("1__1")).images == 0
                await session.make(clips("1__1"), consent=Consent(same=True))
                assert len(kie.accepted) == made + 1  # the clip alone
                await session.edit("x", [SetField(ShotTarget("1__1"), "prompt", "@Topa sits.")])
                assert session.quote(clips("1__1")).images == 1

    asyncio.run(run())


def test_a_clip_that_waits_for_pictures_is_priced_and_shown_with_all_of_them(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        path = one_element_film(tmp_path)
        path.write_text(path.read_text().replace("[front, side]", "[front, side, top, back]"))
        async with opened(path) as session:
            clip = session.wishes.estimate().requests(*clips("1__1"))[-1]
            assert isinstance(clip, ClipRequest)
            (topa,) = clip.elements
            assert len({picture.sha256 for picture in topa.pictures}) == 4

    asyncio.run(run())
