"""What is written under practice drawings: names as the film has them, and what happens."""

from __future__ import annotations

import pytest

from tests.support.jobs import film, setup, shot
from topa_studio.paint.story import story_of
from topa_studio.pipeline.compose import panel_request
from topa_studio.practice.shown_names import shown_name, with_shown_names

TOLD = "Setting: A valley. Lighting: Dusk. @seed floats over @topa. Slow push-in. Sound: wind"
UPLOADED = "http://127.0.0.1:1/files/topa-studio/{}-0123456789-ab12cd.png"


def test_a_clips_caption_calls_its_elements_as_the_film_does() -> None:
    shown = {"seed": shown_name("seed", [UPLOADED.format("Seed1")], "seed"), "topa": "Topa"}
    assert shown["seed"] == "Seed"
    assert story_of(with_shown_names(TOLD, shown), []).caption == "Seed floats over Topa."


@pytest.mark.parametrize(
    ("wire", "file", "shown"),
    [
        ("red_kite", "Red_Kite2", "Red_Kite"),
        ("topa", "portrait", "Topa"),  # a picture of the user's own has any name
        ("topa_3fa2b1", "x", "Topa"),  # a mark that keeps two names apart is no name
        ("e_3fa2b1", "x", "bear"),  # no letter of the name can be told
        ("e", "x", "bear"),
    ],
)
def test_a_name_of_the_wire_is_told_as_a_name(wire: str, file: str, shown: str) -> None:
    assert shown_name(wire, [UPLOADED.format(file)], "bear") == shown


def test_a_panels_caption_holds_nothing_that_is_meant_for_a_model() -> None:
    scenario = film(shot(prompt="Wide shot. @Topa waves."), background="A valley", lighting="Dusk")
    prompt = panel_request(scenario, "1__1", setup(Topa=2)).prompt
    assert "One still frame" in prompt
    assert story_of(prompt, []).caption == "Topa waves."
