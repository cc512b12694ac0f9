"""Has MLT render a frame of each shot of a cut that OpenTimelineIO read: neither of them is ours.

    python scripts/melt_cut.py CUT FOLDER

CUT is an .otio or xmeml file that `topa-studio export` wrote; its pictures are put into FOLDER, one
a shot, named by its place and name, with `cut.mlt` beside them. Needs `melt` (Debian: melt).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.sax.saxutils import quoteattr

ADAPTERS = {".otio": "otio_json", ".xml": "fcp_xml"}
_TRIES, _WAIT = 20, 20.0
_PNG_END = b"IEND\xaeB`\x82"


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    melt = shutil.which("melt")
    if melt is None:
        print("melt is not installed here, so nothing was rendered")
        return 0
    cut, folder = Path(sys.argv[1]).absolute(), Path(sys.argv[2]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    shots, rate = clips_of(cut)
    playlist = folder / "cut.mlt"
    playlist.write_text(mlt_of(shots, rate), encoding="utf-8")
    at = 0
    for number, (name, _path, _source, frames) in enumerate(shots, 1):
        target = folder / f"{number:03} {name}.png"
        frame_of(melt, playlist, at + frames // 2, target)
        print(f"{target}: frame {at + frames // 2}")
        at += frames
    return 0


def clips_of(cut: Path) -> tuple[list[tuple[str, Path, int, int]], tuple[int, int]]:
    """Name, file, first frame and length of each clip as OpenTimelineIO has it, and the rate."""
    import opentimelineio as otio

    timeline: Any = otio.adapters.read_from_file(str(cut), ADAPTERS[cut.suffix.lower()])
    timeline = timeline if hasattr(timeline, "tracks") else timeline[0]
    (track,) = timeline.video_tracks()
    found = []
    rate = 24.0
    for clip in track.find_clips():
        rate = clip.source_range.duration.rate
        path = Path(unquote(urlsplit(clip.media_reference.target_url).path))
        part = clip.source_range
        found.append(
            (clip.name, cut.parent / path, round(part.start_time.value), round(part.duration.value))
        )
    whole = round(rate)
    return found, (whole, 1) if abs(whole - rate) < 1e-6 else (whole * 1000, 1001)


def mlt_of(shots: list[tuple[str, Path, int, int]], rate: tuple[int, int]) -> str:
    """A playlist of MLT: hard cuts only, which is all that a frame in a shot's middle needs."""
    profile = f'frame_rate_num="{rate[0]}" frame_rate_den="{rate[1]}"'
    lines = [
        "<mlt>",
        f'<profile width="640" height="360" progressive="1" {profile} sample_aspect_num="1" '
        'sample_aspect_den="1" display_aspect_num="16" display_aspect_den="9"/>',
    ]
    for number, (_name, path, _source, _frames) in enumerate(shots):
        resource = quoteattr(str(path))[1:-1]
        lines.append(
            f'<producer id="p{number}"><property name="mlt_service">avformat</property>'
            f'<property name="resource">{resource}</property></producer>'
        )
    lines.append('<playlist id="cut">')
    for number, (_name, _path, source, frames) in enumerate(shots):
        lines.append(f'<entry producer="p{number}" in="{source}" out="{source + frames - 1}"/>')
    return "\n".join([*lines, "</playlist>", "</mlt>", ""])


def frame_of(melt: str, playlist: Path, frame: int, target: Path) -> None:
    """Have one frame rendered.

    Now and then, on a busy machine up to one time in four, MLT ends before it has begun to write,
    or never ends (7.12): then it is asked again.

    Raises:
        RuntimeError: it never wrote the frame.
    """
    words = [melt, str(playlist), f"in={frame}", f"out={frame}", "-consumer"]
    for _ in range(_TRIES):
        target.unlink(missing_ok=True)
        try:
            subprocess.run(
                [*words, f"avformat:{target}", "vcodec=png", "an=1", "real_time=0"],
                check=True, capture_output=True, timeout=_WAIT,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            continue
        if target.exists() and target.read_bytes().endswith(_PNG_END):
            return
    raise RuntimeError(f"MLT wrote no frame {frame} in {_TRIES} tries")


if __name__ == "__main__":
    sys.exit(main())
