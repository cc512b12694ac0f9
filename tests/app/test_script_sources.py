"""Films made of scripts, boards and folders of pictures: whole, or nothing at all."""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path

import pytest

from tests.support.open_film import opened
from tests.support.pictures import picture_in
from tests.support.scripts import FOLDER
from topa_studio.app.films import NewFilm
from topa_studio.app.scripts.coming import bring, look
from topa_studio.app.scripts.making import Making, make_at, make_in
from topa_studio.app.scripts.sources import (
    DrawnSource,
    FilmSource,
    Reading,
    ScriptSource,
    pasted,
    script_source,
    source_at,
)
from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.document.document import Document
from topa_studio.film.scripts.breakdown import Choices
from topa_studio.film.scripts.reading import MOST_BYTES

PICTURE = picture_in("mjpeg")
BOARDS = {
    "version": "1.9.2",
    "aspectRatio": 1.7777777777777777,
    "fps": 24,
    "defaultBoardTiming": 2000,
    "boards": [
        {"uid": "AAAAA", "url": "board-1-AAAAA.png", "number": 1, "shot": "1A", "time": 0,
         "action": "Mila opens the door.", "dialogue": "MILA: Who is there?", "notes": "Rain",
         "duration": 4000},
        {"uid": "BBBBB", "url": "board-2-BBBBB.png", "number": 2, "shot": "1B", "newShot": False},
        {"uid": "CCCCC", "url": "../../../board-3-CCCCC.png", "shot": "2A", "duration": 1e999},
    ],
}  # fmt: skip


def _project(folder: Path) -> Path:
    (folder / "images").mkdir(parents=True)
    (folder / "images" / "board-1-AAAAA-posterframe.jpg").write_bytes(PICTURE)
    (folder / "images" / "board-1-AAAAA.png").write_bytes(PICTURE)
    (folder / "images" / "board-2-BBBBB.png").write_bytes(PICTURE)
    file = folder / "cat.storyboarder"
    file.write_text(json.dumps(BOARDS), encoding="utf-8")
    return file


def _have_panels(scenario: Path) -> list[bool]:
    async def look() -> list[bool]:
        async with opened(scenario) as session:
            return [session.shot(shot.key).panel is not None for shot in session.film.shots()]

    return asyncio.run(look())


def test_a_script_lies_beside_its_film_as_it_was(tmp_path: Path) -> None:
    data = (FOLDER / "topa.fountain").read_text(encoding="utf-8").replace("—", "-").encode("cp1251")
    file = tmp_path / "Топа.fountain"
    file.write_bytes(data)
    source = source_at(file)
    assert isinstance(source, ScriptSource)
    assert source.script.encoding == "cp1251"

    scenario = make_at(tmp_path / "film", "Топа", "9:16", Making(source))

    assert (tmp_path / "film" / "script" / "Топа.fountain").read_bytes() == data
    film = Document.open(scenario).scenario
    assert film.film.script == "script/Топа.fountain"
    assert film.film.aspect_ratio == "9:16"
    assert film.film.title == "Топа"
    assert film.count() == 9
    assert sorted(os.listdir(tmp_path)) == ["film", "Топа.fountain"]


def test_nothing_is_written_over_and_nothing_half_made_stays(tmp_path: Path) -> None:
    making = Making(pasted("INT. A - DAY\n\nShe runs.\n"))
    (tmp_path / "there").mkdir()
    (tmp_path / "a file").write_text("mine")
    for name in ("there", "a file"):
        with pytest.raises(ProjectError) as told:
            make_at(tmp_path / name, "T", "16:9", making)
        assert told.value.code == "project.import-exists"
    with pytest.raises(ProjectError):
        make_at(tmp_path / "scenario", "T", "16:9", making)
    empty = Making(pasted("Title: Nothing\n"))
    with pytest.raises(ProjectError):
        make_at(tmp_path / "none", "T", "16:9", empty)

    assert sorted(os.listdir(tmp_path)) == ["a file", "there"]
    assert (tmp_path / "a file").read_text() == "mine"


