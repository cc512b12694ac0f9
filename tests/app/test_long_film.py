"""A long film is worked on off the loop, and no edit is lost to one that came between."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.support.films import FILM
from tests.support.films import opened as document_of
from tests.support.long_film import long_film
from tests.support.open_film import opened
from topa_studio.app.file import outside
from topa_studio.base import yaml_reader
from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import Source, decode
from topa_studio.base.yaml_tree import Tree
from topa_studio.document import preparing
from topa_studio.document.document import Document
from topa_studio.document.edits import DeleteShot, FilmTarget, SetField, ShotTarget
from topa_studio.document.merging import merge, records, rewrite


def titled(shot: str, words: str) -> SetField:
    return SetField(ShotTarget(shot), "title", words)


def test_a_long_film_is_edited_and_undone_off_the_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = tmp_path / "film.yaml"
    film.write_text(long_film(600), encoding="utf-8")
    threads: list[int] = []
    for name in ("prepare", "prepare_undo", "prepare_redo"):
        _note_thread(monkeypatch, name, threads)

    async def run() -> None:
        async with opened(film) as session:
            await session.edit("Title", [titled("s9__9", "Other")])
            await session.undo()
            await session.redo()
            assert session.document.scenario.shot("s9__9").title == "Other"

    asyncio.run(run())
    assert len(threads) == 3
    assert threading.get_ident() not in threads


def _note_thread(monkeypatch: pytest.MonkeyPatch, name: str, threads: list[int]) -> None:
    real = getattr(Document, name)

    def noted(*args: Any, **kwargs: Any) -> Any:
        threads.append(threading.get_ident())
        return real(*args, **kwargs)

    monkeypatch.setattr(Document, name, noted)


def test_edits_at_once_and_from_outside_all_land(tmp_path: Path) -> None:
    film = tmp_path / "film.yaml"
    film.write_text(long_film(600), encoding="utf-8")

    async def run() -> None:
        async with opened(film) as session:
            document = session.document
            first = asyncio.create_task(session.edit("One", [titled("s1__1", "One")]))
            second = asyncio.create_task(session.edit("Two", [titled("s1__2", "Two")]))
            await asyncio.sleep(0.02)
            between = document.text.replace("title: Long", "title: Longer")
            document.take_outside(between.encode())
            await asyncio.gather(first, second)
            titles = [document.scenario.shot(key).title for key in ("s1__1", "s1__2")]
            assert (document.scenario.film.title, titles) == ("Longer", ["One", "Two"])
            with pytest.raises(DocumentError, match="nobody"):
                await session.edit("None", [titled("nobody", "x")])
            for _step in range(3):
                await session.undo()
            assert document.text == long_film(600)

    asyncio.run(run())


def test_a_prepared_edit_changes_nothing_and_fits_one_text_only() -> None:
    document = document_of(FILM)
    before = document.to_bytes()
    told: list[object] = []
    document.changed.connect(told.append)
    prepared = document.prepare("Delete", [DeleteShot("1__1")])
    assert prepared is not None
    assert (document.to_bytes(), document.undo_label, told) == (before, None, [])
    assert document.fits(prepared)
    document.apply("Title", [SetField(FilmTarget(), "title", "Other")])
    assert not document.fits(prepared)
    document.undo()
    assert document.fits(prepared)
    undo = document.prepare_undo()
    assert undo is None
    document.commit(prepared)
    assert not document.scenario.has_shot("1__1")


def test_a_step_is_prepared_on_one_moment_whatever_comes_meanwhile() -> None:
    document = document_of(FILM)
    basis = document.basis()
    document.take_outside(
        FILM.replace("- id: 3\n        prompt", "- id: 9\n        prompt").encode()
    )
    prepared = document.prepare("Title", [SetField(ShotTarget("1__3"), "duration", 9)], basis=basis)
    assert prepared is not None
    assert prepared.state.draft.text == FILM.replace("duration: 7", "duration: 9")
    assert prepared.change is not None
    assert prepared.change.before.has_shot("1__3")
    assert not document.fits(prepared)


def test_what_a_thread_works_on_is_taken_on_the_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = tmp_path / "film.yaml"
    film.write_text(long_film(600), encoding="utf-8")
    taken: list[int] = []
    _note_thread(monkeypatch, "basis", taken)

    async def run() -> None:
        async with opened(film) as session:
            await session.edit("Title", [titled("s9__9", "Other")])
            await session.undo()
            film.write_text(session.document.text.replace("title: Long", "title: Longer"))
            await session.edit("Title", [titled("s9__9", "Another")])
            await session.save()
            assert session.document.scenario.film.title == "Longer"
            assert session.document.scenario.shot("s9__9").title == "Another"

    asyncio.run(run())
    assert set(taken) == {threading.get_ident()}


def test_a_long_change_from_outside_is_read_and_merged_off_the_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = tmp_path / "film.yaml"
    film.write_text(long_film(600), encoding="utf-8")
    threads: list[int] = []

    def noted(data: bytes) -> Source:
        threads.append(threading.get_ident())
        return decode(data)

    real = yaml_reader.parse

    def parsed(text: str) -> Tree:
        threads.append(threading.get_ident())
        return real(text)

    async def run() -> None:
        async with opened(film) as session:
            await session.edit("Title", [titled("s9__9", "Mine")])
            theirs = long_film(600).replace("title: Long", "title: Longer")
            film.write_text(theirs, encoding="utf-8")
            for room in (outside, preparing, merge, records, rewrite):
                monkeypatch.setattr(room, "parse", parsed, raising=False)
                monkeypatch.setattr(room, "decode", noted, raising=False)
            await session.outside.look()
            assert session.document.scenario.film.title == "Longer"
            assert session.document.scenario.shot("s9__9").title == "Mine"
            await session.undo()
            assert session.document.scenario.film.title == "Long"

    asyncio.run(run())
    assert len(threads) >= 3, "ours, theirs and what both had before are read"
    assert threading.get_ident() not in threads
