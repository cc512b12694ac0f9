"""`topa-studio takes`: one process an act, and `edit undo` finds what another process did."""

from __future__ import annotations

from pathlib import Path

from tests.support.commands import topa
from tests.support.small_film import small_film
from tests.support.small_kie import clip_bytes, picture_bytes


def _run(film: Path, *words: str, code: int = 0) -> str:
    done = topa(*words[:1], "-s", film, *words[1:])
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def test_own_clips_are_brought_and_judged_and_it_is_taken_back_by_another_process(
    tmp_path: Path,
) -> None:
    film = small_film(tmp_path / "film", 2)
    original = film.read_bytes()
    for seconds in (3, 4):
        clip = tmp_path / f"clip {seconds}.mp4"
        clip.write_bytes(clip_bytes(seconds))
        _run(film, "takes", "bring", "1/1", str(clip))
    assert "Take 1 stands in the film" in _run(film, "takes", "reject", "1/1", "2")
    _run(film, "takes", "choose", "1/1", "T2")
    _run(film, "takes", "note", "1/1", "2", "the", "smile")
    assert "take: 2" in film.read_text(encoding="utf-8")
    first, second = _run(film, "takes").splitlines()
    assert first.startswith("1/1    1  own file, ")
    assert second.startswith("1/1    2  chosen, rejected, own file, ")
    assert second.endswith(", the smile")
    assert "Take 1 stands in the film" in _run(film, "takes", "trash", "1/1", "2")
    assert film.read_bytes() == original
    _run(film, "edit", "undo")
    assert "take: 2" in film.read_text(encoding="utf-8")
    assert "the smile" in _run(film, "takes")
    assert len(list((tmp_path / "film").rglob("takes/**/*.mp4"))) == 2


def test_panels_and_wrong_words(tmp_path: Path) -> None:
    film = small_film(tmp_path / "film", 1)
    picture = tmp_path / "panel.png"
    picture.write_bytes(picture_bytes(640, 360))
    assert "panel 1" in _run(film, "takes", "--panels", "bring", "1/1", str(picture))
    assert "chosen, own file" in _run(film, "takes", "--panels")
    assert _run(film, "takes") == ""
    for words in (["love", "1/1", "1"], ["star", "1/1", "one"]):
        assert "See topa-studio takes --help" in _run(film, "takes", *words, code=2)
    assert "is no shot" in _run(film, "takes", "star", "1", "1", code=2)
    assert "There is: 1/1" in _run(film, "takes", "star", "1/7", "1", code=2)
    assert "There is no take 1 of this shot" in _run(film, "takes", "star", "1/1", "1", code=2)
    assert "cannot be read" in _run(film, "takes", "bring", "1/1", str(tmp_path), code=2)