def test_a_film_of_the_same_title_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    making = Making(pasted("INT. A - DAY\n\nShe runs.\n"))
    wish = NewFilm("Run: now?", "16:9", tmp_path)

    made = [make_in(wish, making) for _turn in range(2)]

    assert [path.parent.name for path in made] == ["Run now", "Run now 2"]
    assert Document.open(made[0]).scenario.film.title == "Run: now?"


def test_a_disk_that_fails_in_the_middle_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from topa_studio.app.scripts import making as room

    def full(path: Path, data: bytes) -> bool:
        if path.name == "scenario.yaml":
            raise OSError(28, "No space left on device", str(path))
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return True

    monkeypatch.setattr(room, "write_atomic", full)
    with pytest.raises(ProjectError) as told:
        make_at(tmp_path / "film", "T", "16:9", Making(pasted("She runs.\n")))

    assert "the disk is full" in str(told.value)
    assert os.listdir(tmp_path) == []


def test_a_film_that_is_there_is_taken_over_as_it_is(tmp_path: Path) -> None:
    old = tmp_path / "old" / "scenario"
    old.mkdir(parents=True)
    (old / "scenario.yaml").write_text("scenes: []\n")

    assert source_at(tmp_path / "old") == FilmSource(old / "scenario.yaml")
    assert source_at(old / "scenario.yaml") == FilmSource(old / "scenario.yaml")


def test_boards_become_panels_with_their_words_and_lengths(tmp_path: Path) -> None:
    source = source_at(_project(tmp_path / "boards"))
    assert isinstance(source, DrawnSource)
    assert source.missing == 1
    assert source.ratio == "16:9"

    scenario = make_at(tmp_path / "film", "Boards", source.ratio, Making(source))

    shots = Document.open(scenario).scenario.shots()
    assert [shot.title for shot in shots] == ["1A", "1B", "2A"]
    assert shots[0].prompt == "Mila opens the door. MILA: “Who is there?”"
    assert shots[0].lines[0].who == "MILA"
    assert shots[0].notes == "Rain"
    assert [shot.seconds for shot in shots] == [4, 2, 2]
    # What is told before is what the film is.
    told = source.film(Choices())
    assert [shot.lasts for shot in told.shots()] == [4, 2, 2]
    assert told.seconds == 8
    assert all(shot.duration >= 3 for shot in shots)
    assert _have_panels(scenario) == [True, True, False]
    assert not list((tmp_path / "film").rglob("own.media"))


