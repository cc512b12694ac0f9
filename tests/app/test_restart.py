"""A film that was made is opened again: what a start does grows with what is new, not with it."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.open_film import opened, plain_film
from tests.support.small_kie import clip_bytes
from topa_studio.catalogue.catalogue import USUAL, Catalogue
from topa_studio.document.document import Document
from topa_studio.model.request import digest
from topa_studio.model.status import Stage
from topa_studio.model.take import Take
from topa_studio.pipeline.compose import Setup, clip_request
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.publish import publish
from topa_studio.pipeline.folder.receipts import write_receipt
from topa_studio.pipeline.job import Job, Kind, State, Wish
from topa_studio.pipeline.state import records as state
from topa_studio.pipeline.state.records import Records

_OPENED: list[str] = []
_IS_HEARD = [False]


def _hear(event: str, args: tuple[Any, ...]) -> None:
    if event == "open" and _IS_HEARD[0]:
        _OPENED.append(str(args[0]))


sys.addaudithook(_hear)


def _made(home: Path, shots: int) -> Path:
    """A film of which every shot was made, as its folder lies there afterwards."""
    film = plain_film(home, shots)
    layout = Layout(home, home / "output", home / "output" / "elements", film.stem)
    scenario = Document.open(film, Catalogue.bundled()).scenario
    records = Records(layout.state)
    for shot in scenario.shots():
        request = clip_request(scenario, shot.key, Setup(Catalogue.bundled(), USUAL, {}))
        target, clip = layout.take(shot.key, 1), layout.clip(shot.key)
        stored, mark = layout.relative(target), digest(request)
        wish, task = Wish(Kind.CLIP, shot.key, 1, film.stem), f"task-{shot.key}"
        job = Job(0, wish, State.SUBMITTED, request, mark, stored, 42.0, 1.0, task, sent=1.0)
        job = records.add_job(job)
        take = Take(1, stored, mark, task, 42.0, made_at=2.0)
        for path in (target, clip):
            path.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(clip_bytes())
        shutil.copy2(target, clip)
        write_receipt(target, job, take)
        records.add_take(wish, take, job.to(State.READY).to(State.DONE, finished=2.0))
    records.close()
    return film


def _restarted(film: Path) -> list[str]:
    """Names of the files that the second start and its end open."""

    async def run() -> None:
        async with opened(film) as session:
            stages = [session.shot(shot.key).stage for shot in session.film.shots()]
            assert set(stages) == {Stage.MADE}

    asyncio.run(run())
    _OPENED.clear()
    _IS_HEARD[0] = True
    try:
        asyncio.run(run())
    finally:
        _IS_HEARD[0] = False
    return [os.path.basename(path) for path in _OPENED if str(film.parent) in path]


def test_a_restart_opens_no_file_of_what_was_made(tmp_path: Path) -> None:
    few, many = _restarted(_made(tmp_path / "few", 2)), _restarted(_made(tmp_path / "many", 20))
    # A write of what is known may come once more or once less, whenever its time is.
    assert abs(len(many) - len(few)) <= 3, (few, many)
    assert not [name for name in many if name.startswith("T01") or name.endswith(".mp4")]


def test_a_restart_reads_each_job_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    film, read, as_job = _made(tmp_path, 6), [], state._job

    def counted(row: tuple[Any, ...]) -> Job:
        read.append(row[0])
        return as_job(row)

    monkeypatch.setattr(state, "_job", counted)
    _restarted(film)
    assert sorted(read) == sorted([*range(1, 7)] * 2)  # two starts


def test_clips_in_their_place_are_not_looked_at_by_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the one that is another now is copied again."""
    film = _made(tmp_path, 3)
    published: list[str] = []

    def seen(shot: Any, *rest: Any) -> Take | None:
        published.append(shot.key)
        return publish(shot, *rest)

    monkeypatch.setattr("topa_studio.app.making.files_keeper.publish", seen)
    other = tmp_path / "output" / "film" / "shots" / "1__2.mp4"
    other.write_bytes(b"another")
    _restarted(film)
    assert published == ["1__2"]
    assert other.read_bytes() == clip_bytes()
