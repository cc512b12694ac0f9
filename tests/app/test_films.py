"""New films and the sample: the user's own copies, made once and never written over."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.open_film import opened
from tests.support.small_film import small_film
from topa_studio.app.films import NewFilm, film_in, make_film, sample_copy
from topa_studio.app.project import home_of
from topa_studio.base.errors import ProjectError
from topa_studio.base.resources import sample_film
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.document import Document
from topa_studio.model.scenario import Scenario


def test_the_sample_is_copied_once_and_then_the_users_own() -> None:
    source = sample_film() / "scenario.yaml"
    before = source.read_bytes()
    copy = sample_copy("ru")
    assert copy != source
    assert copy.read_bytes() == before
    copy.write_text("title: mine\n")
    assert sample_copy() == copy
    assert copy.read_text() == "title: mine\n"
    assert source.read_bytes() == before


def test_a_copy_that_was_interrupted_is_made_whole() -> None:
    copy = sample_copy("ru")
    beside = {path.name for path in copy.parent.iterdir()}
    copy.unlink()
    again = sample_copy("ru")
    assert again.read_bytes() == (sample_film() / "scenario.yaml").read_bytes()
    assert {path.name for path in again.parent.iterdir()} == beside


def test_the_copys_results_lie_beside_it() -> None:
    async def run() -> None:
        copy = sample_copy()
        async with opened(copy, look_only=True, practice=True) as session:
            assert session.output_folder == copy.parent.parent / "output-practice"
            assert len(session.missing()) == 23

    asyncio.run(run())


RUSSIAN = re.compile("[\u0400-\u04ff]")


def wish(inside: Path, title: str = "The Lighthouse Cat", ratio: str = "16:9") -> NewFilm:
    return NewFilm(title, ratio, inside)


@pytest.mark.parametrize(
    "title",
    [
        "film",
        'My "first" film',
        "Мой фильм",
        "a: b #c",
        "back\\slash",
        "🐻 1/2",
        "..",
        "con",
        "x" * 300,
    ],
)
def test_a_new_film_has_its_title_and_one_empty_shot_in_a_folder_of_its_own(
    tmp_path: Path, title: str
) -> None:
    path = make_film(wish(tmp_path, title, "9:16"))
    assert path.parent.parent == tmp_path
    assert home_of(path) == path.parent
    film = Document.open(path, Catalogue.bundled()).scenario
    assert film.film.title == title
    assert film.film.aspect_ratio == "9:16"
    (shot,) = film.shots()
    assert shot.prompt == ""
    assert [each.name for each in path.parent.iterdir()] == ["scenario.yaml"]


def test_a_folder_that_is_taken_gets_a_number_also_where_only_case_differs(tmp_path: Path) -> None:
    (tmp_path / "the lighthouse CAT").mkdir()
    first, second = make_film(wish(tmp_path)), make_film(wish(tmp_path))
    assert first.parent.name == "The Lighthouse Cat 2"
    assert second.parent.name == "The Lighthouse Cat 3"


def test_no_new_film_is_at_home_in_the_folder_above_it(tmp_path: Path) -> None:
    path = make_film(wish(tmp_path, "scenario"))
    assert home_of(path) == path.parent
    assert path.parent.name == "scenario 2"


def test_forbidden_signs_are_left_out_of_the_folder_not_of_the_title(tmp_path: Path) -> None:
    path = make_film(wish(tmp_path, 'Who? "Me": a/b '))
    assert path.parent.name == "Who Me a b"
    assert Document.open(path, Catalogue.bundled()).scenario.film.title == 'Who? "Me": a/b '


def test_a_folder_that_takes_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ProjectError, match="could not be written"):
        make_film(wish(tmp_path / "file"))


def test_the_sample_has_notes_only_in_a_window_of_their_language() -> None:
    text = (sample_film() / "scenario.yaml").read_text(encoding="utf-8")
    assert RUSSIAN.search(text)
    copy = sample_copy("en")
    english = copy.read_text(encoding="utf-8")
    assert not RUSSIAN.search(english)
    assert [path.name for path in copy.parent.iterdir()] == ["scenario.yaml"]
    whole, without = (
        Document.open(p, Catalogue.bundled()) for p in (sample_film() / copy.name, copy)
    )
    assert without.scenario == _without_notes(whole.scenario)
    assert len(without.problems) == len(whole.problems)


def _without_notes(film: Scenario) -> Scenario:
    scenes = tuple(
        replace(scene, notes="", shots=tuple(replace(shot, notes="") for shot in scene.shots))
        for scene in film.scenes
    )
    return replace(film, scenes=scenes)


def test_a_folder_is_as_good_as_the_film_in_it(tmp_path: Path) -> None:
    inside = make_film(wish(tmp_path))
    assert film_in(inside.parent) == inside
    older = small_film(tmp_path / "older")
    (older.parent / "config.yaml").write_text("output: made\n")
    assert film_in(older.parent) == older
    nested = tmp_path / "nested" / "scenario" / "scenario.yaml"
    nested.parent.mkdir(parents=True)
    nested.write_bytes(older.read_bytes())
    assert film_in(tmp_path / "nested") == nested
    with pytest.raises(ProjectError, match="no film in the folder"):
        film_in(tmp_path)
    (older.parent / "second.yaml").write_bytes(older.read_bytes())
    with pytest.raises(ProjectError, match=r"film\.yaml, second\.yaml"):
        film_in(older.parent)
