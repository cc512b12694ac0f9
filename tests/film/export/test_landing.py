"""An export appears whole under its name, replaces nothing unasked, and leaves no part."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topa_studio.base.errors import MediaError
from topa_studio.film.export.landing import Landing, file_title, free_name, part_of
from topa_studio.film.export.trouble import trouble_of


def landed(target: Path, *, may_replace: bool = False) -> Landing:
    landing = Landing(target, may_replace=may_replace)
    landing.begin()
    landing.part.write_bytes(b"film")
    landing.land()
    return landing


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_is_there_whole_and_nothing_else_is(tmp_path: Path) -> None:
    target = tmp_path / "out" / "Фильм #1.mp4"
    landed(target)
    assert target.read_bytes() == b"film"
    assert names(tmp_path / "out") == ["Фильм #1.mp4"]


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(tmp_path: Path) -> None:
    target = tmp_path / "film.mp4"
    target.write_bytes(b"old")
    with pytest.raises(MediaError) as caught:
        Landing(target).begin()
    assert caught.value.code == "export.exists"
    assert target.read_bytes() == b"old"
    landed(target, may_replace=True)
    assert target.read_bytes() == b"film"
    assert names(tmp_path) == ["film.mp4"]


def test_a_file_that_appears_meanwhile_stays(tmp_path: Path) -> None:
    target = tmp_path / "film.mp4"
    landing = Landing(target)
    landing.begin()
    target.write_bytes(b"another's")
    with pytest.raises(MediaError) as caught:
        landing.land()
    assert caught.value.code == "export.exists"
    assert names(tmp_path) == ["film.mp4"]
    assert target.read_bytes() == b"another's"


def test_what_another_program_writes_is_left_alone(tmp_path: Path) -> None:
    first, second = Landing(tmp_path / "film.mp4"), Landing(tmp_path / "film.mp4")
    first.begin()
    with pytest.raises(MediaError) as caught:
        second.begin()
    assert caught.value.code == "export.busy"
    second.discard()
    first.land()
    assert names(tmp_path) == ["film.mp4"]


def test_a_folder_that_went_away_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    landing = Landing(folder / "film.mp4")
    landing.begin()
    folder.rename(tmp_path / "away")
    with pytest.raises(MediaError) as caught:
        landing.land()
    assert caught.value.code == "export.folder-gone"
    assert str(folder) in str(caught.value)


def test_a_folder_or_a_link_is_no_file_to_replace(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").mkdir()
    with pytest.raises(MediaError):
        Landing(tmp_path / "film.mp4", may_replace=True).begin()


def _code(landing: Landing) -> str:
    with pytest.raises(MediaError) as caught:
        landing.begin()
    landing.discard()
    return caught.value.code


def test_only_an_ordinary_file_of_the_same_kind_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(b"notes")
    (tmp_path / "link.mp4").symlink_to(tmp_path / "notes.txt")
    os.mkfifo(tmp_path / "pipe.mp4")
    (tmp_path / "folder.mp4").mkdir()
    before = names(tmp_path)
    told = {
        name: _code(Landing(tmp_path / name, may_replace=True, ending=".mp4")) for name in before
    }
    assert told == {
        "notes.txt": "export.other-kind",
        "link.mp4": "export.not-a-file",
        "pipe.mp4": "export.not-a-file",
        "folder.mp4": "export.is-folder",
    }
    assert _code(Landing(Path("/dev/null"), may_replace=True)) == "export.not-a-file"
    assert names(tmp_path) == before
    assert (tmp_path / "notes.txt").read_bytes() == b"notes"


def test_a_file_of_the_users_own_beside_it_stays(tmp_path: Path) -> None:
    (tmp_path / "film.mp4.part").write_bytes(b"mine")
    landed(tmp_path / "film.mp4")
    assert (tmp_path / "film.mp4.part").read_bytes() == b"mine"


def test_a_part_is_held_however_long_nothing_comes_and_what_a_crash_left_is_taken(
    tmp_path: Path,
) -> None:
    target = tmp_path / "film.mp4"
    first = Landing(target)
    first.begin()
    first.part.write_bytes(b"film")
    os.utime(first.part, (0, 0))
    assert _code(Landing(target)) == "export.busy"
    first.land()
    assert target.read_bytes() == b"film"
    target.unlink()
    part_of(target).write_bytes(b"left by a crash a moment ago, longer than what comes now")
    landed(target)
    assert target.read_bytes() == b"film"
    assert names(tmp_path) == ["film.mp4"]


def test_what_ended_takes_nothing_from_the_next(tmp_path: Path) -> None:
    target = tmp_path / "film.mp4"
    first = landed(target)
    second = Landing(target, may_replace=True)
    second.begin()
    first.discard()
    assert second.part.exists()
    second.discard()
    assert names(tmp_path) == ["film.mp4"]


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    assert _code(Landing(tmp_path / f"{'n' * 300}.mp4")) == "export.name-too-long"
    assert _code(Landing(tmp_path / ("f" * 300) / "film.mp4")) == "export.name-too-long"


def test_what_the_system_says_never_names_the_part(tmp_path: Path) -> None:
    target = tmp_path / "film.mp4"
    told = trouble_of(PermissionError(errno.EACCES, "Denied", str(part_of(target))), target)
    assert str(told) == f"{target} could not be written: Denied."


def test_a_full_disk_and_a_limit_on_files_are_two_things(tmp_path: Path) -> None:
    full = trouble_of(OSError(errno.ENOSPC, "full"), tmp_path / "film.mp4")
    large = trouble_of(OSError(errno.EFBIG, "large"), tmp_path / "film.mp4")
    assert (full.code, large.code) == ("export.disk-full", "export.too-big")


def test_names_count_on(tmp_path: Path) -> None:
    assert free_name(tmp_path, "Film.mp4").name == "Film.mp4"
    (tmp_path / "Film.mp4").touch()
    (tmp_path / "Film (2).mp4").symlink_to(tmp_path / "nowhere")
    assert free_name(tmp_path, "Film.mp4").name == "Film (3).mp4"
    taken = frozenset({tmp_path / "Film (3).mp4"})
    assert free_name(tmp_path, "Film.mp4", taken).name == "Film (4).mp4"


@given(st.text(max_size=300))
def test_any_title_is_a_name_that_can_be_written(title: str) -> None:
    found = file_title(title)
    assert not set(found) & set('<>:"/\\|?*\0\n')
    assert len(found.encode()) <= 120
    assert found == found.strip(" .")


def test_a_title_stays_readable() -> None:
    assert file_title("Topa and Pusha: The Best Day") == "Topa and Pusha - The Best Day"
    assert file_title("Кот & пёс №1") == "Кот & пёс №1"
