"""Trims, captions, transitions and tracks whose times cannot be as they are written."""

from __future__ import annotations

from topa_studio.base.yaml_tree import Mapping, Node
from topa_studio.document.reading.findings import Findings
from topa_studio.document.reading.parts import find
from topa_studio.model.problem import Severity
from topa_studio.model.scenario import Scenario, Shot


def tell_times(shot: Shot, before: Shot | None, node: Mapping, findings: Findings) -> None:
    """Tell what a shot's own times ask for and do not get; the film plays all the same."""

    def tell(code: str, path: list[str | int], params: dict[str, object]) -> None:
        at: Node | None = find(node, path)
        findings.tell(Severity.WARNING, code, at or node, params, shot=shot.key)

    trim = shot.trim
    if trim is not None and trim.end is not None and trim.end <= trim.start:
        tell("document.trim-order", ["trim", "out"], {"start": trim.start, "end": trim.end})
    for place, caption in enumerate(shot.captions):
        if caption.end is not None and caption.end <= caption.start:
            params = {"text": caption.text, "start": caption.start, "end": caption.end}
            tell("document.caption-order", ["captions", place, "out"], params)
        elif caption.start >= shot.seconds:
            params = {"text": caption.text, "start": caption.start, "seconds": shot.seconds}
            tell("document.caption-late", ["captions", place, "in"], params)
    join = shot.transition
    if join.kind == "cut" or before is None:
        return
    most = min(before.seconds, shot.seconds) / 2
    if join.seconds > most + 0.001:
        params = {"kind": join.kind, "seconds": join.seconds, "most": round(most, 3)}
        tell("document.transition-long", ["transition", "seconds"], params)


def tell_tracks(film: Scenario, root: Mapping, findings: Findings) -> None:
    """Tell tracks that begin with a shot that is not there, or end before they begin."""
    tracks = find(root, ["global_config", "audio"])
    for track in film.film.audio:
        at = tracks or root
        if track.shot is not None and not film.has_shot(track.shot):
            params: dict[str, object] = {"file": track.file, "shot": track.shot}
            findings.tell(Severity.WARNING, "document.track-shot", at, params)
        if track.end is not None and track.end <= track.begin:
            params = {"file": track.file, "start": track.begin, "end": track.end}
            findings.tell(Severity.WARNING, "document.track-order", at, params)
