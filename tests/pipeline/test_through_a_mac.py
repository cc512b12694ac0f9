"""A film's folder is the same when its names have their accents apart, as Macs write them."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.support.open_film import opened
from tests.support.small_kie import SmallKie, picture_bytes, small_kie
from topa_studio.base.spelling import as_it_lies
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips, reference_images

FILM = """\
title: Zoé
global_config: {mode: std, sound: false}
elements:
  characters:
    - name: Zoé
      description: A girl in a red coat
      reference_prompts: [front view, side view]
scenes:
  - id: Début
    shots:
      - id: 1
        prompt: "Wide shot. @Zoé walks in and stops."
        elements_needed: [Zoé]
        duration: 3
      - id: 2
        prompt: "Wide shot. A pier at dusk."
        start: pics/café.png
        duration: 3
"""
KEYS = ["Début__1", "Début__2"]


def through_a_mac(folder: Path) -> int:
    """Spell every name below a folder with its accents apart; how many changed."""
    changed = 0
    for home, folders, files in os.walk(folder, topdown=False):
        for name in (*folders, *files):
            if normalize("NFD", name) != name:
                Path(home, name).rename(Path(home, normalize("NFD", name)))
                changed += 1
    return changed


def film_in(folder: Path) -> Path:
    """The film, with its start picture."""
    scenario = folder / "Zoé.yaml"
    scenario.write_text(FILM, encoding="utf-8")
    (folder / "pics").mkdir()
    (folder / "pics" / "café.png").write_bytes(picture_bytes())
    return scenario


async def _made(scenario: Path, kie: SmallKie) -> None:
    async with opened(scenario, kie.environment()) as session:
        await session.make(clips(*KEYS))
        assert [session.shot(key).stage for key in KEYS] == [Stage.MADE, Stage.MADE]


@pytest.mark.parametrize("spelling", ["NFC", "NFD"])
def test_everything_is_found_and_nothing_paid_again(spelling: str, tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            scenario = film_in(tmp_path)
            await _made(scenario, kie)
            paid = len(kie.accepted)
            assert through_a_mac(tmp_path) > 6
            scenario = tmp_path / normalize("NFD", "Zoé.yaml")
            scenario.write_text(normalize(spelling, FILM), encoding="utf-8")
            async with opened(scenario, kie.environment()) as session:
                assert session.missing() == ()
                paths = [cut.path for cut in session.cuts()]
                assert [bool(path) and session.path(path).is_file() for path in paths] == [True] * 2
                name = session.document.scenario.elements[0].name
                assert len(session.element(name).pictures) == 2
                assert all(session.path(p).is_file() for p in session.element(name).pictures)
                quote = session.quote(reference_images(name))
                assert (quote.images, quote.credits) == (0, 0.0)
                await session.make(clips(*session.missing()))
            assert len(kie.accepted) == paid

    asyncio.run(run())


def test_without_the_state_takes_and_pictures_are_taken_in_all_the_same(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            scenario = film_in(tmp_path)
            await _made(scenario, kie)
            paid = len(kie.accepted)
            for path in (tmp_path / "output" / ".topa").glob("*"):
                if path.is_file():
                    path.unlink()
            through_a_mac(tmp_path)
            async with opened(tmp_path / normalize("NFD", "Zoé.yaml"), kie.environment()) as film:
                assert film.missing() == ()
                quote = film.quote(reference_images("Zoé"))
                assert (quote.images, quote.credits) == (0, 0.0)
            assert len(kie.accepted) == paid

    asyncio.run(run())


def test_new_files_come_to_the_folder_that_is_there(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            scenario = film_in(tmp_path)
            await _made(scenario, kie)
            through_a_mac(tmp_path)
            scenario = tmp_path / normalize("NFD", "Zoé.yaml")
            scenario.write_text(FILM.replace("walks in", "walks out"), encoding="utf-8")
            async with opened(scenario, kie.environment()) as session:
                await session.make(clips(KEYS[0]))
                assert session.shot(KEYS[0]).stage is Stage.MADE
            places = (tmp_path / "output" / "elements", *(tmp_path / "output").glob("Zo*"))
            names = [str(path) for place in places for path in place.rglob("*")]
            assert [name for name in names if normalize("NFD", name) != name] == []

    asyncio.run(run())


def test_a_state_that_was_written_on_a_mac_is_found(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            scenario = film_in(tmp_path)
            await _made(scenario, kie)
            paid = len(kie.accepted)
            db = sqlite3.connect(tmp_path / "output" / ".topa" / "state.db")
            for table, columns in (("job", ("film", "path")), ("take", ("film", "path"))):
                for column in columns:
                    for (old,) in db.execute(f"SELECT DISTINCT {column} FROM {table}").fetchall():
                        query = f"UPDATE {table} SET {column} = ? WHERE {column} = ?"
                        db.execute(query, (normalize("NFD", old), old))
            db.commit()
            db.close()
            async with opened(scenario, kie.environment()) as session:
                assert session.missing() == ()
                await session.make(clips(*KEYS))
            assert len(kie.accepted) == paid

    asyncio.run(run())


def test_a_name_of_the_very_spelling_goes_first(tmp_path: Path) -> None:
    apart, together = tmp_path / normalize("NFD", "é"), tmp_path / "é"
    apart.mkdir()
    assert as_it_lies(together / "new.txt") == apart / "new.txt"
    together.mkdir()
    assert as_it_lies(together / "new.txt") == together / "new.txt"
    assert as_it_lies(tmp_path / "ö") == tmp_path / "ö"
