"""`topa-studio captions` and `export srt|vtt`: subtitles in and out, nothing lost silently."""

from __future__ import annotations

from pathlib import Path

from tests.support.commands import topa
from tests.support.small_film import small_film
from topa_studio.document.document import Document
from topa_studio.model.scenario import Caption

SRT = (
    "1\n00:00:01,000 --> 00:00:02,500\n<i>Смотри!</i>\n\n"
    "2\n00:00:04,000 --> 00:00:06,000\nA kite\nin the sky\n\n"
)


def _run(*words: str | Path, code: int = 0) -> str:
    done = topa(*map(str, words))
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def _film(tmp_path: Path) -> Path:
    film = small_film(tmp_path / "film", 2)
    _run("edit", "-s", film, "set", "1/1", "duration", "5")
    _run("edit", "-s", film, "set", "1/2", "duration", "5")
    return film


def _captions(film: Path) -> list[tuple[Caption, ...]]:
    return [shot.captions for shot in Document.open(film).scenario.shots()]


def test_captions_come_in_and_go_out_as_they_came_and_are_taken_back(tmp_path: Path) -> None:
    film, file = _film(tmp_path), tmp_path / "words.srt"
    file.write_bytes(SRT.encode("cp1251"))
    original = film.read_bytes()
    told = _run("captions", file, "-s", film)
    assert "2 captions in 1 shot\n" in told
    assert "cp1251" in told
    one, two = _captions(film)
    assert one == (Caption("Смотри!", 1, 2.5), Caption("A kite\nin the sky", 4, 6))
    assert two == ()
    assert "2 were in the film already" in _run("captions", file, "-s", film)
    for kind, head in (("srt", "1\n00:00:01,000 -->"), ("vtt", "WEBVTT\n\n00:00:01.000 -->")):
        out = tmp_path / f"out.{kind}"
        assert "2 captions" in _run("export", kind, "-s", film, "-o", out)
        assert out.read_text(encoding="utf-8").startswith(head)
        assert "there already" in _run("export", kind, "-s", film, "-o", out, code=2)
        _run("export", kind, "-s", film, "-o", out, "--replace")
        _run("captions", out, "-s", film, "--replace")
        assert _captions(film)[0] == one
    _run("edit", "-s", film, "undo")
    assert film.read_bytes() == original


def test_what_begins_behind_the_film_is_told_and_the_rest_is_taken(tmp_path: Path) -> None:
    film, file = _film(tmp_path), tmp_path / "words.vtt"
    file.write_text(
        "WEBVTT\n\n00:09.000 --> 00:20.000\nThe end\n\n00:10.000 --> 00:11.000\nNobody sees this\n",
        encoding="utf-8",
    )
    told = _run("captions", file, "-s", film, code=1)
    assert "behind the film's end: 00:00:10 Nobody sees this" in told
    assert _captions(film) == [(), (Caption("The end", 4, 15),)]


def test_a_file_without_captions_changes_nothing(tmp_path: Path) -> None:
    film, page = _film(tmp_path), tmp_path / "page.srt"
    page.write_text("<html>404</html>", encoding="utf-8")
    original = film.read_bytes()
    assert "There are no captions in" in _run("captions", page, "-s", film, "--replace", code=2)
    assert "could not be read" in _run("captions", tmp_path, "-s", film, code=2)
    assert "could not be read" in _run("captions", tmp_path / "none.srt", "-s", film, code=2)
    assert film.read_bytes() == original


def test_words_whose_times_cannot_be_read_are_told_by_their_line(tmp_path: Path) -> None:
    film, file = _film(tmp_path), tmp_path / "words.srt"
    file.write_text(
        "1\n00:00:01,000 --> 00:00:02,000\nLook!\n\n2\n00:00:61,000 --> 00:01:99,000\nLost\n",
        encoding="utf-8",
    )
    told = _run("captions", file, "-s", film, code=1)
    assert "1 caption in 1 shot\n" in told
    assert "its times cannot be read: line 6 of the file" in told
    assert _captions(film) == [(Caption("Look!", 1, 2),), ()]
    assert "1 was in the film already" in _run("captions", file, "-s", film, code=1)
