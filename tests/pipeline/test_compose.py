"""What the service is asked: the older pipeline's words, the elements, and who overrules whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.jobs import TOPA, VALLEY, film, setup, shot
from topa_studio.base.errors import StudioError
from topa_studio.catalogue.catalogue import USUAL
from topa_studio.model.request import Picture
from topa_studio.model.scenario import Element, ElementKind, FilmConfig, Scenario, Settings
from topa_studio.pipeline.compose import (
    clip_request,
    needs_panel,
    panel_request,
    view_prompts,
    view_request,
)

FRAME = Picture("P01.png", "frame")
OMNI = Settings(model="kling-3.0-omni/text-to-video")


def test_the_prompt_is_style_then_setting_and_lighting_then_the_shots_words() -> None:
    one = shot(prompt="@Topa yawns and\n  stretches.")
    scenario = film(
        one,
        film=FilmConfig(style_prefix="3D animation, soft light"),
        background="Sunny valley",
        lighting="Warm morning light",
    )
    assert clip_request(scenario, "1__1", setup()).prompt == (
        "3D animation, soft light. Setting: Sunny valley. Lighting: Warm morning light. "
        "Topa yawns and stretches"
    )


def test_parts_that_are_not_there_leave_no_trace() -> None:
    assert clip_request(film(shot(prompt="A pier.")), "1__1", setup()).prompt == "A pier"
    lit = film(shot(prompt="A pier"), lighting="Dusk.")
    assert clip_request(lit, "1__1", setup()).prompt == "Lighting: Dusk. A pier"


def test_an_element_with_pictures_is_mentioned_and_one_without_is_plain_text() -> None:
    scenario = film(shot(prompt="@Topa walks through @Valley to @Nobody"))
    request = clip_request(scenario, "1__1", setup(Topa=2), FRAME)
    assert request.prompt == "@topa walks through Valley to Nobody"
    (sent,) = request.elements
    assert (sent.name, sent.description) == ("topa", "A small bear")
    assert [picture.sha256 for picture in sent.pictures] == ["Topa-1", "Topa-2"]


def test_one_picture_is_sent_twice_and_never_more_than_four() -> None:
    scenario = film(shot(prompt="@Topa waves"))
    (one,) = clip_request(scenario, "1__1", setup(Topa=1), FRAME).elements
    assert [picture.sha256 for picture in one.pictures] == ["Topa-1", "Topa-1"]
    (many,) = clip_request(scenario, "1__1", setup(Topa=6), FRAME).elements
    assert [picture.sha256 for picture in many.pictures] == ["Topa-1", "Topa-2", "Topa-3", "Topa-4"]


def test_an_element_that_is_needed_but_not_mentioned_goes_along() -> None:
    scenario = film(shot(prompt="A quiet morning", elements=("Topa",)))
    request = clip_request(scenario, "1__1", setup(Topa=2), FRAME)
    assert [element.name for element in request.elements] == ["topa"]


def test_a_russian_name_goes_out_in_latin_letters_and_the_mention_with_it() -> None:
    bear = Element("Мишка-2", ElementKind.CHARACTER, "Медведь")
    base = film(shot(prompt="@Мишка-2 машет лапой"))
    scenario = Scenario(base.film, (bear,), base.scenes)
    request = clip_request(scenario, "1__1", setup(**{"Мишка-2": 2}), FRAME)
    assert request.elements[0].name == "mishka_2"
    assert request.prompt == "@mishka_2 машет лапой"


def test_the_nearest_setting_wins() -> None:
    by_config = Settings(mode="std", sound=False, model="kling-3.0-omni/text-to-video")
    bare = film(shot())
    assert clip_request(bare, "1__1", setup()).mode == "pro"
    assert clip_request(bare, "1__1", setup()).model == "kling-3.0/video"
    assert clip_request(bare, "1__1", setup()).sound is True
    of_config = clip_request(bare, "1__1", setup(by_config))
    assert (of_config.mode, of_config.sound, of_config.model) == ("std", False, by_config.model)

    in_film = film(shot(), film=FilmConfig(settings=Settings(mode="4K")))
    assert clip_request(in_film, "1__1", setup(by_config)).mode == "4K"
    assert clip_request(in_film, "1__1", setup(by_config)).sound is False

    in_scene = film(
        shot(), film=FilmConfig(settings=Settings(mode="4K")), settings=Settings(mode="std")
    )
    assert clip_request(in_scene, "1__1", setup()).mode == "std"

    in_shot = film(shot(settings=Settings(mode="pro")), settings=Settings(mode="std"))
    assert clip_request(in_shot, "1__1", setup(by_config)).mode == "pro"


def test_a_setting_that_says_no_is_not_taken_for_an_absent_one() -> None:
    quiet = film(shot(settings=Settings(sound=False)), settings=Settings(sound=True))
    assert clip_request(quiet, "1__1", setup()).sound is False
    silent = film(shot(), film=FilmConfig(settings=Settings(sound=False)))
    assert clip_request(silent, "1__1", setup(replace(USUAL, sound=True))).sound is False


@pytest.mark.parametrize(
    ("scenario", "told"),
    [
        (film(shot(duration=20)), "The shot is 20 s long; the model makes 3 to 15 s."),
        (film(shot(duration=2)), "The shot is 2 s long; the model makes 3 to 15 s."),
        (
            film(shot(settings=Settings(model="kling-9"))),
            "No model is called kling-9. Choose another one.",
        ),
        (
            film(shot(settings=Settings(mode="8K"))),
            "Kling 3.0 has no quality 8K. It has: std, pro, 4K.",
        ),
        (
            film(shot(), film=FilmConfig(aspect_ratio="21:9")),
            "Kling 3.0 makes no films in 21:9. It makes: 16:9, 9:16, 1:1.",
        ),
    ],
)
def test_what_the_model_cannot_make_is_told_before_it_is_sent(
    scenario: Scenario, told: str
) -> None:
    with pytest.raises(StudioError) as caught:
        clip_request(scenario, "1__1", setup())
    assert str(caught.value) == told


def test_elements_without_a_start_picture_are_told() -> None:
    with pytest.raises(StudioError, match="needs a start picture"):
        clip_request(film(shot(prompt="@Topa waves", start="none")), "1__1", setup(Topa=2))
    with pytest.raises(StudioError, match="An end picture needs a start picture"):
        clip_request(film(shot()), "1__1", setup(), end=FRAME)


def test_too_many_elements_are_told_with_the_limit() -> None:
    names = ["Anna", "Bela", "Cora", "Dina"]
    base = film(shot(prompt=" ".join(f"@{name}" for name in names)))
    scenario = Scenario(base.film, tuple(replace(TOPA, name=name) for name in names), base.scenes)
    with pytest.raises(StudioError, match=r"has 4 elements with pictures; Kling 3\.0 takes 3"):
        clip_request(scenario, "1__1", setup(**dict.fromkeys(names, 2)), FRAME)


def test_a_shot_starts_from_its_panel_only_where_that_is_needed_or_said() -> None:
    assert needs_panel(film(shot(prompt="@Topa waves")), "1__1", setup(Topa=2))
    assert needs_panel(film(shot(prompt="A pier", start="panel")), "1__1", setup())
    assert not needs_panel(film(shot(prompt="A pier")), "1__1", setup())
    assert not needs_panel(film(shot(prompt="@Topa waves", start="me.png")), "1__1", setup(Topa=2))
    omni = film(shot(prompt="@Topa waves"), settings=OMNI)
    assert not needs_panel(omni, "1__1", setup(Topa=2))


def test_the_panel_shows_the_same_words_with_the_elements_first_pictures() -> None:
    scenario = film(shot(prompt="@Topa walks through @Valley"), background="Sunny valley")
    request = panel_request(scenario, "1__1", setup(Topa=3, Valley=3))
    assert request.prompt.startswith("Setting: Sunny valley. Topa walks through Valley")
    assert request.prompt.endswith("Reference pictures in this order: Topa, Valley")
    assert [picture.sha256 for picture in request.references] == ["Topa-1", "Valley-1"]
    assert request.aspect_ratio == "16:9"


def test_an_element_gets_its_own_views_else_those_of_its_kind() -> None:
    assert view_prompts(TOPA) == ("front view", "side view")
    bear = view_prompts(Element("Bear", ElementKind.CHARACTER, "A bear"))
    assert [prompt.split(",")[0] for prompt in bear] == [
        "front view",
        "side view",
        "three-quarter view",
        "in an action pose",
    ]
    assert all("white" in prompt for prompt in bear)
    assert view_prompts(VALLEY) == ("wide view", "medium view", "detail view")
    assert view_prompts(Element("Nothing")) == ()


def test_the_first_view_stands_alone_and_the_others_keep_its_look() -> None:
    scenario = film(shot(), film=FilmConfig(style_prefix="3D", aspect_ratio="9:16"))
    first = view_request(scenario, TOPA, 1, setup(), None)
    second = view_request(scenario, TOPA, 2, setup(), FRAME)
    for request, view in ((first, "front view"), (second, "side view")):
        for part in ("3D", "A small bear", view):
            assert part in request.prompt.split(". ")
    assert first.references == ()
    assert second.references == (FRAME,)
    assert "same character" in second.prompt
    assert "same" not in first.prompt
    assert (first.aspect_ratio, first.model) == ("1:1", "nano-banana-2-1")
    assert view_request(scenario, VALLEY, 1, setup(), None).aspect_ratio == "9:16"
