"""`topa-studio export film|animatic`, as a user types it."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.app.test_exporting import children_of
from tests.support.commands import command, topa
from tests.support.exported import read
from tests.support.numbered import numbered_clip

FILM = """\
title: Piers
scenes:
  - id: 1
    shots:
      - {id: 1, prompt: "Wide shot. A pier.", duration: 3, caption: "Смотри!"}
      - {id: 2, prompt: "Wide shot. A boat.", duration: 2}
  - id: 2
    shots:
      - {id: 1, prompt: "Wide shot. A lamp.", duration: 2}
"""


def _film(folder: Path) -> Path:
    folder.mkdir()
    scenario = folder / "film.yaml"
    scenario.write_text(FILM, encoding="utf-8")
    clip = numbered_clip(folder.parent / "clip.mp4", 7, 72)
    done = topa("takes", "-s", scenario, "bring", "1/1", clip)
    assert done.returncode == 0, done.stderr
    return scenario


def _run(*words: str | Path, code: int = 0) -> str:
    done = topa("export", *words)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def test_a_film_is_written_and_what_is_missing_is_said_before(tmp_path: Path) -> None:
    scenario, out = _film(tmp_path / "Мой фильм #1"), tmp_path / "Фильм 1.mp4"
    told = _run("film", "-s", scenario, "-o", out, "--size", "film", "--captions", "track")
    lines = told.splitlines()
    assert "0:07.00" in told
    assert "128 x 72" in told
    assert any("1.2" in line and "slate" in line for line in lines)
    assert any("2.1" in line and "slate" in line for line in lines)
    found = read(out)
    assert len(found.numbers) == 168
    assert found.numbers[:72] == [(7, n) for n in range(72)]
    assert found.words == [(0, 3000, "Смотри!")]
    # A file that is there is an error, unless it may be replaced.
    before = out.read_bytes()
    assert "there already" in _run("film", "-s", scenario, "-o", out, code=2)
    assert out.read_bytes() == before
    _run("film", "-s", scenario, "-o", out, "--size", "film", "--leave-out", "--replace")
    assert len(read(out).numbers) == 72
    assert not list(tmp_path.glob("*part"))


def test_a_scene_in_another_rate_with_its_captions_beside_it(tmp_path: Path) -> None:
    scenario, out = _film(tmp_path / "film"), tmp_path / "out.mp4"
    given = ("--scene", "1", "--fps", "30", "--size", "720p", "--captions", "file", "--numbers")
    _run("film", "-s", scenario, "-o", out, *given, "--loudness")
    assert len(read(out).numbers) == 150
    words = (tmp_path / "out.srt").read_text(encoding="utf-8")
    assert words.startswith("1\n00:00:00,000 --> 00:00:03,000\nСмотри!")
    assert "There is" in _run("film", "-s", scenario, "-o", out, "--scene", "9", code=2)


def test_an_animatic_needs_no_clip(tmp_path: Path) -> None:
    scenario, out = tmp_path / "film.yaml", tmp_path / "out"
    scenario.write_text(FILM, encoding="utf-8")
    _run("animatic", "-s", scenario, "-o", out, "--size", "720p")
    assert len(read(tmp_path / "out.mp4").numbers) == 168


def test_where_the_program_is_killed_nothing_half_stays(tmp_path: Path) -> None:
    scenario = tmp_path / "film.yaml"
    scenario.write_text(FILM.replace("duration: 2", "duration: 15"), encoding="utf-8")
    out = tmp_path / "out.mp4"
    words = command("export", "film", "-s", scenario, "-o", out, "--size", "720p")
    program = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    part = tmp_path / ".out.mp4.topa-part"
    until = time.monotonic() + 300
    while not (part.exists() and part.stat().st_size) and program.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.01)
    encoders = children_of(program.pid)
    assert encoders
    program.kill()
    program.wait()
    while any(Path(f"/proc/{child}").exists() for child in encoders):
        assert time.monotonic() < until
        time.sleep(0.01)
    assert not part.exists()
    assert not out.exists()


def _whole(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("what", ["film", "animatic", "srt", "vtt"])
def test_replace_never_means_the_films_own_files_or_files_of_another_kind(
    tmp_path: Path, what: str
) -> None:
    scenario = _film(tmp_path / "film")
    (tmp_path / "film" / "notes.txt").write_text("mine", encoding="utf-8")
    take = next((tmp_path / "film" / "output").rglob("T01*.mp4"))
    (tmp_path / "link.mp4").symlink_to(take)
    os.mkfifo(tmp_path / f"pipe.{what}")
    before = _whole(tmp_path)
    own = "belongs to the film itself"
    for out, words in (
        (scenario, own),
        (take, own),
        (tmp_path / "film" / "output" / ".topa" / "state.db", own),
        (tmp_path / "film" / "output" / "new.mp4", own),
        (tmp_path / "film" / "notes.txt", "so it is not replaced"),
        (tmp_path / "link.mp4", own),
        (tmp_path / f"pipe.{what}", "no ordinary file"),
    ):
        told = _run(what, "-s", scenario, "-o", out, "--replace", code=2)
        assert words in told, (out, told)
        assert "--replace" not in told
    assert _whole(tmp_path) == before


@pytest.mark.parametrize("what", ["film", "srt"])
def test_a_name_that_is_none_writes_nothing_anywhere(tmp_path: Path, what: str) -> None:
    scenario = tmp_path / "film.yaml"
    scenario.write_text(FILM, encoding="utf-8")
    (tmp_path / "out").mkdir()
    before = sorted(tmp_path.iterdir())
    for out, words in (
        ("", "no name of a file"),
        ("new/", "no name of a file"),
        (f"{tmp_path}/out/", "no name of a file"),
        (f"{tmp_path}/out", "is a folder"),
        ("..", "no name of a file"),
        ("/dev/null", "no ordinary file"),
        (f"{tmp_path}/{'n' * 300}", "too long"),
    ):
        assert words in _run(what, "-s", scenario, "-o", out, code=2)
    assert sorted(tmp_path.iterdir()) == before
    if what == "film":
        told = _run(what, "-s", scenario, "-o", tmp_path / "a.mp4", "--fps", "nan", code=2)
        assert "no number of frames" in told


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_stopped_it_says_that_nothing_unfinished_was_left(tmp_path: Path, how: int) -> None:
    scenario = tmp_path / "film.yaml"
    scenario.write_text(FILM.replace("duration: 2", "duration: 15"), encoding="utf-8")
    words = command("export", "film", "-s", scenario, "-o", tmp_path / "out.mp4", "--size", "1080p")
    words += ["--fps", "60"]  # long enough to be stopped in the middle
    program = subprocess.Popen(words, stderr=subprocess.PIPE, encoding="utf-8")
    part = tmp_path / ".out.mp4.topa-part"
    until = time.monotonic() + 300
    while not (part.exists() and part.stat().st_size) and program.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.01)
    program.send_signal(how)
    _, told = program.communicate()
    assert program.returncode == 130
    assert "Stopped. Nothing unfinished was left." in told
    assert "sent" not in told
    assert not list(tmp_path.glob("*out.mp4*"))


def test_a_film_without_scenes_says_so_in_one_sentence(tmp_path: Path) -> None:
    scenario = tmp_path / "film.yaml"
    scenario.write_text("title: Empty\n", encoding="utf-8")
    told = _run("film", "-s", scenario, "-o", tmp_path / "out.mp4", code=2)
    assert "There is no shot to work on: the film has no scenes yet." in told


def test_media_that_cannot_be_read_are_said_before(tmp_path: Path) -> None:
    scenario, out = _film(tmp_path / "film"), tmp_path / "out.mp4"
    text = FILM.replace('boat.", duration: 2', 'boat.", duration: 2, still: boat.png')
    config = "global_config: {audio: [{file: sound/waltz.mp3}]}\n"
    scenario.write_text(config + text, encoding="utf-8")
    done = topa("check", "-s", scenario)
    assert "line 1: there is no file sound/waltz.mp3" in done.stdout
    assert "line 7: there is no file boat.png" in done.stdout
    (take,) = scenario.parent.glob("output/*/takes/*/*.mp4")
    whole = take.read_bytes()
    take.write_bytes(b"<html>Not found</html>")
    told = _run("animatic", "-s", scenario, "-o", out, "--size", "720p").splitlines()
    assert "Shot 1.1: its clip cannot be read, a slate is shown." in told
    assert "Shot 1.2: its still is not there, a slate is shown." in told
    assert "Shot 2.1 has no clip: its slate is shown." in told
    assert "sound/waltz.mp3 is not there: it is not heard." in told
    take.write_bytes(whole)
    given = ("--size", "film", "--leave-out", "--replace")
    told = _run("film", "-s", scenario, "-o", out, *given).splitlines()
    assert "Shot 1.2: its still cannot be read, so it is left out." in told
    assert not any(line.startswith("Shot 1.1") for line in told)
    assert len(read(out).numbers) == 72


def test_a_clip_that_vanishes_while_it_is_written_is_said_at_the_end(tmp_path: Path) -> None:
    scenario, out = tmp_path / "film.yaml", tmp_path / "out.mp4"
    scenario.write_text(FILM.replace("duration: 2", "duration: 8"), encoding="utf-8")
    clip = numbered_clip(tmp_path / "clip.mp4", 7, 48)
    assert topa("takes", "-s", scenario, "bring", "2/1", clip).returncode == 0
    (take,) = tmp_path.glob("output/*/takes/*/*.mp4")
    words = command("export", "film", "-s", scenario, "-o", out, "--size", "4k")
    program = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    part = tmp_path / ".out.mp4.topa-part"
    until = time.monotonic() + 300
    while not (part.exists() and part.stat().st_size) and program.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.01)
    take.unlink()
    _, told = program.communicate()
    assert program.returncode == 1, told
    lines = told.splitlines()
    since = "its clip could not be read while the film was written, a slate is shown."
    assert lines[-1] == f"Shot 2.1: {since}"
    assert out.exists()
