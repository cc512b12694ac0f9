"""`topa-studio export otio|fcpxml|fcp7|edl` and `conform`, as a user types them."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path

from tests.app.test_exporting import children_of
from tests.support.commands import command, topa
from tests.support.numbered import numbered_clip

FILM = """\
title: Piers
scenes:
  - id: 1
    shots:
      - {id: 1, prompt: "Wide shot. A pier.", duration: 3, caption: "Смотри!"}
      - {id: 2, prompt: "Wide shot. A boat.", duration: 3}  # mine
"""


def _run(*words: str | Path, code: int = 0) -> str:
    done = topa(*words)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def test_a_cut_goes_out_and_comes_back(tmp_path: Path) -> None:
    scenario, out = tmp_path / "Мой фильм #1" / "film.yaml", tmp_path / "out" / "cut"
    scenario.parent.mkdir()
    scenario.write_text(FILM, encoding="utf-8")
    clip = numbered_clip(tmp_path / "clip.mp4", 7, 72)
    _run("takes", "-s", scenario, "bring", "1/1", clip)
    told = _run("export", "otio", "-s", scenario, "-o", out)
    assert "Shot 1.2 has no clip: its slate is shown." in told
    assert "Captions are not in this format: 1 are left out." in told
    assert "2 shots, 0:06.00, 1 media file in" in told
    file = out.with_suffix(".otio")
    assert "there already" in _run("export", "otio", "-s", scenario, "-o", out, code=2)
    _run("export", "otio", "-s", scenario, "-o", out, "--update")
    before = scenario.read_bytes()
    assert _run("conform", file, "-s", scenario).strip() == "nothing changed"
    assert scenario.read_bytes() == before

    timeline = json.loads(file.read_bytes())
    (track,) = (t for t in timeline["tracks"]["children"] if t["kind"] == "Video")
    track["children"].reverse()
    track["children"][0]["source_range"]["duration"]["value"] = 36.0
    track["children"].append({**track["children"][0], "name": "Holiday", "metadata": {},
                              "media_references": {}})  # fmt: skip
    cut = out.with_name("cut v2.otio")
    cut.write_text(json.dumps(timeline), encoding="utf-8")
    words = ("conform", cut, "-s", scenario)
    told = _run(*words, "--dry-run", code=1)
    assert "Shot 1.2: 3.00 s become 1.50 s, from 0.00 s on" in told
    assert "left alone: Holiday" in told
    assert scenario.read_bytes() == before
    assert _run(*words, code=1) == told
    lines = scenario.read_text(encoding="utf-8").splitlines()
    old = FILM.splitlines()
    assert lines == [*old[:4], old[5].replace("3}", "3, trim: {in: 0.0, out: 1.5}}"), old[4]]
    _run("edit", "-s", scenario, "undo")
    assert scenario.read_bytes() == before


def test_what_is_no_cut_is_told_in_words(tmp_path: Path) -> None:
    scenario = tmp_path / "film.yaml"
    scenario.write_text(FILM, encoding="utf-8")
    for name, data, words in (
        ("a.otio", b"", "is empty"),
        ("a.otio", b"{}", "damaged"),
        ("a.xml", b"<x/>", "holds no cut"),
        ("a.edl", b"TITLE: X\r\n", "damaged"),
        ("a.fcpxml", b'<!DOCTYPE fcpxml [<!ENTITY a "b">]><fcpxml/>', "its own definitions"),
    ):
        (tmp_path / name).write_bytes(data)
        assert words in _run("conform", tmp_path / name, "-s", scenario, code=2)
    assert "No such file" in _run("conform", tmp_path / "none.edl", "-s", scenario, code=2)
    assert scenario.read_text(encoding="utf-8") == FILM


def test_where_the_program_is_killed_nothing_half_stays(tmp_path: Path) -> None:
    scenario, out = tmp_path / "film.yaml", tmp_path / "out" / "cut.otio"
    scenario.write_text(FILM.replace("duration: 3", "duration: 15"), encoding="utf-8")
    words = command("export", "otio", "-s", scenario, "-o", out)
    program = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    part = tmp_path / "out" / "cut media" / ".S01_SH01.mp4.topa-part"
    until = time.monotonic() + 300
    while not (part.exists() and part.stat().st_size) and program.poll() is None:
        assert time.monotonic() < until
    encoders = children_of(program.pid)
    assert encoders
    program.kill()
    program.wait()
    while any(Path(f"/proc/{child}").exists() for child in encoders):
        assert time.monotonic() < until
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())
