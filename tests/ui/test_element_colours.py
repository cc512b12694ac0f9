"""A colour belongs to its element: no other element's coming, going or moving changes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from topa_studio.model.scenario import Element, FilmConfig, Scenario
from topa_studio.ui.look.element_colours import ElementColours
from topa_studio.ui.look.theme import tokens

NAMES = st.lists(
    st.text("abcdefghij", min_size=1, max_size=6), min_size=1, max_size=12, unique=True
)


def film(names: list[str]) -> Scenario:
    return Scenario(film=FilmConfig(), elements=tuple(Element(name) for name in names), scenes=())


def colours(shown: ElementColours, names: list[str]) -> dict[str, str]:
    return {name: shown.of(film(names), name).name() for name in names}


@pytest.mark.usefixtures("qapp")
@given(names=NAMES, new=st.text("klmn", min_size=1, max_size=4), data=st.data())
def test_a_colour_stays_whatever_happens_to_others(
    names: list[str], new: str, data: st.DataObject
) -> None:
    shown = ElementColours()
    before = colours(shown, names)
    assert len(set(before.values())) == len(names)
    place = data.draw(st.integers(0, len(names)))
    with_new = [*names[:place], new, *names[place:]]
    after = colours(shown, with_new)
    assert {name: after[name] for name in names} == before
    left = data.draw(st.permutations(names))[1:]
    assert colours(shown, left) == {name: before[name] for name in left}
    assert colours(shown, names) == before


@pytest.mark.usefixtures("qapp")
@given(names=NAMES)
def test_a_new_start_gives_the_same_colours_and_one_more_at_the_end_changes_none(
    names: list[str],
) -> None:
    first = colours(ElementColours(), names)
    later = colours(ElementColours(), [*names, "zebra"])
    assert {name: later[name] for name in names} == first


def test_more_elements_than_colours_have_one_all_the_same(qapp: QApplication) -> None:
    names = [f"n{number}" for number in range(30)]
    known = {colour.name() for colour in tokens().elements}
    assert set(colours(ElementColours(), names).values()) == known
    assert qapp is not None
