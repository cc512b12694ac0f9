"""The sample's elements are drawn as what they are, whatever words the style brings along."""

import pytest

from topa_studio.base.resources import sample_film
from topa_studio.catalogue.catalogue import USUAL, Catalogue
from topa_studio.document.document import Document
from topa_studio.paint.look import look_of
from topa_studio.paint.story import story_of
from topa_studio.pipeline.compose import (
    Setup,
    needed_elements,
    shot_prompt,
    view_request,
)

_NOUNS = {"Topa": "bear", "Pusha": "bunny", "Box": "box", "Kite": "kite", "Seed": "seed"}


@pytest.mark.parametrize("name", _NOUNS)
def test_each_element_is_read_as_itself(name: str) -> None:
    scenario = Document.open(sample_film() / "scenario.yaml").scenario
    element = scenario.element(name)
    assert element is not None
    setup = Setup(Catalogue.bundled(), USUAL, {})
    request = view_request(scenario, element, 1, setup, None)
    assert look_of(name, request.prompt).noun == _NOUNS[name]


@pytest.mark.parametrize(
    ("key", "flying"),
    [("2__2", "seed"), ("2__3", "kite"), ("3__1", "kite"), ("3__2", "kite"), ("3__3", "kite"),
     ("4__1", "kite"), ("5__3", "kite"), ("8__1", "kite"), ("8__2", "kite")],
)  # fmt: skip
def test_what_flies_in_a_shot_is_in_its_picture(key: str, flying: str) -> None:
    scenario = Document.open(sample_film() / "scenario.yaml").scenario
    shot = scenario.shot(key)
    elements = needed_elements(scenario, shot)
    looks = [look_of(element.name, element.description) for element in elements]
    story = story_of(shot_prompt(scenario, shot, {}), looks)
    assert flying in {role.look.noun for role in story.roles if role.flying}


def test_what_is_no_thing_of_the_picture_is_not_drawn_into_it() -> None:
    bear = look_of("Topa", "A bear")
    told = "Topa looks at the sky and runs. His ears are like a kite."
    assert [role.look.noun for role in story_of(told, [bear]).roles] == ["bear"]


def test_the_second_half_of_a_compound_is_not_the_thing_itself() -> None:
    assert look_of("Topa", "Cosy picture-book look. A small bear").noun == "bear"
