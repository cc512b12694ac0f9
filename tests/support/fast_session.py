"""A session whose clock runs fast: no rate limit, questions at once, as many jobs as wished."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from topa_studio.app import opening
from topa_studio.media.encode import write_clip
from topa_studio.provider.cadence import next_wait
from topa_studio.provider.kie import client
from topa_studio.provider.kie.limits import RateGate
from topa_studio.provider.rate import Window

_NO_LIMIT = 10**9
_SCENE = "  - id: {scene}\n    shots:\n"
_SHOT = '      - {{id: {id}, prompt: "Wide shot. A pier at dusk, number {number}.", duration: 3}}\n'


@contextmanager
def fast_clock(poll: float = 0.02) -> Iterator[None]:
    """Films opened inside ask about a task every `poll` seconds and send without a limit."""
    endless = partial(Window, _NO_LIMIT, 1.0)
    with _opened_with(lambda: RateGate(endless(), endless()), lambda *_a, **_n: poll):
        yield


@contextmanager
def compressed(faster: float) -> Iterator[None]:
    """Films opened inside have the real limits and the real cadence, so many times faster."""

    def gate() -> RateGate:
        real = RateGate()
        return RateGate(_faster(real.creates, faster), _faster(real.polls, faster))

    def wait(age: float, **_named: Any) -> float:
        return next_wait(age * faster) / faster

    with _opened_with(gate, wait):
        yield


def _faster(window: Window, faster: float) -> Window:
    """The same window in a world that is so many times faster."""
    return Window(window.limit, window.seconds / faster)


@contextmanager
def _opened_with(gate: Callable[[], RateGate], wait: Callable[..., float]) -> Iterator[None]:
    before = client.RateGate, opening.next_wait
    client.RateGate = lambda *_given, **_named: gate()  # type: ignore[assignment, misc]
    opening.next_wait = wait
    try:
        yield
    finally:
        client.RateGate, opening.next_wait = before  # type: ignore[misc]


def numbered_film(folder: Path, shots: int, scene: int = 100) -> Path:
    """A film of so many shots that need one create each, told apart by their prompts."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = ["title: Numbers\nglobal_config: {mode: std, sound: false}\nscenes:\n"]
    for number in range(shots):
        if number % scene == 0:
            parts.append(_SCENE.format(scene=number // scene + 1))
        parts.append(_SHOT.format(id=number % scene + 1, number=number))
    path = folder / "film.yaml"
    path.write_text("".join(parts), encoding="utf-8")
    return path


def tiny_clip(path: Path) -> Path:
    """A real clip of a few hundred bytes, so that no medium is what is measured."""
    write_clip(path, [bytes(64 * 36 * 4)] * 6, (64, 36), (64, 36), 2, None)
    return path
