"""The sound of a film: its parts with their gains and fades, summed block by block."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from topa_studio.base.errors import MediaError
from topa_studio.film.composition import Composition
from topa_studio.film.engine.sounds import WINDOW, Sounds
from topa_studio.film.sound import CLIP, Part
from topa_studio.media.hearing import RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from topa_studio.media.hearing import Samples

_AHEAD = 5 * RATE
_KNEE = 0.9


class Placed(NamedTuple):
    """A part in samples of the film: from `first` to before `last`; `begin` lies in its file."""

    part: Part
    first: int
    last: int
    begin: int


class Plan:
    """What is heard of a film, found by its samples."""

    def __init__(self, composition: Composition) -> None:
        self.samples = round(composition.seconds * RATE)
        self._placed = [_placed(part, self.samples) for part in composition.parts]
        self._firsts = np.array([placed.first for placed in self._placed], np.int64)
        self._lasts = np.array([placed.last for placed in self._placed], np.int64)

    def heard(self, start: int, stop: int) -> Iterator[Placed]:
        """What sounds between two samples."""
        for place in np.nonzero((self._firsts < stop) & (self._lasts > start))[0]:
            yield self._placed[place]


class Mixer:
    """What is heard, at 48 kHz in two channels; for one thread.

    Sample n of the film is heard at n / 48,000 seconds. A file that cannot be heard is silent, and
    stands in `silent` with its error.

    Args:
        files: where a file of the film lies.
        waits: a block waits until its sound is read, as for an export; else what is not read yet
            is silent, and a thread reads it.
    """

    def __init__(
        self, composition: Composition, files: Callable[[str], Path], *, waits: bool = False
    ) -> None:
        self._sounds = Sounds(files, waits=waits)
        self._last_asked = -1
        self._made_of = _made_of(composition)
        self._plan, self._patience = Plan(composition), 0
        self._before: Plan | None = None

    @property
    def silent(self) -> dict[str, MediaError]:
        """The files that cannot be heard, by their path from the film's home."""
        return self._sounds.silent

    @property
    def samples(self) -> int:
        """The film's length."""
        return self._plan.samples

    def take(self, composition: Composition) -> None:
        """From now on the sound is of this film; what was read stays.

        What is heard of the film before goes on until the new sound is read, and at most a second.
        Where nothing that is heard is another, as when words are written, that costs nothing.
        """
        made_of = _made_of(composition)
        if made_of == self._made_of:
            return
        self._made_of = made_of
        self._before = None if self._sounds.waits else self._before or self._plan
        self._plan, self._patience = Plan(composition), RATE
        self._last_asked = -1

    def block(self, start: int, count: int) -> Samples:
        """Samples `start` to before `start + count`: (count, 2); silence outside of the film."""
        total = np.zeros((count, 2), np.float32)
        for placed in self._plan_at(start, count).heard(start, start + count):
            self._add(total, start, placed)
        self.prepare(start + count)
        return guarded(total)

    def _plan_at(self, start: int, count: int) -> Plan:
        self._patience -= count
        if self._before is not None and (self._patience < 0 or self.is_ready(start, count)):
            self._before = None
        return self._before or self._plan

    def is_ready(self, start: int, count: int) -> bool:
        """Whether all that is heard there is read; what is not is being read from now on."""
        ready = True
        for placed in self._plan.heard(start, start + count):
            for path, number in _windows(placed, start, start + count):
                ready = self._sounds.window(path, number) is not None and ready
        return ready

    def prepare(self, start: int) -> None:
        """Have the next seconds read, where a thread reads; cheap to ask again and again."""
        near = start // (RATE // 2)
        if not self._sounds.waits and near != self._last_asked:
            self._last_asked = near
            self.is_ready(start, _AHEAD)

    def close(self) -> None:
        """End the thread that reads."""
        self._sounds.close()

    def _add(self, total: Samples, start: int, placed: Placed) -> None:
        part = placed.part
        last = self._end(placed)
        if last is None:
            return
        place, stop = max(start, placed.first), min(start + len(total), last)
        while place < stop:
            number, inside = divmod(place - placed.first + placed.begin, WINDOW)
            window = self._sounds.window(part.path, number)
            count = min(stop - place, WINDOW - inside)
            if window is not None and inside < len(window):
                heard = window[inside : inside + count]
                level = _level(placed, last, place, len(heard))
                total[place - start : place - start + len(heard)] += heard * level
            place += count

    def _end(self, placed: Placed) -> int | None:
        """Where it really ends: a track fades out where its file ends. None: not known yet."""
        part = placed.part
        if part.kind == CLIP or not part.fade_out:
            return placed.last
        length = self._sounds.length(part.path)
        return None if length is None else min(placed.last, placed.first + length - placed.begin)


def _made_of(composition: Composition) -> object:
    """All that its sound follows from; cuts that stay are the very same, so comparing is quick."""
    film = composition.scenario.film
    return composition.cuts, film.audio, film.ending


def _placed(part: Part, samples: int) -> Placed:
    first, begin = round(part.at * RATE), round(part.begin * RATE)
    last = samples if part.end is None else first + round(part.end * RATE) - begin
    return Placed(part, first, min(last, samples), begin)


def _windows(placed: Placed, start: int, stop: int) -> Iterator[tuple[str, int]]:
    inside = max(start, placed.first) - placed.first + placed.begin
    last = min(stop, placed.last) - placed.first + placed.begin
    for number in range(inside // WINDOW, -(-last // WINDOW)):
        yield placed.part.path, number


def _level(placed: Placed, last: int, place: int, count: int) -> float | NDArray[np.float32]:
    """How loud each of so many samples is: its gain, and its fades."""
    part = placed.part
    fade_in, fade_out = round(part.fade_in * RATE), round(part.fade_out * RATE)
    begins, ends = place < placed.first + fade_in, place + count > last - fade_out
    if not begins and not ends:
        return part.gain
    at = np.arange(place, place + count)
    level = np.full(count, part.gain, np.float32)
    if begins:
        level *= _curve((at - placed.first) / fade_in, part.kind)
    if ends:
        level *= _curve((last - at) / fade_out, part.kind)
    return level[:, None]


def _curve(share: NDArray[np.float64], kind: str) -> NDArray[np.float32]:
    """Clips cross with the same power all the time; a track goes evenly."""
    share = np.clip(share, 0, 1)
    curve = np.sin(share * (np.pi / 2)) if kind == CLIP else share
    return curve.astype(np.float32)


def guarded(sound: Samples) -> Samples:
    """The same sound where it is quiet enough; what is louder bends softly and stays below 1."""
    loud = np.abs(sound)
    if not sound.size or loud.max() <= _KNEE:
        return sound
    above = np.maximum(loud - _KNEE, 0) / (1 - _KNEE)
    bent = np.where(loud > _KNEE, _KNEE + (1 - _KNEE) * np.tanh(above), loud)
    return np.copysign(bent, sound).astype(np.float32)
