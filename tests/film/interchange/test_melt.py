"""MLT renders the right frame of the right clip from a cut that OpenTimelineIO read."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import av
import pytest

from tests.project.places import ROOT
from tests.support.numbered import film_of, numbered_clip, told
from topa_studio.film.interchange import formats
from topa_studio.film.interchange.assembling import Facts, Places, assembled, supplies
from topa_studio.film.interchange.names import stems_of
from topa_studio.media.probe import probe
from topa_studio.model.rate import rate_of
from topa_studio.model.scenario import Shot, Transition, Trim
from topa_studio.model.take import Take

pytest.importorskip("opentimelineio")
MELT = shutil.which("melt")


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("melt_cut", ROOT / "scripts" / "melt_cut.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(MELT is None, reason="melt is not installed")
@pytest.mark.parametrize("kind", ["otio", "fcp7"])
def test_mlt_shows_the_right_frame_of_the_right_clip(kind: str, tmp_path: Path) -> None:
    home = tmp_path / "Мой фильм #1 & другие"
    shots = [
        Shot("", "", duration=2),
        Shot("", "", duration=3, trim=Trim(0.5, 2.25)),
        Shot("", "", duration=2, transition=Transition("dissolve", 0.5)),
    ]
    takes = {f"s{n}": Take(1, f"клип {n}.mp4") for n in (1, 2, 3)}
    for number in (1, 2, 3):
        numbered_clip(home / f"клип {number}.mp4", number, 90, size=(640, 360), key_every=1)
    film = film_of(shots, takes)
    known = {}
    for cut in film.cuts:
        facts = probe(home / cut.path)
        known[cut.path] = Facts(facts.seconds, rate_of(facts.fps), (640, 360))
    supply = supplies(film, known)
    files = {cut.key: home / cut.path for cut in film.cuts}
    places = Places(stems_of(film.cuts, {}), {}, files, {})
    made = assembled(film, supply, places, known, (640, 360))
    cut_file = tmp_path / ("cut.otio" if kind == "otio" else "cut.xml")
    cut_file.write_bytes(formats.written(kind, made, cut_file))

    script = _script()
    clips, rate = script.clips_of(cut_file)
    playlist = tmp_path / "cut.mlt"
    playlist.write_text(script.mlt_of(clips, rate), encoding="utf-8")
    for number, item in enumerate(made.items, 1):
        target = tmp_path / f"{number}.png"
        script.frame_of(MELT, playlist, item.first + item.frames // 2, target)
        with av.open(str(target)) as picture:
            frame = next(picture.decode(video=0)).reformat(format="rgb24")
        assert told(frame) == (number, item.source + item.frames // 2)


UNSURE = r"""#!/bin/sh
echo >> "$0.tries"
for word; do case "$word" in avformat:*) target="${word#avformat:}" ;; esac; done
case $(wc -l < "$0.tries") in
*2) exec sleep 600 ;;
*3) printf 'half a picture' > "$target" ;;
*4) printf 'a picture, IEND\256B`\202' > "$target" ;;
esac
"""


def test_mlt_is_asked_again_where_it_ends_early_or_never(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = _script()
    melt = tmp_path / "melt"
    melt.write_text(UNSURE, encoding="utf-8")
    melt.chmod(0o755)
    monkeypatch.setattr(script, "_WAIT", 2.0)
    target = tmp_path / "frame.png"
    script.frame_of(str(melt), tmp_path / "cut.mlt", 7, target)
    assert target.read_bytes().startswith(b"a picture")
    assert (tmp_path / "melt.tries").read_text() == "\n" * 4
    monkeypatch.setattr(script, "_TRIES", 1)
    with pytest.raises(RuntimeError, match="no frame 7"):
        script.frame_of(str(melt), tmp_path / "cut.mlt", 7, target)
