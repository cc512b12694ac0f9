"""Plain code takes of a mapping exactly what pydantic takes, with the same values."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from topa_studio.document.reading.definition import definition
from topa_studio.document.reading.fitting import Misfit, fitting
from topa_studio.document.reading.format import (
    AnswerPart,
    AudioPart,
    CaptionPart,
    CommentPart,
    ElementPart,
    EndingPart,
    GlobalConfig,
    LinePart,
    NamedElement,
    Part,
    ScenePart,
    ShotPart,
    TransitionPart,
    TrimPart,
    known_keys,
)

_PARTS = [
    AnswerPart, AudioPart, CaptionPart, CommentPart, ElementPart, EndingPart, GlobalConfig,
    LinePart, NamedElement, ScenePart, ShotPart, TransitionPart, TrimPart,
]  # fmt: skip
_ELSEWHERE = {"shots", "elements", "scenes"}
_SINGLE = (
    st.none()
    | st.booleans()
    | st.integers(-9, 40)
    | st.integers(-(10**18), 10**18)
    | st.floats()
    | st.sampled_from(
        [0, 0.0, -0.0, 1.0, 2.5, 5.0, "5", " 7 ", "1_0", "5.0", "", "٣", "16:9", 1e300]
    )
    | st.sampled_from(
        ["cut", "fade", "music", "voice", "prop", "character", "9:16", "Cut", "\ud800"]
    )
    | st.text(max_size=4)
)
_INNER = [*known_keys(AudioPart), *known_keys(TrimPart), *known_keys(TransitionPart)]
_MAPPING = st.dictionaries(
    st.sampled_from(_INNER) | st.text(max_size=2) | st.integers(0, 2), _SINGLE
)
_VALUE = _SINGLE | _MAPPING | st.lists(_SINGLE | _MAPPING, max_size=3)


@st.composite
def mappings(draw: st.DrawFn) -> tuple[type[Part], dict[str, Any]]:
    part = draw(st.sampled_from(_PARTS))
    keys = [key for key in known_keys(part) if key not in _ELSEWHERE]
    chosen = draw(st.lists(st.sampled_from([*keys, "own", "start"]), max_size=4, unique=True))
    return part, {key: draw(_VALUE) for key in chosen}


def values(part: type[Part], read: object) -> dict[str, object]:
    """All that a mapping says, as text: so that 5, 5.0 and True differ, and NaN is itself."""
    found: dict[str, object] = {}
    for name, _kind in part.KINDS.values():
        value = getattr(read, name)
        found[name] = repr(
            [_inner(each) for each in value] if isinstance(value, list) else _inner(value)
        )
    return found


def _inner(value: object) -> object:
    if not isinstance(value, (Part, BaseModel)):
        return value
    own = next(part for part in _PARTS if part.__name__ == type(value).__name__)
    return values(own, value)


@settings(max_examples=600, deadline=None)
@given(mappings())
def test_what_fits_plain_code_fits_pydantic_with_equal_values(
    given_: tuple[type[Part], dict[str, Any]],
) -> None:
    part, data = given_
    try:
        expected = definition(part).model_validate(data)
    except ValidationError:
        with pytest.raises(Misfit):
            fitting(data, part)
        return
    read = fitting(data, part)
    assert values(part, read) == values(part, expected)
    assert read.model_fields_set == {name for key, (name, _) in part.KINDS.items() if key in data}


@pytest.mark.parametrize("huge", [10**400, -(10**400), 10**5000], ids=["1", "2", "3"])
def test_what_a_float_cannot_hold_is_left_to_pydantic(huge: int) -> None:
    with pytest.raises(Misfit):
        fitting({"budget_credits": huge}, GlobalConfig)
