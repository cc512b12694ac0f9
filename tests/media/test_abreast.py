"""Many files are looked at side by side, and told of as one by one."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.support.numbered import numbered_clip
from topa_studio.base.errors import MediaError
from topa_studio.media.abreast import asked_abreast, children_for
from topa_studio.media.apart import Apart


def test_no_more_children_than_cores_and_none_for_a_few_files() -> None:
    assert [children_for(files, 4) for files in (0, 1, 11, 12, 23, 24, 160)] == [
        1, 1, 1, 2, 3, 4, 4,
    ]  # fmt: skip
    assert children_for(160, 64) == 6
    assert children_for(160, 1) == 1


def test_two_are_looked_at_at_once_in_two_processes_that_are_gone_behind_it(
    tmp_path: Path,
) -> None:
    good = numbered_clip(tmp_path / "good.mp4", 3, 24)
    bad = tmp_path / "bad.mp4"
    bad.write_bytes(good.read_bytes()[:200])
    files = [good, bad, tmp_path / "none.mp4"] * 4
    both = threading.Barrier(2, timeout=60)
    asked: list[Path] = []
    children: set[Apart] = set()

    def ask(apart: Apart, path: Path) -> object:
        both.wait()
        asked.append(path)
        children.add(apart)
        return _told(apart, path)

    found = asked_abreast(ask, files, children=2)
    assert sorted(asked) == sorted(files)
    assert found == [_told(Apart.shared(), path) for path in files]
    assert found[1] == "media.unreadable"
    assert len(children) == 2
    assert [each.pid for each in children - {Apart.shared()}] == [None]


def test_what_is_raised_is_raised_and_no_child_stays() -> None:
    children: set[Apart] = set()

    def ask(apart: Apart, number: int) -> int:
        children.add(apart)
        if number == 3:
            raise OSError("gone")
        return number

    with pytest.raises(OSError, match="gone"):
        asked_abreast(ask, range(8), children=2)
    assert all(each.pid is None for each in children - {Apart.shared()})


def _told(apart: Apart, path: Path) -> object:
    try:
        return apart.probe(path)
    except MediaError as error:
        return error.code
