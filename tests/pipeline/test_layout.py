"""Every name becomes a file name that each system takes, and no two names share one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.jobs import layout
from topa_studio.pipeline.folder.layout import file_name, receipt_of

NAMES = st.text(min_size=1, max_size=120) | st.sampled_from(
    ["1__1", "CON", "nul.txt", "a/b", "a:b", "..", ".hidden", "tail.", "tail ", "Лес", "x" * 101]
)
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)}
_REFUSED_BY_WINDOWS = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@pytest.mark.parametrize("name", ["1__1", "scene_01__2", "Topa", "Топа", "St. Bernard", "a-b c"])
def test_plain_names_stay_as_the_older_pipeline_wrote_them(name: str) -> None:
    assert file_name(name) == name


@given(NAMES)
def test_every_system_takes_the_file_name(name: str) -> None:
    made = file_name(name)
    assert made
    assert not _REFUSED_BY_WINDOWS.search(made)
    assert not made.startswith(".")
    assert not made.endswith((".", " "))
    assert made.partition(".")[0].lower() not in _DEVICES
    assert len(made.encode()) <= 100


@given(st.lists(NAMES, min_size=2, max_size=6, unique=True))
def test_two_names_never_share_a_file(names: list[str]) -> None:
    assert len({file_name(name) for name in names}) == len(names)


def test_files_lie_where_the_older_pipeline_looks_for_them(tmp_path: Path) -> None:
    place = layout(tmp_path)
    output = tmp_path / "output"
    assert place.view("Topa", 2) == output / "elements" / "Topa" / "Topa2.png"
    assert place.clip("1__2") == output / "film" / "shots" / "1__2.mp4"
    assert place.scene_clip("1_part0") == output / "film" / "shots" / "scene_1_part0.mp4"
    assert place.status == output / "film" / "status.json"
    assert place.scene_status == output / "film" / "scene_status.json"
    assert place.elements_status == output / "elements_status.json"


def test_takes_panels_and_receipts_lie_side_by_side(tmp_path: Path) -> None:
    place = layout(tmp_path)
    film = tmp_path / "output" / "film"
    assert place.take("1__2", 3) == film / "takes" / "1__2" / "T03.mp4"
    assert place.panel("1__2", 1) == film / "panels" / "1__2" / "P01.png"
    assert receipt_of(place.take("1__2", 3)) == film / "takes" / "1__2" / "T03.json"


def test_stored_paths_are_relative_and_the_same_on_every_system(tmp_path: Path) -> None:
    place = layout(tmp_path)
    stored = place.relative(place.take("1__2", 3))
    assert stored == "output/film/takes/1__2/T03.mp4"
    assert place.absolute(stored) == place.take("1__2", 3)
    elsewhere = tmp_path.parent / "other.png"
    assert place.absolute(place.relative(elsewhere)) == elsewhere
