"""Our `dataclass` gives values that are what those of the standard library are."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import field, replace
from typing import Any

import pytest

from topa_studio.base import values


def made_by(dataclass: Callable[..., Any]) -> tuple[Any, Any, Any]:
    @dataclass(frozen=True, slots=True)
    class Card:
        """A card."""

        key: str
        seconds: float = 5.0
        tags: list[str] = field(default_factory=list, compare=False)
        told: str = field(init=False, default="", repr=False)

    @dataclass(slots=True)
    class Row:
        """A row that changes."""

        place: int
        names: dict[str, int] = field(default_factory=dict)
        seen: list[int] = field(init=False, default_factory=list)

    @dataclass(frozen=True, slots=True, eq=False)
    class Sign:
        """Nothing in it."""

    return Card, Row, Sign


OURS, THEIRS = made_by(values.dataclass), made_by(dataclasses.dataclass)


def outcomes(kinds: tuple[Any, Any, Any]) -> list[object]:
    """What can be seen of values of these classes."""
    card, row, sign = kinds
    one, same, other = card("a", 2.0, ["x"]), card("a", seconds=2.0), card("b")
    two = row(1)
    two.place, two.names["a"] = 2, 1
    return [
        repr(one).rpartition(".")[2], repr(other).rpartition(".")[2], repr(two).rpartition(".")[2],
        one == same, one == other, one != same, one == ("a", 2.0), hash(one) == hash(same),
        hash(one) == hash(("a", 2.0, "")), {one: 1}.get(same), replace(one, key="c").key,
        replace(one).tags is one.tags, dataclasses.asdict(one), dataclasses.astuple(two),
        copy.copy(one) == one, copy.deepcopy(one).tags == ["x"], card.__match_args__,
        row(1) == row(1), row(1) == two, row.__hash__, row(1).seen is row(1).seen,
        sign() == sign(), len({sign(), sign()}), hasattr(one, "__dict__"), card.__doc__,
        [each.name for each in dataclasses.fields(card)], card("a", float("nan")) == one,
    ]  # fmt: skip


def test_all_that_is_seen_of_a_value_is_the_same() -> None:
    assert outcomes(OURS) == outcomes(THEIRS)


@pytest.mark.parametrize("given", [((), {}), (("a", 1, [], "b"), {}), (("a",), {"no": 1})])
def test_what_a_class_does_not_take_is_refused(given: tuple[Any, dict[str, Any]]) -> None:
    for card in (OURS[0], THEIRS[0]):
        with pytest.raises(TypeError):
            card(*given[0], **given[1])


def test_a_frozen_value_stays_as_it_is() -> None:
    card = OURS[0]("a")
    changes: list[Callable[[], object]] = [
        lambda: setattr(card, "key", "b"), lambda: delattr(card, "key"),
    ]  # fmt: skip
    for change in changes:
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert card.key == "a"


@values.dataclass(frozen=True, slots=True)
class Sent:
    """One that goes to another process."""

    key: str
    numbers: tuple[int, ...] = ()


def test_a_value_goes_to_another_process_and_back() -> None:
    assert pickle.loads(pickle.dumps(Sent("a", (1, 2)))) == Sent("a", (1, 2))
