"""Which take stands on which side: laws that hold for any takes and any keys."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from topa_studio.ui.compare.choosing import FOUR, TWO, first_sides, more_or_fewer

TAKES = some.sets(some.integers(1, 12), min_size=2, max_size=9).map(sorted)


@given(TAKES, some.data(), some.sampled_from((TWO, FOUR)))
def test_sides_always_show_different_takes(
    takes: list[int], data: some.DataObject, count: int
) -> None:
    chosen = data.draw(some.sampled_from([None, *takes]))
    sides = first_sides(takes, chosen, min(count, len(takes)))
    for _ in range(data.draw(some.integers(0, 12))):
        match data.draw(some.sampled_from(("put", "light", "sound", "count"))):
            case "put":
                sides = sides.put(data.draw(some.sampled_from(takes)))
            case "light":
                sides = sides.light(sides.lit + 1)
            case "sound":
                sides = sides.sound(sides.heard + 1)
            case "count":
                wanted = min(data.draw(some.sampled_from((TWO, FOUR))), len(takes))
                here = sides.here
                sides = more_or_fewer(sides, takes, chosen, wanted)
                assert sides.here == here
                assert len(sides.takes) == wanted
        assert len(set(sides.takes)) == len(sides.takes)
        assert set(sides.takes) <= set(takes)
        assert 0 <= sides.lit < len(sides.takes)
        assert 0 <= sides.heard < len(sides.takes)


@given(TAKES)
def test_a_take_that_is_put_is_where_keys_speak_to(takes: list[int]) -> None:
    sides = first_sides(takes, takes[0], TWO)
    for take in takes:
        assert sides.put(take).here == take
