"""The state on the disk: what was written is read back, by this version and by nobody newer."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.jobs import REQUEST, job
from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.model.marks import NO_MARKS, Marks
from topa_studio.model.request import ElementInput, ImageRequest, Picture
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.job import Job, Kind, State, Wish
from topa_studio.pipeline.state import records as records_module
from topa_studio.pipeline.state.mark_rows import write_marks
from topa_studio.pipeline.state.records import Records
from topa_studio.pipeline.state.store import Store

PICTURE = Picture("output/elements/Topa/Topa1.png", "ab" * 32)
FULL = replace(
    job(State.READY),
    request=replace(
        REQUEST,
        prompt='Топа сказала: "да"\n',
        start=PICTURE,
        elements=(ElementInput("topa", "A bear", (PICTURE, Picture(url="https://e.org/a.png"))),),
    ),
    task_id="task-1",
    urls=("https://e.org/1.mp4?sign=a&b", "https://e.org/2.mp4"),
    credits=81.5,
    trouble=Trouble("pipeline.not-fetched", {"reason": "нет сети"}),
    sent=1001.25,
    finished=1042.5,
    run="press-1",
    sent_with={"ab" * 32: "https://e.org/uploaded.png"},
    consent="same",
    token="t1",
)


@pytest.mark.parametrize(
    "given",
    [
        FULL,
        replace(FULL, provider="coins", request=replace(REQUEST, options=(("seed", 7),))),
        job(),
        job(request=None, estimate=None, digest=""),
        job(request=ImageRequest("nano-banana-2", "A pier", "1:1", (PICTURE,))),
    ],
)
def test_a_job_is_read_back_as_it_was_written(tmp_path: Path, given: Job) -> None:
    records = Records(tmp_path / "state.db")
    stored = records.add_job(given)
    records.close()
    again = Records(tmp_path / "state.db")
    assert again.jobs() == [replace(given, id=stored.id)]
    again.close()


def test_a_step_is_on_the_disk_when_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    records = Records(path)
    one, two = records.add_job(job()), records.add_job(job(key="1__2"))
    records.update_job(two.to(State.SENDING, sent=5.0))
    other = sqlite3.connect(path)  # as a second process sees it, before the first has closed
    assert other.execute("SELECT id, state FROM job ORDER BY id").fetchall() == [
        (one.id, "intent"),
        (two.id, "sending"),
    ]
    other.close()
    records.close()


def test_a_result_and_the_end_of_its_job_are_written_together(tmp_path: Path) -> None:
    records = Records(tmp_path / "state.db")
    ready = records.add_job(FULL)
    take = Take(
        1, "output/film/takes/1__1/T01.mp4", "d", "task-1", 81.5, "cd" * 32,
        ("media.length-differs",), 1.5, 3.0, 1042.5,
    )  # fmt: skip
    records.add_take(ready.wish, take, ready.to(State.DONE))
    assert records.takes(Kind.CLIP, "film") == {"1__1": [take]}
    assert records.takes(Kind.CLIP, "other film") == {}
    assert records.takes(Kind.PANEL, "film") == {}
    assert [found.state for found in records.jobs()] == [State.DONE]
    records.close()


def test_when_one_half_cannot_be_written_the_other_is_not_either(tmp_path: Path) -> None:
    records = Records(tmp_path / "state.db")
    records.add_job(replace(FULL, task_id="task-1"))
    two = records.add_job(replace(FULL, task_id="task-2"))
    with pytest.raises(sqlite3.IntegrityError):
        records.add_take(two.wish, Take(2, "T02.mp4"), replace(two, task_id="task-1"))
    assert records.takes(Kind.CLIP, "film") == {}
    records.add_take(two.wish, Take(2, "T02.mp4"), two)  # and the next one finds no open business
    assert [take.number for take in records.takes(Kind.CLIP, "film")["1__1"]] == [2]
    records.close()


def test_one_paid_task_is_never_two_jobs(tmp_path: Path) -> None:
    records = Records(tmp_path / "state.db")
    records.add_job(job(State.SUBMITTED, task_id="task-1"))
    with pytest.raises(sqlite3.IntegrityError):
        records.add_job(job(State.SUBMITTED, key="1__2", task_id="task-1"))
    records.add_job(job(key="1__3"))
    records.add_job(job(key="1__4"))  # what was never sent has no task id yet
    assert len(records.jobs()) == 3
    records.close()


def test_an_upload_is_known_until_it_is_too_old_and_at_its_service_only(tmp_path: Path) -> None:
    records = Records(tmp_path / "state.db")
    records.add_upload("ab", "https://one", "https://one/1.png", 100.0)
    assert records.uploads(["ab", "cd"], "https://one", 50.0) == {"ab": "https://one/1.png"}
    assert records.uploads(["ab"], "https://one", 100.0) == {}
    assert records.uploads(["ab"], "https://two", 50.0) == {}
    records.add_upload("ab", "https://one", "https://one/2.png", 200.0)
    assert records.uploads(["ab"], "https://one", 150.0) == {"ab": "https://one/2.png"}
    records.close()


def test_whoever_only_looks_reads_what_the_writer_wrote_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    writer = Records(path)
    writer.add_job(FULL)
    reader = Records(path, read_only=True)
    assert [found.task_id for found in reader.jobs()] == ["task-1"]
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.add_job(job())
    reader.close()
    writer.close()


def test_looking_at_a_folder_without_state_makes_none(tmp_path: Path) -> None:
    reader = Records(tmp_path / "state.db", read_only=True)
    assert reader.jobs() == []
    reader.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read_only", [False, True])
def test_the_state_of_a_newer_version_is_left_alone(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "state.db"
    newer = sqlite3.connect(path)
    newer.executescript("CREATE TABLE job (odd TEXT); PRAGMA user_version=99;")
    newer.close()
    before = path.read_bytes()
    with pytest.raises(ProjectError, match="newer Topa Studio"):
        Records(path, read_only=read_only)
    assert path.read_bytes() == before


@pytest.fixture
def first_version(tmp_path: Path) -> Path:
    """A state.db as version 1 of the tables wrote it: three jobs, a take, an upload."""
    return Path(shutil.copy(Path(__file__).parents[1] / "data" / "state-1.db", tmp_path))


def _told(records: Records) -> list[tuple[str, State, str, str]]:
    return [(j.wish.key, j.state, j.run, j.consent) for j in records.jobs()]


OLD_JOBS = [
    ("1__1", State.DONE, "", ""),
    ("1__2", State.UNKNOWN, "", ""),
    ("1__3", State.INTENT, "", ""),
]


def test_an_older_state_goes_on_with_everything_in_it(first_version: Path) -> None:
    for _ in range(2):  # brought up to date by the first look, and left so by the second
        records = Records(first_version)
        assert _told(records) == OLD_JOBS
        assert records.jobs()[0].request == FULL.request
        assert dict(records.jobs()[0].sent_with) == {}
        # What was made before providers had names is KIE's.
        assert {job.provider for job in records.jobs()} == {"kie"}
        assert [take.provider for take in records.takes(Kind.CLIP, "film")["1__1"]] == ["kie"]
        assert [take.credits for take in records.takes(Kind.CLIP, "film")["1__1"]] == [81.5]
        assert records.uploads(["ab"], "https://one", 50.0) == {"ab": "https://one/1.png"}
        records.close()
    kept = sqlite3.connect(first_version.with_name("state-1-1.db"))
    assert kept.execute("PRAGMA user_version").fetchone() == (1,)
    assert kept.execute("SELECT count(*) FROM job").fetchone() == (3,)
    kept.close()
    records = Records(first_version)
    stored = records.add_job(replace(FULL, task_id="task-9"))
    assert records.jobs()[-1] == replace(FULL, id=stored.id, task_id="task-9")
    records.close()


def test_takes_of_an_older_state_can_be_marked(first_version: Path) -> None:
    records = Records(first_version)
    write_marks(records, "film", [(Kind.CLIP, "1__1", 1, Marks(star=True, note="good"))])
    records.close()
    again = Records(first_version)
    (take,) = again.takes(Kind.CLIP, "film")["1__1"]
    assert (take.marks, take.origin) == (Marks(star=True, note="good"), "")
    assert again.takes(Kind.CLIP, "another") == {}
    again.close()


def test_a_state_with_marks_goes_on_with_them_and_its_takes_are_of_kie(tmp_path: Path) -> None:
    """As version 4 of the tables wrote it: marks, takes with an origin, no providers."""
    path = Path(shutil.copy(Path(__file__).parents[1] / "data" / "state-4.db", tmp_path))
    for _ in range(2):
        records = Records(path)
        made, own = records.takes(Kind.CLIP, "film")["1__1"]
        assert (made.marks, made.origin, made.credits) == (Marks(star=True, note="good"), "", 81.5)
        assert (own.marks, own.is_own) == (NO_MARKS, True)
        assert {take.provider for take in (made, own)} == {"kie"}
        assert [(job.state, job.provider) for job in records.jobs()] == [(State.DONE, "kie")]
        records.close()
    records = Records(path)
    fitting = Marks(star=True, note="good", fits="ab12")
    write_marks(records, "film", [(Kind.CLIP, "1__1", 1, fitting)])
    assert records.takes(Kind.CLIP, "film")["1__1"][0].marks == fitting
    coins = replace(made, number=3, path="T03.mp4", task_id="task-3", provider="coins")
    records.add_take(Wish(Kind.CLIP, "1__1", 3, "film"), coins)
    assert records.takes(Kind.CLIP, "film")["1__1"][2] == replace(coins, marks=NO_MARKS)
    records.close()
    kept = sqlite3.connect(path.with_name("state-4-4.db"))
    assert kept.execute("PRAGMA user_version").fetchone() == (4,)
    kept.close()


def test_looking_at_an_older_state_leaves_it_as_it_is(first_version: Path) -> None:
    before = first_version.read_bytes()
    reader = Records(first_version, read_only=True)
    assert _told(reader) == OLD_JOBS
    reader.close()
    assert first_version.read_bytes() == before
    assert list(first_version.parent.iterdir()) == [first_version]


def test_an_older_state_that_cannot_be_brought_up_to_date_is_as_it_was(first_version: Path) -> None:
    other = sqlite3.connect(first_version, isolation_level=None)
    other.execute("CREATE TABLE meta (odd TEXT)")  # the last step of the change finds this
    other.close()
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        Records(first_version)
    after = sqlite3.connect(first_version)
    assert after.execute("PRAGMA user_version").fetchone() == (1,)
    assert "run" not in {row[1] for row in after.execute("PRAGMA table_info(job)")}
    after.close()


def test_a_disk_that_takes_nothing_is_told_in_words(tmp_path: Path) -> None:
    async def run() -> None:
        store = Store(tmp_path / "state.db")
        await store.open()
        other = sqlite3.connect(tmp_path / "state.db", isolation_level=None)
        try:
            await store.call(_impatient)
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StudioError) as caught:
                await store.call(Records.add_job, job())
            assert "locked" in str(caught.value)
            other.execute("ROLLBACK")
            await store.call(Records.add_job, job())
            assert len(await store.call(Records.jobs)) == 1
        finally:
            other.close()
            await store.close()

    asyncio.run(run())


def _impatient(records: Records) -> None:
    records._db.execute("PRAGMA busy_timeout=10")


def test_a_write_is_finished_although_its_caller_is_cancelled(tmp_path: Path) -> None:
    async def run() -> None:
        store = Store(tmp_path / "state.db")
        await store.open()
        writing = asyncio.create_task(store.call(Records.add_job, job()))
        await asyncio.sleep(0)
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
        assert len(await store.call(Records.jobs)) == 1
        await store.close()

    asyncio.run(run())


def test_the_disk_is_written_beside_the_loop_and_by_one_thread_only(tmp_path: Path) -> None:
    def thread(_records: Records) -> int:
        return threading.get_ident()

    async def run() -> None:
        store = Store(tmp_path / "state.db")
        await store.open()
        threads = await asyncio.gather(*(store.call(thread) for _ in range(5)))
        await store.close()
        assert len(set(threads)) == 1
        assert threading.get_ident() not in threads

    asyncio.run(run())


def test_the_wish_is_the_same_after_a_restart(tmp_path: Path) -> None:
    records = Records(tmp_path / "state.db")
    wish = Wish(Kind.VIEW, "Topa", 2)
    records.add_job(job(wish=wish))
    assert [found.wish for found in records.jobs()] == [wish]
    records.close()


def test_an_index_that_misses_a_job_is_seen_as_damage(tmp_path: Path) -> None:
    """By such an index a shot seems to have no live job, and would be sent again."""
    path = tmp_path / "state.db"
    records = Records(path)
    records.add_job(job(key="1__1"))
    assert len(records.check()) == 1
    records.close()
    known = _without_index(path, "job_wish")
    records = Records(path)
    records.add_job(job(key="1__2"))
    records.close()
    _with_index(path, known)
    damaged = Records(path)
    with pytest.raises(sqlite3.DatabaseError, match="job_wish"):
        damaged.check()
    damaged.close()


def _without_index(path: Path, name: str) -> tuple[object, ...]:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA writable_schema=ON")
        known: tuple[object, ...] = db.execute(
            "SELECT * FROM sqlite_master WHERE name = ?", (name,)
        ).fetchone()
        db.execute("DELETE FROM sqlite_master WHERE name = ?", (name,))
    return known


def _with_index(path: Path, known: tuple[object, ...]) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA writable_schema=ON")
        db.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", known)


def test_jobs_are_read_anew_after_every_write_and_only_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    job_of = records_module._job

    def counted(row: tuple[object, ...]) -> Job:
        found = job_of(row)
        read.append(found.id)
        return found

    monkeypatch.setattr(records_module, "_job", counted)
    path = tmp_path / "state.db"
    records, other = Records(path), Records(path)
    one = records.add_job(job())
    assert records.jobs() == records.jobs() == [one]
    assert read == [one.id]
    records.jobs().clear()
    assert other.jobs() == records.jobs() == [one]
    sending = one.to(State.SENDING, sent=5.0)
    records.update_job(sending)
    assert records.jobs() == other.jobs() == [sending]

    def half_done() -> None:
        with records.transaction():
            records.add_job(job(key="1__2"))
            assert len(records.jobs()) == 2
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_done()
    assert records.jobs() == [sending]
    two = other.add_job(job(key="1__3"))
    assert records.jobs() == [sending, two]
    other.close()
    records.close()


def test_takes_are_read_anew_after_a_write(tmp_path: Path) -> None:
    records = Records(tmp_path / "state.db")
    wish = Wish(Kind.CLIP, "1__1", 1, "film")
    take = Take(number=1, path="a.mp4", digest="d", task_id="t1", credits=None, sha256="")
    records.add_take(wish, take)
    records.takes(Kind.CLIP, "film")["1__1"].clear()
    assert records.takes(Kind.CLIP, "film") == {"1__1": [take]}
    write_marks(records, "film", [(Kind.CLIP, "1__1", 1, Marks(star=True))])
    assert records.takes(Kind.CLIP, "film")["1__1"][0].marks.star
    records.close()
