"""As loud as films on the web: -14 LUFS, by one gain, or by loudnorm where that would clip."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from math import log10
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from av.audio.frame import AudioFrame
    from av.filter import Graph
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

TARGET = -14.0
PEAK = -1.0
"""LUFS, and the highest true peak in dBTP."""
_SILENT = -69.0
_RATE = 48_000
_BLOCK = 47 * 1024


class Heard(Protocol):
    """The film's sound."""

    def block(self, start: int, count: int) -> Samples:
        """Samples (count, 2) at 48 kHz from sample `start` of the film on."""
        ...


def blocks(sound: Heard, start: int, stop: int) -> Iterator[Samples]:
    """All samples of a stretch, in order; all blocks but the last are multiples of 1024."""
    for at in range(start, stop, _BLOCK):
        yield sound.block(at, min(_BLOCK, stop - at))


def evened(sound: Heard, start: int, stop: int) -> Iterator[Samples]:
    """As `blocks`, at TARGET; what is silent stays so."""
    import numpy as np

    loudness, peak = measured(blocks(sound, start, stop))
    if loudness < _SILENT:
        return blocks(sound, start, stop)
    gain = TARGET - loudness
    if peak + gain > PEAK:
        return _levelled(blocks(sound, start, stop), stop - start)
    factor = np.float32(10 ** (gain / 20))
    return (block * factor for block in blocks(sound, start, stop))


def measured(sound: Iterator[Samples]) -> tuple[float, float]:
    """Integrated loudness in LUFS and the true peak in dBTP."""
    graph = _graph("ebur128=metadata=1:peak=true")
    loudness, peak = -70.0, -70.0
    for pulled in _through(graph, sound):
        told = pulled.metadata
        loudness = float(told.get("lavfi.r128.I", loudness))
        peaks = [float(v) for k, v in told.items() if k.startswith("lavfi.r128.true_peaks_ch")]
        peak = max([peak, *map(_decibels, peaks)])
    return loudness, peak


def _levelled(sound: Iterator[Samples], count: int) -> Iterator[Samples]:
    """Through loudnorm, exactly as many samples, in blocks as `blocks` gives them."""
    import numpy as np

    settings = f"I={TARGET}:TP={PEAK}:LRA=11"
    graph = _graph(f"loudnorm={settings}", "aresample=48000", "aformat=sample_fmts=flt")
    kept, left = np.zeros((0, 2), np.float32), count
    for pulled in _through(graph, sound):
        kept = np.concatenate([kept, pulled.to_ndarray().reshape(-1, 2)])
        while len(kept) >= _BLOCK and left > _BLOCK:
            yield kept[:_BLOCK]
            kept, left = kept[_BLOCK:], left - _BLOCK
    rest = np.zeros((left, 2), np.float32)
    rest[: len(kept)] = kept[:left]
    yield rest


def _graph(*filters: str) -> Graph:
    """A chain from float stereo at 48 kHz through filters written as "name=options"."""
    import av

    graph = av.filter.Graph()
    time_base = Fraction(1, _RATE)
    last = graph.add_abuffer(format="flt", sample_rate=_RATE, layout="stereo", time_base=time_base)
    for words in (*filters, "abuffersink"):
        name, _, options = words.partition("=")
        following = graph.add(name, options or None)
        last.link_to(following)
        last = following
    graph.configure()
    return graph


def _through(graph: Graph, sound: Iterator[Samples]) -> Iterator[AudioFrame]:
    """What comes out of a chain, while a sound goes in."""
    import av
    import numpy as np

    at = 0
    for block in sound:
        flat = np.ascontiguousarray(block, dtype=np.float32).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(flat, format="flt", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = _RATE, at, Fraction(1, _RATE)
        at += len(block)
        graph.push(frame)
        yield from _pulled(graph)
    graph.push(None)
    yield from _pulled(graph)


def _pulled(graph: Graph) -> Iterator[AudioFrame]:
    import av

    with suppress(av.BlockingIOError, av.EOFError):
        while True:
            pulled = graph.pull()
            if isinstance(pulled, av.AudioFrame):
                yield pulled


def _decibels(peak: float) -> float:
    return 20 * log10(peak) if peak > 0 else -120.0
