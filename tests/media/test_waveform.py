"""Waves of real files: as loud as they are heard, as long as they last; and files that are none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.media.sounds import make_sound
from tests.ui.player.clips import make_clip
from topa_studio.base.errors import MediaError
from topa_studio.media.waveform import STEPS, peaks


@pytest.mark.parametrize("ending", [".wav", ".ogg", ".mp3", ".flac"])
def test_a_wave_is_as_loud_and_as_long_as_its_file(ending: str, tmp_path: Path) -> None:
    wave = peaks(make_sound(tmp_path / f"tune{ending}", 4.0))
    assert len(wave) == pytest.approx(4 * STEPS, abs=8)
    lowest, highest = wave[50:150].min() / 127, wave[50:150].max() / 127
    assert (lowest, highest) == pytest.approx((-0.8, 0.8), abs=0.08)
    assert wave[250:350].max() / 127 == pytest.approx(0.2, abs=0.06)
    assert wave.dtype == np.int8


def test_a_file_longer_than_a_piece_has_no_seam(tmp_path: Path) -> None:
    wave = peaks(make_sound(tmp_path / "tune.wav", 65.0, 0.5, 0.5))
    assert len(wave) == 65 * STEPS
    assert wave[:, 1].min() / 127 == pytest.approx(0.5, abs=0.02)


def test_a_clip_has_the_wave_of_its_sound(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "clip.mp4", 2.0, (200, 0, 0), sound=True)
    assert peaks(clip)[20:180].max() / 127 == pytest.approx(0.1, abs=0.03)


def test_what_holds_no_sound_says_so(tmp_path: Path) -> None:
    page, empty, gone = tmp_path / "page.mp3", tmp_path / "empty.wav", tmp_path / "gone.mp3"
    page.write_text("<html>404</html>")
    empty.touch()
    silent = make_clip(tmp_path / "clip.mp4", 1.0, (200, 0, 0))
    for path in (page, empty, gone, silent, tmp_path):
        with pytest.raises(MediaError):
            peaks(path)
