"""New films and the sample: the user's own copies, made once and never written over."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.support.open_film import opened
from topa_studio.app.films import new_film, sample_copy
from topa_studio.base.errors import ProjectError
from topa_studio.base.resources import sample_film
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.document import Document
from topa_studio.model.problem import Severity


def test_the_sample_is_copied_once_and_then_the_users_own() -> None:
    source = sample_film() / "scenario.yaml"
    before = source.read_bytes()
    copy = sample_copy()
    assert copy != source
    assert copy.read_bytes() == before
    copy.write_text("title: mine\n")
    assert sample_copy() == copy
    assert copy.read_text() == "title: mine\n"
    assert source.read_bytes() == before


def test_a_copy_that_was_interrupted_is_made_whole() -> None:
    copy = sample_copy()
    beside = {path.name for path in copy.parent.iterdir()}
    copy.unlink()
    again = sample_copy()
    assert again.read_bytes() == (sample_film() / "scenario.yaml").read_bytes()
    assert {path.name for path in again.parent.iterdir()} == beside


def test_the_copys_results_lie_beside_it() -> None:
    async def run() -> None:
        copy = sample_copy()
        async with opened(copy, look_only=True, practice=True) as session:
            assert session.output_folder == copy.parent.parent / "output-practice"
            assert len(session.missing()) == 23

    asyncio.run(run())


@pytest.mark.parametrize("name", ["film", 'My "first" film', "Мой фильм", "a: b #c", "back\\slash"])
def test_a_new_film_opens_without_a_mistake_and_has_its_name(tmp_path: Path, name: str) -> None:
    path = new_film(tmp_path / f"{name}.yaml")
    document = Document.open(path, Catalogue.bundled())
    wrong = [problem for problem in document.problems if problem.severity is Severity.ERROR]
    assert wrong == []
    assert document.scenario.film.title == name.replace('"', "").replace("\\", "")
    assert len(document.scenario.shots()) == 1


def test_a_new_film_is_never_written_over_another(tmp_path: Path) -> None:
    path = tmp_path / "film.yaml"
    path.write_text("mine")
    with pytest.raises(ProjectError, match="exists already"):
        new_film(path)
    assert path.read_text() == "mine"


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ProjectError, match="could not be written"):
        new_film(tmp_path / "file" / "film.yaml")