def test_pictures_of_a_folder_come_in_the_order_people_count(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name in ("board 10.png", "board 2.png", "Board 1.png"):
        (folder / name).write_bytes(PICTURE)
    (folder / "note.txt").write_text("no picture")
    (folder / "clip.mov").write_bytes(b"no")
    (folder / ".hidden.png").write_bytes(PICTURE)
    source = source_at(folder)
    assert isinstance(source, DrawnSource)
    assert source.left == ("clip.mov",)

    scenario = make_at(tmp_path / "film", "P", "16:9", Making(source, practised=True))

    titles = [shot.title for shot in Document.open(scenario).scenario.shots()]
    assert titles == ["Board 1", "board 2", "board 10"]
    assert _have_panels(scenario) == [True, True, True]
    assert list((tmp_path / "film" / "output-practice").rglob("P01-*.jpg"))


def test_a_picture_that_is_none_is_told_and_no_film_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "a.png").write_bytes(PICTURE)
    (folder / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n but no picture")
    with pytest.raises(StudioError) as told:
        make_at(tmp_path / "film", "P", "16:9", Making(source_at(folder)))  # type: ignore[arg-type]

    assert "b.png" in str(told.value)
    assert os.listdir(tmp_path) == ["pictures"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "project.storyboarder-broken"),
        ("[]", "project.storyboarder-broken"),
        ('{"boards": 3}', "project.storyboarder-broken"),
        ('{"boards": []}', "project.nothing-to-import"),
        ("[" * 100_000, "project.storyboarder-broken"),
        (json.dumps({"boards": [{}] * 10_001}), "project.storyboarder-long"),
    ],
)
def test_broken_boards_are_told(tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "a.storyboarder"
    file.write_text(text)
    with pytest.raises(ProjectError) as told:
        source_at(file)
    assert told.value.code == code


def test_what_is_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ProjectError) as told:
        source_at(tmp_path / "empty")
    assert told.value.code == "project.nothing-to-import"
    with pytest.raises(ProjectError):
        source_at(tmp_path / "gone.fountain")
    os.mkfifo(tmp_path / "pipe.fountain")
    with pytest.raises(ProjectError):
        source_at(tmp_path / "pipe.fountain")
    large = tmp_path / "large.fountain"
    with large.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(ProjectError) as told:
        source_at(large)
    assert told.value.code == "project.script-too-large"
    assert str(MOST_BYTES // 1_000_000) in str(told.value)


def test_a_file_that_changes_while_it_is_read_is_read_again_and_then_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from topa_studio.app.scripts import sources as room

    file = tmp_path / "a.fountain"
    file.write_text("She runs.\n")
    turns = []
    plain = room.open_regular

    def busy(path: Path) -> object:
        found = plain(path)
        if len(turns) < most:
            # Another program goes on with it as soon as it is open.
            turns.append(1)
            inside = found.read

            def read(count: int) -> bytes:
                data = inside(count)
                with path.open("a") as other:
                    other.write("More.\n")
                return data

            class Busy:
                fileno = found.fileno
                __enter__ = staticmethod(lambda: made)
                __exit__ = staticmethod(lambda *_told: found.close())

            made = Busy()
            made.read = read  # type: ignore[attr-defined]
            return made
        return found

    monkeypatch.setattr(room, "open_regular", busy)
    most = 1
    assert script_source(file).data == b"She runs.\nMore.\n"
    most = 9
    with pytest.raises(ProjectError) as told:
        script_source(file)
    assert told.value.code == "project.script-changing"


def test_a_film_that_would_be_too_large_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from topa_studio.app.scripts import making as room

    monkeypatch.setattr(room, "MAX_BYTES", 300)
    with pytest.raises(ProjectError) as told:
        make_at(tmp_path / "film", "T", "16:9", Making(pasted("She runs. " * 40)))
    assert told.value.code == "project.import-too-large"
    assert os.listdir(tmp_path) == []


def test_more_shots_than_a_film_has_are_told(tmp_path: Path) -> None:
    making = Making(pasted("She runs.\n\n" * 20_001))
    with pytest.raises(ProjectError) as told:
        make_at(tmp_path / "film", "T", "16:9", making)
    assert told.value.code == "project.script-many-shots"


def test_a_script_that_comes_again_is_read_as_it_was_the_first_time(tmp_path: Path) -> None:
    text = "Title: Cat\n\nINT. Καφέ - DAY\n\nΈλα, Μίλα.\n\nΗ γάτα κοιμάται.\n"
    file = tmp_path / "cat.txt"
    file.write_bytes(text.encode("cp1253"))
    source = script_source(file).read_as(Reading("plain", "cp1253"))
    film = make_at(tmp_path / "film", "T", "16:9", Making(source))
    kept = tmp_path / "film" / "script" / "cat.txt"
    assert kept.read_text(encoding="utf-8") == text
    file.write_bytes(f"{text}\nΗ γάτα έφυγε.\n".encode("cp1253"))

    async def main() -> None:
        async with opened(film) as session:
            coming = await look(session, file)
            assert (coming.source.script.form, coming.old.form) == ("plain", "plain")
            assert coming.source.script.encoding == "cp1253"
            assert [change.what for change in coming.again.changes] == ["new"]
            await bring(session, coming, "Script")
            await session.save()

    asyncio.run(main())
    assert "Η γάτα έφυγε." in film.read_text(encoding="utf-8")
