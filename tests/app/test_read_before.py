"""A long film that was read before is not parsed again, whoever changed whatever since."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from tests.support.long_film import long_film
from tests.support.open_film import opened
from topa_studio.app.file import film_file, read_before
from topa_studio.app.opening import Opening, open_film
from topa_studio.app.user_folder import user_cache
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.document.preparing import Preparing
from topa_studio.model.scenario import Scenario


@pytest.fixture
def film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(film_file, "_STANDING", 0.0)
    path = tmp_path / "film.yaml"
    path.write_text(long_film(400), encoding="utf-8")
    assert path.stat().st_size > read_before.LONG_FILE
    return path


def kept() -> list[Path]:
    return sorted((user_cache() / "films").glob("*"))


async def looked_at(film: Path) -> Scenario:
    session = await open_film(film, Opening(), {})
    await session.aclose()
    return session.film


def parsed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How long the texts were that were read as a whole."""
    found: list[int] = []
    read = Preparing.read

    def noted(self: Preparing, text: str, *args: object) -> object:
        found.append(len(text))
        return read(self, text, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Preparing, "read", noted)
    return found


def test_the_second_time_it_is_not_parsed_and_says_the_same(
    film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = asyncio.run(looked_at(film))
    assert len(kept()) == 1
    # The words of a film that only its user may read are nobody else's here either.
    assert os.name == "nt" or kept()[0].stat().st_mode & 0o077 == 0
    whole = parsed(monkeypatch)
    assert asyncio.run(looked_at(film)) == first
    assert whole == []


def test_what_was_edited_is_known_the_next_time_too(
    film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def edit() -> None:
        async with opened(film) as session:
            title = SetField(ShotTarget("s3__4"), "title", "New")
            await session.edit("Title", [title])

    asyncio.run(edit())
    whole = parsed(monkeypatch)
    assert asyncio.run(looked_at(film)).shot("s3__4").title == "New"
    assert whole == []


@pytest.mark.parametrize("change", ["film", "kept", "cut", "settings"])
def test_any_doubt_means_parsing(film: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    asyncio.run(looked_at(film))
    place = kept()[0]
    match change:
        case "film":
            film.write_text(long_film(400).replace("duration: 5", "duration: 6", 1), "utf-8")
        case "kept":
            place.write_bytes(place.read_bytes().replace(b"hill", b"dale"))
        case "cut":
            place.write_bytes(place.read_bytes()[:-40])
        case _:
            (film.parent / "config.yaml").write_text("generation: {mode: pro}\n", "utf-8")
    whole = parsed(monkeypatch)
    again = asyncio.run(looked_at(film))
    assert whole
    assert again.shot("s1__1").duration == (6 if change == "film" else 5)
    assert "hill" in again.shot("s1__1").prompt


def test_what_is_damaged_is_replaced(film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = asyncio.run(looked_at(film))
    kept()[0].write_bytes(b"nothing\nof it")
    asyncio.run(looked_at(film))
    whole = parsed(monkeypatch)
    assert asyncio.run(looked_at(film)) == first
    assert whole == []


def test_only_the_last_films_are_kept(film: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_before, "_FILMS", 2)
    for number in range(4):
        film.write_text(long_film(400).replace("Long", f"Long {number}"), encoding="utf-8")
        asyncio.run(looked_at(film))
    assert len(kept()) == 2


def test_a_folder_that_takes_nothing_is_no_trouble(film: Path) -> None:
    user_cache().mkdir(parents=True)
    (user_cache() / "films").write_text("a file", encoding="utf-8")
    assert asyncio.run(looked_at(film)).has_shot("s1__1")
