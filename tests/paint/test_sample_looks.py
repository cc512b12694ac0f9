"""The sample's elements are drawn as what they are, whatever words the style brings along."""

import pytest

from topa_studio.base.resources import sample_film
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.document import Document
from topa_studio.paint.look import look_of
from topa_studio.pipeline.compose import DEFAULTS, Setup, view_request

_NOUNS = {"Topa": "bear", "Pusha": "bunny", "Box": "box", "Kite": "kite", "Seed": "seed"}


@pytest.mark.parametrize("name", _NOUNS)
def test_each_element_is_read_as_itself(name: str) -> None:
    scenario = Document.open(sample_film() / "scenario.yaml").scenario
    element = scenario.element(name)
    assert element is not None
    setup = Setup(Catalogue.bundled(), DEFAULTS, {})
    request = view_request(scenario, element, 1, setup, None)
    assert look_of(name, request.prompt).noun == _NOUNS[name]


def test_the_second_half_of_a_compound_is_not_the_thing_itself() -> None:
    assert look_of("Topa", "Cosy picture-book look. A small bear").noun == "bear"
