from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.ui.shot_list.lines import AtScene, AtShot, Heights, Line, Lines

HIGH = Heights(scene=34, shot=54)


def walk(lines: Lines) -> list[Line]:
    found: list[Line] = []
    line = lines.at(0)
    while line is not None:
        found.append(line)
        line = lines.after(line)
    return found


@given(st.lists(st.integers(0, 4), max_size=8), st.sets(st.integers(0, 7)))
def test_lines_lie_one_below_the_other_without_a_gap(counts: list[int], folded: set[int]) -> None:
    lines = Lines(counts, folded, HIGH)
    y, found = 0, walk(lines)
    for line in found:
        assert lines.top(line) == y
        assert lines.at(y) == lines.at(y + lines.high(line) - 1) == line
        y += lines.high(line)
    assert y == lines.height
    assert lines.at(y) is None
    assert list(lines.between(0, y)) == found
    assert [lines.before(line) for line in found] == [None, *found[:-1]][: len(found)]
    hidden = sum(count for scene, count in enumerate(counts) if scene in folded)
    assert sum(isinstance(line, AtShot) for line in found) == lines.rows - hidden


def test_a_page_leads_so_far_and_no_farther_than_the_ends() -> None:
    lines = Lines([3, 3], (), HIGH)
    assert lines.page(AtShot(0), 108) == AtShot(2)
    assert lines.page(AtShot(0), 9_000) == AtShot(5)
    assert lines.page(AtShot(4), -9_000) == AtScene(0)
    assert lines.shot_near(AtScene(1), 1) == 3
    assert lines.shot_near(AtScene(1), -1) == 2
    assert lines.shot_near(AtScene(0), -1) is None


def test_only_what_is_seen_is_gone_through_in_a_long_film() -> None:
    lines = Lines([10] * 1000, (), HIGH)
    assert len(list(lines.between(300_000, 300_600))) < 14
    assert lines.top(AtShot(9_999)) == lines.height - HIGH.shot
