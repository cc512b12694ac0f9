"""An element's pictures: which files count, in which order, and what is still to be drawn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.support.jobs import TOPA, VALLEY, job, layout
from topa_studio.model.request import Picture
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Entry
from topa_studio.pipeline.folder.pictures import Pictures, picture_files
from topa_studio.pipeline.job import Kind, State, Wish
from topa_studio.pipeline.missing import missing_views


def _write(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(name.encode())


def test_numbered_pictures_come_first_by_number_then_the_others_by_name(tmp_path: Path) -> None:
    _write(tmp_path, "Topa10.png", "Topa2.png", "portrait.PNG", "Back.jpg", "Topa1.png")
    _write(tmp_path, "Topa1.json", "notes.txt", ".hidden.png", "clip.mp4")
    found = [path.name for path in picture_files(tmp_path, "Topa")]
    assert found == ["Topa1.png", "Topa2.png", "Topa10.png", "Back.jpg", "portrait.PNG"]


def test_a_folder_that_is_not_there_holds_no_pictures(tmp_path: Path) -> None:
    assert picture_files(tmp_path / "nothing", "Topa") == []


def test_a_name_that_had_to_be_changed_keeps_the_order_of_its_numbers(tmp_path: Path) -> None:
    place = layout(tmp_path)
    odd = replace(TOPA, name="Topa: the bear")
    for number in (10, 2, 1):
        _write(place.element_folder(odd.name), place.view(odd.name, number).name)
    found = Pictures(place).scan([odd])[odd.name]
    assert [picture.path for picture in found] == [
        place.relative(place.view(odd.name, number)) for number in (1, 2, 10)
    ]


def test_ready_made_addresses_follow_the_files(tmp_path: Path) -> None:
    place = layout(tmp_path)
    _write(place.element_folder("Topa"), "Topa1.png")
    element = replace(TOPA, image_urls=("https://example.org/a.png",))
    found = Pictures(place).scan([element, VALLEY])
    assert [picture.path or picture.url for picture in found["Topa"]] == [
        "output/elements/Topa/Topa1.png",
        "https://example.org/a.png",
    ]
    assert found["Valley"] == ()


def test_a_picture_that_was_painted_over_counts_as_another_one(tmp_path: Path) -> None:
    place = layout(tmp_path)
    _write(place.element_folder("Topa"), "Topa1.png")
    pictures = Pictures(place)
    (before,) = pictures.scan([TOPA])["Topa"]
    place.view("Topa", 1).write_bytes(b"painted over, longer")
    (after,) = pictures.scan([TOPA])["Topa"]
    assert after.path == before.path
    assert after.sha256 != before.sha256


def _pictures(*names: str) -> tuple[Picture, ...]:
    return tuple(Picture(f"output/elements/Topa/{name}", name) for name in names)


def _begun(*numbers: int, state: State = State.DONE) -> Entry:
    jobs = {n: job(state, id=n, wish=Wish(Kind.VIEW, "Topa", n)) for n in numbers}
    done = numbers if state is State.DONE else ()
    return Entry(takes={n: Take(n, f"output/elements/Topa/Topa{n}.png") for n in done}, jobs=jobs)


def test_an_element_without_pictures_gets_all_its_views() -> None:
    assert missing_views(TOPA, Entry(), ()) == [1, 2]
    assert missing_views(VALLEY, Entry(), ()) == [1, 2, 3]


def test_a_folder_with_pictures_of_the_users_own_is_left_alone() -> None:
    assert missing_views(TOPA, Entry(), _pictures("portrait.png")) == []
    assert missing_views(TOPA, Entry(), _pictures("Topa1.png")) == []
    ready_made = (Picture(url="https://example.org/a.png"),)
    assert missing_views(TOPA, Entry(), ready_made) == []


def test_a_folder_that_an_interrupted_run_began_is_finished() -> None:
    assert missing_views(TOPA, _begun(1), _pictures("Topa1.png")) == [2]
    assert missing_views(TOPA, _begun(1, 2), _pictures("Topa1.png", "Topa2.png")) == []


def test_a_view_that_failed_is_made_again_and_one_never_sent_begins_nothing() -> None:
    assert missing_views(TOPA, _begun(1, state=State.FAILED), ()) == [1, 2]
    dropped = _begun(1, state=State.DROPPED)
    assert missing_views(TOPA, dropped, _pictures("portrait.png")) == []


def test_a_view_whose_file_is_there_is_not_drawn_again() -> None:
    entry = _begun(1, state=State.FAILED)
    assert missing_views(TOPA, entry, _pictures("Topa1.png", "Topa2.png")) == []
