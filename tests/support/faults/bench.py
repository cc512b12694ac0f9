"""Worlds on a fast disk: a film and its account, run under faults and looked at afterwards."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.faults.drive import control
from tests.support.faults.films import Play
from tests.support.faults.shim import KILLED
from tests.support.faults.zygote import ServiceProcess, Zygote

Json = dict[str, Any]


class Bench:
    """One thread's place to try faults in."""

    def __init__(self, root: Path, service: str, zygote: Zygote, mark: str = "") -> None:
        self._root = root
        self._service = service
        self._zygote = zygote
        self._numbers = itertools.count(1)
        self._mark = mark

    @contextmanager
    def world(self, play: Play) -> Iterator[World]:
        """A new folder and account; both are gone afterwards."""
        name = f"w{self._mark}{next(self._numbers)}"
        home = self._root / name / "film"
        home.mkdir(parents=True)
        (home / "film.yaml").write_text(play.film, encoding="utf-8")
        world = World(home, f"{self._service}/{name}", self._zygote, play)
        if play.service:
            control(world.url, "", play.service)
        try:
            yield world
        finally:
            control(world.url, "/forget")
            shutil.rmtree(self._root / name)


@dataclass(slots=True)
class World:
    """A film's folder and its account."""

    home: Path
    url: str
    zygote: Zygote
    play: Play

    def plan(self, **more: Any) -> Json:
        """A plan for this world."""
        play = self.play
        acts = {"variants": play.variants, "panels": play.panels, "slots": play.slots}
        acts["redraws"] = play.redraws
        return {"home": str(self.home), "url": self.url, "budget": play.budget, **acts, **more}

    def run(self, **more: Any) -> Json:
        """One process to its end or death."""
        return self.zygote.run(self.plan(**more))

    def also(self) -> Json:
        """A plan for a second film of the same user and account."""
        home = self.home.with_name("other")
        home.mkdir(exist_ok=True)
        (home / "film.yaml").write_text(self.play.film, encoding="utf-8")
        return {**self.plan(), "home": str(home)}

    def begin(self) -> None:
        """Where the play has an earlier run, let it happen and be killed."""
        if self.play.resumed is not None:
            state, at = self.play.resumed
            fault = {"kind": "stored", "at": at, "what": state}
            killed = self.run(fault=fault)
            assert killed["code"] == KILLED, killed

    def look(self, **more: Any) -> tuple[Json, tuple[str, ...]]:
        """The next start, run to its end, and every promise that is broken afterwards."""
        end = self.run(audit=True, **more)
        text = (self.home / "film.yaml").read_text(encoding="utf-8")
        changed = [] if text == self.play.film else ["changed: the film's file is another one"]
        return end, (*_verdict(end), *changed)


def _verdict(end: Json) -> tuple[str, ...]:
    """What the next start broke; a raw error is a promise broken too."""
    if "raw" in end:
        return (f"traceback: {end['raw']} {end['where'][-600:]}",)
    if "broken" not in end:
        return (f"traceback: it died with {end['code']}: {end['err'][-600:]}",)
    spilled = [f"traceback: {end['err'][-400:]}"] if "Traceback" in end["err"] else []
    return (*end["broken"], *spilled)


def fastest_folder() -> str | None:
    """A disk of memory, where there is one: syncing takes no time there."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


@contextmanager
def benches(count: int = 1) -> Iterator[list[Bench]]:
    """So many benches with one service; everything is gone afterwards."""
    with ExitStack() as stack:
        folder = tempfile.TemporaryDirectory(dir=fastest_folder(), prefix="topa-faults-")
        root = Path(stack.enter_context(folder))
        service = stack.enter_context(ServiceProcess())
        zygotes = [stack.enter_context(Zygote()) for _ in range(count)]
        yield [Bench(root, service.url, found, f"{n}-") for n, found in enumerate(zygotes)]
