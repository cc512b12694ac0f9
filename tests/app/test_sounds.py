"""A sound file joins the film: named where it lies, or copied; nothing is written over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.media.sounds import make_sound
from topa_studio.app.own_sounds import brought
from topa_studio.base.errors import MediaError, StudioError


def test_a_file_in_the_films_folder_is_named(tmp_path: Path) -> None:
    tune = make_sound(tmp_path / "music" / "Up the hill.wav", 0.5)
    assert brought(tmp_path, tune) == "music/Up the hill.wav"
    assert not (tmp_path / "sound").exists()


def test_a_file_from_elsewhere_is_copied_once_and_never_over_another(tmp_path: Path) -> None:
    home = tmp_path / "film"
    home.mkdir()
    tune = make_sound(tmp_path / "a" / "tune.wav", 0.5)
    other = make_sound(tmp_path / "b" / "tune.wav", 0.7)
    assert brought(home, tune) == "sound/tune.wav"
    assert brought(home, other) == "sound/tune (2).wav"
    assert brought(home, tune) == "sound/tune.wav"
    assert brought(home, home / "sound" / "tune.wav") == "sound/tune.wav"
    assert (home / "sound" / "tune.wav").read_bytes() == tune.read_bytes()
    assert sorted(path.name for path in (home / "sound").iterdir()) == ["tune (2).wav", "tune.wav"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_links_out_of_the_film_are_not_followed(tmp_path: Path) -> None:
    home = tmp_path / "film"
    home.mkdir()
    tune = make_sound(tmp_path / "tune.wav", 0.5)
    (home / "link.wav").symlink_to(tune)
    assert brought(home, home / "link.wav") == "sound/tune.wav"
    other = tmp_path / "other"
    (home / "sound").rename(other)
    (home / "sound").symlink_to(other)
    with pytest.raises(StudioError):
        brought(home, make_sound(tmp_path / "new.wav", 0.5))
    assert sorted(path.name for path in other.iterdir()) == ["tune.wav"]


def test_what_is_no_sound_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    home, page = tmp_path / "film", tmp_path / "page.mp3"
    home.mkdir()
    page.write_text("<html>")
    with pytest.raises(MediaError):
        brought(home, page)
    assert list(home.iterdir()) == []
