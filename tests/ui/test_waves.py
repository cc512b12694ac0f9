"""Waves come from a thread, are kept for the next start, and follow the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.media.sounds import make_sound
from topa_studio.media import waveform
from topa_studio.ui.small_pictures import waves as waves_module
from topa_studio.ui.small_pictures.waves import Wave, Waves


class Folder:
    """A film's folder."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.cache_folder = home / "output" / ".topa" / "cache"
        self.cache_folder.mkdir(parents=True)

    def path(self, relative: str) -> Path:
        return self.home / relative


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture
def waves(folder: Folder) -> Iterator[Waves]:
    made = Waves(folder)
    yield made
    made.close()


def come(qtbot: QtBot, waves: Waves, path: str) -> Wave:
    """The wave, once it has come."""
    waves.wave(path)
    qtbot.waitUntil(lambda: not waves.is_busy and waves.wave(path) is not None)
    found = waves.wave(path)
    assert found is not None
    return found


def test_a_wave_is_read_once_and_kept_for_the_next_start(
    qtbot: QtBot, folder: Folder, waves: Waves, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_sound(folder.home / "tune.wav", 2.0)
    assert waves.wave("tune.wav") is None
    first = come(qtbot, waves, "tune.wav")
    assert (first.seconds, first.trouble) == (2.0, None)
    assert len(list(folder.cache_folder.glob("*.npy"))) == 1
    monkeypatch.setattr(waveform, "peaks", lambda _path: pytest.fail("it is read again"))
    again = Waves(folder)
    found = come(qtbot, again, "tune.wav")
    assert found.peaks is not None
    assert (found.peaks == first.peaks).all()
    again.close()


def test_a_damaged_copy_is_made_anew(qtbot: QtBot, folder: Folder, waves: Waves) -> None:
    make_sound(folder.home / "tune.wav", 1.0)
    come(qtbot, waves, "tune.wav")
    (kept,) = folder.cache_folder.glob("*.npy")
    kept.write_bytes(b"\x93NUMPY nonsense")
    again = Waves(folder)
    assert come(qtbot, again, "tune.wav").seconds == 1.0
    again.close()


def test_another_file_of_that_name_is_another_wave(
    qtbot: QtBot, folder: Folder, waves: Waves, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_sound(folder.home / "tune.wav", 1.0)
    come(qtbot, waves, "tune.wav")
    make_sound(folder.home / "tune.wav", 3.0)
    monkeypatch.setattr(waves_module, "_RECHECK_SECONDS", 0.0)
    with qtbot.waitSignal(waves.ready):
        waves.wave("tune.wav")
    found = waves.wave("tune.wav")
    assert found is not None
    assert found.seconds == 3.0


def test_what_is_missing_or_no_sound_is_told(qtbot: QtBot, folder: Folder, waves: Waves) -> None:
    (folder.home / "page.mp3").write_text("<html>")
    for name, code in (("gone.mp3", "media.missing"), ("page.mp3", "media.unreadable")):
        trouble = come(qtbot, waves, name).trouble
        assert trouble is not None
        assert trouble[0] == code
