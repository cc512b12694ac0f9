"""What is said of boxes: for screen readers, tooltips and the label of a drag."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from topa_studio.film.composition import Composition
from topa_studio.film.span import time_code
from topa_studio.model.scenario import AudioTrack
from topa_studio.ui.timeline.lanes.boxes import Box
from topa_studio.ui.timeline.lanes.snap import Hold, begins_scene
from topa_studio.ui.timeline.lanes.track_changes import percent
from topa_studio.ui.words import sentence

translate = QCoreApplication.translate


def hold_words(hold: Hold, film: Composition) -> str:
    """A moment and what it was held on to: "0:30.00 · with scene 3"."""
    return f"{time_code(hold.frame, film.rate)} · {_with(hold)}"


def _with(hold: Hold) -> str:
    if hold.cut is None:
        return translate("Lanes", "at the playhead")
    if begins_scene(hold.cut):
        return translate("Lanes", "with scene {number}").format(number=hold.cut.scene)
    return translate("Lanes", "with shot {number}").format(number=hold.cut.number)


def track_words(box: Box, track: AudioTrack) -> str:
    """What stands on a track: its name, how loud it is, and what is wrong with it."""
    parts = [f"{box.words} · {percent(track)} %"]
    parts += [translate("Lanes", "muted")] if track.mute else []
    wrong = trouble(box)
    return " · ".join([*parts, wrong] if wrong else parts)


def trouble(box: Box) -> str:
    """Why a track cannot be heard; "" where it can."""
    if box.lost:
        return translate("Lanes", "its shot is not in the film")
    if box.wave is None or box.wave.trouble is None:
        return ""
    code, params = box.wave.trouble
    if code == "media.missing":
        return translate("Lanes", "the file is missing")
    if code == "media.no-sound":
        return translate("Lanes", "the file holds no sound")
    if code == "media.unreadable":
        return translate("Lanes", "the file cannot be read as sound")
    return sentence(code, params)


def too_long(box: Box, film: Composition) -> str:
    """How much of it sticks out behind its shot or the film; "" where nothing does."""
    over = box.last - max(box.limit, box.first)
    if over <= 0:
        return ""
    seconds = f"{over / float(film.rate):.1f}"
    if box.limit < film.frames:
        return translate("Lanes", "{seconds} s longer than its shot").format(seconds=seconds)
    return translate("Lanes", "{seconds} s longer than the film").format(seconds=seconds)


def begin_words(box: Box, film: Composition) -> str:
    """When a track begins: with a scene, with a shot, or at a moment."""
    track = box.track
    cut = next((cut for cut in film.cuts if track is not None and cut.key == track.shot), None)
    if cut is not None and track is not None and not track.start:
        return (
            translate("Lanes", "starts with scene {number}").format(number=cut.scene)
            if begins_scene(cut)
            else translate("Lanes", "starts with shot {number}").format(number=cut.number)
        )
    return translate("Lanes", "starts at {time}").format(time=time_code(box.first, film.rate))


def track_sentence(lane: str, box: Box, film: Composition) -> str:
    """A track as it is read aloud: "Music, Up the hill, starts with scene 3, 60 percent"."""
    track = box.track or AudioTrack("")
    loud = translate("Lanes", "{number} percent").format(number=percent(track))
    parts = [lane, box.words, begin_words(box, film), loud]
    parts += [translate("Lanes", "muted")] if track.mute else []
    return ", ".join(part for part in (*parts, trouble(box), too_long(box, film)) if part)


def caption_sentence(lane: str, box: Box, film: Composition) -> str:
    """A caption as it is read aloud."""
    span = translate("Lanes", "{start} to {end}").format(
        start=time_code(box.first, film.rate), end=time_code(box.last, film.rate)
    )
    parts = [lane, box.words, span]
    if box.lost:
        parts.append(translate("Lanes", "not read, as it begins behind its shot's end"))
    return ", ".join(parts)
