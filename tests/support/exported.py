"""Exports of films of numbered clips, written in this process and read back."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from tests.support.numbered import told
from topa_studio.film.composition import Composition, files_of
from topa_studio.film.export.choices import Choices
from topa_studio.film.export.facts import ClipFacts
from topa_studio.film.export.plan import Plan, plan_of
from topa_studio.film.export.request import Request
from topa_studio.media.probe import probe


def planned(film: Composition, choices: Choices, folder: Path) -> Plan:
    """What would be written of a film whose files lie in `folder`."""
    known = {}
    for path in {cut.path for cut in film.cuts if cut.path}:
        facts = probe(folder / path)
        size = (folder / path).stat().st_size
        known[path] = ClipFacts(facts.width, facts.height, facts.seconds, size, facts.fps)
    return plan_of(film, choices, known)


def request_of(plan: Plan, folder: Path, target: Path) -> Request:
    """What the process that encodes would be told."""
    return Request(plan, target, {path: folder / path for path in files_of(plan.film)})


@dataclass(frozen=True)
class Read:
    """What a file holds, as a reader has it.

    Attributes:
        numbers: clip and number that each frame shows.
        times: when each frame is shown, in seconds.
        lengths: seconds of each track by its kind.
        sound: (n, 2) samples at 48 kHz; empty without.
        words: (begin, end, text) of captions, in thousandths.
    """

    numbers: list[tuple[int, int]]
    times: list[Fraction]
    lengths: dict[str, float]
    sound: NDArray[np.float32]
    words: list[tuple[int, int, str]]
    codecs: dict[str, str]


def read(path: Path) -> Read:
    """Decode a file whole."""
    numbers, times, sounds, words = [], [], list[NDArray[np.float32]](), []
    with av.open(str(path)) as container:
        lengths = {s.type: float((s.duration or 0) * s.time_base) for s in container.streams}
        codecs = {s.type: s.codec_context.name for s in container.streams if s.codec_context}
        for frame in container.decode(video=0):
            numbers.append(told(frame))
            times.append(frame.pts * frame.time_base)
    with av.open(str(path)) as container:
        if container.streams.audio:
            sounds = [heard.to_ndarray().T for heard in container.decode(audio=0)]
    with av.open(str(path)) as container:
        for stream in container.streams.subtitles:
            for packet in container.demux(stream):
                if packet.size > 2 and packet.pts is not None:
                    scale = 1000 * packet.time_base
                    begin, end = packet.pts * scale, (packet.pts + packet.duration) * scale
                    words.append((round(begin), round(end), bytes(packet)[2:].decode()))
    sound = np.concatenate(sounds) if sounds else np.zeros((0, 2), np.float32)
    return Read(numbers, times, lengths, sound, words, codecs)
