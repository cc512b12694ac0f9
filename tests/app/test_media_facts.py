"""What is known of a film's files: each version asked once, also where many are asked at once."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.support.numbered import numbered_clip
from topa_studio.app.exporting.files import FilesKnown
from topa_studio.app.exporting.media_facts import MediaFacts
from topa_studio.film.composition import Composition
from topa_studio.film.timing import CutList
from topa_studio.media.apart import Apart
from topa_studio.media.probe import Probe
from topa_studio.model.scenario import FilmConfig, Scenario, Scene, Shot
from topa_studio.model.status import ShotStatus, Take
from topa_studio.pipeline.folder.layout import Layout

_SHOTS = 20


def _film(home: Path) -> Composition:
    """Twenty shots with a clip each; that of the third is damaged."""
    first = numbered_clip(home / "first.mp4", 3, 24)
    for number in range(_SHOTS):
        os.link(first, home / f"clip{number}.mp4")
    (home / "clip2.mp4").unlink()
    (home / "clip2.mp4").write_bytes(b"no clip")
    shots = tuple(Shot(f"1__{n}", str(n), duration=1) for n in range(_SHOTS))
    scenario = Scenario(FilmConfig(), scenes=(Scene(id="1", shots=shots),))

    def status(key: str) -> ShotStatus:
        return ShotStatus(key, chosen=Take(1, f"clip{key[3:]}.mp4"))

    return Composition(scenario, CutList(status).of(scenario))


@pytest.mark.parametrize("cores", [1, 3])
def test_each_file_is_looked_at_once_and_again_where_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    film = _film(tmp_path)
    layout = Layout(tmp_path, tmp_path / "output", tmp_path / "elements", "film")
    looked: list[str] = []
    used: set[Apart] = set()
    probe = Apart.probe

    def counted(apart: Apart, path: Path) -> Probe:
        looked.append(path.name)
        used.add(apart)
        return probe(apart, path)

    monkeypatch.setattr(Apart, "probe", counted)
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    files, facts = FilesKnown(layout), MediaFacts(layout)
    known, unread = files.of(film)
    assert set(Counter(looked).values()) == {1}
    assert len(looked) == _SHOTS
    assert (len(used) > 1) == (cores > 1)
    assert list(known) == [f"clip{n}.mp4" for n in range(_SHOTS) if n != 2]
    assert unread.shots == {"1__2": "media.unreadable"}
    assert set(facts.of(film)) == set(known)
    looked.clear()
    assert files.of(film) == (known, unread)
    assert not looked
    os.utime(tmp_path / "clip7.mp4", ns=(1, 1))
    files.of(film)
    # The others are the same file by another name.
    assert len(looked) == _SHOTS - 1
    assert "clip2.mp4" not in looked
